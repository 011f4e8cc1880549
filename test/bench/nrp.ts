/** `bench -- nrp FILE --time 60 --threads 2 --seed 1 --out roster.csv --json`: one Curtois-Qu instance, solved. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { Progress, Solved } from '../../src/roster/solve/solve.js';
import { solveBeside } from '../../src/roster/solve/threads.js';
import { type NrpInstance, readNrp, writeRoster } from './nrp-model.js';

export interface NrpRun {
  readonly time: number;
  readonly threads: number;
  readonly seed: number;
  /** Instead of time: repeatable, one thread. */
  readonly iterations?: number;
  readonly onProgress?: (progress: Progress, seconds: number) => void;
}

export interface NrpResult {
  readonly instance: string;
  /** null: no roster was found. */
  readonly objective: number | null;
  readonly bound: number;
  readonly status: Solved['status'];
  readonly seconds: number;
  readonly iterations: number;
}

export function runNrp(
  file: string,
  run: NrpRun,
): { readonly instance: NrpInstance; readonly solved: Solved; readonly result: NrpResult } {
  const began = performance.now();
  const seconds = (): number => Math.round((performance.now() - began) / 10) / 100;
  const instance = readNrp(readFileSync(file, 'utf8'));
  const budget = {
    elapsed: () => performance.now() - began,
    time: run.iterations === undefined ? run.time * 1000 : null,
    iterations: run.iterations ?? null,
    cancelled: () => false,
  };
  const onProgress = (progress: Progress): void => run.onProgress?.(progress, seconds());
  const solved = solveBeside(instance.model, { seed: run.seed, budget, onProgress }, run.threads);
  const result = {
    instance: basename(file, '.txt'),
    objective: solved.answer === null ? null : solved.soft,
    bound: solved.bound.soft,
    status: solved.status,
    seconds: seconds(),
    iterations: solved.iterations,
  };
  return { instance, solved, result };
}

export async function benchNrp(argv: readonly string[]): Promise<number> {
  const { values: flags, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      time: { type: 'string', default: '60' },
      iterations: { type: 'string' },
      threads: { type: 'string', default: '2' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (file === undefined) {
    process.stderr.write('bench -- nrp FILE [--time S] [--threads N] [--seed N] [--out FILE] [--json] [--verbose]\n');
    return 2;
  }
  const { instance, solved, result } = runNrp(file, {
    time: Number(flags.time),
    threads: Number(flags.threads),
    seed: Number(flags.seed),
    ...(flags.iterations === undefined ? {} : { iterations: Number(flags.iterations) }),
    onProgress: ({ phase, best, bound, iterations }, seconds) => {
      const line = `${seconds} ${phase} ${JSON.stringify(best)} ${JSON.stringify(bound)} ${iterations}\n`;
      if (flags.verbose) process.stderr.write(line);
    },
  });
  if (flags.out !== undefined && solved.answer !== null) {
    writeFileSync(flags.out, writeRoster(instance, solved.answer));
  }
  const words = Object.entries(result).map(([key, value]) => `${key} ${value}`);
  process.stdout.write(`${flags.json ? JSON.stringify(result) : words.join('  ')}\n`);
  return 0;
}
