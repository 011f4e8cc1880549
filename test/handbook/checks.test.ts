import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/handbook/checks/registry.js';
import { loadHandbook } from '../../src/handbook/load.js';
import { changeOverMinutes, uncovered } from '../../src/handbook/shift-times.js';
import { load, presetNames, presetTree, treeOf } from './trees.js';

const found = (yaml: string) => load(yaml).issues.map(({ code }) => code);
const issue = (yaml: string, code: string) => load(yaml).issues.find((each) => each.code === code);
const said = (yaml: string, code: string): string | undefined => issue(yaml, code)?.message.en;

/** For each check: a handbook that obeys it and one that breaks it. */
const CASES: Readonly<Record<string, { code: string; obeys: string; breaks: string }[]>> = {
  'shift-table': [
    { code: 'handbook-no-shifts', obeys: 'extends: [two-shift]', breaks: 'extends: [commission-2017]' },
    {
      code: 'shift-without-cover',
      obeys: 'extends: [two-shift]',
      breaks: 'extends: [two-shift]\nrules: { cover: { shifts: { 晚: null } } }',
    },
  ],
  'shift-names': [
    {
      code: 'handbook-unknown-shift',
      obeys: 'extends: [three-shift]\nrules: { rotation: { forward: [白, 半, 晚] } }',
      breaks: 'extends: [three-shift]\nrules: { rotation: { forward: [白, 中, 晚] } }',
    },
  ],
  'cover-heads': [
    {
      code: 'cover-heads-order',
      obeys: 'extends: [two-shift]\nrules: { cover: { weekdays: { sat: { 白: { min: 2, max: 3 } } } } }',
      breaks: 'extends: [two-shift]\nrules: { cover: { weekdays: { sat: { 白: { min: 4, max: 3 } } } } }',
    },
  ],
  'service-covered': [
    {
      code: 'service-not-covered',
      // training-manual/2: the roster ends at 22:30, service runs to 23:00 by stays_until.
      obeys: 'extends: [training-manual]',
      breaks: 'extends: [two-shift]\nservice: { to: "23:30" }',
    },
  ],
  'hand-over-times': [
    {
      code: 'hand-over-too-short',
      obeys: 'extends: [training-manual]',
      breaks:
        'extends: [two-shift]\nrules: { hand-over: { changes: [{ from: 白, to: 晚, overlap: 45, confirm: false, next_day: false }] } }',
    },
    {
      code: 'hand-over-gap',
      obeys: 'extends: [work-six]',
      breaks: 'extends: [work-six]\nshifts: { 晚: { parts: [["16:30", "23:30"]] } }',
    },
  ],
  'rest-arithmetic': [
    { code: 'rest-days-below-weeks', obeys: 'extends: [split-shift]', breaks: 'extends: [three-shift]' },
    {
      code: 'rest-days-contradict-week',
      obeys: 'extends: [three-shift]',
      breaks: 'extends: [three-shift]\nrules: { weekly-rest: { week: { level: hard } } }',
    },
    {
      code: 'run-too-short-for-rest-days',
      obeys: 'extends: [three-shift]',
      breaks: 'extends: [three-shift]\nrules: { max-run: { most: 6 } }',
    },
  ],
  'marks-usable': [
    {
      code: 'no-marks',
      obeys: 'extends: [two-shift]',
      breaks: 'extends: [two-shift]\nsales: { marks: { staff-number: { on: false } } }',
    },
    {
      code: 'mark-without-pattern',
      obeys: 'extends: [two-shift]\nsales: { marks: { own: { on: true, form: custom, pattern: "KF(\\\\d+)" } } }',
      breaks: 'extends: [two-shift]\nsales: { marks: { own: { on: true, form: custom } } }',
    },
  ],
  'commission-tables': [
    {
      code: 'commission-twice',
      obeys: 'extends: [commission-2017, conversion-bonus]\npay: { commission: { tiers: null } }',
      breaks: 'extends: [commission-2017, conversion-bonus]',
    },
    {
      code: 'commission-empty',
      obeys: 'extends: [commission-2017]',
      breaks: 'extends: [commission-2017]\npay: { commission: { tiers: null } }',
    },
    {
      code: 'commission-unknown-kpi',
      obeys: 'extends: [conversion-bonus]',
      breaks: 'extends: [conversion-bonus]\npay: { commission: { by_kpi: { kpi: conversoin } } }',
    },
    {
      code: 'kpi-steps-order',
      obeys: 'extends: [conversion-bonus]',
      breaks:
        'extends: [conversion-bonus]\npay: { commission: { by_kpi: { steps: [{ up_to: 70%, rate: 1% }, { up_to: 60%, rate: 2% }, { up_to: null, rate: 3% }] } } }',
    },
  ],
  'tiers-in-order': [
    ...(
      [
        ['tiers-gap', [0, 10000], [12000, null]],
        ['tiers-overlap', [0, 10000], [9000, null]],
        ['tiers-open-row', [0, null], [10000, null]],
        ['tiers-empty-row', [0, 0], [0, null]],
        ['tiers-end', [0, 10000], [10000, 20000]],
      ] as const
    ).map(([code, ...rows]) => ({
      code,
      obeys: 'extends: [commission-2017]',
      breaks: `extends: [commission-2017]\npay: { commission: { tiers: [${rows
        .map(([over, upTo]) => `{ over: ${over}, up_to: ${upTo}, rate: 1%, on: all, plus: 0 }`)
        .join(', ')}] } }`,
    })),
  ],
  'tiers-fall': [
    {
      code: 'tiers-fall',
      obeys:
        'extends: [commission-2017]\npay: { commission: { tiers: [{ over: 0, up_to: 10000, rate: 3%, on: excess, plus: 0 }, { over: 10000, up_to: null, rate: 4%, on: excess, plus: 300 }] } }',
      breaks: 'extends: [commission-2017]',
    },
  ],
  'amounts-not-set': [
    {
      code: 'amounts-not-set',
      obeys:
        'pay: { attendance: { late: { per_time: 0 }, early: { per_minute: 0 }, missing_punch: { per_time: 5 }, absence: { per_day: day-pay } } }',
      breaks: 'extends: [two-shift]',
    },
  ],
  'minimum-wage': [
    { code: 'minimum-wage-not-set', obeys: 'pay: { minimum_wage: 2490 }', breaks: 'extends: [three-shift]' },
  ],
  'fines-legal': [{ code: 'fines-legal', obeys: 'extends: [training-manual]', breaks: 'extends: [three-shift]' }],
};

describe('cross-checks', () => {
  it('each has a handbook that obeys and one that breaks it', () => {
    expect(Object.keys(CASES).sort()).toEqual(CHECKS.map(({ name }) => name).sort());
  });

  for (const [name, cases] of Object.entries(CASES)) {
    it.each(cases)(`${name}: $code`, ({ code, obeys, breaks }) => {
      expect(found(obeys)).not.toContain(code);
      expect(found(breaks)).toContain(code);
    });
  }

  it.each(presetNames.map((name) => [name]))('%s breaks no check with an error', (name) => {
    expect(load(`extends: [${name}]`).value).not.toBeNull();
  });

  it.each([
    ['three-shift, commission-2017, after-sales, daily-routine'],
    ['two-shift, conversion-bonus'],
    ['training-manual, commission-2017'],
    ['punch-clock, conversion-bonus'],
    ['split-shift, commission-2017, after-sales'],
    ['work-six, conversion-bonus'],
  ])('the samples’ pair %s is in force', (presets) => {
    const { value, issues } = load(`extends: [${presets}]`);
    expect(value).not.toBeNull();
    expect(issues.map(({ code }) => code)).not.toContain('service-not-covered');
    expect(issues.map(({ code }) => code)).not.toContain('run-too-short-for-rest-days');
  });

  it('a roster’s run does not hear about money, but about every error', () => {
    const yaml = 'extends: [three-shift, commission-2017]\npay: { commission: { tiers: [] } }';
    const codes = (part: 'roster' | 'pay') =>
      loadHandbook(treeOf(yaml), presetTree, presetNames, part).issues.map(({ code }) => code);
    expect(codes('roster')).toEqual(['rest-days-below-weeks']);
    expect(codes('pay')).toEqual([
      'commission-empty',
      'amounts-not-set',
      'amounts-not-set',
      'minimum-wage-not-set',
      'fines-legal',
    ]);
    const twice = loadHandbook(
      treeOf('extends: [commission-2017, conversion-bonus]'),
      presetTree,
      presetNames,
      'roster',
    );
    expect(twice.issues.map(({ code }) => code)).toContain('commission-twice');
  });
});

describe('figures in the messages', () => {
  it('commission-2017/3: the drop at 25,000 and the sales that win it back', () => {
    // (25,000 - 20,000) x 5.5 % + 750 = 1,025.00; 25,000.01 x 4 % = 1,000.0004; 25,001 x 4 % = 1,000.04;
    // 1,025 / 4 % = 25,625.
    expect(said('extends: [commission-2017]', 'tiers-fall')).toBe(
      'pay falls as sales rise: 25,000.00 earn 1,025.00, 25,000.01 earn 1,000.00, 25,001.00 earn 1,000.04. It is won back at 25,625.00.',
    );
    expect(issue('extends: [commission-2017]', 'tiers-fall')?.source).toMatchObject({
      file: 'commission-2017.yaml',
      path: 'pay.commission.tiers.3',
    });
  });

  it('four rest days a month: 4 x 12 = 48 < 52', () => {
    expect(said('extends: [three-shift]', 'rest-days-below-weeks')).toBe(
      '4 rest days a month are 48 a year, fewer than its 52 weeks; Labour Law art. 38 asks for one day a week.',
    );
  });

  it('six days in a row beside four rest days: (365 - 48) / 48 = 6.6', () => {
    expect(said('extends: [three-shift]\nrules: { max-run: { most: 6 } }', 'run-too-short-for-rest-days')).toBe(
      'with exactly 4 rest days a month people work 6.6 days in a row on average, but at most 6 are allowed.',
    );
  });

  it('names the stretch without a shift', () => {
    expect(said('extends: [two-shift]\nservice: { to: "23:30" }', 'service-not-covered')).toBe(
      'from 22:30 to 23:30 buyers are served, but no shift is on.',
    );
  });
});

describe('shift times', () => {
  const at = (hours: number): number => hours * 60;

  it('measures a change-over at the end of the one who goes', () => {
    const day = [{ from: at(9), to: at(17.5) }];
    expect(changeOverMinutes(day, [{ from: at(17), to: at(23.5) }])).toBe(30);
    expect(changeOverMinutes(day, [{ from: at(18), to: at(23.5) }])).toBe(-30);
    // The split shift's first part overlaps the day, its second takes over at 17:30 sharp.
    expect(
      changeOverMinutes(day, [
        { from: at(10), to: at(14) },
        { from: at(17.5), to: at(23) },
      ]),
    ).toBe(0);
  });

  it('finds every stretch that nobody covers', () => {
    const parts = [
      { from: at(10), to: at(14) },
      { from: at(17.5), to: at(23) },
    ];
    expect(uncovered({ from: at(9), to: at(24) }, parts)).toEqual([
      { from: at(9), to: at(10) },
      { from: at(14), to: at(17.5) },
      { from: at(23), to: at(24) },
    ]);
    expect(uncovered({ from: at(10), to: at(14) }, parts)).toEqual([]);
  });
});
