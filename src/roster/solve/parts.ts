/**
 * Large neighbourhoods: a part of the roster (some agents, a window) is solved anew by column generation and a dive.
 * Parts whose bound promises nothing are dropped at once. The size of the parts follows the time they take.
 */
import { type Random, random } from '../../base/random.js';
import { dive } from './dive.js';
import { generate } from './generate.js';
import { makeMaster } from './master.js';
import { neighbourhood, windowLengths } from './neighbourhood.js';
import { overwrite, type Prepared, type Roster, rosterCost } from './roster.js';
import { shake } from './shake.js';
import type { Stop } from './stop.js';

/** Row searches a part may take before its size is cut, and below which it grows. */
const MANY = 600;
const FEW = 150;

export function improveParts(
  prepared: Prepared,
  roster: Roster,
  chance: Random,
  stop: Stop,
  until: number,
  bound: number,
  centre: Float64Array,
  onBetter: (cost: number) => void,
): void {
  const { model } = prepared;
  const lengths = windowLengths(model.days);
  const sizes = lengths.map((length) => Math.max(2, Math.min(model.rows.length, Math.floor(120 / length))));
  let cost = rosterCost(prepared, roster);
  let round = 0;
  while (cost > bound && stop.iterations() < until && !stop.isSpent()) {
    const which = chance.below(lengths.length);
    const length = lengths[which]!;
    const part = neighbourhood(prepared, roster, sizes[which]!, length, chance);
    const before = stop.iterations();
    const master = makeMaster(prepared, roster, part);
    master.centre = centre.slice();
    const { outcome } = generate(prepared, roster, master, null, cost, 60, stop);
    for (const line of master.lines) centre[line] = master.centre[line]!;
    if (outcome !== 'cut') {
      const found = dive(prepared, roster, master, cost, 20, random(chance.below(2 ** 30)), stop);
      if (found !== null) {
        overwrite(roster, found);
        cost = rosterCost(prepared, roster);
        onBetter(cost);
      }
    }
    const spent = stop.iterations() - before;
    if (spent > MANY) sizes[which] = Math.max(2, sizes[which]! - 1);
    else if (spent < FEW) sizes[which] = Math.min(model.rows.length, sizes[which]! + 1);
    round += 1;
    if (round % 8 === 0) {
      overwrite(roster, shake(prepared, roster, chance, stop, stop.iterations() + 200, bound, 0));
      const now = rosterCost(prepared, roster);
      if (now < cost) onBetter(now);
      cost = now;
    }
  }
}
