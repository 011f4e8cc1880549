/** pattern.csv: one row a week of the line, seven codes, and who begins there on which Monday. */
import { cellList } from '../../base/cell.js';
import { ANYTHING, anyWords, optional, readRecords, required } from '../../base/columns.js';
import { error, type Issue, type Outcome, outcome } from '../../base/issue.js';
import { shown } from '../../base/shown.js';
import type { Table } from '../../base/table.js';
import { text } from '../../base/text.js';
import { weekday } from '../../calendar/day.js';
import type { Person, StaffId } from '../../people/person.js';
import { byNumber, dayColumn, unknownNumber } from '../../people/reading.js';
import type { Pattern } from './walk.js';

const DAYS = [
  ['mon', '周一', '星期一'],
  ['tue', '周二', '星期二'],
  ['wed', '周三', '星期三'],
  ['thu', '周四', '星期四'],
  ['fri', '周五', '星期五'],
  ['sat', '周六', '星期六'],
  ['sun', '周日', '星期日'],
] as const;

const CODE = text('a shift code, or off', '班次代码，或“休”');
const code = (at: number) => required(DAYS[at]!, anyWords, CODE);

export const PATTERN_COLUMNS = {
  week: optional(['week', '周次'], anyWords, ANYTHING),
  mon: code(0),
  tue: code(1),
  wed: code(2),
  thu: code(3),
  fri: code(4),
  sat: code(5),
  sun: code(6),
  from: dayColumn('from', '起始周'),
  ids: optional(['ids', '工号'], (words) => cellList(words) as StaffId[], text('employee numbers', '工号')),
  names: optional(['names', '姓名'], anyWords, ANYTHING),
};

const OFF = new Set(['休', '休息', 'off', 'rest']);

/** @param codes the handbook's shifts */
export function readPattern(
  table: Table,
  codes: readonly string[],
  people: readonly Person[] | null,
): Outcome<Pattern> {
  const { records, issues: found } = readRecords(table, PATTERN_COLUMNS);
  const issues: Issue[] = [...found];
  const staff = byNumber(people);
  const seen = new Set<StaffId>();
  const from = records[0]?.values.from;
  const line: (string | null)[] = [];
  const weeks = records.map(({ values, source }): StaffId[] => {
    for (const words of [values.mon, values.tue, values.wed, values.thu, values.fri, values.sat, values.sun]) {
      const off = OFF.has(words.toLowerCase());
      if (!off && !codes.includes(words)) {
        const message = text(`"${shown(words)}" is no shift of the handbook.`, `“${shown(words)}”不是手册中的班次。`);
        const hint = text(`Write one of ${codes.join(', ')} or off.`, `请填写 ${codes.join('、')} 或 休。`);
        issues.push(error('pattern-code-unknown', source, message, hint));
      }
      line.push(off ? null : words);
    }
    if (values.from !== from || weekday(values.from) !== 1) {
      const message = text(
        `the line begins on ${values.from}, which is not the one Monday of all rows.`,
        `起始周 ${values.from} 不是各行共同的那个星期一。`,
      );
      const hint = text('Write the same Monday in every row.', '请在每一行填写同一个星期一。');
      issues.push(error('pattern-from-differs', source, message, hint));
    }
    for (const id of values.ids ?? []) {
      const unknown = unknownNumber(staff, id, source);
      if (unknown !== null) issues.push(unknown);
      if (seen.has(id)) {
        const message = text(`${shown(id)} begins in two weeks of the line.`, `${shown(id)} 出现在两个起始周中。`);
        issues.push(error('pattern-person-twice', source, message, text('Leave one.', '请只保留一处。')));
      }
      seen.add(id);
    }
    return [...(values.ids ?? [])];
  });
  return from === undefined ? { value: null, issues } : outcome({ from, line, weeks }, issues);
}
