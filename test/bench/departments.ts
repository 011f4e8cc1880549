/** `bench -- departments --agents 20 --shifts 3 --from 1 --count 50 --time 2`: seeded departments, and how near they were solved. */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { solveBeside } from '../../src/roster/solve/threads.js';
import { department } from './department.js';

export async function benchDepartments(argv: readonly string[]): Promise<number> {
  const { values: flags } = parseArgs({
    args: [...argv],
    options: {
      agents: { type: 'string', default: '20' },
      shifts: { type: 'string', default: '3' },
      from: { type: 'string', default: '1' },
      count: { type: 'string', default: '50' },
      time: { type: 'string', default: '2' },
      threads: { type: 'string', default: '2' },
    },
  });
  const gaps: number[] = [];
  let optimal = 0;
  const first = Number(flags.from);
  for (let seed = first; seed < first + Number(flags.count); seed += 1) {
    const model = department(seed, { agents: Number(flags.agents), days: 31, shifts: Number(flags.shifts) });
    const began = performance.now();
    const budget = {
      elapsed: () => performance.now() - began,
      time: Number(flags.time) * 1000,
      iterations: null,
      cancelled: () => false,
    };
    const { status, hard, soft, bound } = solveBeside(model, { seed, budget }, Number(flags.threads));
    const gap = hard > 0 ? Number.POSITIVE_INFINITY : (soft - bound.soft) / Math.max(1, soft);
    gaps.push(gap);
    if (status === 'optimal') optimal += 1;
    const seconds = Math.round((performance.now() - began) / 10) / 100;
    process.stdout.write(`${JSON.stringify({ seed, status, hard, soft, bound: bound.soft, gap, seconds })}\n`);
  }
  gaps.sort((a, b) => a - b);
  const at = (share: number): number => gaps[Math.min(gaps.length - 1, Math.floor(share * gaps.length))]!;
  const within = gaps.filter((gap) => gap <= 0.01).length;
  process.stdout.write(
    `${JSON.stringify({ optimal, within1: within, of: gaps.length, median: at(0.5), ninth: at(0.9) })}\n`,
  );
  return 0;
}
