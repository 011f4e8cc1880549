import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grid, Table } from '../../src/base/table.js';
import type { Month } from '../../src/calendar/day.js';
import type { RosterContext } from '../../src/roster/file/context.js';
import { readRosterDocument, rosterDocument } from '../../src/roster/file/document.js';
import { rosterGrid } from '../../src/roster/file/grid.js';
import { rosterLong } from '../../src/roster/file/long.js';
import type { Roster } from '../../src/roster/roster.js';
import { readRosterTable } from '../../src/roster/roster-file.js';
import { house, MONTH, person, rosterOf } from './make.js';

const SOURCE = { file: 'roster.csv' };
const context: RosterContext = { handbook: house(), month: MONTH, people: null, unknownCodes: 'refuse' };

const tableOf = (rows: readonly (readonly string[])[]): Table => ({
  source: SOURCE,
  rows: rows.map((cells, index) => ({ number: index + 1, cells })),
});
const fromGrid = ({ headings, rows }: Grid): Table => tableOf([headings, ...rows]);
const read = (table: Table, more: Partial<RosterContext> = {}) => readRosterTable(table, { ...context, ...more });
const firstCells = (outcome: { value: Roster | null }) => outcome.value!.rows[0]!.cells;
const said = (outcome: { issues: readonly { code: string }[] }) => outcome.issues.map(({ code }) => code);

/** Any codes, a person employed throughout. */
const anyRoster = fc
  .array(
    fc.array(fc.constantFrom('白', '半', '晚', '夜', '分', '休', '假', '白+晚'), { minLength: 31, maxLength: 31 }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((rows) => ({
    ...rosterOf(Object.fromEntries(rows.map((row, index) => [String(1001 + index), row.join('')]))),
    revision: 0,
  }));

describe('there and back', () => {
  it('every form gives the roster back', () => {
    fc.assert(
      fc.property(anyRoster, (roster: Roster) => {
        expect(read(fromGrid(rosterGrid(roster)))).toEqual({ value: roster, issues: [] });
        expect(read(fromGrid(rosterLong(roster)))).toEqual({ value: roster, issues: [] });
        const document: unknown = JSON.parse(JSON.stringify(rosterDocument(roster)));
        expect(readRosterDocument(document, SOURCE, context)).toEqual({ value: roster, issues: [] });
      }),
      { numRuns: 20 },
    );
  });

  it('the document keeps pins, what was accepted and the revision', () => {
    const plain = rosterOf({ 1007: '白' });
    const { rows } = plain;
    const [staff, day] = [rows[0]!.staff, '2026-12-01' as never];
    const roster: Roster = {
      ...plain,
      revision: 3,
      pins: [{ staff, day, by: '王主管' }],
      accepted: [
        { rule: 'succession', staff, day, because: '双十二', by: '王主管' },
        { rule: 'cover', staff: null, day, because: '停电', by: '王主管' },
      ],
    };
    const document = rosterDocument(roster, { 'staff.csv': 'sha256:1' });
    expect(document.madeFrom).toEqual({ 'staff.csv': 'sha256:1' });
    expect(readRosterDocument(document, SOURCE, context).value).toEqual(roster);
  });

  it('absence before the first and after the last day', () => {
    const roster = { ...rosterOf({ 1007: `--白休白${'-'.repeat(26)}` }), revision: 0 };
    expect(read(fromGrid(rosterLong(roster))).value).toEqual(roster);
  });
});

describe('a grid edited by hand', () => {
  const days = Array.from({ length: 31 }, (_, index) => index + 1);
  const cells = days.map(() => '休');

  it.each([
    ['2026-12-05', (day: number) => `2026-12-${String(day).padStart(2, '0')}`],
    ['2026/12/5 Sat', (day: number) => `2026/12/${day} Sat`],
    ['12-05', (day: number) => `12-${String(day).padStart(2, '0')}`],
    ['12/5', (day: number) => `12/${day}`],
    ['12月5日', (day: number) => `12月${day}日`],
    ['5', (day: number) => String(day)],
    ['5日(六)', (day: number) => `${day}日(六)`],
  ])('days headed %s', (_, heading) => {
    const table = tableOf([
      ['工号', '姓名', ...days.map(heading)],
      ['1007', '李娜', '白', ...cells.slice(1)],
    ]);
    expect(read(table).value).toEqual({ ...rosterOf({ 1007: '白' }), revision: 0 });
  });

  it('titles above, weekdays below the headings, totals at the right and below are not read', () => {
    const table = tableOf([
      ['2026年12月排班表'],
      ['工号', '姓名', '11-29', '11-30', ...days.map(String), '工时', '晚班'],
      ['', '', '日', '一', ...days.map(() => '二')],
      ['1007', '李娜', '晚', '晚', '白', ...cells.slice(1), '8.5', '0'],
      ['', '白', '', '', '1'],
      ['合计', '', '', '', '1'],
    ]);
    expect(read(table)).toEqual({ value: { ...rosterOf({ 1007: '白' }), revision: 0 }, issues: [] });
  });

  it('understands names of shifts, words for rest and leave in any bracket', () => {
    const words = [
      '白班',
      'late shift',
      '休息',
      'off',
      '[事假]',
      '（事假）',
      '假：事假',
      '事假',
      'personal',
      '白＋晚',
      '-',
    ];
    const table = tableOf([
      ['id', 'name', ...days.map(String)],
      ['1007', '李娜', ...words, ...cells.slice(words.length)],
    ]);
    expect(read(table).value).toEqual({ ...rosterOf({ 1007: '白晚休休假假假假假 白+晚 -' }), revision: 0 });
  });

  it('an unknown code and an empty cell name person, day and column', () => {
    const table = tableOf([
      ['id', 'name', ...days.map(String)],
      ['1007', '李娜', '白', '早', '', ...cells.slice(3)],
    ]);
    const { value, issues } = read(table);
    expect(value).toBeNull();
    expect(issues.map(({ message, source }) => [message.en, source?.row, source?.column])).toEqual([
      ['1007 李娜 2026-12-02: "早" is no shift of the handbook.', 2, '2'],
      ['1007 李娜 2026-12-03: the cell is empty.', 2, '3'],
    ]);
  });

  it('rosters of the past keep codes that the handbook no longer has', () => {
    const table = tableOf([
      ['id', 'name', ...days.map(String)],
      ['1007', '李娜', '早', '假:探亲假', ...cells.slice(2)],
    ]);
    expect(firstCells(read(table, { unknownCodes: 'keep' })).slice(0, 2)).toEqual([
      { kind: 'shift', shifts: ['早'] },
      { kind: 'leave', leave: '探亲假' },
    ]);
  });

  it('says what is missing or twice', () => {
    const head = ['id', 'name', ...days.map(String)];
    const row = ['1007', '李娜', ...cells];
    expect(
      said(
        read(
          tableOf([
            ['id', 'name', ...days.slice(1).map(String)],
            ['1007', '李娜', ...cells.slice(1)],
          ]),
        ),
      ),
    ).toEqual(['roster-days-missing']);
    expect(
      said(
        read(
          tableOf([
            [...head, '31'],
            [...row, '休'],
          ]),
        ),
      ),
    ).toEqual(['roster-day-twice']);
    expect(said(read(tableOf([head, row, row])))).toEqual(['roster-person-twice']);
    expect(said(read(tableOf([['班组', ...days.map(String)], row])))).toEqual(['roster-without-headings']);
    expect(
      said(
        read(
          tableOf([
            ['工号', '姓名'],
            ['1007', '李娜'],
          ]),
        ),
      ),
    ).toEqual(['roster-without-days']);
  });

  it('names without numbers, the month in a title, weekdays and totals that nobody is called', () => {
    const people = [person('1007'), person('1008', { name: '周敏' }), person('1009', { name: '周敏' })];
    const sheet = (...names: string[]) =>
      tableOf([
        ['客服部 2026年12月排班表'],
        ['姓名', ...days.map((day) => `${day}日`)],
        ['星期', ...days.map(() => '二')],
        ...names.map((name) => [name, '白', ...cells.slice(1)]),
        ['白班人数', ...days.map(() => '1')],
      ]);
    const { value, issues } = read(sheet('李娜', '周敏', '陈静'), { people, month: null });
    expect(value).toBeNull();
    expect(
      issues.filter(({ severity }) => severity === 'error').map(({ message, hint }) => [message.en, hint?.en]),
    ).toEqual([
      [
        '周敏: more than one person on the staff list is called this.',
        'People are known by number: 周敏 is 1008 or 1009.',
      ],
      ['陈静: nobody on the staff list is called this.', 'Correct the number, or add the person to the staff list.'],
    ]);
    const alone = read(sheet('李娜'), { people: [person('1007')], month: null });
    expect(alone).toEqual({ value: { ...rosterOf({ 1007: '白' }), revision: 0 }, issues: [] });
  });

  it('a number without its leading zeros, where the name agrees', () => {
    const people = [person('007')];
    const sheet = (name: string) =>
      tableOf([
        ['id', 'name', ...days.map(String)],
        ['7', name, ...cells],
      ]);
    expect(read(sheet('李娜'), { people }).value?.rows[0]?.staff).toBe('007');
    expect(said(read(sheet('王婷'), { people }))).toEqual(['roster-person-unknown', 'roster-person-missing']);
  });

  it('compares people with the staff list', () => {
    const people = [person('1007'), person('1008', { name: '周敏' })];
    const table = tableOf([
      ['id', 'name', ...days.map(String)],
      ['1007', '李娜', ...cells],
      ['1009', '新人', ...cells],
    ]);
    expect(said(read(table, { people }))).toEqual(['roster-person-unknown', 'roster-person-missing']);
  });
});

describe('the long form', () => {
  it('two rows of a person and day are two shifts; a day of another month is refused', () => {
    const head = ['日期', '工号', '班次'];
    const rows = [
      ['2026-12-01', '1007', '白'],
      ['2026-12-01', '1007', '晚'],
    ];
    expect(firstCells(read(tableOf([head, ...rows])))[0]).toEqual({ kind: 'shift', shifts: ['白', '晚'] });
    expect(said(read(tableOf([head, ...rows, ['2027-01-01', '1007', '白']])))).toEqual(['roster-day-outside-month']);
    expect(said(read(tableOf([head])))).toEqual(['roster-without-rows']);
  });
});

describe('a document that is none', () => {
  const good = rosterDocument(rosterOf({ 1007: '白' }));
  it.each([
    ['no object', 'x', 'roster-document-broken'],
    ['no rows', { month: '2026-12' }, 'roster-document-broken'],
    ['a month that is none', { ...good, month: '2026-13' }, 'roster-document-broken'],
    ['too few days', { ...good, rows: [{ id: '1007', name: '李娜', days: ['白'] }] }, 'roster-document-broken'],
    ['a pin without a day', { ...good, pins: [{ id: '1007' }] }, 'roster-document-broken'],
    [
      'an accepted rule that is none',
      { ...good, accepted: [{ rule: 'x', id: null, day: '2026-12-01' }] },
      'roster-document-broken',
    ],
    ['another month', rosterDocument(rosterOf({ 1007: '白' }, '2026-11' as Month)), 'roster-other-month'],
  ])('%s', (_, document, code) => {
    const outcome = readRosterDocument(document, { file: 'roster.json' }, context);
    expect(said(outcome)).toEqual([code]);
    expect(outcome.value).toBeNull();
  });
});
