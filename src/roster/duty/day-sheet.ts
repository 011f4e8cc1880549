/** The day sheet: the blocks of the handbook's daily routine, each with those who are there for it. */

import type { Text } from '../../base/text.js';
import { overlap, type Span } from '../../calendar/clock.js';
import type { Day } from '../../calendar/day.js';
import type { Problem } from '../problem.js';
import type { Roster } from '../roster.js';
import { viewOf } from '../view.js';
import { namesOf } from './names.js';

interface Present {
  readonly name: string;
  /** The part of the block the person is there; null: all of it. */
  readonly part: Span | null;
}

export interface RoutineBlock extends Span {
  readonly task: Text;
  /** Those there throughout first, then those there longest. */
  readonly people: readonly Present[];
}

export interface DaySheet {
  readonly day: Day;
  readonly blocks: readonly RoutineBlock[];
}

/** One sheet a day; none where the handbook has no routine. */
export function daySheets(roster: Roster, problem: Problem): DaySheet[] {
  const { routine } = problem.handbook.values;
  if (routine === undefined || routine.length === 0) return [];
  const view = viewOf(roster, problem);
  const names = namesOf(problem);
  return problem.days.map(({ day }, index) => ({
    day,
    blocks: routine.map(({ from, to, task }) => {
      const block = { from, to };
      const people = problem.agents.flatMap(({ id }, agent) => {
        const parts = view.shifts(agent, index).flatMap((shift) => shift.parts);
        const there = parts.filter((part) => overlap(part, block) > 0);
        if (there.length === 0) return [];
        const part = { from: Math.max(from, there[0]!.from), to: Math.min(to, there.at(-1)!.to) };
        const minutes = there.reduce((sum, one) => sum + overlap(one, block), 0);
        return [{ name: names(id), part: minutes === to - from ? null : part, minutes }];
      });
      const order = [...people].sort((a, b) => b.minutes - a.minutes);
      return { from, to, task, people: order.map(({ name, part }) => ({ name, part })) };
    }),
  }));
}

/** Notes that the handbook wants on every hand-over sheet: clauses that become `list:hand-over-note`. */
export const handOverNotes = (problem: Problem): { readonly clause: string; readonly says: Text }[] =>
  Object.entries(problem.handbook.values.clauses)
    .filter(([, { becomes }]) => becomes?.includes('list:hand-over-note') === true)
    .map(([clause, { en, zh }]) => ({ clause, says: { en, zh } }));
