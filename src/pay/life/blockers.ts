/** What stands in the way of closing a month. Each has an id by which somebody may let it stand, with a reason. */
import { showYuan } from '../../base/fen.js';
import type { Issue } from '../../base/issue.js';
import { cite, type SourceRef } from '../../base/source.js';
import { type Text, text } from '../../base/text.js';
import { type Day, lastDay, type Month } from '../../calendar/day.js';
import type { PayResult } from '../payslip.js';
import type { ScoreSheetState } from '../score-sheet.js';
import type { Waived } from './manifest.js';

export interface Blocker {
  readonly id: string;
  readonly message: Text;
  readonly source: SourceRef | null;
}

/** Warnings that say: something in the month's folders was not read. A punch workbook's monthly sums are nothing to read. */
const UNREAD = new Set(['orders-sheet-not-read', 'order-notes-skipped', 'closed-input-gone']);

/** Carried over by the rules, decided by nobody: no reason to wait. */
const isSettled = (id: string): boolean => id.startsWith('loss-carried:');

/**
 * @param issues what reading the month's files said
 * @param today the calendar day in Shanghai
 */
export const blockersOf = (
  result: PayResult,
  issues: readonly Issue[],
  sheet: ScoreSheetState | null,
  today: Day,
): readonly Blocker[] => [
  ...result.exceptions
    .filter(({ id }) => !isSettled(id))
    .map(({ id, amount, message, sources }) => ({
      id,
      message:
        amount === null ? message : text(`${message.en} (${showYuan(amount)})`, `${message.zh}（${showYuan(amount)}）`),
      source: sources[0] ?? null,
    })),
  ...issues
    .filter(({ code }) => UNREAD.has(code))
    .map(({ code, source, message }) => ({
      id: `unread:${source === null ? code : cite(source)}`,
      message,
      source,
    })),
  ...(sheet === null || sheet.approved !== null || !sheet.needsApproval
    ? []
    : [
        {
          id: 'score-sheet',
          message: text(
            `the score sheet of ${result.month} is not approved; it is due on ${sheet.due}. Approve it: pay scorecard --month ${result.month} --approve --by NAME`,
            `${result.month} 的奖罚评分表尚未批准，应于 ${sheet.due} 前提交。批准：pay scorecard --month ${result.month} --approve --by 姓名`,
          ),
          source: null,
        },
      ]),
  ...(today > lastDay(result.month) ? [] : [notOver(result.month, today)]),
];

/** Orders and punches of the days to come would be missing without a word. */
const notOver = (month: Month, today: Day): Blocker => ({
  id: 'month-not-over',
  message: text(
    `${month} is not over: today is ${today}, and its last day is ${lastDay(month)}.`,
    `${month} 尚未结束：今天是 ${today}，该月最后一天是 ${lastDay(month)}。`,
  ),
  source: null,
});

/** Blockers that nobody lets stand, and names that stand for none. */
export function waive(
  blockers: readonly Blocker[],
  accepted: readonly Waived[],
): { readonly left: readonly Blocker[]; readonly unknown: readonly string[] } {
  const ids = new Set(blockers.map(({ id }) => id));
  const waived = new Set(accepted.map(({ id }) => id));
  return {
    left: blockers.filter(({ id }) => !waived.has(id)),
    unknown: [...waived].filter((id) => !ids.has(id)),
  };
}
