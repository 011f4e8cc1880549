/** Every sample's net pay, reckoned by two programs; and the examples of docs/pay.md, which are taken from the samples. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { examplesTable } from './line-examples.js';
import { SAMPLES, samplePay } from './samples.js';
import { secondProgram } from './second-program.js';

it.each(SAMPLES)('%s: both come to the same fen', async (name) => {
  const { input, result } = await samplePay(name);
  const first = new Map(result.payslips.map((slip) => [String(slip.id), BigInt(slip.net)]));
  expect(first.size).toBeGreaterThan(3);
  expect(secondProgram(input)).toEqual(first);
});

const [BEGIN, END] = ['<!-- made by test/pay/second-program.test.ts -->', '<!-- end -->'];

it('the examples of the page are what the program computes: WRITE_DOCS=1 writes them anew', async () => {
  const page = readFileSync('docs/pay.md', 'utf8');
  const table = await examplesTable();
  const [before, rest] = page.split(`${BEGIN}\n`) as [string, string];
  const after = rest.slice(rest.indexOf(END));
  const fresh = `${before}${BEGIN}\n${table}\n${after}`;
  if (process.env.WRITE_DOCS !== undefined) writeFileSync('docs/pay.md', fresh);
  else expect(page).toBe(fresh);
});
