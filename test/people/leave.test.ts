import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/calendar/day.js';
import { readLeave } from '../../src/people/leave.js';
import { readStaff } from '../../src/people/staff.js';
import { coded, said, table } from '../tools/table.js';

const PEOPLE = readStaff(
  table(
    'staff.csv',
    'id | name | hired | left',
    '1007 | 李娜 | |',
    '1008 | 王伟 | 2026-12-05 | 2026-12-20',
    '0012 | 赵四 | |',
  ),
  null,
).value!;
const KINDS = new Map([
  ['事假', '事假'],
  ['personal', '事假'],
  ['病假', '病假'],
]);
const read = (...lines: string[]) => readLeave(table('leave.csv', ...lines), PEOPLE, KINDS);
const HEAD = 'id | from | to | kind | approved_by | stand_in | note';

describe('readLeave', () => {
  it('days without a year lie nearest to the month of the folder', () => {
    const rows = table(
      'leave.csv',
      'id | from | to | kind',
      '1007 | 12月30日 | 1月2号 | 事假',
      '0012 | 3-Jan | | 事假',
    );
    const { value, issues } = readLeave(rows, PEOPLE, KINDS, '2026-12' as Month);
    expect(issues).toEqual([]);
    expect(value!.map(({ from, to }) => `${from}..${to}`)).toEqual([
      '2026-12-30..2027-01-02',
      '2027-01-03..2027-01-03',
    ]);
    expect(readLeave(rows, PEOPLE, KINDS).value).toBeNull();
  });

  it('reads a spell, its approval and its stand-in', () => {
    const { value, issues } = read(
      '工号 | 姓名 | 开始 | 结束 | 假别 | 批准人 | 补班人 | 备注',
      '1007 | 李娜 | 2026/12/3 | 2026-12-05 | personal | 陈主管 | 1008 | 回家',
    );
    expect(issues).toEqual([]);
    expect(value).toEqual([
      {
        staff: '1007',
        from: '2026-12-03',
        to: '2026-12-05',
        kind: '事假',
        approvedBy: '陈主管',
        standIn: '1008',
        note: '回家',
        source: { file: 'leave.csv', row: 2 },
      },
    ]);
  });

  it('without an end it is one day; without approval, or refused, it is listed only', () => {
    const { value } = read(HEAD, '1007 | 2026-12-03 | | 病假 | ', '1007 | 2026-12-04 | | 病假 | 未批准');
    expect(value!.map((spell) => [spell.from, spell.to, spell.approvedBy])).toEqual([
      ['2026-12-03', '2026-12-03', null],
      ['2026-12-04', '2026-12-04', null],
    ]);
  });

  it('ends before it starts: the message of the design, in both languages', () => {
    const rows = Array.from({ length: 12 }, () => '');
    const { value, issues } = read(HEAD, ...rows, '1007 | 2026-12-30 | 2026-12-28 | 事假 | 陈主管');
    expect(value).toBeNull();
    expect(said(issues)).toEqual([
      'leave.csv:14: 1007 李娜 2026-12-30..2026-12-28: the leave ends before it starts. Swap the two dates, or correct one.',
    ]);
    expect(said(issues, 'zh')).toEqual([
      'leave.csv:14: 1007 李娜 2026-12-30..2026-12-28：请假的结束日期早于开始日期。 请对调两个日期，或更正其中一个。',
    ]);
  });

  it('numbers nobody has, with the nearest one', () => {
    const { issues } = read(
      HEAD,
      '1070 | 2026-12-01 | | 事假 | x',
      '12 | 2026-12-01 | | 事假 | x',
      '李娜 | 2026-12-01 | | 事假 | x',
      '1007 | 2026-12-01 | | 事假 | x | 9',
    );
    expect(said(issues)).toEqual([
      'leave.csv:2: nobody on the staff list has the number "1070". Is it 1007 李娜? Otherwise add the person to the staff list.',
      'leave.csv:3: nobody on the staff list has the number "12". Is it 0012 赵四? Spreadsheets drop leading zeros: format the column as text.',
      'leave.csv:4: nobody on the staff list has the number "李娜". People are known by number: 李娜 is 1007.',
      'leave.csv:5: nobody on the staff list has the number "9". Correct the number, or add the person to the staff list.',
    ]);
  });

  it('a row with a wrong day is judged in all it says', () => {
    const { issues } = read(HEAD, '9 | 2026-13-01 | | 度假 | x | 8');
    expect(coded(issues)).toEqual([
      'cell-unreadable 2',
      'staff-number-unknown 2',
      'leave-kind-unknown 2',
      'staff-number-unknown 2',
    ]);
  });

  it('kinds the handbook does not have', () => {
    expect(said(read(HEAD, '1007 | 2026-12-01 | | 丧假 | x').issues)).toEqual([
      'leave.csv:2: the handbook has no leave "丧假"; it has 事假, 病假. Write one of these, or add the kind to leave.kinds in the handbook.',
    ]);
  });

  it('standing in for oneself', () => {
    expect(coded(read(HEAD, '1007 | 2026-12-01 | | 事假 | x | 1007').issues)).toEqual(['stand-in-is-self 2']);
  });

  it('two spells that share a day are a warning', () => {
    const { value, issues } = read(
      HEAD,
      '1007 | 2026-12-05 | 2026-12-06 | 事假 | x',
      '1007 | 2026-12-01 | 2026-12-05 | 病假 | x',
      '0012 | 2026-12-05 | 2026-12-06 | 事假 | x',
      '1007 | 2026-12-07 | 2026-12-07 | 病假 | x',
    );
    expect(value).toHaveLength(4);
    expect(said(issues)).toEqual([
      'leave.csv:2: 1007 李娜 2026-12-05..2026-12-06 overlaps 2026-12-01..2026-12-05 in row 3. Correct the days, or delete one of the rows.',
    ]);
  });

  it('days outside the employment, and hours, are warnings', () => {
    const { issues } = read(
      HEAD,
      '1008 | 2026-12-19 | 2026-12-21 | 事假 | x',
      '1007 | 2026-12-19 13:00 | 2026-12-19 23:59 | 事假 | x',
      '1007 | 2026-12-29 00:00 | | 事假 | x',
    );
    expect(said(issues)).toEqual([
      'leave.csv:2: 1008 王伟 2026-12-19..2026-12-21: part of the leave lies outside the employment (2026-12-05..2026-12-20). Look at the days of both lists.',
      'leave.csv:3: 1007 李娜 2026-12-19: leave counts in whole days, the times are not read. For a few hours off, choose another shift or swap instead.',
    ]);
  });

  it('without a staff list or handbook only the file itself is judged', () => {
    const lines = [HEAD, '9 | 2026-12-30 | 2026-12-28 | 丧假 | x'];
    expect(coded(readLeave(table('leave.csv', ...lines), null, null).issues)).toEqual(['leave-ends-before-start 2']);
  });
});
