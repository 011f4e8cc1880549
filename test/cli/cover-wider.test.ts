/** Where no one or two people can stand in: how few cells a wider change needs, or that none keeps the rules. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inFolder, ran } from './world.js';

interface Answer {
  readonly status: string;
  readonly candidates: readonly { readonly allowed: boolean }[];
  readonly wider?: {
    readonly status: string;
    readonly changes: readonly { readonly id: string; readonly day: string }[];
    readonly at_least: number | null;
  };
}

const covered = (sample: string, words: string): Promise<{ code: number; answer: Answer }> =>
  inFolder({}, async (cwd) => {
    cpSync(join('samples', sample), cwd, { recursive: true });
    const { code, out } = await ran(`roster cover ${words} --iterations 700 --json`, { cwd });
    return { code, answer: JSON.parse(out) as Answer };
  });

it('Singles day: nobody can alone, four people together can, from that day on', async () => {
  const { code, answer } = await covered('split-shift', '5052 2026-11-11');
  expect([code, answer.status, answer.candidates.some(({ allowed }) => allowed)]).toEqual([1, 'none', false]);
  expect(answer.wider?.status).toBe('kept');
  expect(answer.wider!.changes.every(({ day }) => day >= '2026-11-11')).toBe(true);
  // What is proved is no more than what is done.
  expect(answer.wider!.at_least).toBeLessThanOrEqual(answer.wider!.changes.length);
});

it('the same day at six people: no roster from then on keeps the rules, and that is proved', async () => {
  const { code, answer } = await covered('two-shift', '2002 2026-11-11');
  expect([code, answer.status, answer.wider?.status]).toEqual([1, 'none', 'impossible']);
});

it('where somebody can, nothing wider is looked for', async () => {
  const { code, answer } = await covered('two-shift', '2003 2026-11-25');
  expect([code, answer.status, answer.wider]).toEqual([0, 'found', undefined]);
});
