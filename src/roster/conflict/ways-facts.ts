/** Ways out that change facts: leave, pins, own shifts, people. */
import { shown } from '../../base/shown.js';
import { joinTexts, type Text, text } from '../../base/text.js';
import { addDays, type Day, firstDay, lastDay } from '../../calendar/day.js';
import { employedOn, type Leave, type Person, type StaffId } from '../../people/person.js';
import type { PlanFacts } from '../build-problem.js';
import { shortDay } from '../judge/finding.js';
import { shortages } from '../shortage.js';
import { type Change, withoutLeave, withoutPin, withTerms } from './facts.js';
import { hardProblem } from './hard-problem.js';
import { spell, who } from './say-parts.js';
import { shiftNames } from './say-shortage.js';
import type { WayChange } from './way-out.js';
import type { Clash, Found, Trial, WaysInput } from './ways.js';

/** Days by which a leave is moved at most. */
const MOVES = [1, -1, 2, -2, 3, -3];
const MOST_AGENTS = 4;
const MOST_SINGLES = 6;

const wayOf = (trial: Trial, change: Change, what: WayChange, size: number, message: Text): Found[] => {
  const tried = trial.best(change);
  if (tried === null) return [];
  return [{ change: what, message, size, score: { hard: 0, soft: tried.soft }, onward: tried.onward }];
};

const all =
  (changes: readonly Change[]): Change =>
  (facts) =>
    changes.reduce((now, change) => change(now), facts);

/** Each leave alone, moved or refused; where one does not do, as few together as a count finds. */
export function byLeave({ facts, clashes }: WaysInput, trial: Trial): Found[] {
  const leave = [
    ...new Set(
      clashes.flatMap(({ parts }) => parts.flatMap(({ fact }) => (fact?.kind === 'leave' ? [fact.leave] : []))),
    ),
  ].sort((a, b) => daysInMonth(facts, a) - daysInMonth(facts, b));
  const few = leave.slice(0, MOST_SINGLES);
  const moved = few.flatMap((one) => firstOf(movesOf(facts, [one]), (step) => move(facts, [step], trial)));
  const refused = few.flatMap((one) => refuse(facts, [one], trial));
  const several = {
    moved: moved.length > 0 ? null : together(facts, movesOf(facts, leave), moveOne),
    refused: refused.length > 0 ? null : together(facts, leave, withoutLeave),
  };
  return [
    ...moved,
    ...refused,
    ...(several.moved === null ? [] : move(facts, several.moved, trial)),
    ...(several.refused === null ? [] : refuse(facts, several.refused, trial)),
  ];
}

interface Move {
  readonly leave: Leave;
  readonly by: number;
}

const movedLeave = ({ leave, by }: Move): Leave => ({
  ...leave,
  from: addDays(leave.from, by),
  to: addDays(leave.to, by),
});

const moveOne =
  (move: Move): Change =>
  (facts) => ({ ...facts, leave: facts.leave.map((one) => (one === move.leave ? movedLeave(move) : one)) });

/** Moves that do not run into the person's other leave. */
const movesOf = (facts: PlanFacts, leave: readonly Leave[]): Move[] =>
  MOVES.flatMap((by) => leave.map((one): Move => ({ leave: one, by }))).filter((one) => {
    const { from, to } = movedLeave(one);
    return !facts.leave.some(
      (other) => other !== one.leave && other.staff === one.leave.staff && other.from <= to && from <= other.to,
    );
  });

/** Changes one after another, each the one after which least is lacking; null where counting finds none that does. */
function together<T extends Leave | Move>(
  facts: PlanFacts,
  changes: readonly T[],
  make: (one: T) => Change,
): readonly T[] | null {
  const leaveOf = (one: T): Leave => ('leave' in one ? one.leave : one);
  let now = facts;
  let lacking = deficit(now);
  const done: T[] = [];
  while (lacking > 0) {
    let best: { readonly one: T; readonly left: number } | null = null;
    for (const one of changes) {
      if (done.some((before) => leaveOf(before) === leaveOf(one))) continue;
      const left = deficit(make(one)(now));
      if (left < (best?.left ?? lacking)) best = { one, left };
    }
    if (best === null) return null;
    done.push(best.one);
    now = make(best.one)(now);
    lacking = best.left;
  }
  return done.length > 1 ? done : null;
}

/** What all counts together lack. */
function deficit(facts: PlanFacts): number {
  const hard = hardProblem(facts);
  return hard === null ? 0 : shortages(hard).reduce((sum, one) => sum + Math.abs(one.needed - one.available), 0);
}

function firstOf<T>(items: readonly T[], find: (item: T) => Found[]): Found[] {
  for (const item of items) {
    const found = find(item);
    if (found.length > 0) return found;
  }
  return [];
}

function move(facts: PlanFacts, moves: readonly Move[], trial: Trial): Found[] {
  const said = moves.map((one) => {
    const name = nameOf(facts, one.leave.staff);
    const is = movedLeave(one);
    const [was, now] = [spell(one.leave.from, one.leave.to), spell(is.from, is.to)];
    const days = Math.abs(one.by);
    const en = `${name}'s leave ${was} by ${days === 1 ? 'a day' : `${days} days`} to ${now}`;
    return text(en, `${name} 的请假 ${was} ${one.by > 0 ? '推后' : '提前'} ${days} 天，改为 ${now}`);
  });
  const list = joinTexts(said, text(' and ', '；'));
  const change: WayChange = {
    kind: 'move-leave',
    moves: moves.map(({ leave: { staff, from, to }, by }) => ({ staff, from, to, by })),
  };
  const size = moves.reduce((sum, { by }) => sum + Math.abs(by), 0);
  return wayOf(trial, all(moves.map(moveOne)), change, size, text(`Move ${list.en}.`, `${list.zh}。`));
}

function refuse(facts: PlanFacts, leave: readonly Leave[], trial: Trial): Found[] {
  const spells = leave.map(({ staff, from, to }) => ({ staff, from, to }));
  const size = leave.reduce((sum, one) => sum + daysInMonth(facts, one), 0);
  const names = leave.map(({ staff, from, to }) => {
    const name = nameOf(facts, staff);
    return text(`${name}'s leave ${spell(from, to)}`, `${name} ${spell(from, to)} 的请假`);
  });
  const { en, zh } = joinTexts(names, text(' and ', '、'));
  const message = text(`Refuse ${en}.`, `不批 ${zh}。`);
  return wayOf(trial, all(leave.map(withoutLeave)), { kind: 'refuse-leave', leave: spells }, size, message);
}

function daysInMonth({ month }: PlanFacts, { from, to }: Leave): number {
  let days = 0;
  const [first, last] = [firstDay(month), lastDay(month)];
  for (let day: Day = from < first ? first : from; day <= to && day <= last; day = addDays(day, 1)) days += 1;
  return days;
}

/** Each pin alone, then all of the clash. */
export function byPins({ facts, clashes }: WaysInput, trial: Trial): Found[] {
  const pins = clashes.flatMap(({ parts }) => parts.flatMap(({ fact }) => (fact?.kind === 'pin' ? [fact] : [])));
  const release = (some: typeof pins): Found[] => {
    const named = some.map(({ staff, day }) => `${nameOf(facts, staff)} ${shortDay(day)}`);
    const change: WayChange = { kind: 'release-pins', pins: some.map(({ staff, day }) => ({ staff, day })) };
    const message = text(`Release what is pinned: ${named.join(', ')}.`, `取消固定：${named.join('、')}。`);
    return wayOf(trial, all(some.map(({ staff, day }) => withoutPin(staff, day))), change, some.length, message);
  };
  const singles = pins.slice(0, MOST_SINGLES).flatMap((pin) => release([pin]));
  return singles.length > 0 || pins.length < 2 ? singles : release(pins);
}

/** Somebody whose own shifts are in the way works the lacking ones too. */
export function byMoreShifts({ problem, clashes }: WaysInput, trial: Trial): Found[] {
  return clashes.flatMap(({ parts, shortage }) => {
    const lacking = shortage?.shifts;
    if (lacking === null || lacking === undefined) return [];
    const people = parts.flatMap(({ fact }) => (fact?.kind === 'shifts' ? [fact.person] : []));
    return people.slice(0, MOST_SINGLES).flatMap((person) => {
      const change = withTerms(person.id, (terms) => ({
        ...terms,
        shifts: terms.shifts === null ? null : [...new Set([...terms.shifts, ...lacking])],
      }));
      const name = shiftNames(problem, lacking);
      const message = text(`${who(person)} works ${name.en} too.`, `${who(person)} 也上${name.zh}。`);
      return wayOf(trial, change, { kind: 'more-shifts', staff: person.id, shifts: lacking }, 1, message);
    });
  });
}

/** One agent more, or two ...: like somebody who is there all month. */
export function byMoreAgents({ facts, problem, clashes }: WaysInput, trial: Trial): Found[] {
  const lacking = lackingShifts(clashes);
  const like = pattern(facts, lacking);
  if (like === null) return [];
  for (let agents = 1; agents <= MOST_AGENTS; agents += 1) {
    const added = Array.from({ length: agents }, (_, at) => copyOf(like, at, lacking));
    const change: Change = (now) => ({ ...now, people: [...now.people, ...added] });
    const tried = trial.best(change);
    if (tried === null) continue;
    const shifts = lacking === null ? text('', '') : named(problem, lacking);
    const message =
      agents === 1
        ? text(`One more agent${shifts.en}.`, `增加一人${shifts.zh}。`)
        : text(`${agents} more agents${shifts.en}.`, `增加 ${agents} 人${shifts.zh}。`);
    const ids = new Set<string>(added.map(({ id }) => id));
    const worked = tried.problem.agents
      .filter(({ id }) => ids.has(id))
      .reduce((sum, { expectedDays }) => sum + expectedDays, 0);
    const what: WayChange = { kind: 'extra-agents', agents, shifts: lacking };
    return [{ change: what, message, size: worked, score: { hard: 0, soft: tried.soft }, onward: tried.onward }];
  }
  return [];
}

const named = (problem: WaysInput['problem'], codes: readonly string[]): Text => {
  const { en, zh } = shiftNames(problem, codes);
  return text(` on ${en}s`.replace(/togethers$/, 'together'), `，上${zh}`);
};

/** The shifts of the one count that fails; null: any. */
function lackingShifts(clashes: readonly Clash[]): readonly string[] | null {
  const sets = new Set(clashes.map(({ shortage }) => shortage?.shifts?.join('\n') ?? ''));
  const only = [...sets][0];
  return sets.size === 1 && only !== undefined && only !== '' ? only.split('\n') : null;
}

function pattern({ people, month }: PlanFacts, lacking: readonly string[] | null): Person | null {
  const there = people.filter((one) => employedOn(one, firstDay(month)) && employedOn(one, lastDay(month)));
  const free = there.filter(({ protectedUntil, probationUntil }) => protectedUntil === null && probationUntil === null);
  const breadth = ({ terms }: Person): number => terms.at(-1)!.shifts?.length ?? 99;
  const able = (lacking === null ? free : there).sort((a, b) => breadth(b) - breadth(a));
  return able[0] ?? there[0] ?? null;
}

const copyOf = (like: Person, at: number, shifts: readonly string[] | null): Person => ({
  ...like,
  id: `+${at + 1}` as StaffId,
  protectedUntil: null,
  probationUntil: null,
  terms: like.terms.slice(-1).map((terms) => ({ ...terms, from: null, shifts: shifts ?? terms.shifts, mentor: null })),
});

const nameOf = ({ people }: PlanFacts, staff: StaffId): string => {
  const person = people.find(({ id }) => id === staff);
  return person === undefined ? shown(staff) : who(person);
};
