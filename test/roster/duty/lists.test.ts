import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/base/table.js';
import { text } from '../../../src/base/text.js';
import type { Day, Month } from '../../../src/calendar/day.js';
import type { StaffId } from '../../../src/people/person.js';
import { daySheets } from '../../../src/roster/duty/day-sheet.js';
import { handOvers } from '../../../src/roster/duty/hand-overs.js';
import { dutyLists } from '../../../src/roster/duty/lists.js';
import { type DutyEntry, readDuty } from '../../../src/roster/duty/read-duty.js';
import { endingWith, house, OFF, person, problemOf, rosterOf } from '../make.js';

const change = { overlap: 30, confirm: false, next_day: false };
const handbook = house(
  {
    'hand-over': {
      level: 'hard',
      changes: [
        { ...change, from: '白', to: '晚' },
        { ...change, from: '晚', to: '白', overlap: 0, next_day: true },
      ],
    },
    cover: OFF.cover,
  },
  {
    duty: { agents: 1, minutes: 30 },
    cleaning: { agents: 1 },
    routine: [{ from: 16 * 60, to: 18 * 60, task: text('check', '检查') }],
    clauses: {},
  },
);
const people = [person('1', { name: '王婷' }), person('2'), person('3'), person('4', { protectedUntil: '2027-01-31' })];
const problem = problemOf({ handbook, people });

describe('duty and cleaning lists', () => {
  const roster = rosterOf({ '1': '晚晚晚', '2': '晚晚晚', '3': '白白白夜', '4': '晚晚晚' });
  const { value, issues } = dutyLists(roster, problem, []);
  const on = (kind: string): string[] =>
    value!.filter((one) => one.kind === kind).map(({ day, staff }) => `${day.slice(8)} ${staff}`);

  it('the late agents stay on in turn, until half an hour after 23:30; protected people never', () => {
    expect(on('duty')).toEqual(['01 1', '02 2', '03 1', '04 3']);
    expect(value![0]!.until).toBe(24 * 60);
    // The night shift ends at 01:30: until 02:00 of the next day.
    expect(value!.find(({ day, kind }) => day === '2026-12-04' && kind === 'duty')!.until).toBe(26 * 60);
  });

  it('cleaning goes to somebody without duty that day', () => {
    // A third of a turn each day: after 2's turn 1 and 3 are level and 1 stands first; on the 4th only 3 is there.
    expect(on('cleaning')).toEqual(['01 2', '02 1', '03 3', '04 3']);
  });

  it('names the days on which nobody may do it', () => {
    // From the 5th on nobody works.
    expect(issues.map(({ code }) => code)).toEqual(['duty-too-few', 'duty-too-few']);
    expect(issues[0]!.message.en).toContain('2026-12-05, 2026-12-06, 2026-12-07 and 24 more days');
  });

  it('evens out earlier months, pro rata to the late shifts worked', () => {
    // November: two late shifts each, both duties were 1's: 2 is owed one.
    const earlier = {
      roster: endingWith({ '1': '晚晚', '2': '晚晚' }),
      entries: [29, 30].map(
        (day): DutyEntry => ({ day: `2026-11-${day}` as Day, kind: 'duty', staff: '1' as StaffId }),
      ),
    };
    const list = dutyLists(roster, problem, [earlier]).value!;
    expect(list.filter(({ kind }) => kind === 'duty').map(({ staff }) => staff)).toEqual(['2', '1', '2', '3']);
  });

  it('reads a list back, in either language', () => {
    const table = (headings: string[], row: string[]): Table => ({
      source: { file: 'duty.csv' },
      rows: [headings, row].map((cells, at) => ({ number: at + 1, cells })),
    });
    const expected = [{ day: '2026-11-30', kind: 'duty', staff: '1007' }];
    const month = '2026-11' as Month;
    const zh = readDuty(table(['日期', '类别', '工号'], ['2026-11-30', '值班', '1007']), month);
    const en = readDuty(table(['day', 'kind', 'id'], ['2026/11/30', 'Duty', '1007']), month);
    expect(zh.value).toMatchObject(expected);
    expect(en.value).toMatchObject(expected);
    expect(readDuty(table(['day', 'kind', 'id'], ['2026-11-30', 'tea', '1007']), month).value).toBeNull();
  });
});

describe('hand-overs', () => {
  const roster = rosterOf({ '1': '白白', '2': '晚休', '3': '休晚' });

  it('who hands over to whom, in the minutes both are there', () => {
    // Day until 17:30, late from 17:00: 17:00-17:30. Of the two 李娜 the number tells which.
    expect(
      handOvers(roster, problem).map(({ day, start, end, gives, takes }) => [day, start, end, gives, takes]),
    ).toEqual([
      ['2026-12-01', 1020, 1050, ['王婷'], ['李娜(2)']],
      ['2026-12-01', 1410, 1410, ['李娜(2)'], ['王婷']],
      ['2026-12-02', 1020, 1050, ['王婷'], ['李娜(3)']],
      ['2026-12-02', 1410, 1410, ['李娜(3)'], []],
    ]);
  });

  it("the month's last evening hands over to somebody this roster does not know", () => {
    const last = handOvers(rosterOf({ '2': `${'休'.repeat(30)}晚` }), problem);
    expect(last).toHaveLength(1);
    expect(last[0]).toMatchObject({ day: '2026-12-31', nextDay: true, takes: null });
  });

  it('the day sheet says who has a block, and which part of it', () => {
    const [sheet] = daySheets(roster, problem);
    expect(sheet).toEqual({
      day: '2026-12-01',
      blocks: [
        {
          ...{ from: 960, to: 1080, task: text('check', '检查') },
          // 16:00-17:30 is 90 minutes, 17:00-18:00 is 60.
          people: [
            { name: '王婷', part: { from: 960, to: 1050 } },
            { name: '李娜(2)', part: { from: 1020, to: 1080 } },
          ],
        },
      ],
    });
  });

  it('without a routine there is no day sheet', () => {
    expect(daySheets(roster, problemOf({ handbook: house(), people }))).toEqual([]);
  });
});
