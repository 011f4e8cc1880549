/** Two people exchange what they do on a day, or each takes the other's shift on two days. */
import type { Day } from '../../calendar/day.js';
import type { StaffId } from '../../people/person.js';
import { check, type Judgement } from '../check.js';
import type { Problem } from '../problem.js';
import type { CellChange, Pin, Roster } from '../roster.js';
import { cellOf, sameCell, settled, withCells } from './changes.js';
import { breaksHard, type Consequences, consequences } from './consequences.js';

export interface SwapSide {
  readonly staff: StaffId;
  readonly day: Day;
}

export interface Swap {
  readonly cells: readonly CellChange[];
  readonly roster: Roster;
  readonly judgement: Judgement;
  readonly against: Consequences;
  /** Breaks nothing that must hold and was kept before. */
  readonly allowed: boolean;
}

/** unfree: a person is on leave or not employed on one of the days. same: nothing would change. pinned: a cell may not change. */
export type NoSwap =
  | { readonly reason: 'unfree'; readonly at: SwapSide }
  | { readonly reason: 'same' }
  | { readonly reason: 'pinned'; readonly pin: Pin };

/** On the day of either side both exchange their cells: what one has, the other gets. */
export function swap(roster: Roster, problem: Problem, one: SwapSide, other: SwapSide): Swap | NoSwap {
  const published = settled(roster, problem);
  const days = [...new Set([one.day, other.day])];
  const pairs = days.flatMap((day) => [
    { staff: one.staff, day, with: other.staff },
    { staff: other.staff, day, with: one.staff },
  ]);
  const cells = pairs
    .map(({ staff, day, with: partner }): CellChange => {
      return { staff, day, was: cellOf(published, staff, day), is: cellOf(published, partner, day) };
    })
    .filter(({ was, is }) => !sameCell(was, is));
  const unfree = pairs.find(({ staff, day }) => !isThere(problem, staff, day));
  if (unfree !== undefined) return { reason: 'unfree', at: { staff: unfree.staff, day: unfree.day } };
  if (cells.length === 0) return { reason: 'same' };
  const pin = roster.pins.find((each) => cells.some(({ staff, day }) => staff === each.staff && day === each.day));
  if (pin !== undefined) return { reason: 'pinned', pin };
  const changed = settled(withCells(published, cells), problem);
  const judgement = check(changed, problem);
  const against = consequences(check(published, problem), judgement);
  return { cells, roster: changed, judgement, against, allowed: !breaksHard(against) };
}

/** Employed and not on leave; a sheet may still show a shift. */
function isThere({ agents, days }: Problem, staff: StaffId, day: Day): boolean {
  const [agent, at] = [agents.find(({ id }) => id === staff), days.findIndex((each) => each.day === day)];
  return agent?.active[at] === true && agent.leave[at] === null;
}
