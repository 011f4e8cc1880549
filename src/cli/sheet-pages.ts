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
