/** Leave: spells of whole days. Without a name in `approved_by` a spell is listed and not honoured. */
import { ANYTHING, anyWords, optional, readRecords, required } from '../base/columns.js';
import { error, type Issue, type Outcome, outcome, warning } from '../base/issue.js';
import { nearest } from '../base/nearest.js';
import { shown } from '../base/shown.js';
import type { SourceRef } from '../base/source.js';
import type { Table } from '../base/table.js';
import { text } from '../base/text.js';
import { type Day, type Month, parseDay, parseShortDay } from '../calendar/day.js';
import type { Leave, Person, StaffId } from './person.js';
import { byNumber, called, idColumn, optionalId, type Staff, unknownNumber } from './reading.js';

/** A day, and whether a time stands behind it that cuts into the day. */
interface Edge {
  readonly day: Day;
  readonly partOfDay: boolean;
}

const edge = (words: string, month: Month | null = null): Edge | null => {
  const day = parseDay(words) ?? (month === null ? null : parseShortDay(words, month));
  const time = /[ T](\d{1,2}:\d{2})/.exec(words)?.[1] ?? null;
  return day === null ? null : { day, partOfDay: time !== null && !['0:00', '00:00', '23:59', '24:00'].includes(time) };
};

/** What people write into approved_by while nobody has approved. */
const NOT_APPROVED = new Set([
  'no',
  'pending',
  '否',
  '未批',
  '未批准',
  '待批',
  '待审批',
  '审批中',
  '未通过',
  '驳回',
  '拒绝',
]);

const DAY = text('a day such as 2026-12-05', '日期，例如 2026-12-05');

export const LEAVE_COLUMNS = {
  id: idColumn('id', '工号', '员工编号', '员工工号', '员工号', 'staff'),
  from: required<Edge>(['from', '开始', '开始日期', '开始时间', '起始日期'], (words) => edge(words), DAY),
  /** Empty: one day. */
  to: optional<Edge>(['to', '结束', '结束日期', '结束时间', '截止日期'], (words) => edge(words), DAY),
  kind: required(['kind', '假别', '请假类型', '假期类型', '类型'], anyWords, text('a kind of leave', '假别')),
  approvedBy: optional(['approved_by', '批准人', '审批人'], anyWords, ANYTHING),
  standIn: optionalId('stand_in', '补班人', '代班人', '顶班人'),
  note: optional(['note', '备注', '说明', '事由', '请假事由'], anyWords, ANYTHING),
  name: optional(['name', '姓名', '名字'], anyWords, ANYTHING),
};

/**
 * Reads leave in file order. `people` and `kinds` (a word for a kind -> its key in the handbook) are null where their own
 * files could not be read: then numbers or kinds are not compared with them. `month`: whose file it is, for days without
 * a year.
 */
export function readLeave(
  table: Table,
  people: readonly Person[] | null,
  kinds: ReadonlyMap<string, string> | null,
  month: Month | null = null,
): Outcome<readonly Leave[]> {
  const parse = (words: string): Edge | null => edge(words, month);
  const reading = readRecords(table, {
    ...LEAVE_COLUMNS,
    from: { ...LEAVE_COLUMNS.from, parse },
    to: { ...LEAVE_COLUMNS.to, parse },
  });
  const issues: Issue[] = [...reading.issues];
  const staff = byNumber(people);
  const spells = reading.records.map(({ values, source }): Leave => {
    const approvedBy = values.approvedBy;
    const spell: Leave = {
      staff: values.id,
      from: values.from.day,
      to: (values.to ?? values.from).day,
      kind: kinds?.get(values.kind) ?? values.kind,
      approvedBy: approvedBy === null || NOT_APPROVED.has(approvedBy.toLowerCase()) ? null : approvedBy,
      standIn: values.standIn,
      note: values.note ?? '',
      source,
    };
    issues.push(...problems(spell, staff, kinds));
    if (values.from.partOfDay || values.to?.partOfDay) issues.push(partOfDay(spell, staff));
    return spell;
  });
  for (const { values, source } of reading.broken) issues.push(...strangers(values, source, staff, kinds));
  return outcome(spells, [...issues, ...overlaps(spells, staff)]);
}

const span = (spell: Leave): string => (spell.from === spell.to ? spell.from : `${spell.from}..${spell.to}`);

/** Numbers nobody has and kinds the handbook does not have. */
function strangers(
  values: { readonly id: StaffId | null; readonly kind: string | null; readonly standIn: StaffId | null },
  source: SourceRef,
  staff: Staff,
  kinds: ReadonlyMap<string, string> | null,
): Issue[] {
  const { id, kind, standIn } = values;
  const known = kind === null || kinds === null || kinds.has(kind) || [...kinds.values()].includes(kind);
  return [
    id === null ? null : unknownNumber(staff, id, source),
    known ? null : unknownKind(kind, kinds, source),
    standIn === null ? null : unknownNumber(staff, standIn, source),
  ].filter((issue) => issue !== null);
}

function problems(spell: Leave, staff: Staff, kinds: ReadonlyMap<string, string> | null): Issue[] {
  const { source } = spell;
  const found: Issue[] = strangers({ ...spell, id: spell.staff }, source, staff, kinds);
  const who = called(staff, spell.staff);
  if (spell.to < spell.from) {
    const message = text(
      `${who} ${span(spell)}: the leave ends before it starts.`,
      `${who} ${span(spell)}：请假的结束日期早于开始日期。`,
    );
    const hint = text('Swap the two dates, or correct one.', '请对调两个日期，或更正其中一个。');
    found.push(error('leave-ends-before-start', source, message, hint));
  }
  if (spell.standIn === spell.staff) {
    const message = text(`${who} is named as their own stand-in.`, `${who} 的补班人填成了本人。`);
    const hint = text('Write the number of another agent.', '请填写其他客服的工号。');
    found.push(error('stand-in-is-self', source, message, hint));
  }
  const person = staff?.get(spell.staff);
  if (
    person &&
    ((person.left !== null && spell.to > person.left) || (person.hired !== null && spell.from < person.hired))
  ) {
    const employed = `${person.hired ?? '...'}..${person.left ?? '...'}`;
    const message = text(
      `${who} ${span(spell)}: part of the leave lies outside the employment (${employed}).`,
      `${who} ${span(spell)}：部分请假日期不在在职期间（${employed}）内。`,
    );
    found.push(
      warning(
        'leave-outside-employment',
        source,
        message,
        text('Look at the days of both lists.', '请核对两张表的日期。'),
      ),
    );
  }
  return found;
}

function unknownKind(kind: string, kinds: ReadonlyMap<string, string>, source: SourceRef): Issue {
  const near = nearest(kind, kinds.keys());
  const known = [...new Set(kinds.values())].map((key) => shown(key));
  const message = text(
    `the handbook has no leave "${shown(kind)}"; it has ${known.join(', ')}.`,
    `手册中没有假别“${shown(kind)}”，现有假别：${known.join('、')}。`,
  );
  const hint =
    near === null
      ? text(
          'Write one of these, or add the kind to leave.kinds in the handbook.',
          '请填写其中之一，或在手册 leave.kinds 中增加。',
        )
      : text(`Is it "${shown(near)}"?`, `是不是“${shown(near)}”？`);
  return error('leave-kind-unknown', source, message, hint);
}

const partOfDay = (spell: Leave, staff: Staff): Issue =>
  warning(
    'leave-part-of-day',
    spell.source,
    text(
      `${called(staff, spell.staff)} ${span(spell)}: leave counts in whole days, the times are not read.`,
      `${called(staff, spell.staff)} ${span(spell)}：请假按整天计算，不读取具体时间。`,
    ),
    text('For a few hours off, choose another shift or swap instead.', '只请几个小时的，请改为调班。'),
  );

/** Two spells of one person that share a day. */
function overlaps(spells: readonly Leave[], staff: Staff): Issue[] {
  const sorted = spells
    .filter((spell) => spell.from <= spell.to)
    .sort((a, b) =>
      a.staff === b.staff ? (a.from < b.from ? -1 : a.from > b.from ? 1 : 0) : a.staff < b.staff ? -1 : 1,
    );
  const issues: Issue[] = [];
  let reaching: Leave | null = null;
  for (const spell of sorted) {
    if (reaching !== null && reaching.staff === spell.staff && spell.from <= reaching.to) {
      const message = text(
        `${called(staff, spell.staff)} ${span(spell)} overlaps ${span(reaching)} in row ${reaching.source.row}.`,
        `${called(staff, spell.staff)} ${span(spell)} 与第 ${reaching.source.row} 行 ${span(reaching)} 重叠。`,
      );
      const hint = text('Correct the days, or delete one of the rows.', '请更正日期，或删除其中一行。');
      issues.push(warning('leave-overlaps', spell.source, message, hint));
    }
    if (reaching === null || reaching.staff !== spell.staff || spell.to > reaching.to) reaching = spell;
  }
  return issues;
}
