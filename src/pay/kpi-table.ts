/** The KPI table of the score card (conversion-bonus/4, /5): targets, what was reached, the weighted score and its sum. */
import { compare, multiply, type Ratio, ratio, roundToFen, showDecimal, showPercent } from '../base/ratio.js';
import type { Grid } from '../base/table.js';
import { type Lang, same, type Text, text } from '../base/text.js';
import { addMonths, type Day, dayOf, lastDay, type Month } from '../calendar/day.js';
import type { Pay } from '../handbook/schema/pay.js';
import { appraisalOf, showScore } from './appraisal.js';
import { excluded } from './appraised.js';
import { CONVERSION, kpiOf } from './kpi.js';
import type { PayMonth, PersonMonth } from './month.js';
import { workedShifts } from './worked.js';

type Kpi = NonNullable<Pay['kpis']>[string];

interface KpiCell {
  /** As kpi.csv writes it, a rate from two counts with its sum; null: no value. */
  readonly actual: string | null;
  /** Null where there is no value to judge, or none that can be read. */
  readonly met: boolean | null;
}

interface KpiColumn {
  readonly name: Text;
  /** Empty: the handbook asks for the figure and sets no target. */
  readonly target: string;
  readonly clause: string | null;
}

export interface KpiTable {
  /** On which days the month is appraised (commission-2017/2); null: the handbook does not say. */
  readonly held: { readonly from: Day; readonly to: Day; readonly clause: string | null } | null;
  readonly kpis: readonly KpiColumn[];
  /** Of the score; null: the handbook makes none. */
  readonly scoreClause: string | null;
  readonly people: readonly {
    readonly staff: string;
    readonly name: string;
    readonly cells: readonly KpiCell[];
    readonly score: string | null;
    readonly grade: Text | null;
    /** The score's sum, or why there is no grade. */
    readonly says: Text;
  }[];
}

/** Null where the handbook names neither KPIs nor parts of a score. */
export function kpiTableOf(month: PayMonth): KpiTable | null {
  const { kpis: targets = {}, conversion, grades } = month.pay;
  const kpis = Object.entries(targets);
  const columns = kpis.map(([key, kpi]) => ({ key, kpi: kpi as Kpi | null, ...columnOf(month, key, kpi) }));
  // two-shift/10: the rate is reckoned and shown even where no target is set for it.
  if (conversion !== undefined && !(CONVERSION in targets)) {
    const { clause } = month.handbook.origin('pay.conversion');
    columns.push({ key: CONVERSION, kpi: null, name: text('conversion rate', '转化率'), target: '', clause });
  }
  if (columns.length === 0 && grades === undefined) return null;
  return {
    held: heldOf(month),
    kpis: columns.map(({ name, target, clause }) => ({ name, target, clause })),
    scoreClause: grades === undefined ? null : month.handbook.origin('pay.grades.parts').clause,
    people: month.people
      .filter((person) => person.employed.length > 0)
      .map((person) => {
        const appraisal = appraisalOf(month, person);
        const out = excluded(month, person);
        return {
          staff: person.id,
          name: person.person.name,
          cells: columns.map(({ key, kpi }) => cellOf(month, person, key, kpi)),
          score: appraisal === null ? null : showScore(appraisal.score),
          grade: out === null ? (appraisal?.grade?.name ?? null) : null,
          says: out ?? same(appraisal?.says ?? ''),
        };
      }),
  };
}

const columnOf = (month: PayMonth, key: string, kpi: Kpi): KpiColumn => ({
  name: kpi.name,
  target: targetOf(kpi),
  clause: month.handbook.origin(`pay.kpis.${key}`).clause,
});

function cellOf(month: PayMonth, person: PersonMonth, key: string, kpi: Kpi | null): KpiCell {
  const reading = kpiOf(month, person, key);
  if (reading.kind === 'none') return { actual: reading.written, met: null };
  const counts = reading.path === null ? '' : ` = ${shareShown(reading.value)}`;
  const met = kpi === null || !isMeasured(month, person, kpi) ? null : isMet(kpi, reading.value);
  return { actual: `${reading.written}${counts}`, met };
}

/** Two places at most: a rate is looked at here, and paid by its exact value. */
const shareShown = (share: Ratio): string => {
  const exact = showPercent(share);
  if (exact.endsWith('%') && exact.length <= 6) return exact;
  return `${showPercent(ratio(roundToFen(multiply(share, ratio(10_000))), 10_000))}`;
};

/** A target of late shifts (split-shift/8) is none of somebody who worked none. */
function isMeasured(month: PayMonth, person: PersonMonth, { shifts: kinds }: Kpi): boolean {
  if (kinds === undefined) return true;
  const { shifts } = month.handbook.values;
  return workedShifts(person).some(({ shift }) => shifts[shift] !== undefined && kinds.includes(shifts[shift].kind));
}

function heldOf(month: PayMonth): KpiTable['held'] {
  const held = month.pay.grades?.held;
  if (held === undefined) return null;
  const { clause } = month.handbook.origin('pay.grades.held');
  return { from: inNext(month.month, held.from), to: inNext(month.month, held.to), clause };
}

const inNext = (month: Month, dayOfMonth: number): Day => {
  const next = addMonths(month, 1);
  return dayOf(Number(next.slice(0, 4)), Number(next.slice(5)), dayOfMonth) ?? lastDay(next);
};

export function isMet(kpi: Pick<Kpi, 'better' | 'target' | 'up_to'>, value: Ratio): boolean {
  const against = compare(value, kpi.target);
  if (kpi.better === 'higher') return against >= 0;
  if (kpi.better === 'lower') return against <= 0;
  return against >= 0 && (kpi.up_to === undefined || compare(value, kpi.up_to) <= 0);
}

function targetOf(kpi: Kpi): string {
  const show = (value: Ratio): string =>
    kpi.unit === 'percent' ? showPercent(value) : `${showDecimal(value) ?? ''}${kpi.unit === 'seconds' ? ' s' : ''}`;
  if (kpi.better === 'range') return `${show(kpi.target)}–${kpi.up_to === undefined ? '' : show(kpi.up_to)}`;
  return `${kpi.better === 'higher' ? '≥' : '≤'} ${show(kpi.target)}`;
}

const MARK = { true: '✓', false: '✗' } as const;

/** One row a person; the targets and their clauses stand in two rows above them. */
export const kpiGrid = (kpis: KpiTable, lang: Lang): Grid => ({
  headings: [
    text('id', '工号')[lang],
    text('name', '姓名')[lang],
    ...kpis.kpis.map(({ name }) => name[lang]),
    text('score', '得分')[lang],
    text('grade', '等级')[lang],
    text('how', '说明')[lang],
  ],
  rows: [
    ['', text('target', '目标')[lang], ...kpis.kpis.map(({ target }) => target), '', '', ''],
    ['', text('clause', '条款')[lang], ...kpis.kpis.map(({ clause }) => clause ?? ''), kpis.scoreClause ?? '', '', ''],
    ...kpis.people.map(({ staff, name, cells, score, grade, says }) => [
      staff,
      name,
      ...cells.map(({ actual, met }) => (actual === null ? '' : met === null ? actual : `${actual} ${MARK[`${met}`]}`)),
      score ?? '',
      grade?.[lang] ?? '',
      says[lang],
    ]),
  ],
});
