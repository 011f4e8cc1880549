/**
 * `bench -- nrp-all DIR --out table.csv [--time 60] [--threads 2] [--seed 1] [--cpsat]`: every Instance*.txt of a folder, a row at a
 * time into the table; rows that stand there already are skipped, so a run can be broken off and taken up again. At
 * the end the whole table is printed as it stands in docs/benchmarks.md. With --cpsat OR-Tools CP-SAT gets the same time and threads
 * (python3 with ortools; its columns stay empty where that cannot be had).
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runNrp } from './nrp.js';
import { PUBLISHED } from './nrp-published.js';

const HEADINGS = 'instance,time,threads,seed,solver,objective,bound,status,seconds';

interface Outcome {
  readonly objective: number | null;
  readonly bound: number;
  readonly status: string;
  readonly seconds: number;
}

export async function benchNrpAll(argv: readonly string[]): Promise<number> {
  const { values: flags, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      time: { type: 'string', default: '60' },
      threads: { type: 'string', default: '2' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: 'nrp-table.csv' },
      cpsat: { type: 'boolean', default: false },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) {
    process.stderr.write('bench -- nrp-all DIR [--out FILE] [--time S] [--threads N] [--seed N] [--cpsat]\n');
    return 2;
  }
  const { time, threads, seed, out } = flags;
  if (!existsSync(out)) writeFileSync(out, `${HEADINGS}\n`);
  const once = async (key: string, run: () => Promise<Outcome | null>): Promise<void> => {
    if (readFileSync(out, 'utf8').includes(`\n${key}`)) return;
    const found = await run();
    if (found === null) return;
    const row = `${key}${found.objective ?? ''},${found.bound},${found.status},${found.seconds}`;
    appendFileSync(out, `${row}\n`);
    process.stdout.write(`${row}\n`);
  };
  for (const file of readdirSync(folder)
    .filter((name) => /^Instance\d+\.txt$/.test(name))
    .sort(byNumber)) {
    const key = `${numberOf(file)},${time},${threads},${seed}`;
    const path = join(folder, file);
    await once(`${key},rosterpay,`, async () => {
      const { result } = await runNrp(path, { time: Number(time), threads: Number(threads), seed: Number(seed) });
      return result;
    });
    if (flags.cpsat)
      await once(`${numberOf(file)},${time},${threads},0,cpsat,`, async () => cpsat(path, time, threads));
  }
  process.stdout.write(`\n${table(readFileSync(out, 'utf8'), time)}`);
  return 0;
}

const numberOf = (file: string): number => Number(/\d+/.exec(file)?.[0] ?? 0);
const byNumber = (a: string, b: string): number => numberOf(a) - numberOf(b);

/** null: python or ortools is not there. */
function cpsat(path: string, time: string, threads: string): Outcome | null {
  const run = spawnSync('python3', ['test/bench/nrp-cpsat.py', path, time, threads], { encoding: 'utf8' });
  return run.status === 0 ? (JSON.parse(run.stdout) as Outcome) : null;
}

/** Ours (the median of the seeds that were run), CP-SAT and what others published, one line an instance. */
function table(csv: string, time: string): string {
  const rows = csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .filter(([, seconds]) => seconds === time);
  const numbers = [...new Set(rows.map(([instance]) => Number(instance)))].sort((a, b) => a - b);
  const lines = numbers.map((number) => {
    const of = (solver: string): string[][] => rows.filter((row) => Number(row[0]) === number && row[4] === solver);
    const ours = of('rosterpay').sort((a, b) => Number(a[5]) - Number(b[5]));
    const middle = ours[Math.floor((ours.length - 1) / 2)];
    const [other] = of('cpsat');
    const known = PUBLISHED[number];
    const objective = Number(middle?.[5]);
    const above = known === undefined ? '' : `${((100 * (objective - known.best)) / known.best).toFixed(2)} %`;
    const gap = `${((100 * (objective - Number(middle?.[6]))) / Math.max(1, objective)).toFixed(2)} %`;
    const cells = [
      ...[number, known?.best ?? '', middle?.[5] || 'none', above, middle?.[6], gap, middle?.[7], middle?.[8]],
      ...[other?.[5] ?? '', other?.[6] ?? '', known?.ejection ?? '', known?.gurobi ?? '', known?.vns ?? ''],
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const headings = [
    ...['#', 'best known', 'ours', 'above', 'bound', 'gap', 'status', 'seconds', 'CP-SAT', 'its bound'],
    ...['EC 60 min', 'Gurobi 60 min', 'IP+VNS 60 min'],
  ];
  return `| ${headings.join(' | ')} |\n|${headings.map(() => '---').join('|')}|\n${lines.join('\n')}\n`;
}
