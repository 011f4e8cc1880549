/** What agents write into the seller's remark: a mark that says who sold, or a note that does not. */
import type { Random } from '../../src/base/random.js';
import type { OrderPlan } from './department.js';

/** What the note is about. */
const WISHES = [
  '换2000花色L,无差价',
  '发邮政快递',
  '换蓝色XL，差价已补',
  '送小玩具一份',
  '改地址，已核实',
  '周末送货',
  '发申通，不要电话',
  '配件先发',
  '答应送湿巾一包',
  '尺码偏小，换130码',
  '开纸质发票',
  '缺货等3天，买家同意',
];

/** Notes that sign nobody. */
const UNSIGNED = ['买家要求推迟发货', '已电话联系', '补发赠品', '改地址', '仓库已拦截', '运费险', '老客户', '顺丰到付'];

const pick = <T>(items: readonly T[], chance: Random): T => items[chance.below(items.length)]!;

/** The given name: all but the first character. */
const given = (name: string): string => [...name].slice(1).join('');

/** A remark by which the department's handbook recognises the agent. `day`: `2026-11-03`. */
export function signed(
  plan: OrderPlan,
  agent: { readonly id: string; readonly name: string },
  day: string,
  chance: Random,
): string {
  const sign = plan.signs?.[agent.id] ?? given(agent.name);
  const date = `${Number(day.slice(5, 7))}.${Number(day.slice(8, 10))}`;
  if (plan.signing === 'number' || sign === agent.id) {
    return chance.below(3) === 0 ? `${agent.id} ${pick(WISHES, chance)}` : agent.id;
  }
  const wish = pick(WISHES, chance);
  if (plan.signing === 'underscore') return `${wish} _ ${sign}`;
  return `${wish} ${sign}/${date}`;
}

/** Mostly nothing at all. */
export const unsigned = (chance: Random): string => (chance.below(60) === 0 ? pick(UNSIGNED, chance) : '');
