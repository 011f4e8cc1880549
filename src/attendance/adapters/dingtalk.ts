/**
 * DingTalk (钉钉) attendance workbook: sheets 原始记录 (one row a punch) and 每日统计 (one row a person and day). Both may
 * be read together: the same minute of the same person is one punch. Columns in any order, any subset.
 *
 * Only times are read. Results (迟到, 缺卡 ...) are DingTalk's judgement by its own shifts; ours come from the roster. One
 * result is a fact: an approved later punch (补卡审批通过, 管理员…改为正常) counts as a punch at the planned time.
 */
import { ANYTHING, anyWords, digits, optional, readRecords, required } from '../../base/columns.js';
import { text } from '../../base/text.js';
import type { PunchAdapter, Stated, StatedPunch } from './adapter.js';
import { dailyColumns, isApproved, readDaily } from './daily.js';
import { onItsDay, parseMoment, parseSheetDay } from './times.js';

const DAY = text('a day such as 26-12-05', '日期，例如 26-12-05');
const TIME = text('a time such as 09:01 or 次日 00:15', '时间，例如 09:01、次日 00:15');
const words = (...names: string[]) => optional(names, anyWords, ANYTHING);

const WHO = {
  name: words('姓名'),
  number: digits(words('工号')),
  userId: digits(words('UserId')),
};

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
  platform: 'dingtalk',
  columns: RAW,
  read: readRaw,
};

const DAILY = dailyColumns({
  userId: ['UserId'],
  day: ['日期'],
  shift: ['班次'],
  approvals: ['关联的审批单'],
  time: (name) => [`${name}打卡时间`],
  result: (name) => [`${name}打卡结果`],
});

export const dingtalkDaily: PunchAdapter = {
  id: 'dingtalk-daily',
  name: text('DingTalk daily statistics', '钉钉每日统计'),
  platform: 'dingtalk',
  columns: DAILY,
  read: (table) => readDaily(table, DAILY),
};
