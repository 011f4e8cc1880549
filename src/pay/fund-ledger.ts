/** The activity fund as finance publishes it (two-shift/8): what came in by month, what was spent, what is left. */
import { assert } from '../base/assert.js';
import { ANYTHING, anyWords, optional, readRecords, required } from '../base/columns.js';
import { type Fen, fen, formatYuan, parseYuan, showYuan, sumFen } from '../base/fen.js';
import { error, type Issue, type Outcome, outcome, warning } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import type { Grid, Table } from '../base/table.js';
import { type Lang, same, type Text, text } from '../base/text.js';
import { type Day, lastDay, type Month, parseDay } from '../calendar/day.js';

export interface Spending {
  readonly day: Day;
  readonly what: string;
  readonly amount: Fen;
  readonly source: SourceRef;
}

export const SPENDING_COLUMNS = {
  day: required(['day', '日期', 'date'], parseDay, text('a day such as 2026-12-05', '日期，例如 2026-12-05')),
  what: required(['what', '用途', '事项'], anyWords, text('what it was spent on', '用途')),
  amount: required(['amount', '金额', '金额(元)'], parseYuan, text('an amount such as 30.00', '金额，例如 30.00')),
  by: optional(['by', '经手人'], anyWords, ANYTHING),
};

/** Reads what was spent. Error `spending-negative`: amounts are written without a sign. */
export function readSpending(table: Table): Outcome<readonly Spending[]> {
  const { records, issues } = readRecords(table, SPENDING_COLUMNS);
  const spent = records.map(({ values, source }) => ({
    day: values.day,
    what: values.what,
    amount: values.amount,
    source,
  }));
  const negative = spent.filter(({ amount }) => amount < 0).map(({ source }) => spendingNegative(source));
  return outcome(spent, [...issues, ...negative]);
}

const spendingNegative = (source: SourceRef): Issue =>
  error(
    'spending-negative',
    source,
    text('what is spent is written without a sign.', '支出金额不带负号。'),
    text('Correct the amount.', '请改正金额。'),
  );

/** What a month's fines gave to the fund. */
export interface Income {
  readonly month: Month;
  readonly total: Fen;
}

interface LedgerRow {
  readonly day: Day;
  readonly what: Text;
  readonly income: Fen | null;
  readonly spent: Fen | null;
  readonly balance: Fen;
}

export interface Ledger {
  readonly rows: readonly LedgerRow[];
  readonly income: Fen;
  readonly spent: Fen;
  /** income - spent */
  readonly balance: Fen;
  readonly issues: readonly Issue[];
}

/** By day; a month's fines on its last day, before what is spent on it. No names: it is published. */
export function ledgerOf(income: readonly Income[], spending: readonly Spending[]): Ledger {
  const entries = [
    ...income
      .filter(({ total }) => total !== 0)
      .map(({ month, total }) => ({
        day: lastDay(month),
        what: text(`fines of ${month}`, `${month} 罚款`),
        income: total,
        spent: null,
        source: null,
      })),
    ...spending.map(({ day, what, amount, source }) => ({
      day,
      what: same(what),
      income: null,
      spent: amount,
      source,
    })),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : Number(a.income === null) - Number(b.income === null)));
  let balance: Fen = fen(0);
  const issues: Issue[] = [];
  const rows = entries.map(({ source, ...entry }): LedgerRow => {
    balance = fen(balance + (entry.income ?? 0) - (entry.spent ?? 0));
    if (balance < 0 && source !== null) issues.push(overspent(balance, source));
    return { ...entry, balance };
  });
  const [came, went] = [sumFen(income.map(({ total }) => total)), sumFen(spending.map(({ amount }) => amount))];
  assert(came - went === balance, `the fund balances: ${came} - ${went} fen, ${balance} fen left`);
  return { rows, income: came, spent: went, balance, issues };
}

const overspent = (balance: Fen, source: SourceRef): Issue =>
  warning(
    'fund-overspent',
    source,
    text(
      `the fund stands at ${showYuan(balance)} after this: more was spent than was in it.`,
      `此笔之后经费余额为 ${showYuan(balance)}，支出超过余额。`,
    ),
    text('Correct the day or the amount.', '请核对日期或金额。'),
  );

export const ledgerGrid = (ledger: Ledger, lang: Lang): Grid => ({
  headings: [
    text('day', '日期'),
    text('entry', '事项'),
    text('in', '收入'),
    text('out', '支出'),
    text('balance', '余额'),
  ].map((heading) => heading[lang]),
  rows: [
    ...ledger.rows.map(({ day, what, income, spent, balance }) => [
      day,
      what[lang],
      income === null ? '' : formatYuan(income),
      spent === null ? '' : formatYuan(spent),
      formatYuan(balance),
    ]),
    ['', text('total', '合计')[lang], formatYuan(ledger.income), formatYuan(ledger.spent), formatYuan(ledger.balance)],
  ],
});
