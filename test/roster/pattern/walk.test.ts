import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/base/table.js';
import type { Day } from '../../../src/calendar/day.js';
import { toCsv } from '../../../src/io/csv.js';
import type { StaffId } from '../../../src/people/person.js';
import { patternCsv } from '../../../src/report/pattern-words.js';
import { patternAsk } from '../../../src/roster/pattern/from-handbook.js';
import { whyImpossible } from '../../../src/roster/pattern/impossible.js';
import { readPattern } from '../../../src/roster/pattern/pattern-file.js';
import { suits } from '../../../src/roster/pattern/suits.js';
import { onLine, type Pattern, startWeeks, unroll } from '../../../src/roster/pattern/walk.js';
import { endingWith, house, OFF, person, planFacts, problemOf, wanting } from '../make.js';

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
    const why = whyImpossible(ask, 1, () => ({ elapsed: () => 0, time: null, iterations: 10, cancelled: () => false }));
    expect([why.needed, why.available]).toEqual([14, 12]);
    expect(why.reasons[1]!.en).toBe('With the same rest 3 people would have enough days (2 walk the line).');
  });

  it('counts the cells that a month wants changed', () => {
    // One rest day a week. December 2026 has the Sundays 6, 13, 20, 27: four for everybody. January 2027 has five
    // (3, 10, 17, 24, 31): one too many for each of two.
    const facts = planFacts({ handbook, people: [person('1'), person('2')] });
    expect(suits(pattern, facts, 2)).toEqual([
      { month: '2026-12', cells: 0, broken: 0 },
      { month: '2027-01', cells: 2, broken: 0 },
    ]);
  });
});
