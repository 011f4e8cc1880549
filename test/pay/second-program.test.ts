/** Every sample's net pay, reckoned by two programs. */
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readFlags } from '../../src/cli/flags.js';
import { readHandbook } from '../../src/cli/handbook.js';
import { readPayFacts } from '../../src/cli/pay-facts.js';
import type { Place } from '../../src/cli/place.js';
import { computePay } from '../../src/pay/compute.js';
import { secondProgram } from './second-program.js';

const SAMPLES = ['three-shift', 'two-shift', 'training-manual', 'punch-clock', 'split-shift', 'work-six'];

it.each(SAMPLES)('%s: both come to the same fen', async (name) => {
  const dir = resolve('samples', name);
  const month = '2026-11' as Place['month'];
  const monthDir = join(dir, month);
  const place: Place = { dir, cwd: dir, month, monthDir, out: monthDir, used: new Set() };
  const { flags } = readFlags({});
  const { input } = await readPayFacts(place, flags, await readHandbook(place, null));
  const first = new Map(computePay(input!).payslips.map((slip) => [String(slip.id), BigInt(slip.net)]));
  expect(first.size).toBeGreaterThan(3);
  expect(secondProgram(input!)).toEqual(first);
});
