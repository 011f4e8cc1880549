/** A clause of a handbook at work: facts that obey or meet it, facts that do not, and what the payslip says of both. */
import type { Text } from '../../../src/base/text.js';
import { chinaCalendar } from '../../../src/calendar/holidays.js';
import { kpiTableOf } from '../../../src/pay/kpi-table.js';
import { monthOfPay } from '../../../src/pay/month.js';
import type { PayResult } from '../../../src/pay/payslip.js';
import { scoreSheetOf } from '../../../src/pay/score-sheet.js';
import { inForce } from '../../handbook/trees.js';
import { compute, DECEMBER, lineOf, person, punches } from '../department.js';

type Facts = Parameters<typeof compute>[1];

/** What is looked at: an amount (a figure, a date), its clauses, and its explanation in both languages. */
export interface Found {
  /** Fen of a line; else what stands there, as it is shown. */
  readonly value: number | string | boolean | null;
  readonly clauses: readonly string[];
  /** Every label and sentence of it; none may be empty. */
  readonly words: readonly Text[];
}

export interface ClauseCase {
  /** `line:fines`, `notice:dismissal`, `pay:scorecard`: what the preset says becomes of the clause. */
  readonly token: string;
  readonly obeys: () => Found;
  /** Worked out by hand, in the comment beside it. */
  readonly is: Found['value'];
  readonly breaks: () => Found;
  readonly isNot: Found['value'];
  /** The clause cited where the sentence is a formula and its part has a clause of its own. */
  readonly cites?: string;
}

const NONE: Found = { value: null, clauses: [], words: [] };
const split = (clause: string | null): readonly string[] => clause?.split(', ') ?? [];

/** A line of the slip with all that hangs on it. */
export function line(id: string, book: string, facts: Facts = {}, staff = '1001'): Found {
  const found = lineOf(compute(book, facts), id, staff);
  if (found === null) return NONE;
  const all = [found, ...found.parts];
  return {
    value: found.amount,
    clauses: all.flatMap(({ clause, figures }) => [...split(clause), ...figures.flatMap((one) => split(one.clause))]),
    words: all.flatMap(({ label, says, figures }) => [label, says, ...figures.map(({ name }) => name)]),
  };
}

/** The notices of a kind, counted. */
export function notice(kind: string, book: string, facts: Facts): Found {
  const found = compute(book, facts).notices.filter((one) => one.kind === kind);
  return {
    value: found.length,
    clauses: found.flatMap(({ clause }) => split(clause)),
    words: found.map(({ says }) => says),
  };
}

/** The exceptions whose id begins so, counted. */
export function exception(kind: string, book: string, facts: Facts): Found {
  const found = compute(book, facts).exceptions.filter(({ id }) => id.startsWith(`${kind}:`));
  return { value: found.length, clauses: [], words: found.map(({ message }) => message) };
}

/** One person's cell of the KPI table: `71 false`; its target's clause. */
export function kpiCell(name: string, book: string, facts: Facts): Found {
  const table = tableOf(book, facts);
  const at = table?.kpis.findIndex((one) => one.name.zh === name) ?? -1;
  if (table === null || at < 0) return NONE;
  const { actual, met } = table.people[0]!.cells[at]!;
  const { clause } = table.kpis[at]!;
  return { value: `${actual} ${met}`, clauses: split(clause), words: [table.kpis[at]!.name] };
}

export const tableOf = (book: string, facts: Facts) =>
  kpiTableOf(
    monthOfPay({
      ...{ month: DECEMBER, handbook: inForce(book), staff: [person('1001')], roster: null, attendance: punches([]) },
      ...{ sales: null, events: [], kpis: [], earlier: [], arrears: [], exceptions: [], ...facts },
    }),
  );

export const fundOf = (book: string, facts: Facts) => compute(book, facts).fund;

export function scoreSheet(book: string, facts: Facts) {
  const result: PayResult = compute(book, facts);
  return scoreSheetOf(result, inForce(book), chinaCalendar());
}
