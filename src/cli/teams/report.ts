/** One report on many teams: a line each, what is wrong beneath it, and how many of each sort. */
import { type Text, text } from '../../base/text.js';
import type { Month } from '../../calendar/day.js';
import type { Json, Page } from '../command.js';
import { EXIT, type ExitCode } from '../exit.js';
import { harmless } from '../say.js';
import { painter, type Styled, table, wrap } from '../terminal.js';

export interface Team {
  /** Relative to the folder that holds them all. */
  readonly folder: string;
  readonly exit: ExitCode;
  readonly status: string;
  /** Its own JSON document. */
  readonly document: { readonly [key: string]: Json };
  readonly talk: string;
}

export interface TeamsReport {
  readonly month: Month;
  readonly teams: readonly Team[];
  readonly counts: Readonly<Record<string, number>>;
  /** All teams, those of other shards too. */
  readonly of: number;
}

const STATUS: Readonly<Record<string, Text>> = {
  optimal: text('best (proved)', '最优（已证明）'),
  feasible: text('planned', '已排班'),
  gaps: text('open shifts', '有空缺班次'),
  infeasible: text('no roster exists', '不存在可行班表'),
  unknown: text('not found in time', '时限内未找到'),
  unchanged: text('done before', '此前已完成'),
  outdated: text('inputs changed', '输入已变'),
  ok: text('in order', '正常'),
  violations: text('rules broken', '违反规则'),
  problems: text('to be looked at', '需要查看'),
  closed: text('closed', '已关账'),
  failed: text('could not run', '无法运行'),
  locked: text('locked', '被占用'),
  bug: text('a fault of ours', '程序错误'),
  interrupted: text('interrupted', '已中断'),
  'not-begun': text('not begun', '未开始'),
};

/** Messages of one team that are written out. */
const SHOWN = 3;

const record = (value: Json | undefined): { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as { [key: string]: Json }) : {};

/** Score and bound, or the sum paid. */
function figure({ document }: Team): string {
  const [score, bound, totals] = [record(document.score), record(document.bound), record(document.totals)];
  if (typeof totals.net === 'string') return totals.net;
  if (typeof score.soft !== 'number') return '';
  const hard = typeof score.hard === 'number' && score.hard > 0 ? `${score.hard} [X] ` : '';
  return `${hard}${score.soft}${typeof bound.soft === 'number' ? ` (>= ${bound.soft})` : ''}`;
}

/** The messages that need somebody's eye: errors, else warnings of a team that did not end well. */
function concerns({ document, exit, talk }: Team): string[] {
  const issues = (Array.isArray(document.issues) ? document.issues : []).map(record);
  const errors = issues.filter(({ severity }) => severity === 'error');
  const told = errors.length > 0 || exit === EXIT.done ? errors : issues.filter(({ severity }) => severity !== 'info');
  const words = told.map(
    ({ source, message }) => `${typeof source === 'string' ? `${source}: ` : ''}${String(message)}`,
  );
  return exit === EXIT.bug && talk !== '' ? [talk.split('\n')[0]!, ...words] : words;
}

export function drawTeams({ month, teams, counts, of }: TeamsReport, page: Page): string {
  const { lang } = page;
  const paint = painter(page.colour);
  const called = (status: string): string => STATUS[status]?.[lang] ?? status;
  const rows = teams.map((team): Styled[] => [
    { words: team.folder },
    { words: called(team.status), ...(team.exit === EXIT.done ? {} : { paint: { bold: true } }) },
    { words: figure(team), right: true },
    { words: typeof team.document.seconds === 'number' ? `${team.document.seconds} s` : '', right: true },
  ]);
  const drawn = table(rows, paint).split('\n');
  const body = teams.flatMap((team, at) => {
    const found = concerns(team);
    const more = found.length - SHOWN;
    const rest = more > 0 ? [text(`and ${more} more`, `另有 ${more} 条`)[lang]] : [];
    const beneath = [...found.slice(0, SHOWN), ...rest];
    return [drawn[at]!, ...beneath.map((words) => wrap(harmless(words), page.columns, '    '))];
  });
  const each = Object.entries(counts)
    .sort()
    .map(([status, count]) => `${called(status)} ${count}`);
  const end = text(
    `${month}: ${teams.length} of ${of} teams. ${each.join(', ')}.`,
    `${month}：${of} 个班组中的 ${teams.length} 个。${each.join('，')}。`,
  );
  return [...body, wrap(end[lang], page.columns)].map((line) => `${line}\n`).join('');
}
