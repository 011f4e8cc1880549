/** The attendance workbook as DingTalk exports it: title, time of making, a heading of two merged rows, data from row 5. */
import type { MergeRange, WriteSheet } from 'hucre';
import type { Random } from '../../src/base/random.js';
import { addDays, type Day, daysOf, lastDay, type Month, weekday } from '../../src/calendar/day.js';
import type { Department } from './department.js';
import type { Moment, WorkedDay } from './punches.js';
import { workbook } from './sheet.js';

/** A heading cell, or a group of cells below a common one. */
export type Heading = string | readonly [group: string, ...below: string[]];

const punchGroup = (name: string): Heading => [name, '打卡时间', '打卡结果'];

export const DAILY: readonly Heading[] = [
  ...['姓名', '考勤组', '部门', '工号', '职位', 'UserId', '日期', '班次'],
  ...['上班1', '下班1', '上班2', '下班2', '上班3', '下班3'].map(punchGroup),
  ...['关联的审批单', '出勤天数', '休息天数', '工作时长(分钟)', '迟到次数', '迟到时长', '严重迟到次数', '严重迟到时长'],
  ...['旷工迟到次数', '早退次数', '早退时长', '上班缺卡次数', '下班缺卡次数', '旷工天数', '出差时长', '外出时长'],
  ...['加班-审批单统计', '加班时长-按加班规则计算'],
];

export const RAW: readonly Heading[] = [
  ...['姓名', '考勤组', '部门', '工号', '职位', 'UserId', '考勤日期', '考勤时间', '打卡时间', '打卡结果', '打卡地址'],
  ...['打卡备注', '异常打卡原因', '打卡图片1', '打卡图片2', '打卡设备', '管理员修改备注', '管理员修改备注图片1'],
  ...['管理员修改备注图片2', '管理员修改备注图片3'],
];

const two = (number: number): string => String(number).padStart(2, '0');
const clock = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
/** `09:02`, `次日 00:15`, `昨日 23:58` */
export const dailyTime = (minute: number): string =>
  minute >= 1440 ? `次日 ${clock(minute - 1440)}` : minute < 0 ? `昨日 ${clock(minute + 1440)}` : clock(minute);
export const momentOf = (day: Day, minute: number): string =>
  `${addDays(day, Math.floor(minute / 1440))} ${clock(((minute % 1440) + 1440) % 1440)}`;
/** `26-11-01 星期日` */
const shortDay = (day: Day): string => `${day.slice(2)} 星期${'一二三四五六日'[weekday(day) - 1]}`;

/** DingTalk's own numbers: nothing to do with the staff list's. */
const userId = (id: string): string => `0${(Number(id) * 7919) % 100_003}${Number(id) * 31}`;

const numberOf = (department: Department, id: string): string => (department.unnumbered?.includes(id) ? '' : id);

function headingRows(headings: readonly Heading[]): { rows: string[][]; merges: MergeRange[] } {
  const upper: string[] = [];
  const lower: string[] = [];
  const merges: MergeRange[] = [];
  for (const heading of headings) {
    const startCol = upper.length;
    if (typeof heading === 'string') {
      upper.push(heading);
      lower.push('');
      merges.push({ startRow: 2, startCol, endRow: 3, endCol: startCol });
    } else {
      const [group, ...below] = heading;
      below.forEach((name, index) => {
        upper.push(index === 0 ? group : '');
        lower.push(name);
      });
      merges.push({ startRow: 2, startCol, endRow: 2, endCol: startCol + below.length - 1 });
    }
  }
  return { rows: [upper, lower], merges };
}

/** Title and heading rows over the data. */
export function report(
  name: string,
  title: string,
  made: string,
  headings: readonly Heading[],
  data: string[][],
): WriteSheet {
  const { rows, merges } = headingRows(headings);
  const width = rows[0]!.length;
  const line = (words: string): string[] => [words, ...Array.from({ length: width - 1 }, () => '')];
  const across = (row: number): MergeRange => ({ startRow: row, startCol: 0, endRow: row, endCol: width - 1 });
  return {
    name,
    rows: [line(title), line(`报表生成时间：${made}`), ...rows, ...data],
    merges: [across(0), across(1), ...merges],
  };
}

export const result = ({ kind, planned, real, approved }: Moment): string => {
  if (real === null) return approved ? '补卡审批通过' : '缺卡';
  if (kind === 'in') return real > planned ? '迟到' : '正常';
  return real < planned ? '早退' : '正常';
};

/** `晚班 17:00-次日01:00` */
export function shiftWords(code: string, moments: readonly Moment[]): string {
  const times = moments.map(({ planned }) => dailyTime(planned).replace(' ', ''));
  const pairs = Array.from({ length: times.length / 2 }, (_, part) => `${times[part * 2]}-${times[part * 2 + 1]}`);
  return `${code}班 ${pairs.join(' ')}`;
}

function dailyRow(department: Department, worked: WorkedDay): string[] {
  const { agent, day, code, moments } = worked;
  const works = moments.length > 0;
  const absent = works && moments.every(({ real }) => real === null);
  const cells = Array.from({ length: 6 }, (_, index) => {
    const punch = moments[index];
    if (!punch) return ['', ''];
    return [punch.real === null ? '' : dailyTime(punch.real), absent ? '旷工' : result(punch)];
  }).flat();
  const late = moments.reduce((sum, punch) => sum + (punch.kind === 'in' ? over(punch.real, punch.planned) : 0), 0);
  const early = moments.reduce((sum, punch) => sum + (punch.kind === 'out' ? over(punch.planned, punch.real) : 0), 0);
  const missing = (kind: Moment['kind']): number =>
    absent ? 0 : moments.filter((punch) => punch.kind === kind && punch.real === null && !punch.approved).length;
  const onLeave = !works && code !== '休' && code !== null;
  return [
    agent.name,
    '客服考勤组',
    `${department.company}-客服部`,
    numberOf(department, agent.id),
    '客服',
    userId(agent.id),
    shortDay(day),
    works ? shiftWords(code!, moments) : '休息',
    ...cells,
    onLeave ? `${code} ${day.slice(5)} 1天` : '',
    ...(works && !absent ? ['1', '0'] : ['0', works || onLeave ? '0' : '1']),
    String(absent ? 0 : workedMinutes(moments)),
    ...[late > 0 ? 1 : 0, late, 0, 0, 0, early > 0 ? 1 : 0, early, missing('in'), missing('out')].map(String),
    ...[absent ? '1' : '0', '', '', '', ''],
  ];
}

const over = (a: number | null, b: number | null): number => (a === null || b === null ? 0 : Math.max(0, a - b));

export function workedMinutes(moments: readonly Moment[]): number {
  let minutes = 0;
  for (let part = 0; part + 1 < moments.length; part += 2) {
    const [from, to] = [moments[part]!.real, moments[part + 1]!.real];
    if (from !== null && to !== null) minutes += to - from;
  }
  return minutes;
}

function rawRows(department: Department, worked: WorkedDay, chance: Random): string[][] {
  const { agent, day, moments } = worked;
  return moments.flatMap((punch) => {
    if (punch.real === null && !punch.approved) return [];
    // Some press twice: the second stroke of a minute later is in the export as well.
    const twice = punch.real !== null && punch.kind === 'in' && chance.below(40) === 0;
    const strokes = twice ? [punch.real, punch.real + 1] : [punch.real];
    return strokes.map((real) => [
      agent.name,
      '客服考勤组',
      `${department.company}-客服部`,
      numberOf(department, agent.id),
      '客服',
      userId(agent.id),
      shortDay(day),
      momentOf(day, punch.planned),
      real === null ? '' : momentOf(day, real),
      result(punch),
      '客服中心二楼',
      ...Array.from({ length: 9 }, () => ''),
    ]);
  });
}

const MONTHLY = [
  '姓名',
  '考勤组',
  '部门',
  '工号',
  'UserId',
  '出勤天数',
  '休息天数',
  '工作时长',
  '迟到次数',
  '迟到时长',
];

const DAY_WORDS = { in: '上班', out: '下班' } as const;

/** What the month's sheet says of a day: `正常`, `上班迟到7分钟`, `下班缺卡`. */
function dayWords({ code, moments }: WorkedDay): string {
  if (moments.length === 0) return code === '休' || code === null ? '休息' : `${code}1天`;
  if (moments.every(({ real }) => real === null)) return '旷工';
  const words = moments.flatMap((one) => {
    const said = result(one);
    if (said === '正常' || said === '补卡审批通过') return [];
    return [`${DAY_WORDS[one.kind]}${said}${said === '缺卡' ? '' : `${Math.abs(one.real! - one.planned)}分钟`}`];
  });
  return words.length === 0 ? '正常' : words.join(',');
}

/** 月度汇总: sums, then a column a day. It holds no times. */
function monthly(department: Department, month: Month, worked: readonly WorkedDay[]) {
  const days = daysOf(month);
  const headings: Heading[] = [
    ...MONTHLY,
    ...days.map((day) => `${Number(day.slice(8))}\n${'一二三四五六日'[weekday(day) - 1]}`),
  ];
  const people = new Map<string, WorkedDay[]>();
  for (const day of worked) people.set(day.agent.id, [...(people.get(day.agent.id) ?? []), day]);
  const data = [...people.values()].map((own) => {
    const { id, name } = own[0]!.agent;
    const there = own.filter(({ moments }) => moments.some(({ real }) => real !== null));
    const lates = own.flatMap(({ moments }) => moments.filter((one) => result(one) === '迟到'));
    const sums = [there.length, own.filter(({ code }) => code === '休').length];
    const more = [there.reduce((sum, day) => sum + workedMinutes(day.moments), 0), lates.length];
    const late = lates.reduce((sum, one) => sum + over(one.real, one.planned), 0);
    const byDay = new Map(own.map((one) => [one.day, dayWords(one)]));
    const who = [name, '客服考勤组', `${department.company}-客服部`, numberOf(department, id), userId(id)];
    return [...who, ...[...sums, ...more, late].map(String), ...days.map((day) => byDay.get(day) ?? '不在考勤组')];
  });
  return { headings, data };
}

/** The whole workbook of the month. */
export async function dingtalkBook(
  department: Department,
  month: Month,
  worked: readonly WorkedDay[],
  chance: Random,
): Promise<Uint8Array> {
  const made = `${addDays(lastDay(month), 1)} 09:12`;
  const period = `统计日期：${month}-01 至 ${lastDay(month)}`;
  const { headings, data } = monthly(department, month, worked);
  return await workbook([
    report('月度汇总', `月度汇总 ${period}`, made, headings, data),
    report(
      '每日统计',
      `每日统计表 ${period}`,
      made,
      DAILY,
      worked.map((day) => dailyRow(department, day)),
    ),
    report(
      '原始记录',
      `原始记录表 ${period}`,
      made,
      RAW,
      worked.flatMap((day) => rawRows(department, day, chance)),
    ),
  ]);
}
