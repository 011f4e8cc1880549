/** What the parser and the help need of `roster duty` and `roster pattern`. */
import { text } from '../base/text.js';
import type { Command } from './command.js';

export const duty: Command = {
  name: 'duty',
  args: [],
  about: text('duty list, cleaning list and hand-over sheets from the roster', '根据班表排值班表、值日表和交接记录'),
  more: text(
    "Writes duty.csv and duty.html where the handbook has duty or cleaning, hand-over.html where shifts hand over or the day\nhas a routine. Fair over the year's lists that lie beside their rosters. A list that was edited stays; --force replaces it.",
    '手册有值班或值日时写出 duty.csv 和 duty.html，有交接班或每日流程时写出 hand-over.html。\n按当年各月已有的值班表公平轮流。手工改过的表会保留，用 --force 替换。',
  ),
  examples: [
    {
      line: 'roster duty --month 2026-12',
      says: text('who stays on each night, who hands over to whom', '每晚谁值班，谁与谁交接'),
    },
  ],
  flags: ['dir', 'month', 'handbook', 'staff', 'leave', 'previous', 'roster', 'out', 'force'],
  load: async () => (await import('./commands/duty.js')).dutyCommand,
};

export const pattern: Command = {
  name: 'pattern',
  args: [],
  about: text('a cyclic pattern that everybody walks one week apart', '循环班表：每人错开一周走同一条班次线'),
  more: text(
    'Found or proved impossible (exit code 3, with the reason). Shows alternatives by what people feel, and the fewest cells\nthat have to change in each of the next 24 months. Writes pattern.csv and pattern.html, a page for the wall.\n`roster generate --pattern FILE` keeps to the line as far as leave and cover allow, in any later month.',
    '找到循环，或证明不存在（退出码 3，并说明原因）。列出几个方案各自的周末、连班和换班情况，\n以及今后 24 个月每月最少需改动的格数。写出 pattern.csv 和可张贴的 pattern.html；\n以后每月用 roster generate --pattern 文件 即可按它排班。',
  ),
  examples: [
    {
      line: 'roster pattern --month 2026-12 --iterations 120',
      says: text('for the people of December, the same every time', '为十二月的人员找循环班表，每次结果相同'),
    },
  ],
  flags: [
    ...(['dir', 'month', 'handbook', 'staff', 'leave', 'previous', 'weeks', 'choice'] as const),
    ...(['out', 'seed', 'time', 'iterations', 'force'] as const),
  ],
  searches: true,
  load: async () => (await import('./commands/pattern.js')).patternCommand,
};
