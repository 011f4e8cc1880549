/**
 * `bench -- nrp-all DIR --out FILE [--time 60] [--seeds 3] [--long 600] [--threads 2] [--cpsat] [--judge SCRIPT]`: every Instance*.txt of a
 * folder, a run at a time into the file: the first seed for all, the other seeds where the first proved nothing, then the first
 * seed for `--long` seconds where none did. Runs that stand there already are skipped, so it can be broken off and taken up
 * again. With --cpsat OR-Tools CP-SAT gets the same time and threads (python3 with ortools; its columns stay empty where that
 * cannot be had). With --judge that evaluator values each roster too, and a run it disagrees with ends everything.
 * At the end the table is printed as it stands in docs/benchmarks.md.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runNrp } from './nrp.js';
import { writeRoster } from './nrp-model.js';
import { PUBLISHED } from './nrp-published.js';

/** One line of the file. */
interface Run {
  readonly instance: number;
  readonly time: number;
  readonly threads: number;
  readonly seed: number;
  readonly solver: 'rosterpay' | 'cpsat';
  /** null: no roster was found. */
  readonly objective: number | null;
  readonly bound: number;
  readonly status: string;
  readonly seconds: number;
}

type Outcome = Pick<Run, 'objective' | 'bound' | 'status' | 'seconds'>;

const KEY = ['instance', 'time', 'threads', 'seed', 'solver'] as const;
const HEADINGS = [...KEY, 'objective', 'bound', 'status', 'seconds'] as const;

export async function benchNrpAll(argv: readonly string[]): Promise<number> {
  const { values: flags, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      time: { type: 'string', default: '60' },
      long: { type: 'string', default: '600' },
      threads: { type: 'string', default: '2' },
      seeds: { type: 'string', default: '3' },
      out: { type: 'string', default: 'nrp-table.csv' },
      cpsat: { type: 'boolean', default: false },
      judge: { type: 'string' },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) {
    process.stderr.write(
      'bench -- nrp-all DIR [--out FILE] [--time S] [--seeds N] [--long S] [--threads N] [--cpsat] [--judge SCRIPT]\n',
    );
    return 2;
  }
  const { out, judge } = flags;
  const [time, long, threads, seeds] = [flags.time, flags.long, flags.threads, flags.seeds].map(Number) as [
    ...[number, number, number, number],
  ];
  if (!existsSync(out)) writeFileSync(out, `${HEADINGS.join()}\n`);
  if (!/\n$/.test(readFileSync(out, 'utf8')) || !readFileSync(out, 'utf8').startsWith(`${HEADINGS.join()}\n`)) {
    process.stderr.write(`${out} is not a whole file of ${HEADINGS.join()}: mend it or name another\n`);
    return 2;
  }
  const instances = readdirSync(folder)
    .filter((name) => /^Instance\d+\.txt$/.test(name))
    .map((name) => Number(/\d+/.exec(name)![0]))
    .sort((a, b) => a - b);
  const pathOf = (instance: number): string => join(folder, `Instance${instance}.txt`);
  const made = (): Run[] => runsOf(out).filter((run) => run.threads === threads);
  const once = async (of: Pick<Run, 'instance' | 'time' | 'seed' | 'solver'>, run: () => Promise<Outcome | null>) => {
    const key = { ...of, threads };
    if (made().some((one) => KEY.every((name) => one[name] === key[name]))) return;
    const found = await run();
    if (found === null) return;
    const line = HEADINGS.map((name) => ({ ...found, ...key })[name] ?? '').join();
    appendFileSync(out, `${line}\n`);
    process.stdout.write(`${line}\n`);
  };
  const ours = (instance: number, seconds: number, seed: number): Promise<void> =>
    once({ instance, time: seconds, seed, solver: 'rosterpay' }, async () => {
      const made = runNrp(pathOf(instance), { time: seconds, threads, seed });
      if (judge !== undefined && made.solved.answer !== null) {
        judged(judge, pathOf(instance), writeRoster(made.instance, made.solved.answer), made.result.objective);
      }
      return made.result;
    });
  const isProved = (instance: number, isProof: (run: Run) => boolean): boolean =>
    made().some(
      (run) => run.instance === instance && run.solver === 'rosterpay' && run.status === 'optimal' && isProof(run),
    );
  for (const instance of instances) {
    await ours(instance, time, 1);
    if (flags.cpsat) {
      await once({ instance, time, seed: 0, solver: 'cpsat' }, async () => cpsat(pathOf(instance), time, threads));
    }
  }
  const open = instances.filter((instance) => !isProved(instance, (run) => run.time === time && run.seed === 1));
  for (const instance of open) for (let seed = 2; seed <= seeds; seed += 1) await ours(instance, time, seed);
  if (long > time)
    for (const instance of open) if (!isProved(instance, (run) => run.time === time)) await ours(instance, long, 1);
  process.stdout.write(`\n${table(made(), time, long)}`);
  return 0;
}

function runsOf(file: string): Run[] {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [instance, time, threads, seed, solver, objective, bound, status, seconds] = line.split(',') as [
      ...[string, string, string, string, Run['solver'], string, string, string, string],
    ];
    return {
      ...{ instance: Number(instance), time: Number(time), threads: Number(threads), seed: Number(seed) },
      ...{ solver, status },
      ...{ objective: objective === '' ? null : Number(objective), bound: Number(bound), seconds: Number(seconds) },
    };
  });
}

/** null: python or ortools is not there. */
function cpsat(path: string, time: number, threads: number): Outcome | null {
  const run = spawnSync('python3', ['test/bench/nrp-cpsat.py', path, String(time), String(threads)], {
    encoding: 'utf8',
  });
  return run.status === 0 ? (JSON.parse(run.stdout) as Outcome) : null;
}

/** Throws where the evaluator (`SCRIPT INSTANCE ROSTER`, says `objective N`) finds a broken rule or another value. */
function judged(script: string, instance: string, roster: string, objective: number | null): void {
  const file = join(mkdtempSync(join(tmpdir(), 'rosterpay-nrp-')), 'roster.csv');
  writeFileSync(file, roster);
  const run = spawnSync('python3', [script, instance, file], { encoding: 'utf8' });
  const said = /^objective (\d+)(?= |$)/m.exec(run.stdout ?? '')?.[1];
  if (run.status !== 0 || said !== String(objective)) {
    const words = run.error?.message ?? `${run.stdout}${run.stderr}`;
    throw new Error(`${instance}: ours ${objective}, the evaluator of ${file}: ${words}`);
  }
}

/** Ours (the median of the seeds, and the range), the long run, CP-SAT and what others published, one line an instance. */
function table(runs: readonly Run[], time: number, long: number): string {
  const headings = [
    ...['#', 'best known', `ours ${time} s`, 'all seeds', 'above', 'bound', 'status', 'seconds'],
    ...[`ours ${long} s`, 'above', 'bound', 'CP-SAT', 'its bound', 'EC 60 min', 'Gurobi 60 min', 'IP+VNS 60 min'],
  ];
  const lines = [...new Set(runs.map(({ instance }) => instance))]
    .sort((a, b) => a - b)
    .map((instance) => {
      const of = (solver: Run['solver'], seconds: number): Run[] =>
        runs
          .filter((run) => run.instance === instance && run.solver === solver && run.time === seconds)
          .sort((a, b) => worth(a) - worth(b));
      const ours = of('rosterpay', time);
      const middle = ours[Math.floor((ours.length - 1) / 2)];
      const [longer] = long > time ? of('rosterpay', long) : [];
      const [other] = of('cpsat', time);
      const known = PUBLISHED[instance];
      const above = (run: Run | undefined): string =>
        known === undefined || run === undefined || run.objective === null
          ? ''
          : `${((100 * (run.objective - known.best)) / known.best).toFixed(2)} %`;
      const value = (run: Run | undefined): string => (run === undefined ? '' : String(run.objective ?? 'none'));
      const cells = [
        ...[instance, known?.best ?? '', value(middle), ours.length > 1 ? ours.map(value).join(', ') : ''],
        ...[above(middle), middle?.bound ?? '', middle?.status ?? '', middle?.seconds ?? ''],
        ...[value(longer), above(longer), longer?.bound ?? '', value(other), other?.bound ?? ''],
        ...[known?.ejection ?? '', known?.gurobi ?? '', known?.vns ?? ''],
      ];
      return `| ${cells.join(' | ')} |`;
    });
  return `| ${headings.join(' | ')} |\n|${headings.map(() => '---').join('|')}|\n${lines.join('\n')}\n`;
}

const worth = ({ objective }: Run): number => objective ?? Number.POSITIVE_INFINITY;
