/**
 * Large neighbourhoods: a part of the roster (some agents, a window) is solved anew by column generation and a dive.
 * Parts whose bound promises nothing are dropped at once. The size of the parts follows the work they take.
 */
import { random } from '../../base/random.js';
import { dive } from './dive.js';
import { generate } from './generate.js';
import { makeMaster } from './master.js';
import { neighbourhood, windowLengths } from './neighbourhood.js';
import { overwrite } from './roster.js';
import { isDone, meet, type Search } from './search.js';
import { shake } from './shake.js';

/** Row searches after which a part counts as too large or as too small. */
const MANY = 600;
const FEW = 150;
/** Cells of the first parts; parts between two short shakings, and row searches of one. */
const FIRST_CELLS = 120;
const PARTS = 8;
const SHAKING = 200;

/** Improves the roster until so many row searches are done, this share of the budget is gone or the bound is met. */
export function improveParts(search: Search, until: number, share = 1): void {
  const { prepared, roster, chance, stop } = search;
  const { model } = prepared;
  const lengths = windowLengths(model.days);
  const sizes = lengths.map((length) => Math.max(2, Math.min(model.rows.length, Math.floor(FIRST_CELLS / length))));
  for (let round = 1; !isDone(search) && stop.iterations() < until && stop.share() <= share; round += 1) {
    const which = chance.below(lengths.length);
    const part = neighbourhood(prepared, roster, sizes[which]!, lengths[which]!, chance);
    const before = stop.iterations();
    const master = makeMaster(prepared, roster, part);
    master.centre = search.centre.slice();
    const { outcome } = generate(prepared, roster, master, null, search.cost, 60, stop);
    for (const line of master.lines) search.centre[line] = master.centre[line]!;
    if (outcome !== 'cut') {
      const found = dive(prepared, roster, master, search.cost, 20, random(chance.below(2 ** 30)), stop);
      if (found !== null) overwrite(roster, found);
    }
    const spent = stop.iterations() - before;
    if (spent > MANY) sizes[which] = Math.max(2, sizes[which]! - 1);
    else if (spent < FEW) sizes[which] = Math.min(model.rows.length, sizes[which]! + 1);
    if (round % PARTS === 0) {
      overwrite(roster, shake(prepared, roster, chance, stop, stop.iterations() + SHAKING, search.bound));
    }
    meet(search, 'improve');
  }
}
