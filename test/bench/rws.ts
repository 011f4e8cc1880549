/**
 * Rotating workforce instances (Musliu et al.) as cyclic patterns.
 * `npm run --silent bench -- rws FILE [--time 60] [--seed 1] [--out FILE] [--json]`
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { Cycle, CycleProblem } from '../../src/roster/pattern/cycle.js';
import { findPattern } from '../../src/roster/pattern/find.js';

const numbers = (line: string): number[] => line.trim().split(/\s+/).map(Number);

export function readRws(content: string): CycleProblem {
  const lines = content
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const weeks = Number(lines[1]);
  const kinds = Number(lines[2]);
  const needs = lines.slice(3, 3 + kinds).map(numbers);
  const shifts = lines.slice(3 + kinds, 3 + 2 * kinds).map((line, index) => {
    const cells = line.split(/\s+/);
    return { code: cells[0]!, need: needs[index]!, block: { least: Number(cells.at(-2)), most: Number(cells.at(-1)) } };
  });
  const rest = lines.slice(3 + 2 * kinds);
  const bounds = (line: string): { least: number; most: number } => {
    const [least, most] = numbers(line);
    return { least: least!, most: most! };
  };
  const [pairs, triples] = numbers(rest[2]!);
  const index = (code: string): number => shifts.findIndex((shift) => shift.code === code);
  const listed = rest.slice(3).map((line) => line.split(/\s+/));
  return {
    weeks,
    shifts,
    off: bounds(rest[0]!),
    work: bounds(rest[1]!),
    forbidden: listed.slice(0, pairs).map(([a, b]) => [index(a!), index(b!)] as const),
    forbiddenOverOneDayOff: listed.slice(pairs!, pairs! + triples!).map(([a, , c]) => [index(a!), index(c!)] as const),
  };
}

const print = (cycle: Cycle, problem: CycleProblem): string =>
  Array.from({ length: problem.weeks }, (_, week) =>
    cycle
      .slice(7 * week, 7 * week + 7)
      .map((value) => problem.shifts[value]?.code ?? '-')
      .join(' '),
  ).join('\n');

interface Run {
  readonly instance: string;
  readonly status: 'sat' | 'unsat' | 'unknown';
  readonly seconds: number;
  /** Of this process: says more than elapsed ones on a busy machine. */
  readonly processorSeconds: number;
  readonly schedule: string | null;
}

function run(file: string, seconds: number, seed: number): Run {
  const start = performance.now();
  const used = process.cpuUsage();
  const problem = readRws(readFileSync(file, 'utf8'));
  const result = findPattern(problem, seed, {
    elapsed: () => performance.now() - start,
    time: seconds * 1000,
    iterations: null,
    cancelled: () => false,
  });
  const { user, system } = process.cpuUsage(used);
  return {
    instance: basename(file, '.txt'),
    status: ({ found: 'sat', impossible: 'unsat', unknown: 'unknown' } as const)[result.status],
    seconds: Math.round(performance.now() - start) / 1000,
    processorSeconds: Math.round((user + system) / 1000) / 1000,
    schedule: result.status === 'found' ? `${print(result.cycle, problem)}\n` : null,
  };
}

const options = {
  time: { type: 'string', default: '60' },
  seed: { type: 'string', default: '1' },
  /** Accepted like elsewhere; one thread is enough here. */
  threads: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** One instance. */
export async function benchRws(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
  const { schedule, ...rest } = run(positionals[0]!, Number(values.time), Number(values.seed));
  if (schedule !== null && values.out !== undefined) writeFileSync(values.out, schedule);
  process.stdout.write(
    values.json ? `${JSON.stringify(rest)}\n` : `${rest.instance}: ${rest.status}, ${rest.seconds} s\n`,
  );
  return 0;
}

/** All instances of a folder: the table of docs/benchmarks.md, worst of three seeds. */
export async function benchRwsAll(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
  const folder = positionals[0]!;
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  const order = (file: string): number => Number(/\d+/.exec(file)?.[0] ?? 0);
  process.stdout.write('| instance | status | processor seconds, worst of seeds 1-3 | elapsed |\n|---|---|---|---|\n');
  for (const file of files.sort((a, b) => order(a) - order(b))) {
    const runs = [1, 2, 3].map((seed) => run(join(folder, file), Number(values.time), seed));
    const statuses = [...new Set(runs.map(({ status }) => status))].join(', ');
    const worst = Math.max(...runs.map(({ processorSeconds }) => processorSeconds));
    const elapsed = Math.max(...runs.map(({ seconds }) => seconds));
    process.stdout.write(`| ${order(file)} | ${statuses} | ${worst.toFixed(2)} | ${elapsed.toFixed(2)} |\n`);
  }
  return 0;
}
