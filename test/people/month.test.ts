import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/calendar/day.js';
import { readDemand } from '../../src/people/demand.js';
import { readEvents } from '../../src/people/events.js';
import { readKpis } from '../../src/people/kpi.js';
import { readRequests } from '../../src/people/requests.js';
import { readStaff } from '../../src/people/staff.js';
import { coded, said, table } from '../tools/table.js';

const PEOPLE = readStaff(table('staff.csv', 'id | name', '1007 | 李娜', '1008 | 王伟'), null).value!;
const MONTH = '2026-12' as Month;

describe('readRequests', () => {
  const read = (...lines: string[]) =>
    readRequests(table('requests.csv', ...lines), PEOPLE, ['白', '半', '晚', 'D1'], MONTH);

  it.each([
    ['晚', '晚', true],
    ['!晚', '晚', false],
    ['晚！', '晚', false],
    ['off', null, true],
    ['休', null, true],
    ['! 休息', null, false],
    ['OFF!', null, false],
    ['D1', 'D1', true],
    ['晚班', '晚', true],
    ['不要晚班', '晚', false],
    ['不上晚', '晚', false],
    ['not 晚', '晚', false],
    ['不要休息', null, false],
  ])('the wish %s', (wish, shift, wanted) => {
    const { value, issues } = read('工号 | 日期 | 意愿', `1007 | 2026-12-05 | ${wish}`);
    expect(issues).toEqual([]);
    expect(value).toEqual([
      { staff: '1007', day: '2026-12-05', shift, wanted, weight: 1, source: { file: 'requests.csv', row: 2 } },
    ]);
  });

  it('a code that begins with a word for "not" is that shift', () => {
    const codes = ['不上', '夜班'];
    const wishes = ['id | day | wish', '1007 | 2026-12-05 | 不上', '1007 | 2026-12-06 | 夜班'];
    const { value } = readRequests(table('requests.csv', ...wishes), PEOPLE, codes, MONTH);
    expect(value!.map(({ shift, wanted }) => [shift, wanted])).toEqual([
      ['不上', true],
      ['夜班', true],
    ]);
  });

  it('a day without its year belongs to the month of the folder; without a month it is none', () => {
    const rows = ['id | day | wish', '1007 | 12月5日 | 晚', '1007 | 6-Dec | 晚'];
    const { value, issues } = read(...rows);
    expect(value!.map(({ day }) => day)).toEqual(['2026-12-05', '2026-12-06']);
    expect(issues).toEqual([]);
    expect(readRequests(table('requests.csv', ...rows), PEOPLE, null, null).value).toBeNull();
  });

  it('wishes and weights that say nothing', () => {
    const { issues } = read(
      'id | day | wish | weight',
      '1007 | 2026-12-05 | ! |',
      '1007 | 2026-12-06 | 晚!白 |',
      '1007 | 2026-12-07 | 晚 | 0',
      '1007 | 2026-12-08 | 晚 | 1.5',
      '1007 | 2026-12-09 | 夜 |',
    );
    expect(said(issues)).toEqual([
      'requests.csv:2: wish "!" is not a shift code or off, with ! for "not": 晚, off, !晚. Correct the cell.',
      'requests.csv:3: wish "晚!白" is not a shift code or off, with ! for "not": 晚, off, !晚. Correct the cell.',
      'requests.csv:4: weight "0" is not a whole number from 1 to 1000. Correct the cell.',
      'requests.csv:5: weight "1.5" is not a whole number from 1 to 1000. Correct the cell.',
      'requests.csv:6: the handbook has no shift "夜"; it has 白, 半, 晚, D1. Write one of these codes.',
    ]);
  });

  it('wishes that cannot both come true are a warning', () => {
    const { issues } = read(
      'id | day | wish',
      '1007 | 2026-12-05 | 晚',
      '1007 | 2026-12-05 | off',
      '1007 | 2026-12-06 | !晚',
      '1007 | 2026-12-06 | !半',
      '1007 | 2026-12-06 | 白',
      '1007 | 2026-12-07 | !晚',
      '1007 | 2026-12-07 | 晚',
    );
    expect(said(issues)).toEqual([
      'requests.csv:3: 1007 李娜 2026-12-05: the wish "off" does not go with "晚" in row 2. Delete one of the two.',
      'requests.csv:8: 1007 李娜 2026-12-07: the wish "晚" does not go with "!晚" in row 7. Delete one of the two.',
    ]);
  });

  it('days of another month are left out, with one warning', () => {
    const { value, issues } = read(
      'id | day | wish',
      '1007 | 2026-11-05 | 晚',
      '1007 | 2026-12-05 | 晚',
      '1008 | 2026-11-06 | 晚',
    );
    expect(value!.map((request) => request.source.row)).toEqual([3]);
    expect(said(issues)).toEqual([
      'requests.csv:2: 2 of 3 rows lie outside 2026-12, the first on 2026-11-05; they are not used. Correct the days, or take the rows out.',
    ]);
  });
});

describe('readEvents', () => {
  const read = (...lines: string[]) => readEvents(table('events.csv', ...lines), PEOPLE, MONTH);

  it('reads events with the words people use', () => {
    const { value, issues } = read(
      '日期 | 工号 | 类型 | 事项 | 金额 | 凭证 | 批准人',
      '2026-12-03 | 1007 | 违规 | 上班做无关的事 | | 聊天记录1 | 陈主管',
      '2026-12-04 | 1008 | 奖励 | 建议 | ¥50 | | ',
    );
    expect(issues).toEqual([]);
    expect(value).toEqual([
      {
        staff: '1007',
        day: '2026-12-03',
        kind: 'offence',
        what: '上班做无关的事',
        amount: null,
        evidence: '聊天记录1',
        approvedBy: '陈主管',
        source: { file: 'events.csv', row: 2 },
      },
      {
        staff: '1008',
        day: '2026-12-04',
        kind: 'reward',
        what: '建议',
        amount: 5000,
        evidence: '',
        approvedBy: null,
        source: { file: 'events.csv', row: 3 },
      },
    ]);
  });

  it('kinds nobody knows, people nobody knows, amounts that are none', () => {
    const { issues } = read(
      'day | id | kind | what | amount',
      '2026-12-03 | 1007 | rewrad | x | 5',
      '2026-12-03 | 1009 | loss | x | 5',
      '2026-12-03 | 1007 | loss | x | 5.005',
      '2026-12-03 | 1007 | 午餐 | x | 5',
    );
    expect(said(issues)).toEqual([
      'events.csv:4: amount "5.005" is not an amount such as 30.00. Correct the cell.',
      'events.csv:2: there is no event "rewrad". Is it "reward"?',
      'events.csv:3: nobody on the staff list has the number "1009". Is it 1007 李娜? Otherwise add the person to the staff list.',
      'events.csv:5: there is no event "午餐". Write one of offence, complaint, reward, loss, goodwill, absence, absence-cleared, late-delivery, duty, addition, deduction, discipline.',
    ]);
    expect(said(issues, 'zh').at(-1)).toBe(
      'events.csv:5: 没有“午餐”这种类型。 请填写：违规、投诉、奖励、损失、赔付、旷工、旷工撤销、延迟发货、值班、加项、扣项、处分。',
    );
  });
});

it('rows read in part still say whom they are about', () => {
  const codes = [
    readRequests(table('a.csv', 'id | day | wish', '9 | x | 晚'), PEOPLE, null, MONTH),
    readEvents(table('a.csv', 'day | id | kind', 'x | 9 | loss'), PEOPLE, MONTH),
    readKpis(table('a.csv', 'id | kpi | value', '9 | conversion | x'), PEOPLE, null),
  ].map(({ issues }) => coded(issues));
  expect(codes).toEqual(Array.from({ length: 3 }, () => ['cell-unreadable 2', 'staff-number-unknown 2']));
});

describe('readKpis', () => {
  const read = (...lines: string[]) =>
    readKpis(
      table('kpi.csv', ...lines),
      PEOPLE,
      new Map([
        ['conversion', 'conversion'],
        ['询单转化率', 'conversion'],
      ]),
    );

  it('keeps values as written, by the handbook\u2019s key', () => {
    const { value, issues } = read('工号 | 指标 | 数值', '1007 | 询单转化率 | 71.5%', '1008 | conversion | 1,203.5');
    expect(issues).toEqual([]);
    expect(value!.map(({ staff, kpi, value: figure }) => [staff, kpi, figure])).toEqual([
      ['1007', 'conversion', '71.5%'],
      ['1008', 'conversion', '1203.5'],
    ]);
  });

  it('the same figure twice is an error, a figure nobody asks for a warning said once', () => {
    const { issues } = read(
      'id | kpi | value',
      '1007 | conversion | 70%',
      '1007 | 询单转化率 | 71%',
      '1007 | mood | 5',
      '1008 | mood | 5',
      '1008 | conversion | good',
    );
    expect(said(issues)).toEqual([
      'kpi.csv:6: value "good" is not a number such as 71.5% or 48. Correct the cell.',
      'kpi.csv:3: 1007 李娜 has 询单转化率 twice: 70% in row 2, 71% in row 3. Delete one of the rows.',
      'kpi.csv:4: the handbook asks for no figure "mood"; it is not used. Look at pay.kpis in the handbook.',
    ]);
  });
});

describe('readDemand', () => {
  const read = (...lines: string[]) => readDemand(table('demand.csv', 'day | from | to | agents', ...lines), MONTH);

  it('reads stretches, past midnight too', () => {
    const { value, issues } = read(
      '2026-12-05 | 9:00 | 9:30 | 3',
      '2026-12-05 | 23:00 | 1:00 | 1',
      '2026-12-06 | 23:30 | 24:00 | 0',
    );
    expect(issues).toEqual([]);
    expect(value!.map(({ from, to, agents }) => [from, to, agents])).toEqual([
      [540, 570, 3],
      [1380, 1500, 1],
      [1410, 1440, 0],
    ]);
  });

  it('refuses stretches without length, over each other, and heads that are no number', () => {
    const { issues } = read(
      '2026-12-05 | 9:00 | 9:00 | 3',
      '2026-12-05 | 10:00 | 11:00 | 3',
      '2026-12-05 | 10:30 | 11:30 | 2',
      '2026-12-05 | 12:00 | 12:30 | 2.5',
      '2026-12-05 | 25:61 | 12:30 | 2',
    );
    expect(coded(issues)).toEqual([
      'cell-unreadable 5',
      'cell-unreadable 6',
      'demand-without-length 2',
      'demand-overlaps 4',
    ]);
    expect(issues.at(-1)!.message.zh).toBe('2026-12-05 10:30–11:30 与第 3 行重叠。');
  });
});
