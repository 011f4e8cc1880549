/** WeCom's daily report as it is exported: titles, a heading of two merged rows, one row a person and day, `--` for nothing. */
import { addDays, lastDay, type Month, weekday } from '../../src/calendar/day.js';
import type { Department } from './department.js';
import { dailyTime, type Heading, report, result, shiftWords, workedMinutes } from './dingtalk.js';
import type { WorkedDay } from './punches.js';
import { workbook } from './sheet.js';

export const WECOM: readonly Heading[] = [
  ...['时间', '姓名', '账号'],
  ['基础信息', '部门', '职务'],
  [
    '考勤概况',
    '所属规则',
    '班次',
    '最早',
    '最晚',
    '打卡次数(次)',
    '标准工作时长(小时)',
    '实际工作时长(小时)',
    '假勤申请',
    '考勤结果',
  ],
  [
    '异常统计',
    '异常合计(次)',
    '迟到次数(次)',
    '迟到时长(分钟)',
    '早退次数(次)',
    '早退时长(分钟)',
    '旷工次数(次)',
    '旷工时长(分钟)',
    '缺卡次数(次)',
    '地点异常(次)',
    '设备异常(次)',
  ],
  ['外出打卡', '外出打卡次数(次)', '最早', '最晚'],
  [
    '加班统计',
    '加班状态',
    '加班时长(小时)',
    '工作日加班计为调休(小时)',
    '工作日加班计为加班费(小时)',
    '休息日加班计为调休(小时)',
    '休息日加班计为加班费(小时)',
    '节假日加班计为调休(小时)',
    '节假日加班计为加班费(小时)',
  ],
  [
    '假勤统计',
    '补卡次数(次)',
    '审批打卡次数(次)',
    '外勤次数(次)',
    '外出(小时)',
    '出差(天)',
    '年假(天)',
    '事假(天)',
    '病假(天)',
    '调休假(天)',
    '婚假(天)',
    '产假(天)',
    '陪产假(天)',
    '丧假(天)',
    '哺乳假(小时)',
    '产检假(天)',
    '护理假(天)',
    '育儿假(天)',
  ],
  ['上班1', '打卡时间', '打卡状态'],
  ['下班1', '打卡时间', '打卡状态'],
  ...['打卡时间记录', '打卡详情'],
];

const WIDTH = WECOM.reduce((sum, one) => sum + (typeof one === 'string' ? 1 : one.length - 1), 0);

/** Somebody whose number nobody has entered has an account of another kind. */
const account = ({ unnumbered }: Department, id: string): string =>
  unnumbered?.includes(id) ? `user${Number(id) * 7}` : id;

function row(department: Department, { agent, day, code, moments }: WorkedDay): string[] {
  const works = moments.length > 0;
  const cells = Array.from({ length: WIDTH }, () => '--');
  const times = moments.map(({ real }) => (real === null ? '--' : dailyTime(real).replace(' ', '')));
  const onLeave = !works && code !== '休' && code !== null;
  const start = [
    `${day.replaceAll('-', '/')} 星期${'一二三四五六日'[weekday(day) - 1]}`,
    agent.name,
    account(department, agent.id),
    `${department.company}/客服部`,
    '客服',
    '客服考勤',
    works ? shiftWords(code!, moments) : '休息',
    times[0] ?? '--',
    times[1] ?? '--',
    String(moments.filter(({ real }) => real !== null).length),
    works ? '7.5' : '--',
    works ? (workedMinutes(moments) / 60).toFixed(1) : '--',
    onLeave ? `${code}1天` : '--',
    works ? [...new Set(moments.map(result))].join('、') : onLeave ? code! : '休息',
  ];
  start.forEach((cell, at) => {
    cells[at] = cell;
  });
  const ends = moments.slice(0, 2).flatMap((moment, at) => [times[at]!, result(moment)]);
  const tail = [
    ...ends,
    ...Array.from({ length: 4 - ends.length }, () => '--'),
    times.filter((time) => time !== '--').join(';') || '--',
    '--',
  ];
  tail.forEach((cell, at) => {
    cells[WIDTH - 6 + at] = cell;
  });
  return cells;
}

/** The workbook of the month. */
export const wecomBook = (department: Department, month: Month, worked: readonly WorkedDay[]): Promise<Uint8Array> => {
  const title = `打卡日报 统计时间 ${month}-01 至 ${lastDay(month)}`;
  const data = worked.map((day) => row(department, day));
  return workbook([report('概况统计与打卡明细', title, `${addDays(lastDay(month), 1)} 09:20`, WECOM, data)]);
};
