import { describe, expect, it } from 'vitest';
import type { Sheet, SheetCell } from '../../src/base/sheet.js';
import type { Month } from '../../src/calendar/day.js';
import { readWorkbook } from '../../src/io/xlsx.js';
import { toXlsx } from '../../src/io/xlsx-write.js';
import { rosterWorkbook } from '../../src/report/workbook/roster-workbook.js';
import { readRosterTable } from '../../src/roster/roster-file.js';
import { HOSTILE, judgement, problem, roster, wished } from './december.js';

const workbook = rosterWorkbook(roster, problem, judgement.violations, wished, 'zh');
const [month, days, wishes, findings, legend] = workbook.sheets as [Sheet, Sheet, Sheet, Sheet, Sheet];
const values = (cells: readonly SheetCell[]): unknown[] => cells.map(({ value }) => value);

describe("the roster's workbook", () => {
  it('is read back as the roster it shows', async () => {
    const { value: tables } = await readWorkbook(await toXlsx(workbook), { file: 'roster.xlsx' });
    const context = {
      ...{ handbook: problem.handbook, month: '2026-12' as Month, unknownCodes: 'refuse' as const },
      people: problem.agents.map(({ person }) => person),
    };
    const read = readRosterTable(tables![0]!, context);
    expect(read.issues).toEqual([]);
    expect(read.value!.rows.map(({ staff, cells }) => [staff, cells])).toEqual(
      roster.rows.map(({ staff, cells }) => [staff, cells]),
    );
  });

  it('has the last three days of November in front, the days, and totals that follow', () => {
    expect(month.rows[1]!.slice(0, 6).map(({ value }) => value)).toEqual([
      ...['工号', '姓名'],
      ...['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01'].map((day) => ({ day })),
    ]);
    expect(month.frozen).toEqual({ rows: 3, columns: 2 });
    // 1001: 白 3 + 5 + 4 + 5 + 3 = 20, 晚 2 + 1 + 2 + 1 = 6, rest 2 + 1 + 1 + 1 = 5; 20 x 8.5 + 6 x 6.5 = 209 hours. Of the
    // weekends 5 6, 12 13, 19 20, 26 27 all eight are worked.
    expect(values(month.rows[3]!.slice(-9))).toEqual([209, 20, 0, 6, 0, 0, 5, 6, 8]);
    expect(month.rows[3]!.slice(-9).every(({ formula }) => formula !== undefined)).toBe(true);
    // 1002 works two shifts on the 3rd: both count.
    expect(month.rows[4]![7]).toMatchObject({ value: '白+晚[X]' });
  });

  it('marks a broken rule in the words, with a note that says which', () => {
    // 1007 comes from a late shift on the 1st and has the day shift on the 2nd.
    const cell = month.rows[7]![6]!;
    expect(cell.value).toBe('白[X]');
    expect(cell.note).toContain('house/succession');
    expect(cell.look?.fill).toBe('#C00000');
  });

  it('offers the codes of the legend', () => {
    expect(month.choices![0]!.from).toBe("'图例'!$A$3:$A$10");
    expect(legend.rows.slice(2, 10).map((row) => row[0]!.value)).toEqual([
      ...['白', '半', '晚', '夜', '分', '休', '事假', '-'],
    ]);
  });

  it('says who works when, two of a name apart', () => {
    expect(values(days.rows[0]!).slice(2, 5)).toEqual(['白班 09:00–17:30', '半白班 10:00–15:30', '晚班 17:00–23:30']);
    // On the 8th 1001 has 白; 1002 and 1007 晚; 1003 夜.
    expect(values(days.rows[8]!)).toEqual([
      ...[{ day: '2026-12-08' }, '二', '王婷', '', `${HOSTILE}、李娜(1007)`, '李娜(1003)', '', '', ''],
    ]);
    expect(values(days.rows[12]!).at(-1)).toBe('周晓彤 (事假)');
    expect(values(days.rows[17]!)[1]).toBe('四 节日');
  });

  it('says what became of a wish, and why', () => {
    const rows = wishes.rows.slice(1).map((row) => values(row));
    expect(rows[0]!.slice(0, 6)).toEqual([{ day: '2026-12-05' }, '1001', '王婷', '休息', 2, '未满足 [X]']);
    expect(rows[0]![6]).not.toBe('');
    expect(rows[1]!.slice(5)).toEqual(['已满足', '']);
    expect(rows[2]!.slice(5)).toEqual(['不适用', '当天请假或不在职']);
  });

  it('lists every finding', () => {
    expect(findings.rows).toHaveLength(judgement.violations.length + 1);
    expect(values(findings.rows[1]!)[0]).toBe('违反 [X]');
  });

  it('no formula holds words from outside', () => {
    for (const { rows, rules } of workbook.sheets) {
      const formulas = [
        ...rows.flat().map(({ formula }) => formula ?? ''),
        ...(rules ?? []).map(({ formula }) => formula),
      ];
      for (const formula of formulas) expect(formula).not.toMatch(/script|王|李|甲/);
    }
  });

  it('the same roster gives the same bytes', async () => {
    expect(await toXlsx(rosterWorkbook(roster, problem, judgement.violations, wished, 'zh'))).toEqual(
      await toXlsx(workbook),
    );
  });
});
