/** 奖罚评分表 (after-sales/2): the month's rewards and penalties by person, due for approval before payday. */
import { type Fen, fen, formatYuan, sumFen } from '../base/fen.js';
import { cite, type SourceRef } from '../base/source.js';
import type { Grid } from '../base/table.js';
import { type Lang, type Text, text } from '../base/text.js';
import { addDays, addMonths, type Day, dayOf, lastDay, type Month } from '../calendar/day.js';
import type { HolidayCalendar } from '../calendar/holidays.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import type { Derivation } from './derivation.js';
import type { PayResult } from './payslip.js';

export interface ScoreRow {
  readonly staff: string;
  readonly name: string;
  readonly label: Text;
  /** Null: a notice, no money. */
  readonly amount: Fen | null;
  readonly clause: string | null;
  readonly says: Text;
  readonly sources: readonly SourceRef[];
}

export interface ScoreSheet {
  readonly month: Month;
  readonly payday: Day;
  /** The last day for handing it in. */
  readonly due: Day;
  readonly clause: string | null;
  /** False: the handbook lets it stand without anybody's approval. */
  readonly needsApproval: boolean;
  readonly rows: readonly ScoreRow[];
  /** By person, in the order of the slips; only who has a row. */
  readonly totals: readonly { readonly staff: string; readonly name: string; readonly amount: Fen }[];
}

/** Somebody's approval, and of which sheet: the fingerprint of what was approved. */
export interface Approval {
  readonly by: string;
  readonly at: string;
  readonly sha256: string;
}

export interface ScoreSheetState {
  readonly due: Day;
  readonly needsApproval: boolean;
  /** Null: nobody approved the sheet as it is now. */
  readonly approved: Approval | null;
}

/** Lines that reward or punish what somebody did. */
const SCORED = new Set(['rewards', 'top-seller', 'excellent-streak', 'quiet-quarter', 'fines', 'complaints']);

/** Null where the handbook asks for no sheet. */
export function scoreSheetOf(
  result: PayResult,
  handbook: HandbookInForce,
  calendar: HolidayCalendar,
): ScoreSheet | null {
  const chapter = handbook.values.pay.scorecard;
  if (chapter === undefined) return null;
  const payday = paydayOf(result.month, handbook.values.pay.payday, calendar);
  const rows = result.payslips.flatMap((slip): ScoreRow[] => [
    ...slip.lines
      .filter(({ line }) => SCORED.has(line))
      .flatMap((line) => (line.parts.length === 0 ? [line] : line.parts))
      .map((part) => row(slip.id, slip.name, part)),
    ...result.notices
      .filter(({ staff }) => staff === slip.id)
      .map((notice) => ({
        staff: slip.id,
        name: slip.name,
        label: text('notice', '通知'),
        amount: null,
        clause: notice.clause,
        says: notice.says,
        sources: notice.sources,
      })),
  ]);
  return {
    month: result.month,
    payday,
    due: workdayBy(addDays(payday, -chapter.due_days_before_payday), calendar),
    clause: handbook.origin('pay.scorecard').clause,
    needsApproval: chapter.approve,
    rows,
    totals: result.payslips
      .filter(({ id }) => rows.some(({ staff }) => staff === id))
      .map(({ id, name }) => ({
        staff: id,
        name,
        amount: sumFen(rows.filter(({ staff }) => staff === id).map(({ amount }) => amount ?? fen(0))),
      })),
  };
}

const row = (staff: string, name: string, part: Derivation): ScoreRow => ({
  staff,
  name,
  label: part.label,
  amount: part.amount,
  clause: part.clause,
  says: part.says,
  sources: part.sources,
});

/** Wages are paid in the month after; where that is no workday, on the workday before (工资支付暂行规定 7). */
export function paydayOf(month: Month, dayOfMonth: number, calendar: HolidayCalendar): Day {
  const next = addMonths(month, 1);
  const day = dayOf(Number(next.slice(0, 4)), Number(next.slice(5)), dayOfMonth) ?? lastDay(next);
  return workdayBy(day, calendar);
}

/** The day itself where people work, else the workday before. */
function workdayBy(day: Day, calendar: HolidayCalendar): Day {
  const { kind } = calendar.info(day);
  return kind === 'workday' || kind === 'make-up-work' ? day : workdayBy(addDays(day, -1), calendar);
}

/** scorecard.csv: what is approved, so it holds no word about the approval. */
export const scoreSheetGrid = (sheet: ScoreSheet, lang: Lang): Grid => ({
  headings: [
    text('id', '工号'),
    text('name', '姓名'),
    text('item', '事项'),
    text('amount', '金额'),
    text('how', '算法'),
    text('clause', '条款'),
    text('source', '来源'),
  ].map((heading) => heading[lang]),
  rows: [
    ...sheet.rows.map((one) => [
      one.staff,
      one.name,
      one.label[lang],
      one.amount === null ? '' : formatYuan(one.amount),
      one.says[lang],
      one.clause ?? '',
      one.sources.map(cite).join('; '),
    ]),
    ...sheet.totals.map(({ staff, name, amount }) => [
      staff,
      name,
      text('total', '合计')[lang],
      formatYuan(amount),
      '',
      '',
      '',
    ]),
  ],
});

/** What an approval vouches for, the same in every language: whom what money or notice goes to, and by which rows. */
export const scoreSheetContent = (sheet: ScoreSheet): string =>
  sheet.rows
    .map(({ staff, amount, clause, says, sources }) =>
      [staff, amount === null ? '' : formatYuan(amount), clause ?? '', says.zh, sources.map(cite).join(' ')].join('\t'),
    )
    .join('\n');
