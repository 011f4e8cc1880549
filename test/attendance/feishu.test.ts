import { describe, expect, it } from 'vitest';
import { readCell } from '../../src/attendance/adapters/feishu.js';
import { readPunches } from '../../src/attendance/read-punches.js';
import { PEOPLE, table } from './department.js';

describe('a day’s cell', () => {
  it.each([
    // 08:58 = 538, 17:31 = 1051
    ['正常(08:58),正常(17:31)', [538, 1051]],
    ['迟到12分钟(09:12),早退12分钟(17:18)', [552, 1038]],
    ['严重迟到65分钟(10:05)，正常(17:30)', [605, 1050]],
    // four punches of a split shift: 09:58, 14:01, 17:28, 23:02
    ['正常(09:58),正常(14:01),正常(17:28),正常(23:02)', [598, 841, 1048, 1382]],
    ['缺卡(-),正常(17:31)', [1051]],
    ['正常(08:58),缺卡(-)', [538]],
    // over midnight: 16:58 = 1018, 01:12 = 72 + 1440
    ['正常(16:58),正常(01:12)', [1018, 1512]],
    ['正常(16:58),正常(次日01:12)', [1018, 1512]],
    // the leaving one of a night whose arriving one is missing
    ['缺卡(-),正常(01:12)', [1512]],
    // approved overtime and leave are no punches
    ['休息打卡(09:10,17:36);加班(09:30-12:00,13:30-17:29)', [550, 1056]],
    ['正常(08:58),正常(12:01);事假(13:30-18:00)', [538, 721]],
    ['事假(全天)', []],
    ['休息', []],
    ['旷工', []],
    ['无需打卡(-), 无需打卡(-)', []],
  ])('%s', (words, minutes) => {
    expect(readCell(words)!.punches.map(({ minute }) => minute)).toEqual(minutes);
  });

  it('an approved later punch', () => {
    expect(readCell('补卡(09:00),正常(17:31)')!.punches).toEqual([
      { minute: 540, approved: true },
      { minute: 1051, approved: false },
    ]);
  });

  it('a day of leave', () => {
    expect(
      ['事假(全天)', '休息', '正常(08:58);事假(13:30-17:30)', '年假(全天,已撤销)'].map(
        (words) => readCell(words)!.leave,
      ),
    ).toEqual(['事假(全天)', null, null, null]);
  });

  it('a bracket with what is no time is not guessed at', () => {
    expect(readCell('正常(early)')).toBeNull();
    expect(readCell('正常(25:71)')).toBeNull();
  });
});

/** The first heading row names groups, the second what stands below them. 2026-12-01 was a Tuesday. */
const UPPER = ['姓名', '工号', '部门', '出勤天数', '每日考勤结果', '', ''];
const LOWER = ['', '', '', '', '2026-12-01 星期二', '2026-12-02 星期三', '2026-12-03 星期四'];
const month = (...rows: readonly (readonly string[])[]) =>
  readPunches([table('飞书.csv', null, [UPPER, LOWER, ...rows])], PEOPLE);

describe('the monthly file', () => {
  it('gives each time to the day of its column, and to the next after midnight', () => {
    const result = month(
      ['王婷', '1001', '客服', '2', '正常(08:58),正常(17:31)', '休息', '正常(16:58),正常(01:12)'],
      ['陈慧兰', '', '客服', '1', '缺卡(-),正常(17:40)', '-', '事假(全天)'],
    );
    expect(result.issues).toEqual([]);
    expect(
      result.value!.punches.map(
        ({ staff, day, minute, source }) => `${staff} ${day} ${minute} ${source.file}:${source.row}`,
      ),
    ).toEqual([
      '1001 2026-12-01 538 飞书.csv:3',
      '1001 2026-12-01 1051 飞书.csv:3',
      '1001 2026-12-03 1018 飞书.csv:3',
      '1001 2026-12-04 72 飞书.csv:3',
      '1002 2026-12-01 1060 飞书.csv:4',
    ]);
  });

  it('columns in any order; a cell that cannot be read names its row and day', () => {
    const rows = [
      ['2026-12-02 星期三', '姓名', '2026-12-01 星期二'],
      ['正常(09:00),soon(x)', '王婷', '正常(08:58)'],
    ];
    const result = readPunches([table('a.csv', null, rows)], PEOPLE);
    expect(result.value).toBeNull();
    expect(result.issues.map(({ code, source }) => `${code} ${source!.row} ${source!.column}`)).toEqual([
      'cell-unreadable 2 2026-12-02 星期三',
    ]);
  });

  it('without the columns of the days it says which are missing', () => {
    const result = readPunches([table('a.csv', null, [['姓名', '用户ID', '部门', 'User ID2']])], PEOPLE);
    expect(result.value).toBeNull();
    expect(result.issues.map(({ code }) => code)).toEqual(['punches-columns-missing']);
  });
});
