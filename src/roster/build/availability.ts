/** What each day of the month is to a person before anything is rostered. */
import { type Day, daysBetween } from '../../calendar/day.js';
import { employedOn, type Leave, type Person, termsOn } from '../../people/person.js';
import type { PlanAgent, PlanDay, Shift } from '../problem.js';

export interface Availability
  extends Pick<PlanAgent, 'person' | 'id' | 'active' | 'leave' | 'allowed' | 'protectedOn' | 'mentor' | 'skills'> {
  /** By day of the month: within a spell of seven or more following days of leave. */
  readonly longLeave: readonly boolean[];
}

const LONG = 7;

export function availability(
  person: Person,
  days: readonly PlanDay[],
  spells: readonly Leave[],
  shifts: readonly Shift[],
): Availability {
  const long = joined(spells).filter(({ from, to }) => daysBetween(from, to) + 1 >= LONG);
  const active = days.map(({ day }) => employedOn(person, day));
  const terms = days.map(({ day }) => termsOn(person, day));
  return {
    person,
    id: person.id,
    active,
    leave: days.map(({ day }, index) =>
      active[index] ? (spells.find((spell) => within(spell, day))?.kind ?? null) : null,
    ),
    allowed: terms.map((term, index) =>
      active[index] ? shifts.map(({ code }) => code).filter((code) => term.shifts?.includes(code) ?? true) : [],
    ),
    protectedOn: days.map(({ day }) => person.protectedUntil !== null && day <= person.protectedUntil),
    mentor: days.map(({ day }, index) =>
      person.probationUntil !== null && day <= person.probationUntil ? terms[index]!.mentor : null,
    ),
    skills: terms.map((term) => term.skills),
    longLeave: days.map(({ day }, index) => active[index] === true && long.some((spell) => within(spell, day))),
  };
}

interface Spell {
  readonly from: Day;
  readonly to: Day;
}

const within = (spell: Spell, day: Day): boolean => spell.from <= day && day <= spell.to;

/** Spells that follow each other without a gap, whatever their kinds, are one. */
function joined(spells: readonly Leave[]): Spell[] {
  const whole: Spell[] = [];
  for (const { from, to } of [...spells].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = whole.at(-1);
    if (last === undefined || daysBetween(last.to, from) > 1) whole.push({ from, to });
    else if (to > last.to) whole[whole.length - 1] = { from: last.from, to };
  }
  return whole;
}
