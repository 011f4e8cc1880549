/** A plain list of punches: who (id 工号) and when (time 打卡时间, with its day in front or in a column day 日期). */
import { ANYTHING, anyWords, digits, optional, readRecords, required } from '../../base/columns.js';
import { error, type Issue } from '../../base/issue.js';
import { text } from '../../base/text.js';
import type { PunchAdapter, Stated, StatedPunch } from './adapter.js';
import { onItsDay, parseMoment, parseSheetDay } from './times.js';

const COLUMNS = {
  number: { ...digits(optional(['id', '工号', '员工编号', '员工工号', 'staff'], anyWords, ANYTHING)), needed: true },
  name: optional(['name', '姓名', '名字'], anyWords, ANYTHING),
  day: optional(
    ['day', '日期', 'date', '打卡日期'],
    parseSheetDay,
    text('a day such as 2026-12-05', '日期，例如 2026-12-05'),
  ),
  time: required(
    ['time', '打卡时间', '时间', 'punch'],
    parseMoment,
    text('a time such as 2026-12-05 09:01', '时间，例如 2026-12-05 09:01'),
  ),
};

function read(table: Parameters<PunchAdapter['read']>[0]): Stated {
  const { records, issues } = readRecords(table, COLUMNS, { unknown: 'ignore' });
  const found: Issue[] = [...issues];
  const punches = records.flatMap(({ values, source }): StatedPunch[] => {
    const day = values.time.day ?? values.day;
    if (day === null) {
      const message = text('the time has no day.', '打卡时间没有日期。');
      const hint = text('Write 2026-12-05 09:01, or add a column day.', '请写成 2026-12-05 09:01，或增加“日期”列。');
      found.push(error('punch-without-day', source, message, hint));
      return [];
    }
    const { number, name } = values;
    return [{ number, userId: null, name, ...onItsDay(day, values.time.minute), approved: false, source }];
  });
  return { punches, issues: found };
}

export const plain: PunchAdapter = {
  id: 'plain',
  name: text('plain list of punches', '打卡列表'),
  platform: null,
  columns: COLUMNS,
  read,
};
