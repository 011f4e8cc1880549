import { describe, expect, it } from 'vitest';
import type { Budget } from '../../../src/base/budget.js';
import type { Table } from '../../../src/base/table.js';
import type { Day } from '../../../src/calendar/day.js';
import { toCsv } from '../../../src/io/csv.js';
import type { StaffId } from '../../../src/people/person.js';
import { changesOf, patternCsv, suitsWords } from '../../../src/report/pattern-words.js';
import { patternAsk } from '../../../src/roster/pattern/from-handbook.js';
import { whyImpossible } from '../../../src/roster/pattern/impossible.js';
import { readPattern } from '../../../src/roster/pattern/pattern-file.js';
import { suits } from '../../../src/roster/pattern/suits.js';
import { onLine, type Pattern, startWeeks, unroll } from '../../../src/roster/pattern/walk.js';
import { endingWith, house, MONTH, OFF, person, planFacts, problemOf, wanting } from '../make.js';

const BUDGET: Budget = { elapsed: () => 0, time: null, iterations: 10, cancelled: () => false };

const days = (words: string): (string | null)[] => [...words].map((code) => (code === '休' ? null : code));
const line = days('白白白白白白休晚晚晚晚晚晚休');
const pattern: Pattern = { from: '2026-11-30' as Day, line, weeks: [['1' as StaffId], ['2' as StaffId]] };

describe('walking the line', () => {
  it('one week behind the one before, round and round, before the beginning too', () => {
    expect(onLine(pattern, 0, '2026-11-30' as Day)).toBe('白');
    expect(onLine(pattern, 1, '2026-11-30' as Day)).toBe('晚');
    expect(onLine(pattern, 0, '2026-12-07' as Day)).toBe('晚');
    expect(onLine(pattern, 1, '2026-12-07' as Day)).toBe('白');
    expect(onLine(pattern, 0, '2026-11-29' as Day)).toBeNull();
    expect(onLine(pattern, 0, '2026-11-28' as Day)).toBe('晚');
  });

  it('becomes cells to keep to, from the day on which somebody is employed', () => {
    const problem = problemOf({ people: [person('1'), person('2', { hired: '2026-12-31' }), person('3')] });
    const cells = unroll(pattern, problem);
    expect(cells).toHaveLength(31 + 1);
    // 2026-12-31 is the Thursday of the fifth week: who began in week 2 is in it again.
    expect(cells.at(-1)).toEqual({ staff: '2', day: '2026-12-31', cell: { kind: 'shift', shifts: ['晚'] } });
  });

  it('people begin where the last month ends well', () => {
    // 1 worked late on the eve: a day shift on Tuesday the 1st is forbidden, so 1 begins in the week of late shifts.
    const people = [person('1'), person('2')];
    const problem = problemOf({ people, previous: endingWith({ '1': '晚', '2': '白' }) });
    const forbidden = (first: string, next: string): boolean => first === '晚' && next === '白';
    expect(startWeeks(line, problem.agents, problem, forbidden, 7)).toEqual([['2'], ['1']]);
  });

  it('is written and read back in both languages', () => {
    for (const lang of ['en', 'zh'] as const) {
      const grid = patternCsv(pattern, () => '李娜', lang);
      expect(toCsv(grid)).toContain(lang === 'en' ? 'mon' : '周一');
      const rows = [grid.headings, ...grid.rows].map((cells, at) => ({ number: at + 1, cells }));
      const table: Table = { source: { file: 'pattern.csv' }, rows };
      expect(readPattern(table, ['白', '晚'], [person('1'), person('2')]).value).toEqual(pattern);
      expect(readPattern(table, ['白'], null).issues.map(({ code }) => code)).toContain('pattern-code-unknown');
    }
  });
});

describe('a pattern from the handbook', () => {
  const cover = { ...wanting({ 白: 1, 晚: 1 }), level: 'hard' as const };
  const shifts = {
    白: { min: 1, target: 'auto' as const, max: 'any' as const },
    晚: { min: 1, target: 'auto' as const, max: 'any' as const },
  };
  const handbook = house({
    cover: { ...cover, shifts: { ...cover.shifts, ...shifts } },
    succession: { ...OFF.succession, level: 'hard' },
    'rest-days': { level: 'hard', weight: 1, mode: 'exactly', days: 4 },
    'max-run': { level: 'hard', most: 7, wanted: 6, wanted_weight: 30 },
  });

  it('asks for the rest days of the year, spread over the line', () => {
    const people = ['1', '2', '3', '4', '5', '6'].map((id) => person(id));
    const { cycle, walkers } = patternAsk(problemOf({ handbook, people }), null);
    // Six people: 4 x 12 days a year are 48 / 365.2425 x 42 = 5.52 of 42, rounded 6.
    expect(cycle).toMatchObject({ weeks: 6, rest: { least: 6, most: 6 }, work: { least: 1, most: 7 } });
    expect(walkers).toHaveLength(6);
    // Late (晚, 夜) and split (分) shifts may not be followed by the day shift (白): indices 2, 3, 4 and 0.
    expect(cycle.forbidden).toEqual([
      [2, 0],
      [3, 0],
      [4, 0],
    ]);
  });

  it('leaves out who cannot work every shift', () => {
    const people = [person('1'), person('2', { shifts: ['白'] }), person('3', { protectedUntil: '2026-12-31' })];
    const { walkers, others } = patternAsk(problemOf({ handbook, people }), null);
    expect([walkers.map(({ id }) => id), others.map(({ id }) => id)]).toEqual([['1'], ['2', '3']]);
  });

  it('says in figures why two agents cannot hold two shifts', () => {
    // The forum's question: day and late every day are 14 agent-days; two agents with a day off each week have 12.
    const weekly = { ...OFF['weekly-rest'], week: { level: 'hard' as const, weight: 1 } };
    const strict = { ...handbook.values.rules, 'weekly-rest': weekly };
    const ask = patternAsk(problemOf({ handbook: house(strict), people: [person('1'), person('2')] }), null);
    const why = whyImpossible(ask, 1, BUDGET);
    expect([why.needed, why.available]).toEqual([14, 12]);
    expect(why.reasons[1]!.en).toBe('With the same rest 3 people would have enough days (2 walk the line).');
  });
});

describe('which months a pattern suits', () => {
  const strict = house({
    cover: wanting({ 白: 1, 晚: 1 }),
    succession: { ...OFF.succession, level: 'hard' },
    'rest-days': { level: 'hard', weight: 1, mode: 'exactly', days: 4 },
    'max-run': { level: 'hard', most: 7, wanted: 6, wanted_weight: 30 },
  });
  const facts = planFacts({ handbook: strict, people: [person('1'), person('2')] });
  const kept = { restOff: 0, changes: 0, atLeast: 0, isImpossible: false };

  it('mends each with the fewest changed cells, and proves it', () => {
    // A day off on every Sunday, exactly four wanted. December, February, March and April have four Sundays.
    // January 2027 has five, one too many for each of two: who works on the 31st works the seven days 25-31, which is allowed.
    // May too (2, 9, 16, 23, 30), but 24-31 are eight days, and any other Sunday makes thirteen. With four days off at most eight
    // days apart and the last not before the 24th, the 23rd moves to the 24th and the 30th falls away: three cells each.
    expect(suits(pattern, facts, 6, { seed: 1, budget: BUDGET })).toEqual([
      { month: '2026-12', ...kept },
      { month: '2027-01', ...kept, restOff: 2, changes: 2, atLeast: 2 },
      { month: '2027-02', ...kept },
      { month: '2027-03', ...kept },
      { month: '2027-04', ...kept },
      { month: '2027-05', ...kept, restOff: 2, changes: 6, atLeast: 6 },
    ]);
  });

  it('counts nothing where rest days are only wanted', () => {
    const wished = house({
      ...strict.values.rules,
      'rest-days': { ...strict.values.rules['rest-days'], level: 'soft' },
    });
    const [, january] = suits(pattern, { ...facts, handbook: wished }, 2, { seed: 1, budget: BUDGET });
    expect(january).toEqual({ month: '2027-01', ...kept, restOff: 2 });
  });

  it('says where no roster exists at all, and where the time was up', () => {
    const three = { ...strict.values.rules.cover, level: 'hard' as const };
    const crowded = { ...three, shifts: { ...three.shifts, 白: { min: 3, target: 3, max: 'any' as const } } };
    const ask = { ...facts, handbook: house({ ...strict.values.rules, cover: crowded }) };
    const [december] = suits(pattern, ask, 1, { seed: 1, budget: BUDGET });
    expect(december).toEqual({ month: '2026-12', restOff: 0, changes: null, atLeast: null, isImpossible: true });
    const [late] = suits(pattern, facts, 1, { seed: 1, budget: { ...BUDGET, time: 0 } });
    expect(late).toEqual({ month: '2026-12', restOff: 0, changes: null, atLeast: null, isImpossible: false });
  });

  it('in words: a number that is proved, a range, no roster, no answer', () => {
    const fit = { month: MONTH, restOff: 0, isImpossible: false };
    const fits = [
      { ...fit, changes: 0, atLeast: 0 },
      { ...fit, restOff: 3, changes: 7, atLeast: 5 },
      { ...fit, changes: null, atLeast: null, isImpossible: true },
      { ...fit, changes: null, atLeast: null },
    ];
    expect(fits.map((one) => changesOf(one).en)).toEqual(['0', '5–7', 'impossible', '?']);
    expect(suitsWords(fits, 6).map(({ en }) => en)).toEqual([
      '1 of 4 months keeps all that must hold without a change; 7 cells change in all, of 6 people.',
      "The line alone misses the month's rest days by 3 days in all, in 1 month.",
      '? 1 month was not mended in the time there was; give more with --time.',
    ]);
  });
});
