/** Tier tables on a payslip: the sum in words, and the figures of the row that was used. */
import { type Fen, showYuan } from '../base/fen.js';
import { compare, type Ratio, showPercent } from '../base/ratio.js';
import { text } from '../base/text.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import type { Pay, Tier } from '../handbook/schema/pay.js';
import { tierFor } from '../handbook/tiers.js';
import type { Figure } from './derivation.js';
import { setting } from './derive.js';

/** `(12,345.00 - 10,000.00) x 4.5% + 300.00`; `0.00` outside the table. */
export function sayTable(tiers: readonly Tier[], sales: Fen): string {
  const row = tierFor(tiers, sales);
  if (row === null) return showYuan(0 as Fen);
  const { on, over, rate, plus } = row.tier;
  const base = on === 'all' || over === 0 ? showYuan(sales) : `(${showYuan(sales)} - ${showYuan(over)})`;
  return `${base} x ${showPercent(rate)}${plus === 0 ? '' : ` + ${showYuan(plus)}`}`;
}

/** The row's figures, and the handbook path that gives its clause. */
export function tierFigures(
  handbook: HandbookInForce,
  tiers: readonly Tier[],
  sales: Fen,
): { readonly path: string; readonly figures: readonly Figure[] } {
  const row = tierFor(tiers, sales);
  if (row === null) return { path: 'pay.commission.tiers', figures: [] };
  const path = `pay.commission.tiers.${row.index}`;
  const { over, up_to: upTo, rate } = row.tier;
  const name =
    upTo === null
      ? text(`tier over ${showYuan(over)}`, `${showYuan(over)} 以上档`)
      : text(`tier over ${showYuan(over)} up to ${showYuan(upTo)}`, `${showYuan(over)} 至 ${showYuan(upTo)} 档`);
  return { path, figures: [setting(handbook, path, name, showPercent(rate))] };
}

type Steps = NonNullable<NonNullable<Pay['commission']>['by_kpi']>['steps'];

/** Place of the step for a KPI: up to and including `up_to`; above all of them the last. */
export function chosenStep(steps: Steps, value: Ratio): number {
  const step = steps.findIndex(({ up_to: upTo }) => upTo === null || compare(value, upTo) <= 0);
  return step < 0 ? steps.length - 1 : step;
}
