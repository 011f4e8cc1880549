/** Feishu's monthly attendance: two heading rows, and below 每日考勤结果 a column a day with the times in brackets. */
import { daysOf, type Month, weekday } from '../../src/calendar/day.js';
import type { Department } from './department.js';
import { dailyTime } from './dingtalk.js';
import type { Moment, WorkedDay } from './punches.js';

const BASE = [
  '姓名',
  '工号',
  '部门',
  '考勤组',
  '应出勤天数',
  '实际出勤天数',
  '迟到次数',
  '早退次数',
  '缺卡次数',
  '旷工天数',
];

function said({ kind, planned, real, approved }: Moment): string {
  if (real === null) return approved ? `补卡(${dailyTime(planned).replace(' ', '')})` : '缺卡(-)';
  const off = kind === 'in' ? real - planned : planned - real;
  const words = off > 0 ? `${kind === 'in' ? '迟到' : '早退'}${off}分钟` : '正常';
  return `${words}(${dailyTime(real).replace(/^次日 |^昨日 /, '')})`;
}

function cellOf({ code, moments }: WorkedDay): string {
  if (moments.length === 0) return code === '休' || code === null ? '休息' : `${code}(全天)`;
  if (moments.every(({ real, approved }) => real === null && approved !== true)) return '旷工';
  return moments.map(said).join(',');
}

/** Lines of cells; cells with commas are quoted. */
export function feishuLines(department: Department, month: Month, worked: readonly WorkedDay[]): string {
  const days = daysOf(month);
  const people = new Map<string, WorkedDay[]>();
  for (const day of worked) people.set(day.agent.id, [...(people.get(day.agent.id) ?? []), day]);
  const heads = [
    [...BASE, '每日考勤结果', ...days.slice(1).map(() => '')],
    [...BASE.map(() => ''), ...days.map((day) => `${day} 星期${'一二三四五六日'[weekday(day) - 1]}`)],
  ];
  const rows = [...people.values()].map((own) => {
    const { agent } = own[0]!;
    const byDay = new Map(own.map((one) => [one.day, cellOf(one)]));
    const there = own.filter(({ moments }) => moments.some(({ real }) => real !== null)).length;
    const counts = [own.filter(({ moments }) => moments.length > 0).length, there, 0, 0, 0, 0].map(String);
    const cells = days.map((day) => byDay.get(day) ?? '-');
    return [agent.name, agent.id, `${department.company}/客服部`, '客服考勤组', ...counts, ...cells];
  });
  const quoted = (cell: string): string => (/[,"\n]/.test(cell) ? `"${cell}"` : cell);
  return [...heads, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

/** A plain list: who and when, one line a punch, as small attendance devices write it. */
export function plainLines(
  worked: readonly WorkedDay[],
  stamp: (day: WorkedDay['day'], minute: number) => string,
): string {
  const punches = worked.flatMap(({ agent, day, moments }) =>
    moments.flatMap(({ real }) => (real === null ? [] : [[agent.id, agent.name, stamp(day, real)]])),
  );
  punches.sort((a, b) => (a[2]! < b[2]! ? -1 : a[2]! > b[2]! ? 1 : 0));
  return [['工号', '姓名', '打卡时间'], ...punches].map((row) => `${row.join(',')}\r\n`).join('');
}
