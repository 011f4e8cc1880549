import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/base/nearest.js';
import { where } from '../../src/base/source.js';
import { inForce, load } from './trees.js';

const errors = (yaml: string): string[] =>
  load(yaml)
    .issues.filter(({ severity }) => severity === 'error')
    .map(({ code, source, message, hint }) => `${code} ${source && where(source)}: ${message.en} ${hint.en}`);

describe('merging', () => {
  it('a later preset wins over an earlier one, the user over both', () => {
    expect(inForce('extends: [three-shift, training-manual]').values.rules['rest-days'].days).toBe(2);
    expect(inForce('extends: [training-manual, three-shift]').values.rules['rest-days'].days).toBe(4);
    const own = inForce('extends: [three-shift]\nrules:\n  rest-days: { days: 5 }');
    expect(own.values.rules['rest-days']).toEqual({ level: 'hard', weight: 50, mode: 'exactly', days: 5 });
    expect(own.origin('rules.rest-days.days')).toEqual({
      clause: null,
      says: null,
      assumed: false,
      source: { file: 'handbook.yaml', row: 3, path: 'rules.rest-days.days' },
    });
    expect(own.origin('rules.rest-days.mode').clause).toBe('three-shift/2');
    expect(own.origin('rules.rest-days').clause).toBeNull();
  });

  it('keyed things merge by key, nothing is erased', () => {
    const { values, origin } = inForce('extends: [three-shift, commission-2017, after-sales, daily-routine]');
    expect(Object.keys(values.pay.offences ?? {})).toEqual([
      'unrelated',
      'complaint',
      'other-agents-case',
      'unanswered',
      'not-on-site',
      'missed-check',
      'no-word',
    ]);
    const marksOn = Object.entries(values.sales.marks).flatMap(([key, { on }]) => (on ? [key] : []));
    expect(marksOn).toEqual(['staff-number', 'name-date']);
    expect(origin('pay.offences.unrelated').clause).toBe('three-shift/8');
    expect(origin('pay.offences.unanswered').clause).toBe('after-sales/1');
    expect(values.routine).toHaveLength(6);
    expect(values.extends).toEqual(['three-shift', 'commission-2017', 'after-sales', 'daily-routine']);
  });

  it('lists are replaced', () => {
    const own = inForce(
      'extends: [commission-2017]\npay: { commission: { tiers: [{ over: 0, up_to: null, rate: 2%, on: all, plus: 0 }] } }',
    );
    expect(own.values.pay.commission?.tiers).toHaveLength(1);
    expect(own.origin('pay.commission.tiers.0.rate')).toMatchObject({
      clause: null,
      source: { file: 'handbook.yaml' },
    });
  });

  it('a ladder of another kind takes the place of the old one', () => {
    const { values } = inForce('extends: [three-shift, training-manual]');
    expect(values.pay.offences?.unrelated?.ladder).toEqual({ kind: 'points', points: 1 });
    const own = inForce('extends: [three-shift]\npay: { offences: { unrelated: { ladder: { kind: by-event } } } }');
    expect(own.values.pay.offences?.unrelated?.ladder).toEqual({ kind: 'by-event' });
  });

  it('null takes a key away, or says "not set" where the schema has such a value', () => {
    const own = inForce(
      'extends: [three-shift]\nshifts: { 半: null }\nrules: { cover: { shifts: { 半: null } } }\npay: { minimum_wage: null }',
    );
    expect(Object.keys(own.values.shifts)).toEqual(['白', '晚']);
    expect(own.values.pay.minimum_wage).toBeNull();
    expect(errors('extends: [three-shift]\nrules: { succession: null }')).toEqual([
      'handbook-missing-value handbook.yaml:2 rules.succession: rules.succession is missing. Write it, or extend a preset that has it: extends: [three-shift].',
    ]);
  });

  it('keeps assumed and said apart inside one table', () => {
    const { origin } = inForce('extends: [commission-2017]');
    expect(origin('pay.commission.tiers.0')).toMatchObject({ clause: 'commission-2017/3', assumed: true });
    expect(origin('pay.commission.tiers.2')).toMatchObject({ clause: 'commission-2017/3', assumed: false });
    expect(origin('pay.commission.tiers.3.rate')).toMatchObject({ assumed: false });
    expect(origin('pay.commission.tiers.3.on')).toMatchObject({ assumed: true });
  });
});

describe('mistakes', () => {
  it('are all reported at once, each with its row, value and remedy', () => {
    const yaml = [
      'extends: [three-shfit]',
      'rules:',
      '  rest-dys: { days: 4 }',
      '  cover:',
      '    level: hart',
      'service: { from: 9 o clock, to: "23:00" }',
      'pay:',
      '  payday: 40',
      '  minimum_wage: 2,3,4',
    ].join('\n');
    const found = errors(yaml);
    expect(found).toContain(
      'handbook-unknown-preset handbook.yaml:1 extends.0: there is no preset "three-shfit". Did you mean three-shift? There are after-sales, commission-2017, conversion-bonus, daily-routine, punch-clock, split-shift, three-shift, training-manual, two-shift, work-six.',
    );
    expect(found).toContain(
      'handbook-unknown-key handbook.yaml:3 rules.rest-dys: "rest-dys" is not a key of rules. Did you mean "rest-days"?',
    );
    expect(found).toContain(
      'handbook-wrong-value handbook.yaml:5 rules.cover.level: "hart" is not allowed. Write one of hard, soft, off.',
    );
    expect(found).toContain(
      'handbook-wrong-value handbook.yaml:6 service.from: "9 o clock" is not allowed. Write a clock time in quotes such as "9:00" or "次日1:00".',
    );
    expect(found).toContain('handbook-wrong-value handbook.yaml:8 pay.payday: 40 is not allowed. Write at most 31.');
    expect(found).toContain(
      'handbook-wrong-value handbook.yaml:9 pay.minimum_wage: "2,3,4" is not allowed. Write an amount of yuan such as 10 or 1025.00.',
    );
    expect(found).toContain(
      'handbook-missing-value handbook.yaml:6 service.extend_with_customers: service.extend_with_customers is missing. Write true or false.',
    );
    expect(found).toHaveLength(7);
  });

  it('a shift of one’s own lacks what a shift needs', () => {
    expect(errors('extends: [three-shift]\nshifts: { 中: { parts: [["12:00", "20:00"]] } }')).toEqual([
      'handbook-missing-value handbook.yaml:2 shifts.中.name: shifts.中.name is missing. Write words in quotes, or { en: ..., zh: ... }.',
      'handbook-missing-value handbook.yaml:2 shifts.中.kind: shifts.中.kind is missing. Write one of day, half-day, late, split.',
      'handbook-missing-value handbook.yaml:2 shifts.中.break: shifts.中.break is missing. Write a number.',
    ]);
  });

  it('a file without chapters, extends without a list', () => {
    expect(errors('just words')).toEqual([
      'handbook-not-a-mapping handbook.yaml: the file holds no chapters. Write keys such as "extends: [three-shift]".',
    ]);
    expect(errors('extends: three-shift')).toEqual([
      'handbook-extends-no-list handbook.yaml:1 extends: extends is "three-shift", not a list of presets. Write it in brackets: extends: [three-shift].',
    ]);
  });

  it('an empty file has the defaults, and hears that it has no shifts', () => {
    const { value, issues } = load('');
    expect(value?.values.rules['rest-days'].days).toBe(4);
    expect(issues.map(({ code }) => code)).toContain('handbook-no-shifts');
  });

  it('a mapping where a value belongs, a value where a mapping belongs', () => {
    expect(errors('extends: [three-shift]\nrules: { rest-days: 5 }')).toEqual([
      'handbook-wrong-value handbook.yaml:2 rules.rest-days: 5 is not allowed. Write keys and values.',
    ]);
    expect(errors('extends: [three-shift]\nrules: { rest-days: { days: { a: 1 } } }')).toEqual([
      'handbook-wrong-value handbook.yaml:2 rules.rest-days.days: {"a":1} is not allowed. Write a number, or weeks.',
    ]);
  });

  it('a shift that ends before it begins', () => {
    expect(errors('extends: [three-shift]\nshifts: { 晚: { parts: [["17:00", "1:00"]] } }')).toEqual([
      'handbook-wrong-value handbook.yaml:2 shifts.晚.parts.0: ["17:00","1:00"] is not allowed. Write two clock times such as ["9:00", "17:30"], the later one second.',
    ]);
  });

  it('keys that every object has are no keys', () => {
    expect(
      errors('extends: [three-shift]\n__proto__: { x: 1 }\ntoString: 1').map((line) => line.split(' ')[0]),
    ).toEqual(['handbook-unknown-key', 'handbook-unknown-key']);
  });
});

describe('the nearest word', () => {
  it.each([
    ['three-shfit', ['three-shift', 'two-shift'], 'three-shift'],
    ['conversion', ['conversion-bonus', 'commission-2017'], 'conversion-bonus'],
    ['zzz', ['alpha', 'beta'], null],
    ['早', ['白', '晚'], null],
    ['', ['a-long-one'], null],
  ])('%s', (word, known, wanted) => {
    expect(nearest(word, known)).toBe(wanted);
  });
});
