/** The month's appraisal (commission-2017/2, conversion-bonus/5): a weighted score of the parts in kpi.csv, and its grade. */
import { add, compare, divide, multiply, parseRatio, type Ratio, ratio, showDecimal } from '../base/ratio.js';
import type { SourceRef } from '../base/source.js';
import type { Pay } from '../handbook/schema/pay.js';
import type { KpiValue } from '../people/person.js';
import type { PayMonth, PersonMonth } from './month.js';

type Grades = NonNullable<Pay['grades']>;
type Grade = NonNullable<Grades['table']>[number];

export interface Appraisal {
  /** Exact; the parts' scores by their weights. */
  readonly score: Ratio;
  /** `(90 x 1 + 85 x 1 + 80 x 1) / 3 = 85` */
  readonly says: string;
  /** Null: the handbook has no table. */
  readonly grade: Grade | null;
  /** Row of the table. */
  readonly row: number;
  readonly sources: readonly SourceRef[];
}

/** The value of a part, by its key or either of its names. */
function partOf(person: PersonMonth, key: string, part: Grades['parts'][string]): KpiValue | undefined {
  return person.kpis.filter(({ kpi }) => kpi === key || kpi === part.name.zh || kpi === part.name.en).at(-1);
}

/** Null where a part has no readable score: half an appraisal is none. */
export function appraisalOf(month: PayMonth, person: PersonMonth): Appraisal | null {
  const chapter = month.pay.grades;
  if (chapter === undefined) return null;
  const scored = Object.entries(chapter.parts)
    .filter(([, part]) => part.weight > 0)
    .map(([key, part]) => {
      const value = partOf(person, key, part);
      return { weight: part.weight, value, score: value === undefined ? null : parseRatio(value.value) };
    });
  if (scored.length === 0 || scored.some(({ score }) => score === null)) return null;
  const weights = scored.reduce((sum, { weight }) => sum + weight, 0);
  const points = scored.map(({ score, weight }) => multiply(score!, ratio(weight))).reduce(add, ratio(0));
  const score = divide(points, ratio(weights));
  const row = (chapter.table ?? []).findIndex(({ from }) => compare(score, from) >= 0);
  return {
    score,
    says: `(${scored.map(({ value, weight }) => `${value!.value} x ${weight}`).join(' + ')}) / ${weights} = ${showScore(score)}`,
    grade: chapter.table?.[row] ?? null,
    row,
    sources: scored.map(({ value }) => value!.source),
  };
}

/** Two places at most: a score is looked at, never paid. */
export const showScore = (score: Ratio): string =>
  showDecimal(score) ?? `${Number((score.num * 100n) / score.den) / 100}…`;
