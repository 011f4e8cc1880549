/** What other sales would earn somebody: the commission, what the next yuan is worth, and where the tier ends. */
import { type Fen, fen, showYuan } from '../base/fen.js';
import { multiply, type Ratio, ratio, roundToFen, showPercent, subtract } from '../base/ratio.js';
import { type Text, text } from '../base/text.js';
import type { Tier } from '../handbook/schema/pay.js';
import { dropsOf, tablePay, tierFor } from '../handbook/tiers.js';
import { kpiOf } from './kpi.js';
import { soldSinceJanuary } from './lines/personal-commission.js';
import type { PayMonth, PersonMonth } from './month.js';
import { chosenStep, sayTable } from './tiers.js';

export interface WhatIf {
  readonly sales: Fen;
  readonly pays: Fen;
  /** What the sales so far earn, for comparison. */
  readonly now: { readonly sales: Fen; readonly pays: Fen };
  /** What one yuan more would add (or take away). */
  readonly nextYuan: Fen;
  /** The last sales of the tier; null: it has no end. */
  readonly edge: Fen | null;
  /** What one fen past the edge earns; null where there is no edge. */
  readonly pastEdge: Fen | null;
  readonly says: readonly Text[];
}

/** Null: the handbook pays no commission, or no rate is known for this person. */
export function whatIf(month: PayMonth, person: PersonMonth, sales: Fen): WhatIf | null {
  const chapter = month.pay.commission;
  if (chapter?.by_kpi !== undefined) {
    const { kpi, steps } = chapter.by_kpi;
    const reading = kpiOf(month, person, kpi);
    if (reading.kind !== 'value') return null;
    const { rate } = steps[chosenStep(steps, reading.value)]!;
    const how = (sold: Fen): string => `${showYuan(sold)} x ${showPercent(rate)}`;
    return told(person, sales, (sold) => multiply(ratio(sold), rate), how, null, []);
  }
  if (chapter?.tiers === undefined) return null;
  const { tiers } = chapter;
  const before = chapter.cumulate === 'year' ? soldSinceJanuary(month, person) : fen(0);
  const earned = (sold: Fen): Ratio => subtract(tablePay(tiers, fen(before + sold)), tablePay(tiers, before));
  const how = (sold: Fen): string =>
    before === 0 ? sayTable(tiers, sold) : `${sayTable(tiers, fen(before + sold))} - (${sayTable(tiers, before)})`;
  const row = tierFor(tiers, fen(before + sales));
  const edge = row?.tier.up_to == null ? null : fen(row.tier.up_to - before);
  const notes = [
    ...(before === 0
      ? []
      : [text(`The year's sales before this month: ${showYuan(before)}.`, `年内此前销售额：${showYuan(before)}。`)]),
    ...(chapter.per === 'all'
      ? []
      : [
          text(
            `The table is read once for each ${chapter.per}; here all sales stand in one.`,
            `提成表按${chapter.per === 'shop' ? '店铺' : '平台'}分别计算；此处假设全部属于同一个。`,
          ),
        ]),
    ...dropNotes(tiers, fen(before + sales)),
  ];
  return told(person, sales, earned, how, edge, notes);
}

function told(
  person: PersonMonth,
  sales: Fen,
  earned: (sold: Fen) => Ratio,
  how: (sold: Fen) => string,
  edge: Fen | null,
  notes: readonly Text[],
): WhatIf {
  const pays = roundToFen(earned(sales));
  const now = { sales: person.sold, pays: roundToFen(earned(person.sold)) };
  const nextYuan = fen(roundToFen(earned(fen(sales + 100))) - pays);
  const pastEdge = edge === null ? null : roundToFen(earned(fen(edge + 1)));
  const words = `${how(sales)} = ${showYuan(pays)}`;
  const sofar = `${how(now.sales)} = ${showYuan(now.pays)}`;
  return {
    sales,
    pays,
    now,
    nextYuan,
    edge,
    pastEdge,
    says: [
      text(`Sales of ${showYuan(sales)} would earn ${words}.`, `销售额 ${showYuan(sales)} 可得提成 ${words}。`),
      text(`So far: ${sofar}.`, `目前：${sofar}。`),
      text(
        `The next yuan of sales ${nextYuan < 0 ? 'takes away' : 'is worth'} ${showYuan(fen(Math.abs(nextYuan)))}.`,
        `再多一元销售，提成${nextYuan < 0 ? '减少' : '增加'} ${showYuan(fen(Math.abs(nextYuan)))}。`,
      ),
      ...(edge === null || pastEdge === null
        ? []
        : [
            text(
              `The tier ends at ${showYuan(edge)}, which earns ${showYuan(roundToFen(earned(edge)))}; one fen more earns ${showYuan(pastEdge)}.`,
              `本档到 ${showYuan(edge)} 为止，得 ${showYuan(roundToFen(earned(edge)))}；再多一分得 ${showYuan(pastEdge)}。`,
            ),
          ]),
      ...notes,
    ],
  };
}

/** Sales in a hollow: more was earned before the drop, and is again only from the place where it is won back. */
function dropNotes(tiers: readonly Tier[], reached: Fen): Text[] {
  return dropsOf(tiers)
    .filter(({ at, wonBack }) => reached > at && (wonBack === null || reached < wonBack))
    .map(({ at, pays, wonBack }) => {
      const [edge, paid] = [showYuan(at), showYuan(roundToFen(pays))];
      return wonBack === null
        ? text(
            `Less than the ${paid} that ${edge} earn, and never won back.`,
            `少于 ${edge} 时的 ${paid}，之后也补不回来。`,
          )
        : text(
            `Less than the ${paid} that ${edge} earn; won back at ${showYuan(wonBack)}.`,
            `少于 ${edge} 时的 ${paid}；销售达到 ${showYuan(wonBack)} 才补回来。`,
          );
    });
}
