/** The month's pay as a plain document (pay.json, `pay compute --json`). Money is a decimal string of yuan. */
import { type Drawn, drawn } from '../base/drawn.js';
import { formatYuan } from '../base/fen.js';
import { cite, type SourceRef } from '../base/source.js';
import type { Grid } from '../base/table.js';
import { type Lang, text } from '../base/text.js';
import type { Reconciliation } from '../sales/order.js';
import type { Derivation, Notice } from './derivation.js';
import type { TaxSoFar } from './input.js';
import type { PayException } from './line.js';
import type { Fund, PayResult, Payslip } from './payslip.js';

type Json = string | number | boolean | null | readonly Json[] | Drawn<Json> | { readonly [key: string]: Json };
export type PayDocument = { readonly [key: string]: Json };

/** The slips are drawn one by one. Everything but `files` and `issues`, which the command adds; keys as the contract for scripts names them. */
export function payDocument(result: PayResult, lang: Lang): PayDocument {
  return {
    month: result.month,
    status: result.exceptions.length === 0 ? 'ok' : 'problems',
    totals: {
      gross: formatYuan(result.totals.gross),
      deductions: formatYuan(result.totals.deductions),
      net: formatYuan(result.totals.net),
    },
    reconciliation: result.reconciliation === null ? null : reconciliationJson(result.reconciliation),
    payslips: drawn(result.payslips, (slip) => slipJson(slip, lang)),
    exceptions: result.exceptions.map((exception) => exceptionJson(exception, lang)),
    notices: result.notices.map((notice) => noticeJson(notice, lang)),
    fund: result.fund === null ? null : fundJson(result.fund, lang),
  };
}

/** One person's slip: nobody else's data is in it. */
export function slipJson(slip: Payslip, lang: Lang): PayDocument {
  return {
    id: slip.id,
    name: slip.name,
    lines: slip.lines.map((line) => derivationJson(line, lang)),
    gross: formatYuan(slip.gross),
    deductions: formatYuan(slip.deductions),
    net: formatYuan(slip.net),
    hands_on: {
      sales: slip.handsOn.sales.map(({ shop, platform, amount }) => ({ shop, platform, amount: formatYuan(amount) })),
      carried: formatYuan(slip.handsOn.carried),
      top_seller: slip.handsOn.topSeller,
      grade: slip.handsOn.grade,
      tax: slip.handsOn.tax === null ? null : taxJson(slip.handsOn.tax),
      annual_leave: slip.handsOn.annualLeave,
      ...(slip.handsOn.points === null ? {} : { points: slip.handsOn.points }),
      away: [slip.handsOn.away.days, slip.handsOn.away.of],
      ...(slip.handsOn.daysInRow === 0 ? {} : { days_in_row: slip.handsOn.daysInRow }),
      arrears: slip.handsOn.arrears.map(({ month, line, amount }) => ({ month, line, amount: formatYuan(amount) })),
    },
  };
}

const taxJson = ({ months, income, deducted, withheld }: TaxSoFar): PayDocument => ({
  months,
  income: formatYuan(income),
  deducted: formatYuan(deducted),
  withheld: formatYuan(withheld),
});

const cited = (sources: readonly SourceRef[]): string[] => [...new Set(sources.map(cite))];

function derivationJson(derivation: Derivation, lang: Lang): PayDocument {
  return {
    line: derivation.line,
    label: derivation.label[lang],
    amount: formatYuan(derivation.amount),
    clause: derivation.clause,
    assumed: derivation.assumed,
    says: derivation.says[lang],
    figures: derivation.figures.map(({ name, value, clause, assumed, sources }) => ({
      name: name[lang],
      value,
      clause,
      assumed,
      sources: cited(sources),
    })),
    sources: cited(derivation.sources),
    parts: derivation.parts.map((part) => derivationJson(part, lang)),
  };
}

const reconciliationJson = (total: Reconciliation): PayDocument => ({
  export: formatYuan(total.export),
  agents: formatYuan(total.agents),
  pool: formatYuan(total.pool),
  unplaced: formatYuan(total.unplaced),
  waiting: formatYuan(total.waiting),
  excluded: formatYuan(total.excluded),
  refunded: formatYuan(total.refunded),
  difference: formatYuan(total.difference),
});

const exceptionJson = ({ id, staff, amount, message, sources }: PayException, lang: Lang): PayDocument => ({
  id,
  staff,
  amount: amount === null ? null : formatYuan(amount),
  message: message[lang],
  sources: cited(sources),
});

const noticeJson = ({ staff, kind, clause, says, sources }: Notice, lang: Lang): PayDocument => ({
  staff,
  kind,
  clause,
  says: says[lang],
  sources: cited(sources),
});

const fundJson = (fund: Fund, lang: Lang): PayDocument => ({
  name: fund.name[lang],
  clause: fund.clause,
  entries: fund.entries.map(({ staff, line, amount }) => ({ staff, line, amount: formatYuan(amount) })),
  total: formatYuan(fund.total),
});

/** fund.csv: one row a fined line, a total row below. */
export const fundGrid = (fund: Fund, lang: Lang): Grid => ({
  headings: [text('id', '工号'), text('line', '项目'), text('amount', '金额')].map((heading) => heading[lang]),
  rows: [
    ...fund.entries.map(({ staff, line, amount }) => [staff, line, formatYuan(amount)]),
    ['', text('total', '合计')[lang], formatYuan(fund.total)],
  ],
});
