/** What `roster init` writes: a handbook to fill in, an example staff list, and the month's empty tables with their headings. */
import type { Named } from '../../base/headings.js';
import type { Grid } from '../../base/table.js';
import { type Lang, text } from '../../base/text.js';
import type { Month } from '../../calendar/day.js';
import { EVENT_COLUMNS } from '../../people/events.js';
import { KPI_COLUMNS } from '../../people/kpi.js';
import { LEAVE_COLUMNS } from '../../people/leave.js';
import { REQUEST_COLUMNS } from '../../people/requests.js';
import { STAFF_COLUMNS } from '../../people/staff.js';

/** The heading of a column: English first, Chinese second in its names. */
const heading = (column: Named, lang: Lang): string =>
  lang === 'en' ? column.names[0]! : (column.names[1] ?? column.names[0]!);

const headings = (columns: Readonly<Record<string, Named>>, lang: Lang): string[] =>
  Object.values(columns).map((column) => heading(column, lang));

/** Example people: six are enough for three shifts with four rest days each. */
const PEOPLE = [
  { id: '1001', name: text('Wang Ting', '王婷'), hired: '2022-03-01', salary: '4000' },
  { id: '1002', name: text('Chen Huilan', '陈慧兰'), hired: '2023-06-15', salary: '3600' },
  { id: '1003', name: text('Li Na', '李娜'), hired: '2024-02-20', salary: '3500' },
  { id: '1004', name: text('Zhang Lei', '张蕾'), hired: '2024-09-05', salary: '3500' },
  { id: '1005', name: text('Zhao Wen', '赵雯'), hired: '2025-04-08', salary: '3300' },
  { id: '1006', name: text('Zhou Xiaotong', '周晓彤'), hired: '2025-11-02', salary: '3300' },
] as const;

export function staffExample(lang: Lang): Grid {
  const { id, name, shifts, hired, left, probationUntil, postSalary, seniorityFrom } = STAFF_COLUMNS;
  const columns = { id, name, shifts, hired, left, probationUntil, postSalary, seniorityFrom };
  return {
    headings: headings(columns, lang),
    rows: PEOPLE.map((one) => [one.id, one.name[lang], '', one.hired, '', '', one.salary, one.hired]),
  };
}

/** The month's tables by file name, headings only. */
export const monthTables = (lang: Lang): readonly (readonly [string, Grid])[] =>
  [
    ['leave.csv', LEAVE_COLUMNS] as const,
    ['requests.csv', REQUEST_COLUMNS] as const,
    ['events.csv', EVENT_COLUMNS] as const,
    ['kpi.csv', KPI_COLUMNS] as const,
  ].map(([name, columns]) => [name, { headings: headings(columns, lang), rows: [] }] as const);

/** handbook.yaml with its comments. `shifts`: the codes the presets bring along. */
export function handbookYaml(
  extended: readonly string[],
  presets: readonly string[],
  shifts: readonly string[],
  month: Month,
  lang: Lang,
): string {
  const heads = (min: number): string[] => shifts.map((code) => `${code}: { min: ${min} }`);
  const commented = (lines: readonly string[]): string => lines.map((line) => `# ${line}\n`).join('');
  const en = lang === 'en';
  return [
    commented(
      en
        ? [
            "The department's handbook. `extends` takes in ready-made ones; whatever is written here wins over them.",
            '`roster handbook` and `pay handbook` print every rule in force, with its clause and where it comes from.',
            `Ready-made: ${presets.join(', ')}.`,
          ]
        : [
            '部门手册。extends 引用现成的手册；写在这里的值优先。',
            '用 roster handbook 和 pay handbook 查看全部生效的规则、条款和出处。',
            `现成的手册：${presets.join('、')}。`,
          ],
    ),
    `extends: [${extended.join(', ')}]\n\n`,
    `department:\n  name: ${en ? 'Customer service' : '客服部'}\n\n`,
    commented([
      en
        ? 'Heads a shift, and promotion days. Take away the # to make it count.'
        : '每班最少人数，以及大促日。去掉行首的 # 即生效。',
      'rules:',
      '  cover:',
      '    shifts:',
      ...heads(1).map((line) => `      ${line}`),
      '    dates:',
      `      "${month}-12":`,
      ...heads(2).map((line) => `        ${line}`),
    ]),
    '\n',
    commented([
      en
        ? 'What the handbooks leave open: nothing is charged or paid until it is set (yuan).'
        : '手册没有写明的：设置之前不扣也不发（单位：元）。',
      'pay:',
      `  minimum_wage: 2490          # ${en ? "the region's legal monthly minimum" : '当地月最低工资标准'}`,
      `  seniority: { per_year: 50, most_years: 10, counts: full-years }   # ${en ? 'seniority pay' : '工龄工资'}`,
      '  attendance:',
      `    late: { free_minutes: 5, per_minute: 1 }   # ${en ? 'lateness' : '迟到'}`,
      `    absence: { per_day: day-pay }              # ${en ? 'absence without leave' : '旷工'}`,
    ]),
  ].join('');
}
