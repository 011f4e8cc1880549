/**
 * DingTalk (钉钉) attendance workbook: sheets 原始记录 (one row a punch) and 每日统计 (one row a person and day). Both may
 * be read together: the same minute of the same person is one punch. Columns in any order, any subset.
 *
 * Only times are read. Results (迟到, 缺卡 ...) are DingTalk's judgement by its own shifts; ours come from the roster. One
 * result is a fact: an approved later punch (补卡审批通过, 管理员…改为正常) counts as a punch at the planned time.
 */
import { ANYTHING, anyWords, digits, optional, readRecords, required } from '../../base/columns.js';
import { type Issue, warning } from '../../base/issue.js';
import { text } from '../../base/text.js';
import type { PunchAdapter, Stated, StatedPunch } from './adapter.js';
import { onItsDay, parseMoment, parseSheetDay, plannedTimes } from './times.js';

const DAY = text('a day such as 26-12-05', '日期，例如 26-12-05');
const TIME = text('a time such as 09:01 or 次日 00:15', '时间，例如 09:01、次日 00:15');
const words = (...names: string[]) => optional(names, anyWords, ANYTHING);

const WHO = {
  name: words('姓名'),
  number: digits(words('工号')),
  userId: digits(words('UserId')),
};

const isApproved = (result: string | null): boolean =>
  result !== null && (result.includes('补卡审批通过') || /管理员.{0,40}改为正常/.test(result));

const RAW = {
  ...WHO,
  day: required(['考勤日期'], parseSheetDay, DAY),
  planned: optional(['考勤时间'], parseMoment, TIME),
  time: { ...optional(['打卡时间'], parseMoment, TIME), needed: true },
  result: words('打卡结果'),
};

function readRaw(table: Parameters<PunchAdapter['read']>[0]): Stated {
  const { records, issues } = readRecords(table, RAW, { unknown: 'ignore' });
  const punches = records.flatMap(({ values, source }): StatedPunch[] => {
    const approved = values.time === null && isApproved(values.result);
    const moment = approved ? values.planned : values.time;
    if (moment === null) return [];
    const { number, userId, name } = values;
    return [{ number, userId, name, ...onItsDay(moment.day ?? values.day, moment.minute), approved, source }];
  });
  return { punches, issues };
}

export const dingtalkRaw: PunchAdapter = {
  id: 'dingtalk-raw',
  name: text('DingTalk raw records', '钉钉原始记录'),
  columns: RAW,
  read: readRaw,
};

const time = (name: string) => optional([`${name}打卡时间`], parseMoment, TIME);
const result = (name: string) => words(`${name}打卡结果`);

const DAILY = {
  ...WHO,
  day: required(['日期'], parseSheetDay, DAY),
  shift: words('班次'),
  in1: { ...time('上班1'), needed: true },
  in1Result: result('上班1'),
  out1: time('下班1'),
  out1Result: result('下班1'),
  in2: time('上班2'),
  in2Result: result('上班2'),
  out2: time('下班2'),
  out2Result: result('下班2'),
  in3: time('上班3'),
  in3Result: result('上班3'),
  out3: time('下班3'),
  out3Result: result('下班3'),
};

function readDaily(table: Parameters<PunchAdapter['read']>[0]): Stated {
  const { records, issues } = readRecords(table, DAILY, { unknown: 'ignore' });
  const found: Issue[] = [...issues];
  const punches = records.flatMap(({ values, source }): StatedPunch[] => {
    const { number, userId, name, day } = values;
    const moments = [
      [values.in1, values.in1Result],
      [values.out1, values.out1Result],
      [values.in2, values.in2Result],
      [values.out2, values.out2Result],
      [values.in3, values.in3Result],
      [values.out3, values.out3Result],
    ] as const;
    return moments.flatMap(([moment, judged], at): StatedPunch[] => {
      if (moment !== null) {
        return [{ number, userId, name, ...onItsDay(moment.day ?? day, moment.minute), approved: false, source }];
      }
      if (!isApproved(judged)) return [];
      const planned = plannedTimes(values.shift ?? '')[at];
      if (planned !== undefined) return [{ number, userId, name, ...onItsDay(day, planned), approved: true, source }];
      found.push(
        warning(
          'punch-approval-without-time',
          source,
          text(
            `${name ?? number} ${day}: a punch was approved later, but 班次 does not say for which time.`,
            `${name ?? number} ${day}：补卡已批准，但“班次”未写明时间。`,
          ),
          text('Export the raw records as well.', '请同时导出原始记录。'),
        ),
      );
      return [];
    });
  });
  return { punches, issues: found };
}

export const dingtalkDaily: PunchAdapter = {
  id: 'dingtalk-daily',
  name: text('DingTalk daily statistics', '钉钉每日统计'),
  columns: DAILY,
  read: readDaily,
};
