/**
 * The staff list. The first row of a person says who they are; each later row of the same person, with a day in `from`,
 * changes from that day on what is filled in, and nothing else.
 */
import { cellList } from '../base/cell.js';
import { ANYTHING, anyWords, optional, readRecords, type TableRecord } from '../base/columns.js';
import { type Fen, parseYuan } from '../base/fen.js';
import { error, type Issue, type Outcome, outcome } from '../base/issue.js';
import { nearest } from '../base/nearest.js';
import { shown } from '../base/shown.js';
import type { SourceRef } from '../base/source.js';
import type { Table } from '../base/table.js';
import { text } from '../base/text.js';
import { firstDay, lastDay, type Month } from '../calendar/day.js';
import type { Person, StaffId, Terms } from './person.js';
import { byNumber, idColumn, optionalDay, unknownNumber } from './reading.js';

const NOBODY = new Set(['none', '无', '没有']);
const EVERYTHING = new Set(['all', '全部', '不限', '所有']);

const salary = (words: string): Fen | null => {
  const amount = parseYuan(words);
  return amount === null || amount < 0 ? null : amount;
};

const LIST = text('a list such as 白,晚', '列表，例如 白,晚');

export const STAFF_COLUMNS = {
  id: idColumn('id', '工号', '员工编号', '员工工号', '员工号', '编号', 'staff'),
  name: optional(['name', '姓名', '名字', '客服姓名', '客服'], anyWords, ANYTHING),
  team: optional(['team', '班组', '组别', '小组', '部门'], anyWords, ANYTHING),
  /** `all` / 全部 = []: every shift, which undoes an earlier row. */
  shifts: optional(
    ['shifts', '可上班次', '班次'],
    (words) => (EVERYTHING.has(words.toLowerCase()) ? [] : cellList(words)),
    LIST,
  ),
  skills: optional(['skills', '技能'], (words) => (NOBODY.has(words.toLowerCase()) ? [] : cellList(words)), LIST),
  /** `none` / 无 undoes an earlier row. */
  mentor: optional(['mentor', '师傅', '带教', '带教人'], anyWords, ANYTHING),
  hired: optionalDay('hired', '入职日期', '入职时间', '入职日'),
  left: optionalDay('left', '离职日期', '离职时间', '离职日'),
  probationUntil: optionalDay('probation_until', '试用期至', '试用期截止', '试用期到'),
  post: optional(['post', '岗位', '职位'], anyWords, ANYTHING),
  region: optional(['region', '地区', '城市', '工作地'], anyWords, ANYTHING),
  postSalary: optional(['post_salary', '岗位工资'], salary, text('an amount such as 4500.00', '金额，例如 4500.00')),
  seniorityFrom: optionalDay('seniority_from', '工龄起算', '工龄起算日'),
  protectedUntil: optionalDay('protected_until', '保护期至'),
  from: optionalDay('from', '生效日期', '生效日'),
  note: optional(['note', '备注', '说明'], anyWords, ANYTHING),
};

type StaffRow = TableRecord<typeof STAFF_COLUMNS>;

/**
 * Reads the staff list, people in the order of their first rows. `codes`: the handbook's shift codes, null where the
 * handbook could not be read. Errors: see test/people/staff.test.ts; nobody at all is an error.
 */
export function readStaff(table: Table, codes: readonly string[] | null): Outcome<readonly Person[]> {
  const reading = readRecords(table, STAFF_COLUMNS);
  const issues: Issue[] = [...reading.issues];
  const rowsOf = new Map<StaffId, StaffRow[]>();
  for (const record of reading.records) {
    const rows = rowsOf.get(record.values.id);
    if (rows === undefined) rowsOf.set(record.values.id, [record]);
    else rows.push(record);
    issues.push(...unknownCodes(record, codes));
  }
  const people = [...rowsOf.values()].map((rows) => toPerson(rows, issues));
  if (rowsOf.size === 0 && !issues.some((issue) => issue.severity === 'error')) {
    const hint = text('Write one row for each agent below the headings.', '请在表头下为每位客服填写一行。');
    issues.push(
      error('staff-empty', table.source, text('there is nobody on the staff list.', '员工名单里没有人。'), hint),
    );
  }
  issues.push(...badMentors(people));
  return outcome(people, issues);
}

function toPerson(rows: readonly StaffRow[], issues: Issue[]): Person {
  const base = rows.find(({ values }) => values.from === null) ?? earliest(rows);
  const later = rows.filter((row) => row !== base);
  const { id } = base.values;
  const changes = later.filter((row) => {
    const clash = clashing(base, row);
    if (clash !== null) issues.push(clash);
    return clash === null;
  });
  changes.sort((a, b) => (a.values.from! < b.values.from! ? -1 : 1));
  changes.forEach((row, index) => {
    const before = changes[index - 1];
    if (before !== undefined && before.values.from === row.values.from) issues.push(sameDay(before, row));
  });
  if (base.values.name === null) {
    const message = text(`${shown(id)} has no name.`, `工号 ${shown(id)} 没有姓名。`);
    issues.push(error('staff-name-missing', base.source, message, text('Fill in the name.', '请填写姓名。')));
  }
  const ordered = [base, ...changes];
  const person: Person = {
    id,
    name: base.values.name ?? '',
    hired: latest(ordered, 'hired'),
    left: latest(ordered, 'left'),
    probationUntil: latest(ordered, 'probationUntil'),
    seniorityFrom: latest(ordered, 'seniorityFrom'),
    protectedUntil: latest(ordered, 'protectedUntil'),
    terms: termsOf(ordered),
    source: base.source,
  };
  if (person.hired !== null && person.left !== null && person.left < person.hired) {
    const message = text(
      `${shown(id)} ${shown(person.name)} left on ${person.left}, before being hired on ${person.hired}.`,
      `${shown(id)} ${shown(person.name)} 离职日期 ${person.left} 早于入职日期 ${person.hired}。`,
    );
    issues.push(
      error(
        'staff-left-before-hired',
        base.source,
        message,
        text('Correct one of the two days.', '请更正其中一个日期。'),
      ),
    );
  }
  return person;
}

const earliest = (rows: readonly StaffRow[]): StaffRow =>
  rows.reduce((a, b) => (b.values.from! < a.values.from! ? b : a));

/** The value of the last row that has one. */
function latest<K extends 'hired' | 'left' | 'probationUntil' | 'seniorityFrom' | 'protectedUntil'>(
  rows: readonly StaffRow[],
  key: K,
): StaffRow['values'][K] {
  return rows.reduce<StaffRow['values'][K]>((value, row) => row.values[key] ?? value, null);
}

function termsOf(rows: readonly StaffRow[]): Terms[] {
  const terms: Terms[] = [];
  for (const row of rows) terms.push(changed(terms.at(-1), row));
  return terms;
}

/** The terms before, with what this row fills in. The first terms hold from the beginning. */
function changed(before: Terms | undefined, { values, source }: StaffRow): Terms {
  const mentor = values.mentor === null ? (before?.mentor ?? null) : (values.mentor as StaffId);
  const shifts = values.shifts ?? before?.shifts ?? null;
  const region = values.region ?? before?.region;
  return {
    from: before === undefined ? null : values.from,
    team: values.team ?? before?.team ?? null,
    shifts: shifts !== null && shifts.length === 0 ? null : shifts,
    skills: values.skills ?? before?.skills ?? [],
    mentor: mentor !== null && NOBODY.has(mentor.toLowerCase()) ? null : mentor,
    post: values.post ?? before?.post ?? null,
    ...(region === undefined ? {} : { region }),
    postSalary: values.postSalary ?? before?.postSalary ?? null,
    source,
  };
}

/** Two people with one number, or a second row that does not say from when it holds. */
function clashing(base: StaffRow, row: StaffRow): Issue | null {
  const { id, name, from } = row.values;
  const otherName = name !== null && base.values.name !== null && name !== base.values.name;
  if (!otherName && from !== null) return null;
  const [first, second] = [shown(base.values.name ?? '?'), shown(name ?? '?')];
  const message = text(
    `the number ${shown(id)} stands on two rows: row ${base.source.row} ${first}, row ${row.source.row} ${second}.`,
    `工号 ${shown(id)} 出现了两次：第 ${base.source.row} 行 ${first}，第 ${row.source.row} 行 ${second}。`,
  );
  const hint = otherName
    ? text('Give each person a number of their own.', '请为每个人分配不同的工号。')
    : text(
        'Delete one of the rows; if the second one changes something, write in "from" from which day on.',
        '请删除其中一行；如果第二行是调整，请在“生效日期”填写从哪天起生效。',
      );
  return error('staff-number-twice', row.source, message, hint);
}

const sameDay = (before: StaffRow, row: StaffRow): Issue =>
  error(
    'staff-change-twice',
    row.source,
    text(
      `${shown(row.values.id)} has two changes from ${row.values.from}, rows ${before.source.row} and ${row.source.row}.`,
      `工号 ${shown(row.values.id)} 在 ${row.values.from} 有两条调整：第 ${before.source.row} 行和第 ${row.source.row} 行。`,
    ),
    text('Write both changes into one row.', '请合并为一行。'),
  );

/** The issue about a shift code that the handbook does not have, or null. */
export function unknownShift(code: string, codes: readonly string[], source: SourceRef): Issue | null {
  if (codes.includes(code)) return null;
  const near = nearest(code, codes);
  const list = codes.map((one) => shown(one));
  const message = text(
    `the handbook has no shift "${shown(code)}"; it has ${list.join(', ')}.`,
    `手册中没有班次“${shown(code)}”，现有班次：${list.join('、')}。`,
  );
  const hint =
    near === null
      ? text('Write one of these codes.', '请填写其中一个班次代码。')
      : text(`Is it "${shown(near)}"?`, `是不是“${shown(near)}”？`);
  return error('shift-unknown', source, message, hint);
}

const unknownCodes = (record: StaffRow, codes: readonly string[] | null): Issue[] =>
  codes === null ? [] : (record.values.shifts ?? []).flatMap((code) => unknownShift(code, codes, record.source) ?? []);

function badMentors(people: readonly Person[]): Issue[] {
  const staff = byNumber(people);
  return people.flatMap((person) =>
    person.terms.flatMap((terms, index) => {
      const mentor = terms.mentor;
      if (mentor === null || mentor === person.terms[index - 1]?.mentor) return [];
      if (mentor !== person.id) return unknownNumber(staff, mentor, terms.source) ?? [];
      const message = text(
        `${shown(person.id)} ${shown(person.name)} is named as their own mentor.`,
        `${shown(person.id)} ${shown(person.name)} 的师傅填成了本人。`,
      );
      const hint = text('Write the number of another agent, or leave it empty.', '请填写其他客服的工号，或留空。');
      return error('mentor-is-self', terms.source, message, hint);
    }),
  );
}

/** Those employed on at least one day of the month. Nobody is an error that names the month. */
export function employedIn(people: readonly Person[], month: Month, source: SourceRef): Outcome<readonly Person[]> {
  const employed = people.filter(
    ({ hired, left }) => (hired === null || hired <= lastDay(month)) && (left === null || left >= firstDay(month)),
  );
  if (employed.length > 0) return outcome(employed, []);
  const count = people.length === 1 ? '1 person' : `${people.length} people`;
  const message = text(
    `nobody on the staff list is employed in ${month} (${count}: left before or hired later).`,
    `员工名单中没有人在 ${month} 在职（共 ${people.length} 人，已离职或尚未入职）。`,
  );
  const hint = text(
    'Correct the columns hired and left, or choose another month.',
    '请更正入职、离职日期，或更换月份。',
  );
  return outcome(employed, [error('month-without-staff', source, message, hint)]);
}
