/** Small changes of a month's facts: what is left out to see whether a clash remains, and what a way out changes. */
import type { Rules } from '../../handbook/schema/rules.js';
import type { Leave, Person, StaffId, Terms } from '../../people/person.js';
import type { PlanFacts } from '../build-problem.js';

export type Change = (facts: PlanFacts) => PlanFacts;

/** The rules with some of them written anew; origins stay. */
export const withRules =
  (change: (rules: Rules) => Partial<Rules>): Change =>
  (facts) => {
    const { values } = facts.handbook;
    const rules = { ...values.rules, ...change(values.rules) };
    return { ...facts, handbook: { ...facts.handbook, values: { ...values, rules } } };
  };

export const withPerson = (id: StaffId, change: (person: Person) => Person): Change => {
  return (facts) => ({ ...facts, people: facts.people.map((one) => (one.id === id ? change(one) : one)) });
};

export const withTerms = (id: StaffId, change: (terms: Terms) => Terms): Change =>
  withPerson(id, (person) => ({ ...person, terms: person.terms.map(change) }));

export const withoutLeave =
  (spell: Leave): Change =>
  (facts) => ({ ...facts, leave: facts.leave.filter((one) => one !== spell) });

export const withoutPin =
  (staff: StaffId, day: string): Change =>
  (facts) => ({ ...facts, pins: (facts.pins ?? []).filter((pin) => pin.staff !== staff || pin.day !== day) });

/** Nothing is known of what the person did before the month. */
export const withoutHistory =
  (id: StaffId): Change =>
  (facts) => ({
    ...facts,
    previous:
      facts.previous === null
        ? null
        : { ...facts.previous, rows: facts.previous.rows.filter(({ staff }) => staff !== id) },
  });

/** One person alone: what several people decide together is not asked. */
export const onlyPerson =
  (id: StaffId): Change =>
  (facts) =>
    withRules(({ cover, 'hand-over': handOver, 'interval-cover': intervals, skills, mentor }) => ({
      cover: { ...cover, level: 'off' },
      'hand-over': { ...handOver, level: 'off' },
      'interval-cover': { ...intervals, level: 'off' },
      skills: { ...skills, level: 'off' },
      mentor: { ...mentor, level: 'off' },
    }))({ ...facts, people: facts.people.filter((one) => one.id === id) });
