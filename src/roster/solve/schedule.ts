/**
 * The order of the phases. Construction is done when this begins:
 *
 *   shake (a little) -> root: column generation over everything, the bound -> dives -> large neighbourhoods, by the
 *   same column generation and dives over parts of the roster, until the budget is spent or cost = bound.
 *
 * Long horizons skip the root: its program would not finish.
 */
import { type Random, random } from '../../base/random.js';
import { dive } from './dive.js';
import { generate } from './generate.js';
import { addRow, freeColumns, makeMaster } from './master.js';
import { improveParts } from './parts.js';
import { overwrite, type Prepared, type Roster, rosterCost, rowAlone } from './roster.js';
import { rowPool, shake } from './shake.js';
import type { Stop } from './stop.js';

export type Phase = 'construct' | 'shake' | 'bound' | 'dive' | 'improve';

export interface Outcome {
  readonly roster: Roster;
  readonly bound: number;
}

/** Rows of the root's program, and days, up to which the root is tried. */
const ROOT_ROWS = 1200;
const ROOT_DAYS = 60;
/** Searches of a row for each agent in the first shaking. */
const FIRST_SEARCHES = 30;
const EFFORT = { width: 24, work: 8_000_000 };
const DIVES = 12;

export function schedule(
  prepared: Prepared,
  roster: Roster,
  chance: Random,
  stop: Stop,
  report: (phase: Phase, best: number, bound: number) => void,
): Outcome {
  const { model, lines } = prepared;
  const agents = model.rows.map((_, agent) => agent);
  let bound = 0;
  let centre: Float64Array = new Float64Array(lines.count);
  const pool = rowPool(agents.length);
  overwrite(
    roster,
    shake(prepared, roster, chance, stop, stop.iterations() + FIRST_SEARCHES * agents.length, bound, undefined, pool),
  );
  let cost = rosterCost(prepared, roster);
  report('shake', cost, bound);
  const whole = { agents, from: 0, to: model.days };
  if (agents.length + lines.count <= ROOT_ROWS && model.days <= ROOT_DAYS) {
    const begun = stop.iterations();
    const master = makeMaster(prepared, roster, whole);
    for (const [agent, rows] of pool.rows.entries()) {
      for (const row of rows) {
        if (!master.known[agent]!.has(row.join())) addRow(prepared, master, agent, row, rowAlone(prepared, agent, row));
      }
    }
    const root = generate(prepared, roster, master, EFFORT, cost, 400, stop);
    bound = Math.max(0, Math.ceil(root.bound));
    if (master.centre !== null) centre = master.centre.slice();
    report('bound', cost, bound);
    // Parts and dives by turns, each as long as the root took: now one finds more, now the other.
    const turn = Math.max(300, stop.iterations() - begun);
    for (let attempt = 0; attempt < DIVES && cost > bound && !stop.isSpent(); attempt += 1) {
      if (attempt > 0) {
        const more = (now: number): void => report('improve', now, bound);
        improveParts(prepared, roster, chance, stop, stop.iterations() + turn, bound, centre, more);
        cost = rosterCost(prepared, roster);
        freeColumns(master);
        generate(prepared, roster, master, null, cost, 40, stop);
      }
      if (cost <= bound || stop.isSpent()) break;
      const found = dive(prepared, roster, master, cost, 30, random(chance.below(2 ** 30)), stop);
      if (found === null) continue;
      overwrite(roster, found);
      cost = rosterCost(prepared, roster);
      report('dive', cost, bound);
    }
  }
  if (cost > bound) {
    improveParts(prepared, roster, chance, stop, Number.POSITIVE_INFINITY, bound, centre, (now) =>
      report('improve', now, bound),
    );
  }
  return { roster, bound: Math.min(bound, rosterCost(prepared, roster)) };
}
