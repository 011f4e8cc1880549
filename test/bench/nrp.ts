/** `bench -- nrp FILE --time 60 --threads 2 --seed 1 --out roster.csv --json`: one Curtois-Qu instance, solved. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { Progress } from '../../src/roster/solve/solve.js';
import { solveOnThreads } from '../../src/roster/solve/threads.js';
import { readNrp, writeRoster } from './nrp-model.js';

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
    process.stderr.write('bench -- nrp FILE [--time S] [--threads N] [--seed N] [--out FILE] [--json]\n');
    return 2;
  }
  const began = performance.now();
  const seconds = (): number => Math.round((performance.now() - began) / 10) / 100;
  const instance = readNrp(readFileSync(file, 'utf8'));
  const budget = {
    elapsed: () => performance.now() - began,
    time: flags.iterations === undefined ? Number(flags.time) * 1000 : null,
    iterations: flags.iterations === undefined ? null : Number(flags.iterations),
    cancelled: () => false,
  };
  const options = {
    seed: Number(flags.seed),
    budget,
    onProgress: ({ phase, best, bound, iterations }: Progress) => {
      if (flags.verbose)
        process.stderr.write(`${seconds()} ${phase} ${JSON.stringify(best)} ${JSON.stringify(bound)} ${iterations}\n`);
    },
  };
  const solved = await solveOnThreads(instance.model, options, Number(flags.threads));
  if (flags.out !== undefined && solved.answer !== null) writeFileSync(flags.out, writeRoster(instance, solved.answer));
  const result = {
    instance: basename(file, '.txt'),
    objective: solved.answer === null ? null : solved.soft,
    bound: solved.bound.soft,
    status: solved.status,
    seconds: seconds(),
    iterations: solved.iterations,
  };
  process.stdout.write(
    flags.json
      ? `${JSON.stringify(result)}\n`
      : `${Object.entries(result)
          .map(([key, value]) => `${key} ${value}`)
          .join('  ')}\n`,
  );
  return 0;
}
