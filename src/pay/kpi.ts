/** A person's KPI as an exact number: the value in kpi.csv, or the conversion rate from its two counts. */
import { compare, divide, parseRatio, type Ratio, ratio } from '../base/ratio.js';
import type { SourceRef } from '../base/source.js';
import type { PayMonth, PersonMonth } from './month.js';

export type KpiReading =
  | {
      readonly kind: 'value';
      readonly value: Ratio;
      readonly written: string;
      /** The handbook path that reckons it of two counts; null: it was written down as it is. */
      readonly path: string | null;
      readonly sources: readonly SourceRef[];
    }
  /** `written` null: there is no value at all. */
  | { readonly kind: 'none'; readonly written: string | null };

export const CONVERSION = 'conversion';

/**
 * Reads a KPI that chooses a rate. A share must lie between 0 and 1 (`71.5%`, `0.715`): `71.5` may be meant, but a wrong
 * guess would pay the wrong rate, so it is refused.
 */
export function kpiOf(month: PayMonth, person: PersonMonth, kpi: string): KpiReading {
  const name = month.pay.kpis?.[kpi]?.name;
  const own = person.kpis.filter((value) => value.kpi === kpi || value.kpi === name?.zh || value.kpi === name?.en);
  const last = own.at(-1);
  if (last !== undefined) {
    const value = parseRatio(last.value);
    const share = month.pay.kpis?.[kpi]?.unit === 'percent' || kpi === CONVERSION;
    if (value === null || (share && (value.num < 0n || compare(value, ratio(1)) > 0))) {
      return { kind: 'none', written: last.value };
    }
    return { kind: 'value', value, written: last.value, path: null, sources: [last.source] };
  }
  const counts = month.pay.conversion;
  if (kpi !== CONVERSION || counts === undefined) return { kind: 'none', written: null };
  const [bought, served] = [counts.bought, counts.served].map((name) =>
    person.kpis.filter((value) => value.kpi === name).at(-1),
  );
  if (bought === undefined || served === undefined) return { kind: 'none', written: null };
  const written = `${bought.value} / ${served.value}`;
  const [part, whole] = [parseRatio(bought.value), parseRatio(served.value)];
  if (part === null || whole === null || whole.num <= 0n || part.num < 0n || compare(part, whole) > 0) {
    return { kind: 'none', written };
  }
  const sources = [bought.source, served.source];
  return { kind: 'value', value: divide(part, whole), written, path: 'pay.conversion', sources };
}
