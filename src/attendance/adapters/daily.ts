/** Sheets with one row a person and day and up to three pairs of punches: DingTalk's 每日统计, WeCom's 打卡日报. */
import { ANYTHING, anyWords, digits, optional, readRecords, required } from '../../base/columns.js';
import { type Issue, warning } from '../../base/issue.js';
import { shown } from '../../base/shown.js';
import type { Table } from '../../base/table.js';
import { text } from '../../base/text.js';
import type { Stated, StatedLeave, StatedPunch } from './adapter.js';
import { onItsDay, parseMoment, parseSheetDay, plannedTimes } from './times.js';

const DAY = text('a day such as 26-12-05', '日期，例如 26-12-05');
const TIME = text('a time such as 09:01 or 次日 00:15', '时间，例如 09:01、次日 00:15');
const words = (...names: readonly string[]) => optional(names, anyWords, ANYTHING);

/** `事假 11-12 1天`, `请假`, `调休`; not one that was withdrawn or refused. */
export const isLeave = (words: string): boolean =>
  /假|调休/.test(words) && !/撤销|撤回|拒绝|不通过|未通过|审批中/.test(words);

/** A later punch that was approved is a fact; every other result is the system's own judgement. */
export const isApproved = (result: string | null): boolean =>
  result !== null && (result.includes('补卡审批通过') || /管理员.{0,40}改为正常/.test(result));

export interface DailyNames {
  readonly userId: readonly string[];
  readonly day: readonly string[];
  readonly shift: readonly string[];
  /** What was applied for and approved: leave among it. */
  readonly approvals: readonly string[];
  /** Headings of the time and of the result of `上班1`. */
  readonly time: (name: string) => readonly string[];
  readonly result: (name: string) => readonly string[];
}

/** The columns of such a sheet. */
export function dailyColumns({ userId, day, shift, approvals, time, result }: DailyNames) {
  const moment = (name: string) => optional(time(name), parseMoment, TIME);
  const judged = (name: string) => words(...result(name));
  return {
    name: words('姓名'),
    number: digits(words('工号')),
    userId: digits(words(...userId)),
    day: required(day, parseSheetDay, DAY),
    shift: words(...shift),
    approvals: words(...approvals),
    in1: { ...moment('上班1'), needed: true },
    in1Result: judged('上班1'),
    out1: moment('下班1'),
    out1Result: judged('下班1'),
    in2: moment('上班2'),
    in2Result: judged('上班2'),
    out2: moment('下班2'),
    out2Result: judged('下班2'),
    in3: moment('上班3'),
    in3Result: judged('上班3'),
    out3: moment('下班3'),
    out3Result: judged('下班3'),
  };
}

/** Reads such a sheet: each time is a punch, each approval one at the planned time that the shift's words give. */
export function readDaily(table: Table, columns: ReturnType<typeof dailyColumns>): Stated {
  const { records, issues } = readRecords(table, columns, { unknown: 'ignore' });
  const found: Issue[] = [...issues];
  const punches = records.flatMap(({ values, source }): StatedPunch[] => {
    const { number, userId, name, day } = values;
    const who = { number, userId, name };
    const moments = [
      [values.in1, values.in1Result],
      [values.out1, values.out1Result],
      [values.in2, values.in2Result],
      [values.out2, values.out2Result],
      [values.in3, values.in3Result],
      [values.out3, values.out3Result],
    ] as const;
    return moments.flatMap(([moment, judged], at): StatedPunch[] => {
      if (moment !== null) return [{ ...who, ...onItsDay(moment.day ?? day, moment.minute), approved: false, source }];
      if (!isApproved(judged)) return [];
      const planned = plannedTimes(values.shift ?? '')[at];
      if (planned !== undefined) return [{ ...who, ...onItsDay(day, planned), approved: true, source }];
      const called = shown(name ?? number ?? userId ?? '');
      found.push(
        warning(
          'punch-approval-without-time',
          source,
          text(
            `${called} ${day}: a punch was approved later, but 班次 does not say for which time.`,
            `${called} ${day}：补卡已批准，但“班次”未写明时间。`,
          ),
          text('Export the raw records as well.', '请同时导出原始记录。'),
        ),
      );
      return [];
    });
  });
  const leave = records.flatMap(({ values, source }): StatedLeave[] => {
    const { number, userId, name, day, approvals } = values;
    const isOff = [values.in1, values.out1, values.in2, values.out2, values.in3, values.out3].every(
      (one) => one === null,
    );
    const said = [approvals, values.in1Result, values.out1Result].find((words) => words !== null && isLeave(words));
    return isOff && said !== undefined ? [{ number, userId, name, day, words: said!, source }] : [];
  });
  return { punches, leave, issues: found };
}
