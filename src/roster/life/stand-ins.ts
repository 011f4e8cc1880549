/**
 * Somebody cannot come: who else. Candidates are looked over fast (appraise.ts) and only the promising ones judged. A
 * resting colleague takes the shift; or one who works another shift that day takes it and a third takes theirs; and the
 * rest day that was given up may be had on a later day, with or without somebody for the shift that falls free there.
 */
import type { Day } from '../../calendar/day.js';
import type { StaffId } from '../../people/person.js';
import { check, type Judgement } from '../check.js';
import type { Problem } from '../problem.js';
import { type Cell, type CellChange, onShift, REST, type Roster, type Score } from '../roster.js';
import { type Appraiser, appraiserOf, type ValueChange } from './appraise.js';
import { cellOf, settled, withCells } from './changes.js';
import { better, breaksHard, type Consequences, consequences } from './consequences.js';
import { type Tally, tallyOf } from './tally.js';

export interface StandIn {
  /** Who takes the shift; null: nobody, the place stays open. */
  readonly staff: StaffId | null;
  readonly cells: readonly CellChange[];
  readonly roster: Roster;
  readonly judgement: Judgement;
  /** Against the place left open. */
  readonly against: Consequences;
  /** Nothing that must hold is broken beyond what was broken before. */
  readonly allowed: boolean;
  readonly people: readonly { readonly staff: StaffId; readonly before: Tally; readonly after: Tally }[];
}

export interface StandIns {
  /** The shift to be filled. */
  readonly shift: string;
  readonly open: Judgement;
  /** Best first. Leaving the place open is one of them where nothing hard breaks. */
  readonly candidates: readonly StandIn[];
}

/** How many are judged in full. */
const JUDGED = 10;
/** Moves whose rest day is tried on other days, and then with somebody for the shift that falls free. */
const [EXPANDED, DEEPER] = [30, 12];

/**
 * `roster` as published; `problem` already knows the leave. `before`: the judgement before the illness. Null: the person
 * has no shift on that day.
 */
export function standIns(
  roster: Roster,
  problem: Problem,
  before: Judgement,
  staff: StaffId,
  day: Day,
): StandIns | null {
  const was = cellOf(roster, staff, day);
  const shift = was.kind === 'shift' ? was.shifts[0] : undefined;
  if (shift === undefined) return null;
  const [ill, on] = [
    problem.agents.findIndex(({ id }) => id === staff),
    problem.days.findIndex((each) => each.day === day),
  ];
  const left = settled(withCells(roster, [{ staff, day, is: REST }]), problem);
  const open = check(left, problem);
  const moves = movesOf(problem, appraiserOf(problem, left), ill, on, shift);
  const judged = [null, ...moves].map((move): StandIn => {
    const cells = (move?.changes ?? []).map((change) => cellChange(problem, left, change));
    const changed = settled(withCells(left, cells), problem);
    const judgement = check(changed, problem);
    const touched = [...new Set(cells.map((cell) => cell.staff))];
    return {
      staff: move === null ? null : problem.agents[move.standIn]!.id,
      cells,
      roster: changed,
      judgement,
      against: consequences(open, judgement),
      allowed: !breaksHard(consequences(before, judgement)),
      people: touched.map((each) => {
        const agent = problem.agents.findIndex(({ id }) => id === each);
        return { staff: each, before: tallyOf(left, problem, agent), after: tallyOf(changed, problem, agent) };
      }),
    };
  });
  const candidates = judged
    .map((candidate, found) => ({ candidate, found }))
    .sort(
      (a, b) =>
        better(a.candidate.judgement.score, b.candidate.judgement.score) ||
        a.candidate.cells.length - b.candidate.cells.length ||
        a.found - b.found,
    )
    .map(({ candidate }) => candidate);
  return { shift, open, candidates };
}

interface Move {
  readonly standIn: number;
  readonly changes: readonly ValueChange[];
  readonly score: Score;
}

function movesOf(problem: Problem, appraiser: Appraiser, ill: number, day: number, shift: string): Move[] {
  const value = problem.shifts.findIndex(({ code }) => code === shift) + 1;
  const move = (standIn: number, changes: readonly ValueChange[]): Move[] => {
    const score = appraiser.cost(changes);
    return score === null ? [] : [{ standIn, changes, score }];
  };
  const people = problem.agents.flatMap((_, agent) => (agent === ill ? [] : [agent]));
  const free = people.filter((agent) => isFree(problem, appraiser, agent, day));
  const busy = people.filter((agent) => appraiser.valueAt(agent, day) > 0 && appraiser.valueAt(agent, day) !== value);
  const direct = free.flatMap((agent) => move(agent, [{ agent, day, value }]));
  const moved = busy.flatMap((agent) => move(agent, [{ agent, day, value }]));
  const chains = busy.flatMap((agent) =>
    free.flatMap((other) =>
      move(agent, [
        { agent, day, value },
        { agent: other, day, value: appraiser.valueAt(agent, day) },
      ]),
    ),
  );
  const first = ranked([...direct, ...moved, ...chains]);
  const begun = [...new Set([...first.slice(0, EXPANDED), ...ranked(direct).slice(0, EXPANDED)])];
  // Whoever is called in on a rest day has it on a later day instead.
  const withRest = begun.flatMap(({ standIn, changes }) => {
    const called = changes.at(-1)!.agent;
    if (appraiser.valueAt(called, day) > 0) return [];
    return laterDays(problem, day).flatMap((other) =>
      appraiser.valueAt(called, other) === 0
        ? []
        : move(standIn, [...changes, { agent: called, day: other, value: 0 }]),
    );
  });
  // And somebody who rests on that day, perhaps the one who was ill, takes the shift that falls free.
  const withBoth = ranked(withRest)
    .slice(0, DEEPER)
    .flatMap(({ standIn, changes }) => {
      const given = changes.at(-1)!;
      const freed = appraiser.valueAt(given.agent, given.day);
      return problem.agents.flatMap((_, agent) =>
        agent !== given.agent && isFree(problem, appraiser, agent, given.day)
          ? move(standIn, [...changes, { agent, day: given.day, value: freed }])
          : [],
      );
    });
  return varied(ranked([...first, ...withRest, ...withBoth])).slice(0, JUDGED);
}

const ranked = (moves: readonly Move[]): Move[] =>
  [...moves].sort((a, b) => better(a.score, b.score) || a.changes.length - b.changes.length);

/** The best of each stand-in with each number of steps: variants of one idea would crowd out the others. */
function varied(moves: readonly Move[]): Move[] {
  const seen = new Set<string>();
  return moves.filter(({ standIn, changes }) => {
    const key = `${standIn} ${Math.min(changes.length, 2)}`;
    return !seen.has(key) && seen.add(key);
  });
}

const isFree = (problem: Problem, appraiser: Appraiser, agent: number, day: number): boolean => {
  const { active, leave } = problem.agents[agent]!;
  return active[day] === true && leave[day] === null && appraiser.valueAt(agent, day) === 0;
};

const laterDays = (problem: Problem, day: number): number[] =>
  problem.days.flatMap((_, other) => (other > day ? [other] : []));

function cellChange(problem: Problem, roster: Roster, { agent, day, value }: ValueChange): CellChange {
  const { id } = problem.agents[agent]!;
  const date = problem.days[day]!.day;
  const is: Cell = value === 0 ? REST : onShift(problem.shifts[value - 1]!.code);
  return { staff: id, day: date, was: cellOf(roster, id, date), is };
}
