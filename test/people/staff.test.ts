import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/calendar/day.js';
import { parseDay } from '../../src/calendar/day.js';
import { employedOn, termsOn } from '../../src/people/person.js';
import { employedIn, readStaff } from '../../src/people/staff.js';
import { coded, said, table } from '../tools/table.js';

const CODES = ['白', '半', '晚'];
const read = (...lines: string[]) => readStaff(table('staff.csv', ...lines), CODES);
const people = (...lines: string[]) => {
  const { value, issues } = read(...lines);
  expect(said(issues)).toEqual([]);
  return value!;
};
const day = (words: string) => parseDay(words)!;

describe('readStaff', () => {
  it('reads everything the list may say, with Chinese headings', () => {
    const [person] = people(
      '姓名 | 工号 | 班组 | 可上班次 | 技能 | 师傅 | 入职日期 | 离职日期 | 试用期至 | 岗位 | 岗位工资 | 工龄起算 | 保护期至',
      '李娜 | 0012 | 一组 | 白、晚 | 售后,英语 | 1001 | 2024/3/1 | 2026年12月20日 | 46112 | 售前 | ￥4,500.00 | 2023-01-01 | 2027-02-28',
      '王伟 | 1001',
    );
    expect(person).toEqual({
      id: '0012',
      name: '李娜',
      hired: '2024-03-01',
      left: '2026-12-20',
      // 46112 days after 1899-12-30: 2026-03-31.
      probationUntil: '2026-03-31',
      seniorityFrom: '2023-01-01',
      protectedUntil: '2027-02-28',
      terms: [
        {
          from: null,
          team: '一组',
          shifts: ['白', '晚'],
          skills: ['售后', '英语'],
          mentor: '1001',
          post: '售前',
          postSalary: 450000,
          source: { file: 'staff.csv', row: 2 },
        },
      ],
      source: { file: 'staff.csv', row: 2 },
    });
  });

  it('a number and a name are enough', () => {
    expect(people('id | name', '1001 | 李娜')[0]).toMatchObject({
      id: '1001',
      hired: null,
      left: null,
      terms: [{ shifts: null, skills: [], mentor: null, post: null, postSalary: null }],
    });
  });

  it('a later row changes from its day on what it fills in, and nothing else', () => {
    const [person] = people(
      'id | name | team | shifts | mentor | post_salary | left | from',
      '1001 | 李娜 | 一组 | 白 | 1002 | 4000 | | ',
      '1002 | 王伟 | | | | | | ',
      '1001 | 李娜 | | 白 晚 | none | | 2026-12-25 | 2026-12-10',
      '1001 | | 二组 | all | | 4800.50 | | 2026-11-01',
    );
    const on = (words: string) => {
      const { team, shifts, mentor, postSalary, source } = termsOn(person!, day(words));
      return [team, shifts, mentor, postSalary, source.row];
    };
    expect(on('2026-10-31')).toEqual(['一组', ['白'], '1002', 400000, 2]);
    expect(on('2026-11-01')).toEqual(['二组', null, '1002', 480050, 5]);
    expect(on('2026-12-09')).toEqual(['二组', null, '1002', 480050, 5]);
    expect(on('2026-12-10')).toEqual(['二组', ['白', '晚'], null, 480050, 4]);
    expect([employedOn(person!, day('2026-12-25')), employedOn(person!, day('2026-12-26'))]).toEqual([true, false]);
  });

  it('the row without a day comes first wherever it stands', () => {
    const [person] = people('id | name | team | from', '1001 | 李娜 | 二组 | 2026-12-01', '1001 | 李娜 | 一组 | ');
    expect(person!.terms.map((terms) => [terms.from, terms.team])).toEqual([
      [null, '一组'],
      ['2026-12-01', '二组'],
    ]);
  });

  it('two people with one number', () => {
    expect(said(read('id | name', '1001 | 李娜', '1002 | 王伟', '1001 | 张三').issues)).toEqual([
      'staff.csv:4: the number 1001 stands on two rows: row 2 李娜, row 4 张三. Give each person a number of their own.',
    ]);
    expect(said(read('id | name', '1001 | 李娜', '1001 | 李娜').issues, 'zh')).toEqual([
      'staff.csv:3: 工号 1001 出现了两次：第 2 行 李娜，第 3 行 李娜。 请删除其中一行；如果第二行是调整，请在“生效日期”填写从哪天起生效。',
    ]);
    expect(coded(read('id | name | from', '1001 | 李娜 |', '1001 | 张三 | 2026-12-01').issues)).toEqual([
      'staff-number-twice 3',
    ]);
  });

  it('two changes from the same day', () => {
    const { issues } = read(
      'id | name | team | from',
      '1001 | 李娜 | a |',
      '1001 | | b | 2026-12-01',
      '1001 | | c | 2026-12-01',
    );
    expect(said(issues)).toEqual([
      'staff.csv:4: 1001 has two changes from 2026-12-01, rows 3 and 4. Write both changes into one row.',
    ]);
  });

  it('shift codes that are not in the handbook', () => {
    const { issues } = read('id | name | shifts', '1001 | 李娜 | 白,夜');
    expect(said(issues)).toEqual([
      'staff.csv:2: the handbook has no shift "夜"; it has 白, 半, 晚. Write one of these codes.',
    ]);
    expect(said(issues, 'zh')).toEqual([
      'staff.csv:2: 手册中没有班次“夜”，现有班次：白、半、晚。 请填写其中一个班次代码。',
    ]);
    expect(readStaff(table('staff.csv', 'id | name | shifts', '1001 | 李娜 | 夜'), null).issues).toEqual([]);
  });

  it('a mentor who does not exist, who is a name, who is the person', () => {
    const { issues } = read(
      'id | name | mentor',
      '1001 | 李娜 | 1001',
      '1002 | 王伟 | 李娜',
      '1003 | 张三 | 10002',
      '1004 | 赵四 | 88',
      '1005 | 钱五 | 1001',
    );
    expect(said(issues)).toEqual([
      'staff.csv:2: 1001 李娜 is named as their own mentor. Write the number of another agent, or leave it empty.',
      'staff.csv:3: nobody on the staff list has the number "李娜". People are known by number: 李娜 is 1001.',
      'staff.csv:4: nobody on the staff list has the number "10002". Is it 1002 王伟? Otherwise add the person to the staff list.',
      'staff.csv:5: nobody on the staff list has the number "88". Correct the number, or add the person to the staff list.',
    ]);
  });

  it('left before being hired; no name; a salary that is none', () => {
    const { issues } = read(
      'id | name | hired | left | post_salary',
      '1001 | 李娜 | 2026-12-10 | 2026-12-01 |',
      '1002 | | | | 4,5000',
      '1003 | 王伟 | 2026-02-30 | | -1',
    );
    expect(said(issues)).toEqual([
      'staff.csv:3: post_salary "4,5000" is not an amount such as 4500.00. Correct the cell.',
      'staff.csv:4: hired "2026-02-30" is not a day such as 2026-12-05. Correct the cell.',
      'staff.csv:4: post_salary "-1" is not an amount such as 4500.00. Correct the cell.',
      'staff.csv:2: 1001 李娜 left on 2026-12-01, before being hired on 2026-12-10. Correct one of the two days.',
      'staff.csv:3: 1002 has no name. Fill in the name.',
    ]);
  });

  it('nobody at all', () => {
    expect(said(read('id | name').issues)).toEqual([
      'staff.csv: there is nobody on the staff list. Write one row for each agent below the headings.',
    ]);
    expect(coded(read('id | name', ' | 李娜').issues)).toEqual(['cell-missing 2']);
  });

  it('the order of the columns says nothing, that of the first rows is kept', () => {
    const columns = [
      ['id', '1002', '1001', '1002'],
      ['name', '王伟', '李娜', ''],
      ['team', 'a', 'b', 'c'],
      ['from', '', '', '2026-12-01'],
    ];
    const lines = (order: readonly string[][]): string[] =>
      [0, 1, 2, 3].map((row) => order.map((column) => column[row]).join(' | '));
    const plain = people(...lines(columns));
    expect(plain.map((person) => person.id)).toEqual(['1002', '1001']);
    fc.assert(
      fc.property(fc.shuffledSubarray(columns, { minLength: 4 }), (order) => {
        expect(people(...lines(order))).toEqual(plain);
      }),
    );
  });
});

describe('employedIn', () => {
  const list = () => people('id | name | hired | left', '1001 | 李娜 | 2026-12-31 |', '1002 | 王伟 | | 2026-11-30');
  const source = { file: 'staff.csv' };

  it('one day of the month is enough', () => {
    expect(employedIn(list(), '2026-12' as Month, source).value!.map((person) => person.id)).toEqual(['1001']);
    expect(employedIn(list(), '2026-11' as Month, source).value!.map((person) => person.id)).toEqual(['1002']);
  });

  it('a month without staff', () => {
    const gone = list().filter((person) => person.id === '1002');
    const { value, issues } = employedIn(gone, '2026-12' as Month, source);
    expect(value).toBeNull();
    expect(said(issues)).toEqual([
      'staff.csv: nobody on the staff list is employed in 2026-12 (1 person: left before or hired later). Correct the columns hired and left, or choose another month.',
    ]);
    expect(said(issues, 'zh')).toEqual([
      'staff.csv: 员工名单中没有人在 2026-12 在职（共 1 人，已离职或尚未入职）。 请更正入职、离职日期，或更换月份。',
    ]);
  });
});
