/** `--all`: one command for every workspace below a folder, one report. What is done already is skipped. */
import { availableParallelism } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { error, hasErrors } from '../../base/issue.js';
import { text } from '../../base/text.js';
import type { Month } from '../../calendar/day.js';
import { parseJson } from '../../io/json.js';
import { kindOf } from '../../io/workspace.js';
import type { Answer, Call, Json } from '../command.js';
import { EXIT, type ExitCode } from '../exit.js';
import { failed } from '../failed.js';
import { type FlagName, typed } from '../flags.js';
import { placeOf } from '../place.js';
import { ROSTER_FILE } from '../rosters.js';
import { type Outcome, runAll } from './pool.js';
import { drawTeams, type Team } from './report.js';
import { sharded, workspacesIn } from './workspaces.js';

/** Said for each team anew, or by this run alone. */
const OWN: ReadonlySet<string> = new Set<FlagName>([
  ...(['all', 'shard', 'jobs', 'dir', 'out', 'json', 'quiet', 'lang', 'color', 'ifChanged'] as const),
]);

/** Worst first: what nobody could run, then what nobody could solve, then what somebody should look at. */
const WORST: readonly ExitCode[] = [
  ...[EXIT.bug, EXIT.interrupted, EXIT.cannot, EXIT.locked, EXIT.timeUp, EXIT.impossible, EXIT.look, EXIT.done],
];

/** One command's work on many teams. */
export interface TeamsWork {
  readonly program: 'roster' | 'pay';
  readonly command: 'generate' | 'check' | 'compute';
  /** The month where none is given. */
  readonly fallback: 'next' | 'last';
}

export async function allTeams(call: Call, work: TeamsWork): Promise<Answer> {
  const { place, issues } = placeOf(call.flags, call.shell, work.fallback);
  if (hasErrors(issues)) return failed(issues);
  const every = await workspacesIn(place.dir);
  if (every.length === 0) return failed([noWorkspaces(call.flags.dir ?? '.')], { month: place.month });
  const folders = sharded(every, call.flags.shard);
  const threads = Math.min(call.flags.jobs ?? availableParallelism(), Math.max(1, folders.length));
  const name = (folder: string): string => relative(place.dir, folder).replaceAll('\\', '/') || '.';
  const lines = await Promise.all(folders.map((folder) => lineFor(call, work, folder, place.month, name, threads)));
  const { clock } = call.shell;
  const began = clock();
  let finished = 0;
  const outcomes = await call.interrupts.softly(
    () =>
      runAll({ program: work.program, cwd: call.shell.cwd, env: call.shell.env }, lines, threads, call.shell, (at) => {
        finished += 1;
        const of = `${finished}/${folders.length}  ${name(folders[at]!)}`;
        call.progress(text(of, of));
      }),
    () => call.talk(text('Ctrl-C: no further team is begun.', 'Ctrl-C：不再开始新的班组。')),
  );
  call.progress(null);
  const teams = outcomes.map((outcome, at) => teamOf(name(folders[at]!), outcome));
  const exit = WORST.find((code) => teams.some((team) => team.exit === code)) ?? EXIT.done;
  const counts: Record<string, number> = {};
  for (const { status } of teams) counts[status] = (counts[status] ?? 0) + 1;
  return {
    exit,
    status: exit === EXIT.done ? 'ok' : 'problems',
    issues: [],
    document: {
      month: place.month,
      of: every.length,
      shard: call.flags.shard === null ? null : { ...call.flags.shard },
      threads,
      seconds: Math.round((clock() - began) / 100) / 10,
      counts,
      teams: teams.map(({ folder, exit: code, status, document, talk }) => ({
        ...{ team: folder, exit: code, status },
        ...Object.fromEntries(KEPT.flatMap((key) => (document[key] === undefined ? [] : [[key, document[key]]]))),
        ...(talk === '' ? {} : { talk }),
      })),
    },
    print: (page) => drawTeams({ month: place.month, teams, counts, of: every.length }, page),
  };
}

/** What the one report takes over of each team's own document; the rest stands in the team's files. */
const KEPT = ['score', 'bound', 'gap', 'seconds', 'gaps', 'totals', 'changed', 'files', 'issues'] as const;

async function lineFor(
  call: Call,
  { command }: TeamsWork,
  folder: string,
  month: Month,
  name: (folder: string) => string,
  threads: number,
): Promise<readonly string[]> {
  const { flags, raw, lang, shell } = call;
  const given = Object.entries(raw).flatMap(([key, value]) => {
    if (OWN.has(key) || value === undefined || value === false || key === 'month') return [];
    const flag = typed(key as FlagName);
    return value === true ? [flag] : [value].flat().flatMap((one) => [flag, String(one)]);
  });
  const roster = join(folder, month, ROSTER_FILE);
  return [
    command,
    ...(command === 'check' && (await kindOf(roster)) === 'file' ? [roster] : []),
    ...given,
    ...['--dir', folder, '--month', month, '--lang', lang, '--json'],
    ...(flags.out === null ? [] : ['--out', join(resolve(shell.cwd, flags.out), name(folder), month)]),
    ...(command === 'check' || flags.force ? [] : ['--if-changed']),
    // With fewer teams than cores each may use what is left; else one thread a team is the most work done.
    ...(command === 'generate' && threads > 1 ? ['--jobs', '1'] : []),
  ];
}

function teamOf(folder: string, outcome: Outcome | null): Team {
  if (outcome === null) return { folder, exit: EXIT.timeUp, status: 'not-begun', document: {}, talk: '' };
  const parsed = outcome.document === '' ? null : parseJson(outcome.document, { file: folder }).value;
  const document = (typeof parsed === 'object' && parsed !== null ? parsed : {}) as { readonly [key: string]: Json };
  const status = typeof document.status === 'string' ? document.status : 'bug';
  return { folder, exit: outcome.exit, status, document, talk: outcome.talk };
}

const noWorkspaces = (dir: string) =>
  error(
    'no-workspaces',
    { file: dir },
    text('there is no workspace below this folder.', '该文件夹下没有工作文件夹。'),
    text(
      'A workspace holds handbook.yaml and staff.csv: roster init DIR makes one.',
      '工作文件夹含有 handbook.yaml 和 staff.csv：可用 roster init 文件夹 新建。',
    ),
  );
