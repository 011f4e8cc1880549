import { error, type Issue, warning } from '../../base/issue.js';
import { nearest } from '../../base/nearest.js';
import { compare, showPercent } from '../../base/ratio.js';
import { text } from '../../base/text.js';
import type { HandbookInForce } from '../in-force.js';
import type { Pay } from '../schema/pay.js';
import { type Check, placeIn } from './check.js';

type ByKpi = NonNullable<NonNullable<Pay['commission']>['by_kpi']>;

/** One way to reckon commission, not two and not none; steps by KPI ascend. */
export const commissionTables: Check = {
  name: 'commission-tables',
  part: 'pay',
  find: (inForce) => {
    const { commission } = inForce.values.pay;
    if (commission === undefined) return [];
    if (commission.tiers !== undefined && commission.by_kpi !== undefined) {
      const what = text('commission is given twice, by tiers and by a KPI.', '提成写了两种算法：按档位和按指标。');
      const hint = text(
        'Keep one: set pay.commission.tiers: null or pay.commission.by_kpi: null.',
        '请保留一种：设 pay.commission.tiers: null 或 pay.commission.by_kpi: null。',
      );
      return [error('commission-twice', placeIn(inForce, 'pay.commission'), what, hint)];
    }
    if (commission.by_kpi !== undefined) return byKpi(inForce, commission.by_kpi);
    if (commission.tiers !== undefined && commission.tiers.length > 0) return [];
    const what = text(
      'commission has neither tiers nor a KPI: it pays nothing.',
      '提成既没有档位也没有指标：不会发放。',
    );
    const hint = text(
      'Write pay.commission.tiers, or take the chapter out.',
      '请写 pay.commission.tiers，或删除这一章。',
    );
    return [warning('commission-empty', placeIn(inForce, 'pay.commission'), what, hint)];
  },
};

function byKpi(inForce: HandbookInForce, { kpi, steps }: ByKpi): Issue[] {
  const path = 'pay.commission.by_kpi';
  const known = Object.keys(inForce.values.pay.kpis ?? {});
  const guess = nearest(kpi, known);
  const unknown = known.includes(kpi)
    ? []
    : [
        error(
          'commission-unknown-kpi',
          placeIn(inForce, `${path}.kpi`),
          text(
            `commission depends on "${kpi}", which pay.kpis does not have.`,
            `提成取决于“${kpi}”，但 pay.kpis 里没有它。`,
          ),
          guess === null
            ? text(`Write pay.kpis.${kpi}.`, `请写 pay.kpis.${kpi}。`)
            : text(`Did you mean "${guess}"?`, `是否想写“${guess}”？`),
        ),
      ];
  const misplaced = steps.findIndex(({ up_to: upTo }, index) => {
    const before = steps[index - 1];
    const last = index === steps.length - 1;
    if ((upTo === null) !== last) return true;
    return upTo !== null && before !== undefined && before.up_to !== null && compare(before.up_to, upTo) >= 0;
  });
  if (misplaced < 0) return unknown;
  const upTo = steps[misplaced]!.up_to;
  const shown = upTo === null ? 'null' : showPercent(upTo);
  const what = text(
    `step ${misplaced + 1} (up_to ${shown}) is out of order.`,
    `第 ${misplaced + 1} 级（up_to ${shown}）顺序不对。`,
  );
  const hint = text(
    'Let up_to rise from step to step; the last one is null.',
    '请让 up_to 逐级升高，最后一级为 null。',
  );
  return [...unknown, error('kpi-steps-order', placeIn(inForce, `${path}.steps.${misplaced}`), what, hint)];
}
