/** Changes of shift: on the handbook's days, in its order, seldom. */
import { measure } from '../../judge/finding.js';
import { isBackward, isChangeDay } from '../../judge/shift-changes.js';
import type { Change } from '../model.js';
import { priceOf } from './price.js';
import type { Agent } from './row.js';

export function shiftChanges({ sheet, hard }: Agent): Change | null {
  const { problem, before, days, values, shifts } = sheet;
  const { level, weight, change_weight, forward, forward_weight } = problem.handbook.values.rules.rotation;
  if (level === 'off') return null;
  const shut = priceOf(measure(level, weight), hard)(1);
  const each = priceOf(measure('soft', change_weight), hard)(1);
  const back = priceOf(measure('soft', forward_weight), hard)(1);
  const cost = new Float64Array(values * values);
  const closed = new Float64Array(values * values);
  shifts.forEach((from, a) => {
    shifts.forEach((to, b) => {
      if (a === b) return;
      const pair = (a + 1) * values + b + 1;
      cost[pair] = each + (isBackward(forward, from.code, to.code) ? back : 0);
      closed[pair] = shut;
    });
  });
  const open = Uint8Array.from({ length: before + days }, (_, at) => Number(isChangeDay(problem, at - before)));
  const isFree = cost.every((one) => one === 0) && (open.every((one) => one === 1) || shut === 0);
  return isFree ? null : { cost, closed, open };
}
