/**
 * `npm run --silent bench -- orders [--rows N] [--files K] [--rounds R]`: N rows in all, in K files, read, de-duplicated and
 * placed; every contestant in a process of its own, one after the other, the files read once before. Prints seconds, processor
 * seconds and peak memory of each, and whether all came to the same fen. Python packages that are not installed are left out.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeOrdersFile } from './orders-file.js';

interface Run {
  readonly seconds: number;
  readonly cpu: number;
  readonly megabytes: number;
  /** Orders by outcome. */
  readonly counts: Readonly<Record<string, number | readonly [number, number]>>;
}

const OUTCOMES = ['agent', 'pool', 'waiting', 'excluded', 'refunded'];

const counted = ({ counts }: Run): string =>
  OUTCOMES.map((outcome) => {
    const count = counts[outcome] ?? 0;
    return typeof count === 'number' ? count : count[0];
  }).join(' ');

function run(command: string, argv: readonly string[]): Run | null {
  const done = spawnSync(command, argv, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return done.status === 0 ? (JSON.parse(done.stdout) as Run) : null;
}

export async function benchOrders(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { rows: { type: 'string' }, files: { type: 'string' }, rounds: { type: 'string' } },
  });
  const [rows, files, rounds] = [values.rows ?? 1_000_000, values.files ?? 1, values.rounds ?? 3].map(Number);
  const folder = mkdtempSync(join(tmpdir(), 'rosterpay-orders-'));
  const say = (words: string): boolean => process.stdout.write(`${words}\n`);
  try {
    const each = Math.ceil(rows! / files!);
    const paths = Array.from({ length: files! }, (_, at) => join(folder, `orders-${at + 1}.csv`));
    const size = paths.reduce(
      (sum, path, at) => sum + writeOrdersFile({ path, rows: each, from: at * each, seed: at + 1 }),
      0,
    );
    say(`${each * files!} rows in ${files} files, ${Math.round(size / 1e6)} MB; load ${loadavg()[0]!.toFixed(1)}`);
    // Into the system's cache; not into this process, whose size its children would be charged with.
    spawnSync('cat', paths, { stdio: 'ignore' });
    const ours = fileURLToPath(new URL('./orders-run.js', import.meta.url));
    const contestants = [
      { name: 'rosterpay', command: process.execPath, argv: [ours] },
      ...['duckdb', 'polars', 'pandas'].map((name) => ({
        name,
        command: 'python3',
        argv: ['test/bench/orders-rivals.py', name],
      })),
    ];
    const results = new Set<string>();
    for (let round = 1; round <= rounds!; round += 1) {
      for (const { name, command, argv: own } of contestants) {
        const done = run(command, [...own, ...paths]);
        if (done === null) continue;
        results.add(counted(done));
        const [seconds, cpu] = [done.seconds.toFixed(2), done.cpu.toFixed(2)];
        say(`${name.padEnd(10)} ${seconds.padStart(6)} s  cpu ${cpu.padStart(6)} s  ${Math.round(done.megabytes)} MB`);
      }
    }
    say(results.size === 1 ? `all agree: ${[...results][0]}` : `they differ: ${[...results].join(' | ')}`);
    return results.size === 1 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
