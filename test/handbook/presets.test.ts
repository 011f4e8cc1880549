import { describe, expect, it } from 'vitest';
import { isMapping } from '../../src/handbook/merge.js';
import { inForce, load, presetNames, presetTree } from './trees.js';

/** The number of clauses that each document's handbook has. */
const CLAUSES: Readonly<Record<string, number>> = {
  'three-shift': 13,
  'two-shift': 12,
  'training-manual': 8,
  'punch-clock': 2,
  'split-shift': 8,
  'work-six': 4,
  'commission-2017': 7,
  'conversion-bonus': 5,
  'after-sales': 5,
  'daily-routine': 2,
};

const META = new Set(['preset', 'title', 'extends', 'clauses']);

function leaves(value: unknown, path: string): string[] {
  if (Array.isArray(value) && value.length > 0) return value.flatMap((item, index) => leaves(item, `${path}.${index}`));
  if (isMapping(value) && Object.keys(value).length > 0)
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
  return [path];
}

interface RawClause {
  readonly zh: string;
  readonly en: string;
  readonly sets?: readonly string[];
  readonly assumes?: readonly string[];
  readonly becomes?: readonly string[];
}

const raw = (name: string) => {
  const value = presetTree(name)!.value as Record<string, unknown>;
  const clauses = value.clauses as Record<string, RawClause>;
  const rules = Object.fromEntries(Object.entries(value).filter(([key]) => !META.has(key)));
  return { value, clauses, leaves: leaves(rules, '') };
};

const covers = (claim: string, path: string): boolean => path === claim || path.startsWith(`${claim}.`);

describe('presets', () => {
  it('are those of the documents', () => {
    expect(presetNames).toEqual(Object.keys(CLAUSES).sort());
  });

  for (const name of ['defaults', ...presetNames]) {
    describe(name, () => {
      const preset = raw(name);
      const claims = Object.values(preset.clauses).flatMap((clause) => [
        ...(clause.sets ?? []),
        ...(clause.assumes ?? []),
      ]);

      it('names itself, with a title in both languages', () => {
        expect(preset.value.preset).toBe(name);
        expect(preset.value.title).toEqual({ en: expect.any(String), zh: expect.any(String) });
      });

      it('every value is covered by a clause', () => {
        expect(preset.leaves.filter((leaf) => !claims.some((claim) => covers(claim, leaf)))).toEqual([]);
      });

      it('every path of a clause leads to a value', () => {
        expect(claims.filter((claim) => !preset.leaves.some((leaf) => covers(claim, leaf)))).toEqual([]);
      });

      it('no path is claimed twice', () => {
        expect(claims.filter((claim, index) => claims.indexOf(claim) !== index)).toEqual([]);
      });

      it('every clause speaks both languages', () => {
        for (const clause of Object.values(preset.clauses)) {
          expect(clause.zh).toMatch(/[\u4e00-\u9fff]/);
          expect(clause.en).toMatch(/[a-z]/i);
          if (name !== 'defaults') expect(clause.becomes?.length).toBeGreaterThan(0);
        }
      });
    });
  }

  it.each(Object.entries(CLAUSES))('%s has all %i clauses, in order', (name, count) => {
    const ids = Array.from({ length: count }, (_, index) => `${name}/${index + 1}`);
    expect(Object.keys(raw(name).clauses)).toEqual(ids);
  });

  it.each(presetNames.map((name) => [name]))('%s loads without an error', (name) => {
    expect(load(`extends: [${name}]`).issues.filter((issue) => issue.severity === 'error')).toEqual([]);
  });
});

describe('three-shift', () => {
  const handbook = inForce('extends: [three-shift]');

  it('has the document’s shifts', () => {
    expect(handbook.values.shifts.晚?.parts).toEqual([{ from: 17 * 60, to: 23 * 60 + 30 }]);
    expect(Object.keys(handbook.values.shifts)).toEqual(['白', '半', '晚']);
  });

  it('quotes the clause of a value, and says what is assumed', () => {
    expect(handbook.origin('rules.rest-days.days')).toMatchObject({ clause: 'three-shift/2', assumed: false });
    expect(handbook.origin('rules.rest-days')).toMatchObject({ clause: 'three-shift/2', assumed: false });
    expect(handbook.origin('rules.succession')).toMatchObject({ clause: 'three-shift/4', assumed: false });
    expect(handbook.origin('rules.hand-over.changes.0.overlap')).toMatchObject({ clause: 'three-shift/1' });
    expect(handbook.origin('rules.cover.shifts.白.min')).toMatchObject({ clause: 'three-shift/1', assumed: true });
    expect(handbook.origin('rules.max-run.most')).toMatchObject({ clause: 'three-shift/2', assumed: true });
    expect(handbook.origin('rules.balance-late')).toMatchObject({ clause: 'default/fairness', assumed: true });
    expect(handbook.origin('pay.offences.unrelated.ladder')).toMatchObject({ clause: 'three-shift/8', assumed: false });
  });
});
