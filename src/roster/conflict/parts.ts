/** Everything that may clash: each rule with its clause, each fact with its row. */
import type { SourceRef } from '../../base/source.js';
import type { Text } from '../../base/text.js';
import { type Day, firstDay, lastDay } from '../../calendar/day.js';
import type { RuleId } from '../../handbook/schema/rules.js';
import type { Leave, Person, StaffId } from '../../people/person.js';
import type { PlanFacts } from '../build-problem.js';
import { type Change, withoutHistory, withoutLeave, withoutPin, withPerson, withTerms } from './facts.js';
import { coverParts } from './parts-cover.js';
import { ruleParts } from './parts-rules.js';
import * as say from './say-parts.js';

/** A rule or a fact that may belong to a clash. */
export interface Part {
  readonly rule: RuleId | null;
  readonly clause: string | null;
  readonly source: SourceRef | null;
  readonly says: Text;
  readonly fact:
    | null
    | { readonly kind: 'leave'; readonly leave: Leave }
    | { readonly kind: 'pin'; readonly staff: StaffId; readonly day: Day }
    | { readonly kind: 'shifts' | 'protected' | 'employment' | 'history'; readonly person: Person };
  /** The month without it. */
  readonly without: Change;
}

/** In the order in which they are left out first: what says least stands in front. */
export function partsOf(facts: PlanFacts): Part[] {
  return [...factParts(facts), ...ruleParts(facts), ...coverParts(facts)];
}

function factParts(facts: PlanFacts): Part[] {
  const [first, last] = [firstDay(facts.month), lastDay(facts.month)];
  const people = facts.people.filter(
    ({ hired, left }) => (hired === null || hired <= last) && (left === null || left >= first),
  );
  const none = { rule: null, clause: null } as const;
  const history = people
    .filter(({ id }) => facts.previous?.rows.some(({ staff }) => staff === id))
    .map((person): Part => {
      const fact = { kind: 'history', person } as const;
      return { ...none, source: null, fact, says: say.history(person), without: withoutHistory(person.id) };
    });
  const employment = people
    .filter(({ hired, left }) => (hired !== null && hired > first) || (left !== null && left < last))
    .map((person): Part => {
      const without = withPerson(person.id, (one) => ({ ...one, hired: null, left: null }));
      const fact = { kind: 'employment', person } as const;
      return { ...none, source: person.source, fact, says: say.employment(person), without };
    });
  const shifts = people
    .filter(({ terms }) => terms.some((one) => one.shifts !== null))
    .map((person): Part => {
      const without = withTerms(person.id, (terms) => ({ ...terms, shifts: null }));
      const fact = { kind: 'shifts', person } as const;
      return { ...none, source: person.source, fact, says: say.ownShifts(person), without };
    });
  const night = people
    .filter(({ protectedUntil }) => protectedUntil !== null && protectedUntil >= first)
    .map((person): Part => {
      const without = withPerson(person.id, (one) => ({ ...one, protectedUntil: null }));
      const fact = { kind: 'protected', person } as const;
      return { ...none, source: person.source, fact, says: say.nightProtection(person), without };
    });
  const pins = (facts.pins ?? []).map((pin): Part => {
    const fact = { kind: 'pin', staff: pin.staff, day: pin.day } as const;
    return { ...none, source: null, fact, says: say.pin(facts, pin), without: withoutPin(pin.staff, pin.day) };
  });
  const names = new Map(people.map((person) => [person.id, person]));
  const leave = facts.leave
    .filter((one) => names.has(one.staff) && one.from <= last && one.to >= first)
    .filter((one) => !facts.handbook.values.leave.needs_approval || one.approvedBy !== null)
    .map((one): Part => {
      const fact = { kind: 'leave', leave: one } as const;
      return { ...none, source: one.source, fact, says: say.leave(one, names), without: withoutLeave(one) };
    });
  return [...history, ...employment, ...night, ...shifts, ...pins, ...leave];
}
