/** What happens to a roster after it was made: the commands' names, words and flags. */
import { text } from '../base/text.js';
import type { Command } from './command.js';
import type { FlagName } from './flags.js';

const PLAN: readonly FlagName[] = ['dir', 'month', 'handbook', 'staff', 'leave', 'requests', 'demand', 'previous'];

const staffArg = (name: string) => ({ name, about: text('an employee number', '工号') });
const dayArg = (name: string) => ({
  name,
  about: text('a day: 2026-12-05, or 12-05 within the month', '日期：2026-12-05，本月内可写 12-05'),
});

export const publish: Command = {
  name: 'publish',
  args: [
    {
      name: '<file>',
      about: text('the edited roster: csv, xlsx or roster.json', '改过的班表：csv、xlsx 或 roster.json'),
    },
  ],
  about: text('make an edited sheet the published roster', '把改过的表格发布为正式班表'),
  more: text(
    'Judged first: where something that must hold is broken, nothing is written and the exit code is 1, unless it is allowed\nwith --accept. What was allowed is kept and shown ever after. The revision rises; the one before is kept in revisions/.\nAll sheets are written anew, and calendars where there are any.',
    '先检查：违反硬性规则则不写任何文件，退出码为 1，除非用 --accept 允许。允许的违规会保留并一直显示。\n版本号加一，旧版本保存在 revisions/。所有表格重新写出，已有的日历同步更新。',
  ),
  examples: [
    {
      line: 'roster publish 2026-12/roster.csv',
      says: text('after an edit in Excel or WPS: the next revision', '在 Excel 或 WPS 中修改之后：成为下一版'),
    },
  ],
  flags: [...PLAN, 'accept', 'because', 'by', 'out'],
  load: async () => (await import('./commands/publish.js')).publishCommand,
};

export const replan: Command = {
  name: 'replan',
  args: [],
  about: text('plan the rest of the month anew, changing as little as may be', '重排本月剩余日期，尽量少改'),
  more: text(
    'After leave was entered in leave.csv, somebody left, or a promotion day came up. Days before --from (tomorrow where not\ngiven) and pinned cells stay; each other cell has a price, twice as high on the first day as a week ahead. Writes the\nnext revision; says which cells changed and whether fewer would do. Exit codes as generate.',
    '用于补登请假、有人离职或新增大促之后。--from（不写为明天）之前的日期和固定的班不动；其余每格改动都有代价，\n越近越高（首日为一周后的两倍）。写出新版本，并说明改了哪些格、能否更少。退出码同 generate。',
  ),
  examples: [
    {
      line: 'roster replan --month 2026-12 --from 2026-12-10 --time 5s',
      says: text('after somebody fell ill: the cells that change, by person', '有人请病假之后：逐人列出改动'),
    },
  ],
  flags: [...PLAN, 'roster', 'from', 'price', 'allowGaps', 'because', 'by', 'out', 'seed', 'time', 'iterations'],
  searches: true,
  load: async () => (await import('./commands/replan.js')).replanCommand,
};

export const diff: Command = {
  name: 'diff',
  args: [
    {
      name: '<before>',
      about: text('a revision (1), or a roster: json, csv or xlsx', '版本号（如 1），或班表文件：json、csv、xlsx'),
    },
    {
      name: '[after]',
      about: text('the other one; the published roster where not given', '另一个；不写则为已发布的班表'),
    },
  ],
  about: text(
    'which cells two rosters differ in, and what that did to the score',
    '两份班表有哪些格不同，得分有何变化',
  ),
  more: text(
    'Alone, a revision is compared with the published roster, and the published roster with a file: what would publishing it\nchange?',
    '只写一个时：版本号与已发布的班表比较；已发布的班表与文件比较（发布它会改动什么）。',
  ),
  examples: [
    {
      line: 'roster diff 2026-12/roster.csv --month 2026-12',
      says: text('what was edited in the sheet, person by person', '表格中改了什么，逐人列出'),
    },
  ],
  flags: PLAN,
  load: async () => (await import('./commands/diff.js')).diffCommand,
};

export const explain: Command = {
  name: 'explain',
  args: [],
  about: text(
    "why the roster is as it is: a person's month, a day, a cell, the whole",
    '班表为什么这样排：一个人、一天、一格或全部',
  ),
  more: text(
    "--staff ID: a person's month, wishes met and refused and why. --day DAY: who is there, what is short, the best change.\nBoth: a cell, what forbids each other shift or what it would cost. Neither: the score by rule, and how much better any\nroster could be; with --time that bound is looked for anew.",
    '--staff 工号：一个人的一个月，意愿满足与否及原因。--day 日期：谁在岗、缺什么、最好的改法。\n两者都写：一格，换成其他班会违反什么或付出什么。都不写：各规则得分，以及最多还能好多少；加 --time 重新求下限。',
  ),
  examples: [
    {
      line: 'roster explain --month 2026-12',
      says: text('the score by rule, and how far from the best', '各规则得分，离最好还差多少'),
    },
    {
      line: 'roster explain --staff 1003 --day 2026-12-07 --month 2026-12',
      says: text('may 1003 have another shift on that day', '1003 这天能不能换别的班'),
    },
  ],
  flags: [
    ...PLAN.filter((flag) => flag !== 'staff'),
    ...(['person', 'day', 'roster', 'time', 'seed', 'iterations'] as const),
  ],
  searches: true,
  load: async () => (await import('./commands/explain.js')).explainCommand,
};

export const swap: Command = {
  name: 'swap',
  args: [staffArg('<staff>'), dayArg('<day>'), staffArg('<other>'), dayArg('<other-day>')],
  about: text('may two people exchange shifts, and why not', '两人能否调班，为什么'),
  more: text(
    'On the day of either both exchange what they do. Exit code 1 where it is not allowed. With --apply it is done; who asked\nand who approved is kept in roster.json.',
    '在这两天里，两人互换各自的安排。不能调换时退出码为 1。加 --apply 则执行，申请人和批准人记入 roster.json。',
  ),
  examples: [
    {
      line: 'roster swap 1002 2026-11-11 1003 2026-11-12 --month 2026-11',
      says: text('the new violations by name, or that it may be done', '列出会违反的规则，或说明可以调换'),
    },
  ],
  flags: [...PLAN, 'roster', 'apply', 'askedBy', 'approvedBy', 'because', 'out'],
  load: async () => (await import('./commands/swap.js')).swapCommand,
};

export const cover: Command = {
  name: 'cover',
  args: [staffArg('<staff>'), dayArg('<day>')],
  about: text('somebody cannot come: who can stand in, best first', '有人不能来：谁能补班，由好到差'),
  more: text(
    'Each way is judged by every rule: one person, two who move up, and the rest day given up had on another day. Exit code 1\nwhere nobody can. With --apply N way N is done and the leave kept in roster.json.',
    '每种办法都按全部规则检查：一人补班、两人顺移、让出的休息日改到别的日子。无人可补时退出码为 1。\n加 --apply N 则采用第 N 种，请假记入 roster.json。',
  ),
  examples: [
    {
      line: 'roster cover 1003 2026-11-07 --month 2026-11',
      says: text('1003 rang at seven: the colleagues to call, in order', '1003 早上七点请病假：依次该找谁'),
    },
  ],
  flags: [...PLAN, 'roster', 'kind', 'apply', 'by', 'because', 'out', 'time', 'iterations'],
  searches: true,
  load: async () => (await import('./commands/cover.js')).coverCommand,
};
