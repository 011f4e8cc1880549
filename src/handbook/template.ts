/** The handbook.yaml that `roster init` writes: what a supervisor changes first, commented in both languages. */
import { showClock } from '../calendar/clock.js';
import type { HandbookInForce } from './in-force.js';

/**
 * @param inForce the presets alone, in force: the examples are their own values
 * @param name the department's name, for the first value
 * @returns YAML that loads as it stands and changes nothing but the name
 */
export function handbookTemplate(inForce: HandbookInForce, name: string): string {
  const { values } = inForce;
  const { cover, 'rest-days': rest } = values.rules;
  const codes = Object.keys(values.shifts);
  const first = codes[0];
  const unset = Object.entries(values.pay.rewards ?? {}).flatMap(([key, { amount }]) => (amount === null ? [key] : []));
  const sections = [
    [
      '# The department’s rules. Values that are not written here come from the presets below;',
      '# `roster handbook` and `pay handbook` print all of them with the clause each one comes from.',
      '# 部门规章。这里没有写的值来自下面的预设；roster handbook 和 pay handbook 列出全部规则及其条款。',
      '# Take the "#" away to change a value. 要修改某个值，去掉行首的 # 即可。',
      '# For an editor that completes keys 让编辑器提示可写的键: roster handbook --schema > handbook.schema.json',
      '',
      `extends: [${(values.extends ?? []).join(', ')}]`,
      '',
      'department:',
      `  name: ${JSON.stringify(name)}`,
    ],
    first === undefined
      ? []
      : [
          '',
          '# The shifts, with clock times in quotes and the unpaid break in minutes. 班次，时间加引号，休息以分钟计（不计薪）。',
          '# shifts:',
          ...codes.map((code) => `#   ${code}: ${shiftLine(values.shifts[code]!)}`),
        ],
    first === undefined
      ? []
      : [
          '',
          '# rules:',
          `#   rest-days: { days: ${rest.days} }   # rest days a month 每月休息天数`,
          '#   cover:',
          '#     shifts:                # heads on each shift 每班人数',
          ...codes.map((code) => `#       ${code}: ${headsLine(cover.shifts[code])}`),
          '#     dates:                 # promotion days 大促',
          `#       "2026-12-12": { ${first}: { min: 3 } }`,
        ],
    [
      '',
      'pay:',
      '  # Local monthly minimum wage in yuan; null: not compared. 当地月最低工资（元）；null 表示不比较。',
      '  minimum_wage: null',
      `  # payday: ${values.pay.payday}             # day of the next month 次月发薪日`,
      ...(values.pay.attendance === undefined
        ? []
        : [
            '  # attendance:            # no handbook names these amounts 手册没有写明的金额',
            '  #   late: { per_time: 20, free_minutes: 5 }',
            '  #   absence: { per_day: day-pay }',
          ]),
      ...(values.pay.seniority === undefined
        ? []
        : ['  # seniority: { per_year: 50 } # yuan a month for each full year 每满一年每月（元）']),
      ...(unset.length === 0 ? [] : ['  # rewards:', ...unset.map((key) => `  #   ${key}: { amount: 50 }`)]),
    ],
  ];
  return `${sections.flat().join('\n')}\n`;
}

type Shift = HandbookInForce['values']['shifts'][string];

function shiftLine({ name, kind, parts, break: pause }: Shift): string {
  const times = parts.map(({ from, to }) => `["${showClock(from).zh}", "${showClock(to).zh}"]`).join(', ');
  return `{ name: { en: ${JSON.stringify(name.en)}, zh: ${JSON.stringify(name.zh)} }, kind: ${kind}, parts: [${times}], break: ${pause} }`;
}

function headsLine(heads: HandbookInForce['values']['rules']['cover']['shifts'][string] | undefined): string {
  const { min, target, max } = heads ?? { min: 1, target: 'auto', max: 'any' };
  return `{ min: ${min}, target: ${target}, max: ${max} }`;
}
