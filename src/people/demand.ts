/** Demand: how many people are wanted in a stretch of a day. */
import { ANYTHING, anyWords, optional, readRecords, required } from '../base/columns.js';
import { error, type Issue, type Outcome, outcome } from '../base/issue.js';
import type { Table } from '../base/table.js';
import { text } from '../base/text.js';
import { DAY_MINUTES, parseClock, showClock } from '../calendar/clock.js';
import type { Month } from '../calendar/day.js';
import type { Demand } from './person.js';
import { dayColumn, dayIn, withinMonth } from './reading.js';

/** Nobody has a department of more: a larger number stands in the wrong column. */
const MOST = 999;

const count = (words: string): number | null => {
  const match = /^(\d{1,3})(?:\.0+)?$/.exec(words);
  return match ? Number(match[1]) : null;
};

const CLOCK = text('a time such as 09:00', '时间，例如 09:00');

export const DEMAND_COLUMNS = {
  day: dayColumn('day', '日期', 'date'),
  from: required(['from', '开始', '开始时间'], parseClock, CLOCK),
  to: required(['to', '结束', '结束时间'], parseClock, CLOCK),
  agents: required(
    ['agents', '人数', '需要人数'],
    count,
    text(`a whole number from 0 to ${MOST}`, `0 到 ${MOST} 的整数`),
  ),
  note: optional(['note', '备注', '说明'], anyWords, ANYTHING),
};

/** Reads demand in file order. An end before the start means past midnight: `23:00`-`01:00` = 1380-1500. */
export function readDemand(table: Table, month: Month | null): Outcome<readonly Demand[]> {
  const reading = readRecords(table, { ...DEMAND_COLUMNS, day: dayIn(DEMAND_COLUMNS.day, month) });
  const issues: Issue[] = [...reading.issues];
  const rows = reading.records.map(({ values, source }): Demand => {
    const to = values.to < values.from && values.to < DAY_MINUTES ? values.to + DAY_MINUTES : values.to;
    if (to <= values.from) {
      const [from, until] = [showClock(values.from), showClock(to)];
      const message = text(
        `${values.day} ${from.en}-${until.en} has no length.`,
        `${values.day} ${from.zh}–${until.zh} 的时长为零。`,
      );
      const hint = text(
        'Correct the end; past midnight is written 25:00 or 次日01:00.',
        '请更正结束时间；过零点写 25:00 或 次日01:00。',
      );
      issues.push(error('demand-without-length', source, message, hint));
    }
    return { day: values.day, from: values.from, to, agents: values.agents, source };
  });
  const { within, issues: outside } = withinMonth(rows, month);
  return outcome(within, [...issues, ...overlapping(rows), ...outside]);
}

/** Two stretches of one day that share a minute: nobody could say which number holds. */
function overlapping(rows: readonly Demand[]): Issue[] {
  const sorted = rows
    .filter((row) => row.from < row.to)
    .sort((a, b) => (a.day === b.day ? a.from - b.from : a.day < b.day ? -1 : 1));
  return sorted.flatMap((row, index) => {
    const before = sorted[index - 1];
    if (before === undefined || before.day !== row.day || before.to <= row.from) return [];
    const [from, until] = [showClock(row.from), showClock(row.to)];
    const message = text(
      `${row.day} ${from.en}-${until.en} overlaps row ${before.source.row}.`,
      `${row.day} ${from.zh}–${until.zh} 与第 ${before.source.row} 行重叠。`,
    );
    const hint = text('Leave no time in two rows.', '同一时段只能出现在一行中。');
    return [error('demand-overlaps', row.source, message, hint)];
  });
}
