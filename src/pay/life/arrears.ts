/**
 * A closed month stands. What its lines would come to with today's facts, less what it paid and what later months made
 * good already, is arrears: each with the closed month and the cause.
 */
import { type Fen, fen, showYuan } from '../../base/fen.js';
import { citedRows } from '../../base/source.js';
import { type Lang, type Text, text } from '../../base/text.js';
import type { Month } from '../../calendar/day.js';
import type { StaffId } from '../../people/person.js';
import { type Change, differencesOf } from './difference.js';
import type { Run, RunSlip, Settled } from './run.js';

export interface Arrears {
  readonly staff: StaffId;
  readonly name: string;
  /** The closed month. */
  readonly month: Month;
  readonly line: string;
  readonly label: Text;
  /** What is still to be paid (or, negative, taken back). */
  readonly amount: Fen;
  readonly frozen: Fen;
  readonly today: Fen;
  /** Made good by months in between. */
  readonly settled: Fen;
  readonly reasons: readonly Text[];
}

/** The lines that settle other months, and therefore never become arrears themselves. */
const ARREARS = 'arrears';
const LOSSES = 'losses';

/**
 * @param frozen pay.json of the closed month
 * @param today the same month computed anew
 * @param between pay.json of the months since then, which may have settled a part
 * @param lang the language of `frozen`
 */
export function arrearsOf(frozen: Run, today: Run, between: readonly Run[], lang: Lang): Arrears[] {
  const settled = new Map<string, number>();
  for (const { id, arrears } of between.flatMap((run) => run.slips)) {
    for (const { month, line, amount } of arrears as readonly Settled[]) {
      if (month !== frozen.month) continue;
      const key = `${id} ${line}`;
      settled.set(key, (settled.get(key) ?? 0) + amount);
    }
  }
  const [paid, due] = [withWholeLosses(frozen), withWholeLosses(today)];
  const changes = new Map(differencesOf(paid, due, lang).map((change) => [`${change.staff} ${change.line}`, change]));
  const keys = [...new Set([...changes.keys(), ...settled.keys()])];
  return keys.flatMap((key): Arrears[] => {
    const change = changes.get(key) ?? unchanged(key, due, paid);
    if (change === null || change.line === ARREARS) return [];
    const done = fen(settled.get(key) ?? 0);
    const amount = fen(change.by - done);
    if (amount === 0) return [];
    return [
      {
        staff: change.staff as StaffId,
        name: change.name,
        month: frozen.month,
        line: change.line,
        label: change.label,
        amount,
        frozen: change.before,
        today: change.after,
        settled: done,
        reasons: change.reasons,
      },
    ];
  });
}

/** The loss line as if nothing were carried over: what the cap put off comes back by itself, only the debt may differ. */
const withWholeLosses = (run: Run): Run => ({
  ...run,
  slips: run.slips.map((slip): RunSlip => {
    if (slip.carried === 0) return slip;
    return {
      ...slip,
      lines: slip.lines.map((line) =>
        line.line === LOSSES ? { ...line, amount: fen(line.amount - slip.carried) } : line,
      ),
    };
  }),
});

/** Rows named one by one; the rest is left to the sources of the line. */
const MOST_ORDERS = 5;

/** Names the orders of a corrected line that have refunds by now: mostly they are the cause. `refunds`: by cited row. */
export function withRefunds(arrears: readonly Arrears[], frozen: Run, refunds: ReadonlyMap<string, Fen>): Arrears[] {
  const lines = new Map(
    frozen.slips.flatMap(({ id, lines: own }) => own.map((line) => [`${id} ${line.line}`, line] as const)),
  );
  return arrears.map((one) => {
    const orders = (lines.get(`${one.staff} ${one.line}`)?.sources ?? [])
      .flatMap(citedRows)
      .filter((row) => refunds.has(row));
    if (orders.length === 0) return one;
    const named = orders.slice(0, MOST_ORDERS).map((source) => `${source} ${showYuan(refunds.get(source)!)}`);
    const more = orders.length > MOST_ORDERS ? ` +${orders.length - MOST_ORDERS}` : '';
    const reason = text(
      `orders with a refund by now: ${named.join(', ')}${more}`,
      `现有退款的订单：${named.join('、')}${more}`,
    );
    return { ...one, reasons: [...one.reasons, reason] };
  });
}

/** A line that a later month corrected and that by now is as it was: the correction is taken back. */
function unchanged(key: string, due: Run, paid: Run): Change | null {
  const [staff, line] = key.split(' ') as [string, string];
  for (const run of [due, paid]) {
    const slip = run.slips.find(({ id }) => id === staff);
    if (slip === undefined) continue;
    const found = slip.lines.find((one) => one.line === line);
    const amount = found?.amount ?? fen(0);
    const label = found?.label ?? { en: line, zh: line };
    return { staff, name: slip.name, line, label, before: amount, after: amount, by: fen(0), reasons: [] };
  }
  return null;
}
