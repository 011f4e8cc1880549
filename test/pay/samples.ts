/** The six sample departments' pay of November 2026, computed once a process. */
import { join, resolve } from 'node:path';
import { readFlags } from '../../src/cli/flags.js';
import { readHandbook } from '../../src/cli/handbook.js';
import { readPayFacts } from '../../src/cli/pay-facts.js';
import type { Place } from '../../src/cli/place.js';
import { computePay } from '../../src/pay/compute.js';
import type { PayInput } from '../../src/pay/input.js';
import type { PayResult } from '../../src/pay/payslip.js';

export const SAMPLES = [
  ...['three-shift', 'two-shift', 'training-manual', 'punch-clock', 'split-shift', 'work-six'],
] as const;

const known = new Map<string, Promise<{ readonly input: PayInput; readonly result: PayResult }>>();

export function samplePay(name: string): Promise<{ readonly input: PayInput; readonly result: PayResult }> {
  const there = known.get(name) ?? read(name);
  known.set(name, there);
  return there;
}

async function read(name: string) {
  const dir = resolve('samples', name);
  const month = '2026-11' as Place['month'];
  const monthDir = join(dir, month);
  const place: Place = { dir, cwd: dir, month, monthDir, out: monthDir, used: new Set() };
  const { flags } = readFlags({});
  const { input } = await readPayFacts(place, flags, await readHandbook(place, null));
  return { input: input!, result: computePay(input!) };
}
