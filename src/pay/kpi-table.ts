/** The KPI table of the score card (conversion-bonus/4, /5): targets, what was reached, the weighted score. */
import { compare, parseRatio, type Ratio, showDecimal, showPercent } from '../base/ratio.js';
import type { Grid } from '../base/table.js';
import { type Lang, type Text, text } from '../base/text.js';
import type { Pay } from '../handbook/schema/pay.js';
import { appraisalOf, showScore } from './appraisal.js';
import { kpiOf } from './kpi.js';
import type { PayMonth } from './month.js';

type Kpi = NonNullable<Pay['kpis']>[string];

interface KpiCell {
  /** As kpi.csv writes it; null: no value. */
  readonly actual: string | null;
  /** Null where there is no value to judge. */
  readonly met: boolean | null;
}

export interface KpiTable {
  readonly kpis: readonly { readonly name: Text; readonly target: string }[];
  readonly people: readonly {
    readonly staff: string;
    readonly name: string;
    readonly cells: readonly KpiCell[];
    readonly score: string | null;
    readonly grade: Text | null;
  }[];
}

/** Null where the handbook names neither KPIs nor parts of a score. */
export function kpiTableOf(month: PayMonth): KpiTable | null {
  const kpis = Object.entries(month.pay.kpis ?? {});
  if (kpis.length === 0 && month.pay.grades === undefined) return null;
  return {
    kpis: kpis.map(([, kpi]) => ({ name: kpi.name, target: targetOf(kpi) })),
    people: month.people
      .filter((person) => person.employed.length > 0)
      .map((person) => {
        const appraisal = appraisalOf(month, person);
        return {
          staff: person.id,
          name: person.person.name,
          cells: kpis.map(([key, kpi]): KpiCell => {
            const reading = kpiOf(month, person, key);
            const value = reading.kind === 'value' ? reading.value : parseRatio(reading.written ?? '');
            return { actual: reading.written, met: value === null ? null : isMet(kpi, value) };
          }),
          score: appraisal === null ? null : showScore(appraisal.score),
          grade: appraisal?.grade?.name ?? null,
        };
      }),
  };
}

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

/** One row a person; the targets stand in a row above them. */
export const kpiGrid = (kpis: KpiTable, lang: Lang): Grid => ({
  headings: [
    text('id', '工号')[lang],
    text('name', '姓名')[lang],
    ...kpis.kpis.map(({ name }) => name[lang]),
    text('score', '得分')[lang],
    text('grade', '等级')[lang],
  ],
  rows: [
    ['', text('target', '目标')[lang], ...kpis.kpis.map(({ target }) => target), '', ''],
    ...kpis.people.map(({ staff, name, cells, score, grade }) => [
      staff,
      name,
      ...cells.map(({ actual, met }) => (actual === null ? '' : met === null ? actual : `${actual} ${MARK[`${met}`]}`)),
      score ?? '',
      grade?.[lang] ?? '',
    ]),
  ],
});
