/** 个人提成: what the agent's own sales earn, by a tier table or at a rate chosen by a KPI. */
import { type Fen, fen, showYuan } from '../../base/fen.js';
import { compare, roundToFen, showPercent, subtract, timesRatio } from '../../base/ratio.js';
import { same, type Text, text } from '../../base/text.js';
import type { Pay } from '../../handbook/schema/pay.js';
import { tablePay } from '../../handbook/tiers.js';
import type { Derivation, Figure } from '../derivation.js';
import { type Cites, derive, fact, setting } from '../derive.js';
import { kpiOf } from '../kpi.js';
import { type LineResult, NOTHING, type OpenLine, type PayException, type PayLine } from '../line.js';
import { grouped, type PayMonth, type PersonMonth } from '../month.js';
import type { Sale } from '../sold.js';
import { chosenStep, sayTable, tierFigures } from '../tiers.js';

const PATH = 'pay.commission';
type Commission = NonNullable<Pay['commission']>;

export const personalCommission: PayLine = {
  id: 'personal-commission',
  label: text('personal commission', '个人绩效提成'),
  kind: 'earning',
  path: PATH,
  open: (month): OpenLine | null => {
    const chapter = month.pay.commission;
    if (chapter === undefined) return null;
    if (chapter.by_kpi !== undefined) return { forPerson: (person) => byKpi(month, person, chapter) };
    if (chapter.tiers === undefined) return null;
    return { forPerson: (person) => byTable(month, person, chapter) };
  },
};

const citesOf = (month: PayMonth): Cites => ({ line: personalCommission, handbook: month.handbook });

const ordersIn = (sales: readonly Sale[]): number => sales.reduce((sum, { orders }) => sum + orders, 0);

/** The orders are the sources of the line itself. Where the handbook itself says which orders are whose, it is cited. */
function soldFigure(month: PayMonth, sales: readonly Sale[], sold: Fen): Figure {
  const { clause, assumed } = month.handbook.origin('sales.flag.counts');
  const name = text(`sales (${ordersIn(sales)} orders)`, `销售额（${ordersIn(sales)} 单）`);
  return { ...fact(name, showYuan(sold), []), clause: assumed ? null : clause };
}

/** Refunds of earlier months' orders that count in this one (sales.late_refund); they are in the sales already. */
function lateFigures(month: PayMonth, sales: readonly Sale[]): Figure[] {
  const late = fen(sales.reduce((sum, sale) => sum + sale.late, 0));
  const name = text("of them refunds of earlier months' orders", '其中往月订单的退款');
  return late === 0 ? [] : [setting(month.handbook, 'sales.late_refund', name, showYuan(late))];
}

/** Below zero no table says what is taken back. */
const belowZero = (person: PersonMonth, what: Text, sold: Fen): PayException => ({
  id: `sales-below-zero:${person.id}${what.en === '' ? '' : `:${what.en}`}`,
  staff: person.id,
  amount: sold,
  message: text(
    `${person.id} ${person.person.name}: refunds exceed the sales${what.en === '' ? '' : ` of ${what.en}`} by ${showYuan(fen(-sold))}; the table gives 0.00 and takes nothing back. Enter an event of kind deduction if something is to be taken back.`,
    `${person.id} ${person.person.name}：${what.zh === '' ? '' : `${what.zh} `}退款超过销售额 ${showYuan(fen(-sold))}，按提成表为 0.00，不倒扣。如需扣回，请录入“扣项”事件。`,
  ),
  sources: person.sales.flatMap(({ sources }) => sources).slice(0, 20),
});

function byTable(month: PayMonth, person: PersonMonth, chapter: Commission): LineResult {
  const yearly = chapter.cumulate === 'year';
  if (chapter.per === 'all') {
    const exceptions = person.sold < 0 && !yearly ? [belowZero(person, same(''), person.sold)] : [];
    return { derivation: tableLine(month, person, chapter, person.sales, null), exceptions };
  }
  const key = chapter.per;
  const groups = grouped(person.sales, (sale): string => sale[key]);
  const parts = [...groups.keys()].sort().map((group) => tableLine(month, person, chapter, groups.get(group)!, group));
  const amount = fen(parts.reduce((sum, part) => sum + part.amount, 0));
  const says = same(`${parts.map((part) => showYuan(part.amount)).join(' + ') || '0.00'} = ${showYuan(amount)}`);
  const sums = [...groups].map(
    ([group, own]) => [group, fen(own.reduce((sum, sale) => sum + sale.amount, 0))] as const,
  );
  const exceptions = yearly
    ? []
    : sums.filter(([, sold]) => sold < 0).map(([group, sold]) => belowZero(person, same(group), sold));
  return { derivation: derive(citesOf(month), { amount, path: PATH, says, parts }), exceptions };
}

/** One table over one heap of sales; `group` names the shop or platform. */
function tableLine(
  month: PayMonth,
  person: PersonMonth,
  chapter: Commission,
  sales: readonly Sale[],
  group: string | null,
): Derivation {
  const tiers = chapter.tiers!;
  const sold = fen(sales.reduce((sum, sale) => sum + sale.amount, 0));
  const before = chapter.cumulate === 'year' ? soldBefore(month, person, chapter, group) : null;
  const reached = fen(sold + (before?.sold ?? 0));
  const exact = tablePay(tiers, reached);
  const already = before === null ? null : tablePay(tiers, before.sold);
  const amount = roundToFen(already === null ? exact : subtract(exact, already));
  const sum = sayTable(tiers, reached);
  const shown = showYuan(amount);
  const says: Text =
    already === null
      ? same(sum === shown ? shown : `${sum} = ${shown}`)
      : same(`${sum} - (${sayTable(tiers, before!.sold)}) = ${shown}`);
  const { path, figures } = tierFigures(month.handbook, tiers, reached);
  const label = group === null ? {} : { label: same(group || '—') };
  return derive(citesOf(month), {
    amount,
    path,
    says,
    ...label,
    figures: [
      soldFigure(month, sales, sold),
      ...lateFigures(month, sales),
      ...(before === null
        ? []
        : [fact(text('sales since January, before', '年内此前销售额'), showYuan(before.sold), before.sources)]),
      ...figures,
    ],
    sources: sales.flatMap((sale) => sale.sources),
  });
}

function soldBefore(month: PayMonth, person: PersonMonth, chapter: Commission, group: string | null) {
  const year = month.month.slice(0, 4);
  const months = month.earlierOf(person.id).filter(({ month: before }) => before.month.startsWith(year));
  const sold = months
    .flatMap(({ slip }) => slip.sales)
    .filter((sale) => group === null || chapter.per === 'all' || sale[chapter.per] === group)
    .reduce((sum, sale) => sum + sale.amount, 0);
  return { sold: fen(sold), sources: months.map(({ month: before }) => before.source) };
}

/** Sales of the year's months before this one, over all shops and platforms. */
export const soldSinceJanuary = (month: PayMonth, person: PersonMonth): Fen =>
  fen(
    month
      .earlierOf(person.id)
      .filter(({ month: before }) => before.month.startsWith(month.month.slice(0, 4)))
      .flatMap(({ slip }) => slip.sales)
      .reduce((sum, { amount }) => sum + amount, 0),
  );

function byKpi(month: PayMonth, person: PersonMonth, chapter: Commission): LineResult {
  const { kpi, steps } = chapter.by_kpi!;
  const path = `${PATH}.by_kpi`;
  const sold = soldFigure(month, person.sales, person.sold);
  const sources = person.sales.flatMap((sale) => sale.sources);
  const value = kpiOf(month, person, kpi);
  const name = month.pay.kpis?.[kpi]?.name ?? same(kpi);
  if (value.kind !== 'value') {
    if (person.sold === 0) return NOTHING;
    const says = text(`no usable value of ${name.en}: 0.00`, `没有可用的${name.zh}数值：0.00`);
    const derivation = derive(citesOf(month), { amount: fen(0), path, says, figures: [sold], sources });
    return { derivation, exceptions: [noRate(person, kpi, name, value.written)] };
  }
  const step = chosenStep(steps, value.value);
  const { rate, up_to: upTo } = steps[step]!;
  // The step's very edge is where documents are silent: it may be assumed where the step is not.
  const edge = upTo !== null && compare(value.value, upTo) === 0;
  const used = `${path}.steps.${step}${edge ? '.up_to' : ''}`;
  const amount = timesRatio(person.sold, rate);
  const says = same(`${showYuan(person.sold)} x ${showPercent(rate)} = ${showYuan(amount)}`);
  const figures = [
    sold,
    ...lateFigures(month, person.sales),
    value.path === null
      ? fact(name, value.written, value.sources)
      : { ...setting(month.handbook, value.path, name, value.written), sources: value.sources },
    setting(month.handbook, `${path}.steps.${step}.rate`, text('rate', '提成比例'), showPercent(rate)),
  ];
  return { derivation: derive(citesOf(month), { amount, path: used, says, figures, sources }) };
}

const noRate = (person: PersonMonth, kpi: string, name: Text, written: string | null): PayException => ({
  id: `kpi-missing:${person.id}:${kpi}`,
  staff: person.id,
  amount: person.sold,
  message:
    written === null
      ? text(
          `${person.id} ${person.person.name} sold ${showYuan(person.sold)} but has no ${name.en}, so no commission rate is known. Add the value to kpi.csv.`,
          `${person.id} ${person.person.name} 销售额 ${showYuan(person.sold)}，但没有${name.zh}，无法确定提成比例。请在 kpi.csv 补上。`,
        )
      : text(
          `${person.id} ${person.person.name} sold ${showYuan(person.sold)} but ${name.en} reads "${written}". Write it as 71.5% or 0.715 in kpi.csv.`,
          `${person.id} ${person.person.name} 销售额 ${showYuan(person.sold)}，但${name.zh}写作“${written}”。请在 kpi.csv 写成 71.5% 或 0.715。`,
        ),
  sources: person.kpis.filter((value) => value.kpi === kpi).map((value) => value.source),
});
