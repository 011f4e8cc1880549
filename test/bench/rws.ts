/**
 * Rotating workforce instances (Musliu et al.) as cyclic patterns.
 * `npm run --silent bench -- rws FILE [--time 60] [--seed 1] [--out FILE] [--json]`
 */
import { readFileSync, writeFileSync } from 'node:fs';
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

export function rws(args: string[]): void {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      time: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      threads: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const file = positionals[0]!;
  const start = performance.now();
  const problem = readRws(readFileSync(file, 'utf8'));
  const result = findPattern(problem, Number(values.seed), {
    elapsed: () => performance.now() - start,
    time: Number(values.time) * 1000,
    iterations: null,
    cancelled: () => false,
  });
  const seconds = Math.round(performance.now() - start) / 1000;
  const status = { found: 'sat', impossible: 'unsat', unknown: 'unknown' }[result.status];
  if (result.status === 'found' && values.out) writeFileSync(values.out, `${print(result.cycle, problem)}\n`);
  process.stdout.write(
    values.json ? `${JSON.stringify({ instance: file, status, seconds })}\n` : `${file}: ${status}, ${seconds} s\n`,
  );
}
