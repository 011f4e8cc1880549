/** What else a cell could hold, and what could be exchanged on a day: each judged. */

import type { Request } from '../../people/person.js';
import { check, type Judgement } from '../check.js';
import { isGranted, judgedRequests } from '../judge/wishes.js';
import type { Problem } from '../problem.js';
import { type Cell, type CellChange, onShift, REST, type Roster } from '../roster.js';
import { viewOf } from '../view.js';
import { type Appraiser, appraiserOf, type ValueChange } from './appraise.js';
import { cellOf, sameCell, settled, withCells } from './changes.js';
import { better, type Consequences, consequences } from './consequences.js';

export interface Option {
  readonly cells: readonly CellChange[];
  readonly against: Consequences;
}

/** Every other shift, and rest, for one cell. Empty on leave and outside employment. */
export function cellOptions(roster: Roster, problem: Problem, base: Judgement, agent: number, day: number): Option[] {
  const { active, leave, id } = problem.agents[agent]!;
  if (!active[day] || leave[day] !== null) return [];
  const date = problem.days[day]!.day;
  const was = cellOf(roster, id, date);
  return [REST, ...problem.shifts.map(({ code }) => onShift(code))]
    .filter((is) => !sameCell(was, is))
    .map((is) => judged(roster, problem, base, [{ staff: id, day: date, was, is }]))
    .sort((a, b) => better(a.against.after, b.against.after));
}

/** The best change of a day: one cell, or two people's exchanged. Null: nothing may change. */
export function bestOnDay(roster: Roster, problem: Problem, base: Judgement, day: number): Option | null {
  const appraiser = appraiserOf(problem, roster);
  const best = ranked(appraiser, [...singles(problem, appraiser, day), ...exchanges(problem, appraiser, day)])[0];
  return best === undefined ? null : judgedValues(roster, problem, base, best);
}

export interface WishTold {
  readonly request: Request;
  readonly day: number;
  readonly granted: boolean;
  /**
   * The best of the ways to grant it: the cell changed, exchanged with a colleague's, or moved to another day, alone or with a
   * colleague. Null where it is granted, or none of them does.
   */
  readonly way: Option | null;
}

/** A person's wishes of the month, in order of days. */
export function wishesOf(roster: Roster, problem: Problem, base: Judgement, agent: number): WishTold[] {
  const view = viewOf(roster, problem);
  const own = judgedRequests(problem).filter((each) => each.agent === agent);
  if (own.length === 0) return [];
  const appraiser = appraiserOf(problem, roster);
  return own
    .map(({ request, day }): WishTold => {
      const granted = isGranted(request, view.shifts(agent, day));
      if (granted) return { request, day, granted, way: null };
      const ways = [
        ...singles(problem, appraiser, day),
        ...exchanges(problem, appraiser, day),
        ...otherDays(problem, appraiser, agent, day),
      ].filter((changes) =>
        changes.some((change) => {
          const given = change.value === 0 ? [] : [problem.shifts[change.value - 1]!];
          return change.agent === agent && change.day === day && isGranted(request, given);
        }),
      );
      const best = ranked(appraiser, ways)[0];
      return { request, day, granted, way: best === undefined ? null : judgedValues(roster, problem, base, best) };
    })
    .sort((a, b) => a.day - b.day);
}

type Move = readonly ValueChange[];

const isThere = (problem: Problem, agent: number, day: number): boolean =>
  problem.agents[agent]!.active[day] === true && problem.agents[agent]!.leave[day] === null;

const singles = (problem: Problem, appraiser: Appraiser, day: number): Move[] =>
  problem.agents.flatMap((_, agent) =>
    !isThere(problem, agent, day)
      ? []
      : [0, ...problem.shifts.map((_, at) => at + 1)]
          .filter((value) => value !== appraiser.valueAt(agent, day))
          .map((value) => [{ agent, day, value }]),
  );

const exchanges = (problem: Problem, appraiser: Appraiser, day: number): Move[] =>
  problem.agents.flatMap((_, one) =>
    problem.agents.flatMap((_, other): Move[] => {
      const [mine, theirs] = [appraiser.valueAt(one, day), appraiser.valueAt(other, day)];
      if (other <= one || mine === theirs || !isThere(problem, one, day) || !isThere(problem, other, day)) return [];
      return [
        [
          { agent: one, day, value: theirs },
          { agent: other, day, value: mine },
        ],
      ];
    }),
  );

/** A person's day moved to another day: alone, or with a colleague who exchanges both days. */
function otherDays(problem: Problem, appraiser: Appraiser, agent: number, day: number): Move[] {
  const value = (who: number, on: number): number => appraiser.valueAt(who, on);
  const days = problem.days.flatMap((_, other) => (other !== day && isThere(problem, agent, other) ? [other] : []));
  return days.flatMap((other): Move[] => {
    const alone = [
      { agent, day, value: value(agent, other) },
      { agent, day: other, value: value(agent, day) },
    ];
    const together = problem.agents.flatMap((_, colleague): Move[] =>
      colleague === agent || !isThere(problem, colleague, day) || !isThere(problem, colleague, other)
        ? []
        : [
            [day, other].flatMap((on) => [
              { agent, day: on, value: value(colleague, on) },
              { agent: colleague, day: on, value: value(agent, on) },
            ]),
          ],
    );
    return [alone, ...together];
  });
}

function ranked(appraiser: Appraiser, moves: readonly Move[]): Move[] {
  return moves
    .flatMap((move) => {
      const score = appraiser.cost(move);
      return score === null ? [] : [{ move, score }];
    })
    .sort((a, b) => better(a.score, b.score) || a.move.length - b.move.length)
    .map(({ move }) => move);
}

function judgedValues(roster: Roster, problem: Problem, base: Judgement, move: Move): Option {
  const changes = move.map(({ agent, day, value }): CellChange => {
    const { id } = problem.agents[agent]!;
    const date = problem.days[day]!.day;
    const is: Cell = value === 0 ? REST : onShift(problem.shifts[value - 1]!.code);
    return { staff: id, day: date, was: cellOf(roster, id, date), is };
  });
  return judged(
    roster,
    problem,
    base,
    changes.filter(({ was, is }) => !sameCell(was, is)),
  );
}

const judged = (roster: Roster, problem: Problem, base: Judgement, cells: readonly CellChange[]): Option => ({
  cells,
  against: consequences(base, check(settled(withCells(roster, cells), problem), problem)),
});
