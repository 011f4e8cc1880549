/**
 * `npm run --silent bench -- teams [--count 1000] [--agents 12] [--time 1s] [--jobs N] [--dir DIR]`: seeded teams in a folder, each
 * a workspace with leave and wishes of its own, planned by `roster generate --all` from the build a part at a time, then once
 * more all together: the rerun has nothing to do. With `--dir` the teams and each finished part's figures stay there, and
 * the same command goes on after the last finished part; without it the folder is a temporary one.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { type Random, random } from '../../src/base/random.js';

const MONTH = '2026-12';
const pick = (chance: Random, days: number): string => `${MONTH}-${String(1 + chance.below(days)).padStart(2, '0')}`;

/** The three-shift sample's handbook with staff, leave and wishes made by the seed. */
function makeTeam(dir: string, seed: number, agents: number, handbook: string): void {
  const chance = random(seed);
  const ids = Array.from({ length: agents }, (_, at) => String(1001 + at));
  const staff = ids.map((id) => `${id},员工${id},2022-01-01`);
  const away = ids
    .filter(() => chance.next() < 0.25)
    .map((id) => {
      const from = 1 + chance.below(27);
      const day = (at: number): string => `${MONTH}-${String(at).padStart(2, '0')}`;
      return `${id},${day(from)},${day(from + chance.below(3))},年假,林主管`;
    });
  const wishes = ids.flatMap((id) =>
    chance.next() < 0.5 ? [`${id},${pick(chance, 31)},休,${1 + chance.below(3)}`] : [],
  );
  mkdirSync(join(dir, MONTH), { recursive: true });
  writeFileSync(join(dir, 'handbook.yaml'), handbook);
  writeFileSync(join(dir, 'staff.csv'), `${['id,name,hired', ...staff].join('\n')}\n`);
  writeFileSync(join(dir, MONTH, 'leave.csv'), `${['id,from,to,kind,approved_by', ...away].join('\n')}\n`);
  writeFileSync(join(dir, MONTH, 'requests.csv'), `${['id,day,wish,weight', ...wishes].join('\n')}\n`);
}

interface Team {
  readonly status: string;
  readonly score?: { readonly hard: number };
  readonly bound?: { readonly soft: number };
  readonly gap?: number | null;
  readonly seconds?: number;
}

interface Report {
  readonly threads: number;
  readonly teams: readonly Team[];
}

/** A finished part, as parts.jsonl keeps it. */
interface Part extends Report {
  readonly part: number;
  readonly seconds: number;
  readonly exit: number | null;
  readonly load: number;
}

/** Teams of one part: what an interruption costs at most. */
const PART = 25;
const PARTS_FILE = 'parts.jsonl';

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** The value below which this share of the sorted ones lies. */
const quantile = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;

const SHARES = { least: 0, p10: 0.1, p25: 0.25, median: 0.5, p75: 0.75, p90: 0.9, most: 1 } as const;

const quantiles = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return Object.fromEntries(Object.entries(SHARES).map(([name, share]) => [name, quantile(sorted, share)]));
};

function finishedParts(path: string): Part[] {
  if (!existsSync(path)) return [];
  // A line that an interruption cut off counts as not done.
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Part);
}

function summary(run: string, parts: readonly Part[]) {
  const teams = parts.flatMap((part) => part.teams);
  const counts: Record<string, number> = {};
  for (const { status } of teams) counts[status] = (counts[status] ?? 0) + 1;
  const seconds = parts.reduce((sum, part) => sum + part.seconds, 0);
  const threadSeconds = parts.reduce((sum, part) => sum + part.seconds * part.threads, 0) / teams.length;
  const threads = Math.max(...parts.map((part) => part.threads));
  const gaps = teams.flatMap(({ gap }) => (typeof gap === 'number' ? [rounded(gap)] : []));
  return {
    ...{ run, teams: teams.length, threads, seconds: rounded(seconds), counts },
    broken: teams.filter(({ status, score }) => status !== 'unchanged' && (score?.hard ?? 1) > 0).length,
    thread_seconds_a_team: rounded(threadSeconds),
    search_seconds: quantiles(teams.flatMap((team) => team.seconds ?? [])),
    gap: quantiles(gaps),
    gap_up_to: Object.fromEntries(
      [0, 0.01, 0.05, 0.1, 0.25, 0.5].map((most) => [`${100 * most} %`, gaps.filter((gap) => gap <= most).length]),
    ),
    bound_of_nothing: teams.filter(({ gap, bound }) => typeof gap === 'number' && gap > 0 && bound?.soft === 0).length,
    load: quantiles(parts.map((part) => part.load)),
    // What the measurement says of a thousand teams on n machines like this one.
    expected_seconds_of_1000: Object.fromEntries(
      [1, 2, 5, 10, 20, 50].map((machines) => [
        machines,
        Math.round((threadSeconds * Math.ceil(1000 / machines)) / threads),
      ]),
    ),
  };
}

export async function benchTeams(argv: readonly string[]): Promise<number> {
  const { values: flags } = parseArgs({
    args: [...argv],
    options: {
      count: { type: 'string', default: '1000' },
      agents: { type: 'string', default: '12' },
      time: { type: 'string', default: '1s' },
      jobs: { type: 'string', default: String(availableParallelism()) },
      dir: { type: 'string' },
    },
  });
  const root = flags.dir ?? mkdtempSync(join(tmpdir(), 'rosterpay-teams-'));
  const handbook = readFileSync('samples/three-shift/handbook.yaml', 'utf8').replace(
    /^ {2}skills:[\s\S]*?(?=^pay:)/m,
    '\n',
  );
  const count = Number(flags.count);
  for (let team = 1; team <= count; team += 1) {
    makeTeam(join(root, `team-${String(team).padStart(4, '0')}`), team, Number(flags.agents), handbook);
  }
  const generate = (shard: string | null): Omit<Part, 'part'> => {
    const began = performance.now();
    const args = ['bin/roster.js', 'generate', '--all', '--dir', root, '--month', MONTH, '--json', '--lang', 'en'];
    const more = ['--time', flags.time, '--jobs', flags.jobs, ...(shard === null ? [] : ['--shard', shard])];
    const ran = spawnSync(process.execPath, [...args, ...more], { encoding: 'utf8', maxBuffer: 1 << 30 });
    const { threads, teams } = JSON.parse(ran.stdout) as Report;
    const kept = teams.map(
      ({ status, score, bound, gap, seconds }) => ({ status, score, bound, gap, seconds }) as Team,
    );
    const seconds = rounded((performance.now() - began) / 1000);
    return { seconds, exit: ran.status, threads, load: rounded(loadavg()[0]!), teams: kept };
  };

  const log = join(root, PARTS_FILE);
  const parts = Math.ceil(count / PART);
  const done = new Set(finishedParts(log).map(({ part }) => part));
  for (let part = 1; part <= parts; part += 1) {
    if (done.has(part)) continue;
    const line: Part = { part, ...generate(`${part}/${parts}`) };
    appendFileSync(log, `${JSON.stringify(line)}\n`);
    process.stderr.write(`part ${part}/${parts}: ${line.teams.length} teams, ${line.seconds} s, load ${line.load}\n`);
  }
  process.stdout.write(`${JSON.stringify(summary('first', finishedParts(log)))}\n`);
  process.stdout.write(`${JSON.stringify(summary('again', [{ part: 1, ...generate(null) }]))}\n`);
  if (flags.dir === undefined) rmSync(root, { recursive: true, force: true });
  return 0;
}
