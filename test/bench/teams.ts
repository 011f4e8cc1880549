/**
 * `npm run --silent bench -- teams [--count 1000] [--agents 12] [--time 1s] [--jobs N] [--dir DIR] [--keep]`: seeded teams in a
 * folder, each a workspace with leave and wishes of its own, planned by `roster generate --all` from the build, then once
 * more: the rerun has nothing to do.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

interface Report {
  readonly counts: Readonly<Record<string, number>>;
  readonly threads: number;
  readonly teams: readonly { readonly score?: { readonly hard: number }; readonly gap?: number | null }[];
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
      keep: { type: 'boolean', default: false },
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
  const generate = (label: string): void => {
    const began = performance.now();
    const args = ['bin/roster.js', 'generate', '--all', '--dir', root, '--month', MONTH, '--json', '--lang', 'en'];
    const ran = spawnSync(process.execPath, [...args, '--time', flags.time, '--jobs', flags.jobs], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    const seconds = (performance.now() - began) / 1000;
    const { counts, threads, teams } = JSON.parse(ran.stdout) as Report;
    const gaps = teams.flatMap(({ gap }) => (typeof gap === 'number' ? [gap] : [])).sort((a, b) => a - b);
    const broken = teams.filter(({ score }) => (score?.hard ?? 1) > 0).length;
    const perTeam = (seconds * threads) / count;
    const line = {
      ...{
        run: label,
        teams: count,
        threads,
        seconds: Math.round(seconds * 10) / 10,
        exit: ran.status,
        counts,
        broken,
      },
      thread_seconds_a_team: Math.round(perTeam * 1000) / 1000,
      median_gap: gaps[Math.floor(gaps.length / 2)] ?? null,
      load: loadavg().map((load) => Math.round(load * 10) / 10),
      // What the measurement says of a thousand teams on n machines like this one.
      expected_seconds_of_1000: Object.fromEntries(
        [1, 2, 5, 10, 50].map((machines) => [machines, Math.round((perTeam * Math.ceil(1000 / machines)) / threads)]),
      ),
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
  generate('first');
  generate('again');
  if (!flags.keep) rmSync(root, { recursive: true, force: true });
  return 0;
}
