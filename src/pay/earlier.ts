/** Reads an earlier month's pay.json back: sales of the year, carried losses, streaks. */
import { type Fen, parseYuan } from '../base/fen.js';
import { error, type Outcome } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import { text } from '../base/text.js';
import { parseMonth } from '../calendar/day.js';
import type { StaffId } from '../people/person.js';
import type { Platform } from '../sales/order.js';
import type { EarlierMonth, EarlierSlip, TaxSoFar } from './input.js';
import { settledFrom } from './life/run.js';

/** Somebody may have edited the file: whatever does not have the shape is an error, never a guess. */
export function earlierMonth(document: unknown, source: SourceRef): Outcome<EarlierMonth> {
  const month = isRecord(document) && typeof document.month === 'string' ? parseMonth(document.month) : null;
  const slips = isRecord(document) && Array.isArray(document.payslips) ? document.payslips.map(slipOf) : null;
  if (month === null || slips === null) return unreadable(source, 'month, payslips');
  const broken = slips.indexOf(null);
  if (broken >= 0) return unreadable(source, `payslips[${broken}]`);
  return { value: { month, slips: slips.filter((slip) => slip !== null), source }, issues: [] };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const money = (value: unknown): Fen | null => (typeof value === 'string' ? parseYuan(value) : null);

function slipOf(raw: unknown): EarlierSlip | null {
  if (!isRecord(raw) || typeof raw.id !== 'string' || !isRecord(raw.hands_on)) return null;
  const [gross, deductions, net] = [money(raw.gross), money(raw.deductions), money(raw.net)];
  const { carried: left, top_seller: topSeller, sales: sold } = raw.hands_on;
  const carried = money(left);
  const settled = Array.isArray(raw.hands_on.arrears)
    ? raw.hands_on.arrears.map((one) => (isRecord(one) ? settledFrom(one) : null))
    : [];
  if (settled.some((one) => one === null)) return null;
  const sales = Array.isArray(sold) ? sold.map(saleOf) : [null];
  if (gross === null || deductions === null || net === null || carried === null || carried < 0) return null;
  if (typeof topSeller !== 'number' || !Number.isInteger(topSeller) || topSeller < 0) return null;
  if (sales.some((sale) => sale === null)) return null;
  return {
    staff: raw.id as StaffId,
    gross,
    deductions,
    net,
    carried,
    topSeller,
    grade: typeof raw.hands_on.grade === 'string' ? raw.hands_on.grade : null,
    tax: taxFrom(raw.hands_on.tax),
    annualLeave: typeof raw.hands_on.annual_leave === 'number' ? raw.hands_on.annual_leave : 0,
    points: typeof raw.hands_on.points === 'number' ? raw.hands_on.points : null,
    away: awayFrom(raw.hands_on.away),
    daysInRow: typeof raw.hands_on.days_in_row === 'number' ? raw.hands_on.days_in_row : 0,
    arrears: settled.filter((one) => one !== null),
    sales: sales.filter((sale) => sale !== null),
  };
}

function taxFrom(raw: unknown): TaxSoFar | null {
  if (!isRecord(raw) || typeof raw.months !== 'number' || !Number.isInteger(raw.months)) return null;
  const [income, deducted, withheld] = [money(raw.income), money(raw.deducted), money(raw.withheld)];
  return income === null || deducted === null || withheld === null
    ? null
    : { months: raw.months, income, deducted, withheld };
}

/** Files of before this was handed on have none. */
function awayFrom(raw: unknown): EarlierSlip['away'] {
  const [days, of] = Array.isArray(raw) ? raw : [0, 0];
  return Number.isInteger(days) && Number.isInteger(of) ? { days, of } : { days: 0, of: 0 };
}

function saleOf(raw: unknown): EarlierSlip['sales'][number] | null {
  if (!isRecord(raw) || typeof raw.shop !== 'string' || typeof raw.platform !== 'string') return null;
  const amount = money(raw.amount);
  return amount === null ? null : { shop: raw.shop, platform: raw.platform as Platform, amount };
}

const unreadable = (source: SourceRef, path: string): Outcome<EarlierMonth> => ({
  value: null,
  issues: [
    error(
      'earlier-pay-unreadable',
      { ...source, path },
      text('this is not a month of pay as `pay compute` writes it.', '这不是 pay compute 生成的工资文件。'),
      text('Compute that month again, or take the file away.', '请重新计算该月，或移走此文件。'),
    ),
  ],
});
