/** Every rule has cases that obey and cases that break, with the exact distance and message. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RuleId } from '../../src/handbook/schema/rules.js';
import { RULES } from '../../src/roster/rules/index.js';
import { viewOf } from '../../src/roster/view.js';
import type { Rule } from '../../src/roster/violation.js';
import { calendar, house, person, problemOf, rosterOf } from './make.js';
import type { RuleCase } from './rules/case.js';

const ids = Object.keys(RULES) as RuleId[];
const byRule = new Map<string, readonly RuleCase[]>();
for (const file of readdirSync('test/roster/rules').filter((name) => name !== 'case.ts')) {
  const id = file.replace('.ts', '');
  const loaded = (await import(`./rules/${id}.ts`)) as { cases: readonly RuleCase[] };
  byRule.set(id, loaded.cases);
}

it('there are cases for every rule and for nothing else', () => {
  expect([...byRule.keys()].sort()).toEqual([...ids].sort());
});

describe.each(ids)('%s', (id) => {
  const cases = byRule.get(id) ?? [];
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
