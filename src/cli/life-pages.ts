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
      line: 'roster swap 1001 2026-12-07 1002 2026-12-08 --month 2026-12',
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
      line: 'roster cover 1003 2026-12-07 --month 2026-12',
      says: text('1003 rang at seven: the colleagues to call, in order', '1003 早上七点请病假：依次该找谁'),
    },
  ],
  flags: [...PLAN, 'roster', 'kind', 'apply', 'by', 'because', 'out'],
  load: async () => (await import('./commands/cover.js')).coverCommand,
};
