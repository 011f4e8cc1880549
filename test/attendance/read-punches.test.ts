import { describe, expect, it } from 'vitest';
import { readPunches } from '../../src/attendance/read-punches.js';
import type { PlatformIds } from '../../src/people/platform-ids.js';
import { PEOPLE, person, table } from './department.js';

/** 26-12-01 was a Tuesday. Title, time of making, two merged heading rows as a workbook reader spreads them. */
const TITLE = ['每日统计表 统计日期：2026-12-01 至 2026-12-31'];
const MADE = ['报表生成时间：2027-01-01 09:12'];
const DAILY_UPPER = [
  '姓名',
  '考勤组',
  '工号',
  'UserId',
  '日期',
  '班次',
  '上班1',
  '上班1',
  '下班1',
  '下班1',
  '出勤天数',
];
const DAILY_LOWER = [
  '姓名',
  '考勤组',
  '工号',
  'UserId',
  '日期',
  '班次',
  '打卡时间',
  '打卡结果',
  '打卡时间',
  '打卡结果',
  '出勤天数',
];
const daily = (...rows: readonly (readonly string[])[]) =>
  table('打卡.xlsx', '每日统计', [TITLE, MADE, DAILY_UPPER, DAILY_LOWER, ...rows]);
const RAW = ['姓名', '工号', 'UserId', '考勤日期', '考勤时间', '打卡时间', '打卡结果'];
const raw = (...rows: readonly (readonly string[])[]) =>
  table('打卡.xlsx', '原始记录', [['原始记录表'], MADE, RAW, RAW, ...rows]);

const read = (tables: Parameters<typeof readPunches>[0], people = PEOPLE) => readPunches(tables, people);

const brief = (result: ReturnType<typeof read>): string[] =>
  result.value!.punches.map(
    ({ staff, day, minute, approved, source }) =>
      `${staff} ${day} ${minute}${approved ? ' approved' : ''} ${source.sheet ?? source.file}:${source.row}`,
  );

describe('DingTalk', () => {
  it('每日统计: two heading rows, two-digit years, 次日 and 昨日', () => {
    const result = read([
      daily(
        [
          '王婷',
          '客服',
          '1001',
          '0771',
          '26-12-01 星期二',
          '晚班 17:00-次日01:00',
          '16:58',
          '正常',
          '次日 01:12',
          '正常',
          '1',
        ],
        [
          '陈慧兰',
          '客服',
          '1002',
          '0772',
          '26-12-02 星期三',
          '早班 00:30-08:30',
          '昨日 23:58',
          '正常',
          '',
          '缺卡',
          '1',
        ],
      ),
    ]);
    expect(result.issues).toEqual([]);
    // 16:58 = 1018, 01:12 = 72, 23:58 = 1438
    expect(brief(result)).toEqual([
      '1001 2026-12-01 1018 每日统计:5',
      '1001 2026-12-02 72 每日统计:5',
      '1002 2026-12-01 1438 每日统计:6',
    ]);
  });

  it('每日统计: merged headings that a reader left empty', () => {
    const upper = DAILY_UPPER.map((heading, at) => (at === 7 || at === 9 ? '' : heading));
    const lower = DAILY_LOWER.map((heading, at) => (heading === DAILY_UPPER[at] ? '' : heading));
    const rows = [['王婷', '客服', '1001', '', '26-12-01 星期二', '白班', '08:58', '正常', '17:31', '正常', '1']];
    const result = read([table('打卡.csv', null, [TITLE, MADE, upper, lower, ...rows])]);
    expect(brief(result)).toEqual(['1001 2026-12-01 538 打卡.csv:5', '1001 2026-12-01 1051 打卡.csv:5']);
  });

  it('原始记录: times with or without their day, any order and subset of columns', () => {
    const result = read([
      raw(
        ['王婷', '1001', '0771', '26-12-01 星期二', '2026-12-01 09:00', '2026-12-01 08:58', '正常'],
        ['王婷', '1001', '0771', '2026-12-01', '17:30', '次日 00:10', '正常'],
        ['王婷', '1001', '0771', '26-12-02 星期三', '2026-12-02 09:00', '', '未打卡'],
      ),
      table('b.csv', null, [
        ['打卡时间', '考勤日期', '工号'],
        ['09:01:30', '2026/12/03', '1002'],
      ]),
    ]);
    expect(result.issues).toEqual([]);
    expect(brief(result)).toEqual([
      '1001 2026-12-01 538 原始记录:5',
      '1001 2026-12-02 10 原始记录:6',
      '1002 2026-12-03 541 b.csv:2',
    ]);
  });

  it('both sheets of a workbook hold each punch once; the others are left aside', () => {
    const result = read([
      daily(['王婷', '客服', '1001', '', '26-12-01 星期二', '白班', '08:58', '正常', '17:31', '正常', '1']),
      table('打卡.xlsx', '月度汇总', [['月度汇总'], MADE, ['姓名', '工号', '出勤天数'], ['王婷', '1001', '22']]),
      raw(['王婷', '1001', '', '26-12-01 星期二', '2026-12-01 09:00', '2026-12-01 08:58', '正常']),
    ]);
    expect(brief(result)).toEqual(['1001 2026-12-01 538 原始记录:5', '1001 2026-12-01 1051 每日统计:5']);
    expect(result.issues.map(({ code }) => code)).toEqual(['punch-sheets-not-read']);
  });

  it('an approved later punch counts at the planned time', () => {
    const result = read([
      raw(['王婷', '1001', '', '26-12-01 星期二', '2026-12-01 09:00', '', '补卡审批通过']),
      daily(
        [
          '陈慧兰',
          '客服',
          '1002',
          '',
          '26-12-01 星期二',
          '晚班 17:00-次日01:00',
          '16:58',
          '正常',
          '',
          '补卡审批通过',
          '1',
        ],
        ['李娜', '客服', '1003', '', '26-12-01 星期二', '晚班', '', '管理员张三改为正常', '', '', '1'],
      ),
    ]);
    expect(brief(result)).toEqual([
      '1001 2026-12-01 540 approved 原始记录:5',
      '1002 2026-12-01 1018 每日统计:5',
      '1002 2026-12-02 60 approved 每日统计:5',
    ]);
    expect(result.issues.map(({ code, source }) => `${code} ${source!.row}`)).toEqual([
      'punch-approval-without-time 6',
    ]);
  });
});

describe('WeCom', () => {
  it('打卡日报: two heading rows, slashes in days, dashes for nothing', () => {
    const upper = ['时间', '姓名', '账号', '基础信息', '考勤概况', '上班1', '上班1', '下班1', '下班1', '打卡时间记录'];
    const lower = [
      '时间',
      '姓名',
      '账号',
      '部门',
      '班次',
      '打卡时间',
      '打卡状态',
      '打卡时间',
      '打卡状态',
      '打卡时间记录',
    ];
    const row = [
      '2026/12/01 星期二',
      '李娜',
      '1003',
      '客服',
      '晚班 17:00-次日01:00',
      '16:58',
      '正常',
      '--',
      '补卡审批通过',
      '16:58',
    ];
    const result = read([table('日报.xlsx', '概况统计与打卡明细', [['打卡日报'], ['统计时间'], upper, lower, row])]);
    expect(result.issues).toEqual([]);
    expect(brief(result)).toEqual([
      '1003 2026-12-01 1018 概况统计与打卡明细:5',
      '1003 2026-12-02 60 approved 概况统计与打卡明细:5',
    ]);
  });
});

describe('whose a punch is', () => {
  const one = (number: string, userId: string, name: string) =>
    raw([name, number, userId, '26-12-01 星期二', '', '2026-12-01 08:58', '正常']);

  it('by number, then by the system’s id, then by a name that only one person has', () => {
    expect(brief(read([one('1001', '1002', '李娜')]))[0]).toContain('1001 ');
    expect(brief(read([one('', '1002', '李娜')]))[0]).toContain('1002 ');
    expect(brief(read([one('', '0771', '李娜')]))[0]).toContain('1003 ');
  });

  it('by ids.csv, where the platform has two of one name and no numbers', () => {
    const people = [...PEOPLE, person('1009', '李娜')];
    const ids: PlatformIds = (platform, kind, code) =>
      platform === 'dingtalk' && kind === 'staff' && code === '1009' ? '0771' : null;
    expect(brief(readPunches([one('', '0771', '李娜')], people, ids))[0]).toContain('1009 ');
    // A number in the file is the person's own word; WeCom's accounts are others.
    expect(brief(readPunches([one('1003', '0771', '李娜')], people, ids))[0]).toContain('1003 ');
  });

  it('a number that nobody has is not replaced by a name', () => {
    const result = read([one('9999', '', '李娜')]);
    expect(result.value!.punches).toEqual([]);
    expect(result.issues[0]).toMatchObject({
      code: 'punch-person-unknown',
      severity: 'warning',
      message: { en: '9999 李娜 is not on the staff list; punches left aside: 1.' },
    });
  });

  it('a number without its leading zeros is told of with them, where one person only can be meant', () => {
    const hints = (...ids: string[]) =>
      readPunches([one('7', '', '钱多多')], [...PEOPLE, ...ids.map((id) => person(id, '钱多多'))], null).issues.map(
        ({ hint }) => hint.en.split(':')[0],
      );
    expect(hints('0007')[0]).toBe('Is it 0007 钱多多? Spreadsheets drop leading zeros');
    expect(hints('0007', '07')[0]).toBe(
      'Add the person to the staff list, or correct the number; nothing to do for other departments.',
    );
  });

  it('five strangers are told of one by one, six together', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => one(`${7001 + at}`, '', '外人'));
    expect(read(many(5)).issues.map(({ code }) => code)).toEqual(Array(5).fill('punch-person-unknown'));
    const [issue, ...others] = read([...many(6), ...many(2)]).issues;
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: 'punch-person-unknown', severity: 'warning' });
    expect(issue!.message.en).toBe(
      '6 people are not on the staff list: 7001 外人, 7002 外人, 7003 外人, ...; punches left aside: 8.',
    );
    expect(issue!.message.zh).toBe('有 6 人不在员工名单中：7001 外人、7002 外人、7003 外人等；未采用 8 条打卡。');
    expect(issue!.hint!.en).toMatch(/nothing to do for other departments\.$/);
    // Two of them have lost their zeros: 7001 is 07001, 7002 is 007002.
    const padded = [...PEOPLE, person('07001', '钱多多'), person('007002', '孙小')];
    const told = readPunches(many(6), padded, null).issues.find(({ code }) => code === 'punch-person-unknown')!;
    expect(told.hint!.en).toContain('2 of them may be on it but for leading zeros (is 7001 外人 07001 钱多多?).');
    expect(told.hint!.zh).toContain('其中 2 人可能只是工号缺少开头的 0（7001 外人 是不是 07001 钱多多？）。');
  });

  it('counts the punches that are nobody’s', () => {
    expect(read([one('9999', '', '李娜'), one('1001', '', '王婷')]).value).toMatchObject({ leftAside: 1 });
  });

  it('a name of two people is an error', () => {
    const result = read([one('', '', '李娜')], [...PEOPLE, person('1009', '李娜')]);
    expect(result.value).toBeNull();
    expect(result.issues.map(({ code, message }) => `${code}: ${message.en}`)).toEqual([
      'punch-name-ambiguous: 李娜 has no employee number here and may be 1003 or 1009: 1 punch cannot be placed.',
    ]);
  });
});

describe('plain list', () => {
  it('English or Chinese headings, the day in the time or beside it', () => {
    const result = read([
      table('a.csv', null, [
        ['id', 'time'],
        ['1001', '2026-12-01 08:58:59'],
        ['1001', '2026/12/2 24:10'],
      ]),
      table('b.csv', null, [
        ['工号', '日期', '打卡时间'],
        ['1002', '2026-12-01', '次日0:05'],
      ]),
    ]);
    expect(brief(result)).toEqual([
      '1001 2026-12-01 538 a.csv:2',
      '1001 2026-12-03 10 a.csv:3',
      '1002 2026-12-02 5 b.csv:2',
    ]);
  });

  it('lists every bad row', () => {
    const result = read([
      table('a.csv', null, [
        ['工号', '打卡时间'],
        ['1001', '08:58'],
        ['1001', 'soon'],
      ]),
    ]);
    expect(result.value).toBeNull();
    expect(result.issues.map(({ code, source }) => `${code} ${source!.row}`)).toEqual([
      'cell-unreadable 3',
      'punch-without-day 2',
    ]);
  });
});

describe('files that are no punches', () => {
  it('names the nearest and what is missing', () => {
    const issues = read([
      table('a.xlsx', '月度汇总', [['姓名', '工号', '出勤天数']]),
      table('b.csv', null, [['甲', '乙']]),
    ]).issues;
    expect(issues.map(({ code, message }) => `${code}: ${message.en}`)).toEqual([
      'punches-columns-missing: nearest to DingTalk raw records, but without the columns 考勤日期, 打卡时间.',
      'punches-file-unknown: no punches that are known: none of the headings fits.',
    ]);
  });
});

describe('files without punches', () => {
  const codesOf = (...lines: readonly (readonly string[])[]) =>
    read([table('a.xlsx', 's', lines)]).issues.map(({ code, severity }) => `${severity} ${code}`);

  it('an empty one, a summary, headings alone, days that are named otherwise', () => {
    expect(codesOf()).toEqual(['error punches-file-empty']);
    expect(codesOf(['姓名', '工号', '出勤天数', '迟到次数'], ['王婷', '1001', '22', '1'])).toEqual([
      'error punches-summary-only',
    ]);
    expect(codesOf(['工号', '打卡时间'])).toEqual(['warning punches-file-without-punches']);
    const issues = read([
      table('a.csv', null, [
        ['姓名', '工号', '迟到次数', '旷工天数', '每日考勤结果'],
        ['', '', '', '', '12月5日'],
      ]),
    ]).issues;
    expect(issues.map(({ message }) => message.en)).toEqual([
      'nearest to Feishu monthly attendance, but without the columns 每日考勤结果 2026-12-05.',
    ]);
  });
});

describe('leave that the file shows', () => {
  const leaveOf = (...rows: readonly (readonly string[])[]) =>
    read([
      table('a.xlsx', '每日统计', [
        ['姓名', '工号', '日期', '上班1打卡时间', '上班1打卡结果', '关联的审批单'],
        ...rows,
      ]),
    ]).value!.leave.map(({ staff, day, words }) => `${staff} ${day} ${words}`);

  it('of approvals and results, not of withdrawn ones or days with punches', () => {
    expect(
      leaveOf(
        ['王婷', '1001', '26-12-01 星期二', '', '请假', '事假12-01 09:00到12-01 18:00 1天'],
        ['王婷', '1001', '26-12-02 星期三', '', '请假', ''],
        ['王婷', '1001', '26-12-03 星期四', '', '缺卡', '事假12-03（已撤销）'],
        ['王婷', '1001', '26-12-04 星期五', '08:58', '正常', '事假12-04 13:00到18:00 4小时'],
        ['王婷', '1001', '26-12-05 星期六', '', '', '补卡申请'],
        ['刘备', '9999', '26-12-05 星期六', '', '请假', ''],
      ),
    ).toEqual(['1001 2026-12-01 事假12-01 09:00到12-01 18:00 1天', '1001 2026-12-02 请假']);
  });
});
