/**
 * WeCom (企业微信) 打卡日报, sheet 概况统计与打卡明细: titles, a heading of two merged rows (上班1 over 打卡时间), data from row 5,
 * empty cells `--`. 账号 is the person where it is the employee number; else the name, where one person has it.
 */
import { text } from '../../base/text.js';
import type { PunchAdapter } from './adapter.js';
import { dailyColumns, readDaily } from './daily.js';

const COLUMNS = dailyColumns({
  userId: ['账号'],
  day: ['时间', '日期'],
  approvals: ['考勤概况假勤申请', '考勤概况/假勤申请', '假勤申请'],
  shift: ['考勤概况班次', '考勤概况/班次', '班次'],
  time: (name) => [`${name}打卡时间`, `${name}/打卡时间`],
  result: (name) => [`${name}打卡状态`, `${name}/打卡状态`],
});

export const wecomDaily: PunchAdapter = {
  id: 'wecom-daily',
  name: text('WeCom daily report', '企业微信打卡日报'),
  platform: 'wecom',
  columns: { ...COLUMNS, userId: { ...COLUMNS.userId, needed: true } },
  read: (table) => readDaily(table, COLUMNS),
};
