import { describe, expect, it } from 'vitest';
import { text } from '../../src/base/text.js';
import type { Day } from '../../src/calendar/day.js';
import { drawGrid } from '../../src/cli/grid.js';
import { widthOf } from '../../src/cli/terminal.js';
import type { StaffId } from '../../src/people/person.js';
import { inkOn } from '../../src/report/colours.js';
import { gridOf } from '../../src/report/grid.js';
import { smallMonth, violation } from './small-month.js';

// Tuesday 1 to Monday 7 December; the 5th and 6th are the weekend.
const { problem, roster } = smallMonth([
  { id: '1001', name: '王婷', tail: '白 晚 休', cells: '白 白 晚 白 休 白 半' },
  { id: '1002', name: '陈慧兰', tail: '? ? 晚', cells: '晚 晚 休 年假 白 晚 晚' },
  { id: '1010', name: 'Sun', tail: '休 休 休', cells: '半 半 半 半 - - -' },
]);
const broken = violation({ staff: ['1001' as StaffId], days: ['2026-12-03', '2026-12-04'] as Day[] });
const cover = violation({
  rule: 'cover',
  days: ['2026-12-05' as Day],
  message: text('12-05 晚: 0 agents, at least 1', '12-05 晚班 0 人，至少 1 人'),
});
const grid = gridOf(roster, problem, [
  broken,
  cover,
  violation({ level: 'soft', rule: 'balance-late', staff: ['1002' as StaffId], days: ['2026-12-01' as Day] }),
]);
const plain = { lang: 'zh', colour: 0, columns: null } as const;

describe('the grid', () => {
  it('totals: hours, each shift, rest, late, weekends', () => {
    // 1001: 白 x4 = 4 x 8.5, 晚 6.5, 半 5.5 = 46 h; rest 1; late 1; worked weekend days: the 6th.
    expect(grid.rows[0]!.totals).toEqual(['46', '4', '1', '1', '1', '1', '1']);
    // 1002: 晚 x4 = 26 h, 白 8.5 = 34.5; rest 1 (leave is not rest); late 4; weekends 2.
    expect(grid.rows[1]!.totals).toEqual(['34.5', '1', '0', '4', '1', '4', '2']);
    // 1010 works 4 half days and is gone from the 5th on: no rest days.
    expect(grid.rows[2]!.totals).toEqual(['22', '0', '4', '0', '0', '0', '0']);
  });

  it('marks what is broken, hard rules only, with the reason', () => {
    expect(grid.rows[0]!.cells.map((cell) => cell.broken)).toEqual([false, false, true, true, false, false, false]);
    expect(grid.rows[0]!.cells[2]!.notes).toEqual([broken.message]);
    expect(grid.rows[1]!.cells.every((cell) => !cell.broken)).toBe(true);
  });

  it('counts heads below and marks the shift that has too few', () => {
    expect(grid.counts.map((count) => count.heads.map((head) => head.count))).toEqual([
      [1, 1, 0, 1, 1, 1, 0],
      [1, 1, 1, 1, 0, 0, 1],
      [1, 1, 1, 0, 0, 1, 1],
    ]);
    expect(grid.counts.map((count) => count.heads.findIndex((head) => head.broken))).toEqual([-1, -1, 4]);
  });

  it('a refused wish is marked although it is soft', () => {
    const refused = violation({
      level: 'soft',
      rule: 'requests',
      staff: ['1002' as StaffId],
      days: ['2026-12-01' as Day],
    });
    expect(gridOf(roster, problem, [refused]).rows[1]!.cells[0]!.broken).toBe(true);
  });

  it('black or white by contrast', () => {
    expect([inkOn('#FFFFFF'), inkOn('#FCD34D'), inkOn('#C00000'), inkOn('#000000')]).toEqual([
      '#000000',
      '#000000',
      '#FFFFFF',
      '#FFFFFF',
    ]);
  });
});

describe('the grid on a terminal', () => {
  it('in Chinese', () => {
    expect(`\n${drawGrid(grid, plain)}`).toMatchInlineSnapshot(`
      "
      2026-12     28 29 30   01 02 03    04    05   06 07 工时 白 半 晚 休息 晚班 周末
                  六 日 一   二 三 四*   五    六   日 一
      1001 王婷   白 晚 休 | 白 白 晚[X] 白[X] 休   白 半   46  4  1  1    1    1    1
      1002 陈慧兰       晚 | 晚 晚 休    年    白   晚 晚 34.5  1  0  4    1    4    2
      1010 Sun    休 休 休 | 半 半 半    半                 22  0  4  0    0    0    0
      白                     1  1  0     1     1    1  0
      半                     1  1  1     1     0    0  1
      晚                     1  1  1     0     0[X] 1  1

      白 白班   半 半班   晚 晚班   休 休息日   年 年假   [X] 违反规则或未满足意愿
      "
    `);
  });

  it('in English', () => {
    expect(`\n${drawGrid(grid, { ...plain, lang: 'en' })}`).toMatchInlineSnapshot(`
      "
      2026-12     28 29 30   01 02 03    04    05   06 07 hours 白 半 晚 rest late wkend
                  Sa Su Mo   Tu We Th*   Fr    Sa   Su Mo
      1001 王婷   白 晚 .  | 白 白 晚[X] 白[X] .    白 半    46  4  1  1    1    1     1
      1002 陈慧兰       晚 | 晚 晚 .     年    白   晚 晚  34.5  1  0  4    1    4     2
      1010 Sun    .  .  .  | 半 半 半    半                  22  0  4  0    0    0     0
      白                     1  1  0     1     1    1  0
      半                     1  1  1     1     0    0  1
      晚                     1  1  1     0     0[X] 1  1

      白 day   半 half day   晚 late   . rest day   年 annual leave   [X] a rule or wish is broken
      "
    `);
  });

  it('columns line up: every line of a block reaches the same day at the same column', () => {
    const lines = drawGrid(grid, plain).split('\n');
    // Up to the last day's column every row is equally wide; the totals follow.
    const upTo = lines.slice(2, 5).map((line) => widthOf(line.slice(0, line.indexOf(' |') + 2)));
    expect(new Set(upTo).size).toBe(1);
  });

  it('a narrow window is split between weeks, and no line is wider than it', () => {
    const drawn = drawGrid(grid, { ...plain, columns: 56 });
    expect(drawn.split('\n').filter((line) => widthOf(line) > 56)).toEqual([]);
    expect(drawn.match(/^2026-12 /gm)?.length).toBeGreaterThan(1);
    expect(drawn.match(/1001 王婷/g)).toHaveLength(drawn.match(/^2026-12 /gm)!.length);
  });

  it('even a very narrow one shows every day', () => {
    const drawn = drawGrid(grid, { ...plain, columns: 24 });
    for (const day of ['01', '02', '03', '04', '05', '06', '07'])
      expect(drawn).toMatch(new RegExp(`^2026-12 .*${day}`, 'm'));
  });

  it('names from outside cannot steer the terminal', () => {
    const hostile = smallMonth([{ id: '1', name: '\u001b[31mX', tail: '休', cells: '白' }]);
    const drawn = drawGrid(gridOf(hostile.roster, hostile.problem, []), plain);
    expect(drawn).not.toContain('\u001b');
  });

  it('colour where it is wanted, [X] always', () => {
    const coloured = drawGrid(grid, { ...plain, colour: 3 });
    expect(coloured).toContain('\u001b[48;2;17;34;51m');
    expect(coloured).toContain('[X]');
  });
});
