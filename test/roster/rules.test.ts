/** Every rule has cases that obey and cases that break, with the exact distance and message. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RuleId } from '../../src/handbook/schema/rules.js';
import { RULES } from '../../src/roster/rules/index.js';
import { viewOf } from '../../src/roster/view.js';
import type { Rule } from '../../src/roster/violation.js';
import { calendar, house, person, problemOf, rosterOf } from './make.js';
import { ALL_CASES } from './rules/all.js';

const ids = Object.keys(RULES) as RuleId[];
it('every rule has a file of its own in both places', () => {
  const files = (folder: string, others: readonly string[]) =>
    readdirSync(folder)
      .filter((file) => !others.includes(file))
      .map((file) => file.replace('.ts', ''))
      .sort();
  expect(files('src/roster/rules', ['index.ts'])).toEqual([...ids].sort());
  expect(files('test/roster/rules', ['all.ts', 'case.ts'])).toEqual([...ids].sort());
});

describe.each(ids)('%s', (id) => {
  const cases = ALL_CASES[id];
  const rule: Rule = RULES[id];

  it('has a roster that obeys and one that breaks', () => {
    expect(cases.some(({ found }) => found.length === 0)).toBe(true);
    expect(cases.some(({ found }) => found.length > 0)).toBe(true);
  });

  it('is known by its id and says its sentence in both languages', () => {
    expect(rule.id).toBe(id);
    expect(rule.sentence.en).not.toBe('');
    expect(rule.sentence.zh).not.toBe('');
  });

  it.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const specs = each.people ?? Object.fromEntries(Object.keys(each.rows).map((staff) => [staff, {}]));
    const problem = problemOf({
      handbook: house(each.rules, each.handbook),
      people: Object.entries(specs).map(([staff, spec]) => person(staff, spec)),
      calendar: calendar(each.holidays),
      ...each.facts,
    });
    const violations = rule.find(viewOf(rosterOf(each.rows), problem), problem);
    expect(violations.map(({ message }) => message.en)).toEqual(each.found.map(({ en }) => en));
    each.found.forEach(({ en, zh, ...expected }, index) => {
      expect(violations[index]).toMatchObject({ rule: id, ...expected });
      if (zh !== undefined) expect(violations[index]!.message.zh).toBe(zh);
    });
  });

  it.each(cases.map((each) => [each.name, each] as const))('%s: nothing where it is off', (_, each) => {
    const people = Object.keys(each.rows).map((staff) => person(staff));
    const problem = problemOf({ handbook: house({}, each.handbook), people });
    expect(rule.find(viewOf(rosterOf(each.rows), problem), problem)).toEqual([]);
  });
});
