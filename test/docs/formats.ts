/**
 * docs/formats.md and its Chinese twin: the files people write, from the readers' own columns, each with an example that those
 * readers take without a word; the files the programs write, from a run of a sample.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUNCH_ADAPTERS } from '../../src/attendance/adapters/index.js';
import type { Column } from '../../src/base/columns.js';
import { type Lang, type Text, text } from '../../src/base/text.js';
import { SPENDING_COLUMNS } from '../../src/pay/fund-ledger.js';
import { CONTACT_COLUMNS } from '../../src/people/contacts.js';
import { DEMAND_COLUMNS } from '../../src/people/demand.js';
import { EVENT_COLUMNS, EVENT_KINDS } from '../../src/people/events.js';
import { KPI_COLUMNS } from '../../src/people/kpi.js';
import { LEAVE_COLUMNS } from '../../src/people/leave.js';
import { ID_COLUMNS } from '../../src/people/platform-ids.js';
import { REQUEST_COLUMNS } from '../../src/people/requests.js';
import { STAFF_COLUMNS } from '../../src/people/staff.js';
import { TAX_COLUMNS } from '../../src/people/tax.js';
import { DUTY_COLUMNS } from '../../src/roster/duty/read-duty.js';
import { PATTERN_COLUMNS } from '../../src/roster/pattern/pattern-file.js';
import { ADAPTERS } from '../../src/sales/adapters/index.js';

type Columns = Readonly<Record<string, Column<unknown>>>;

interface Input {
  readonly file: string;
  readonly what: Text;
  readonly columns: Columns;
  /** Said of single columns, beyond what a value looks like. */
  readonly notes?: Readonly<Record<string, Text>>;
  /** Chinese headings; the test reads it. */
  readonly example: string;
}

const NAME = text('only for the eye; people are known by number', '仅供阅读；以工号为准');

export const INPUTS: readonly Input[] = [
  {
    file: 'staff.csv',
    what: text(
      'the staff list; a later row of the same person with a day in `from` changes what is filled in from that day on',
      '员工名单；同一人后面的行写明生效日期，从那天起改变所填的各项',
    ),
    columns: STAFF_COLUMNS,
    notes: {
      shifts: text('empty: any shift', '留空：什么班都能上'),
      mentor: text('the number of the mentor, until the probation ends', '师傅的工号，直到试用期结束'),
      postSalary: text('yuan a month', '元／月'),
      left: text('the last day of work', '最后一天上班'),
      protectedUntil: text(
        'pregnant from month 7, or nursing a child under one: no shift that touches 22:00–06:00',
        '孕七个月起或哺乳一周岁内：不上 22:00–06:00 的班',
      ),
      from: text('on later rows only', '只用于后面的行'),
    },
    example:
      '工号,姓名,可上班次,入职日期,岗位工资,生效日期\n1001,王婷,,2022-03-01,4000,\n1001,,,,4200,2026-12-01\n1006,李晓雯,"白,半",2025-09-01,3000,\n',
  },
  {
    file: '2026-12/leave.csv',
    what: text('leave, whole days, both ends included', '请假，整天，含首尾两天'),
    columns: LEAVE_COLUMNS,
    notes: {
      to: text('empty: one day', '留空：一天'),
      approvedBy: text('empty: listed, not honoured', '留空：只列出，不生效'),
      name: NAME,
    },
    example:
      '工号,开始,结束,假别,批准人,补班人,备注\n1001,2026-12-07,2026-12-09,年假,林主管,1006,\n1006,2026-12-25,,事假,林主管,,\n',
  },
  {
    file: '2026-12/requests.csv',
    what: text('wishes', '意愿'),
    columns: REQUEST_COLUMNS,
    notes: { weight: text('empty: 1', '留空：1'), name: NAME },
    example: '工号,日期,意愿,权重\n1001,2026-12-24,休,3\n1006,2026-12-31,!白,\n',
  },
  {
    file: '2026-12/demand.csv',
    what: text('people needed by the hour; `roster demand` writes it', '分时段人数需求；可由 `roster demand` 写出'),
    columns: DEMAND_COLUMNS,
    notes: { to: text('past midnight: 25:00 or 次日01:00', '过零点写 25:00 或 次日01:00') },
    example: '日期,开始,结束,人数\n2026-12-11,20:00,23:30,4\n',
  },
  {
    file: 'contacts.csv',
    what: text(
      'past chat or call counts, one row for each day and interval (or one row a day with a column for each hour)',
      '历史咨询量，每天每时段一行（也可每天一行、每小时一列）',
    ),
    columns: CONTACT_COLUMNS,
    notes: { contacts: text('how many customers asked in the interval', '该时段的咨询人数') },
    example: '日期,开始,咨询量\n2026-10-01,09:00,31\n2026-10-01,10:00,44\n',
  },
  {
    file: '2026-12/events.csv',
    what: text(
      `what happened; kinds: ${Object.values(EVENT_KINDS)
        .map((words) => words[0])
        .join(', ')}`,
      `当月的事件；类型：${Object.values(EVENT_KINDS)
        .map((words) => words.find((word) => /\p{Script=Han}/u.test(word)))
        .join('、')}`,
    ),
    columns: EVENT_COLUMNS,
    notes: {
      what: text('in the words of the handbook where it names it', '手册有名称的用手册的名称'),
      amount: text('yuan; empty where the handbook knows the amount', '元；手册已定金额的留空'),
      name: NAME,
    },
    example:
      '日期,工号,类型,事项,金额,凭证,批准人\n2026-12-06,1001,违规,做与工作无关的事情,,监控,林主管\n2026-12-13,1006,损失,发错地址 补发运费,86.50,,林主管\n',
  },
  {
    file: '2026-12/kpi.csv',
    what: text('figures the handbook asks for', '手册要求的指标'),
    columns: KPI_COLUMNS,
    notes: { name: NAME },
    example: '工号,指标,数值\n1001,客户满意度,98.2%\n',
  },
  {
    file: 'ids.csv',
    what: text(
      'what a platform calls people, shifts, the group and the operator; for `roster export`',
      '平台上的员工、班次、考勤组和操作人编号；供 `roster export` 使用',
    ),
    columns: ID_COLUMNS,
    notes: {
      code: text('employee number or shift code; empty for group and operator', '工号或班次代码；考勤组和操作人留空'),
    },
    example:
      '类别,代码,钉钉,企业微信,飞书\n员工,1001,user001,WangTing,ou_1\n班次,白,789,12,s1\n考勤组,,55,3,g1\n操作人,,manager01,,\n',
  },
  {
    file: 'tax.csv',
    what: text(
      'for income tax, where the handbook has it: deductions and what was withheld before',
      '个人所得税（手册启用时）：专项附加扣除和此前已预扣的数',
    ),
    columns: TAX_COLUMNS,
    notes: {
      special: text('yuan a month', '元／月'),
      income: text('yuan', '元'),
      deducted: text('yuan', '元'),
      withheld: text('yuan', '元'),
      name: NAME,
    },
    example: '工号,专项附加扣除,期初月数,期初累计收入,期初累计扣除,期初已预扣税额\n1001,1000,10,52000.00,60000.00,0\n',
  },
  {
    file: 'fund-spending.csv',
    what: text('what the activity fund was spent on', '活动经费的支出'),
    columns: SPENDING_COLUMNS,
    notes: { amount: text('yuan, without a sign', '元，不带负号') },
    example: '日期,用途,金额,经手人\n2026-12-20,部门聚餐,120.00,林主管\n',
  },
  {
    file: '2026-12/duty.csv',
    what: text(
      'duty and cleaning; `roster duty` writes it and reads it back after an edit',
      '值班和值日；由 `roster duty` 写出，手工改后会读回',
    ),
    columns: DUTY_COLUMNS,
    notes: { name: NAME },
    example: '日期,星期,类别,工号,姓名,至\n2026-12-01,二,值班,1001,王婷,24:00\n',
  },
  {
    file: 'pattern.csv',
    what: text(
      'a cyclic pattern, one row a week; `roster pattern` writes it',
      '循环班表，每周一行；由 `roster pattern` 写出',
    ),
    columns: PATTERN_COLUMNS,
    example: '周次,周一,周二,周三,周四,周五,周六,周日,起始周,工号,姓名\n1,白,白,白,白,白,白,休,2026-11-30,1001,王婷\n',
  },
];

/** A csv that the programs write: in which of the two runs, and what its columns mean by their English heading. */
interface Output {
  readonly file: string;
  readonly what: Text;
  readonly means: Readonly<Record<string, Text>>;
}

const ID = text('employee number', '工号');
const PERSON = text('name', '姓名');
const CLAUSE = text('clause of the handbook', '手册条款');
const SOURCES = text('file and row', '文件和行');

export const OUTPUTS: readonly Output[] = [
  {
    file: '2026-11/roster.csv',
    what: text(
      'the grid: people down, days across, last month’s last days in front; `roster check` and `roster publish` read it back',
      '班表：每人一行、每天一列，前面是上月末几天；`roster check`、`roster publish` 可读回',
    ),
    means: {
      id: ID,
      name: PERSON,
      '2026-11-01': text(
        'a column a day: shift code, 休, 假:kind, `-` not employed; `[X]`: a rule or wish is broken',
        '每天一列：班次代码、休、假:假别、`-` 不在职；`[X]`：违反规则或未满足意愿',
      ),
      hours: text('hours of the month', '当月工时（小时）'),
      白: text('a column a shift: how many', '每个班次一列：个数'),
      rest: text('rest days', '休息天数'),
      late: text('late shifts', '晚班数'),
      wkend: text('weekend days worked', '周末上班天数'),
    },
  },
  {
    file: '2026-11/roster-long.csv',
    what: text('one row for each shift', '每个班一行'),
    means: {
      day: text('day', '日期'),
      weekday: text('weekday', '星期'),
      id: ID,
      name: PERSON,
      shift: text('shift code', '班次代码'),
      from: text('clock time', '钟点'),
      to: text('clock time; past midnight 25:00', '钟点；过零点写 25:00'),
      parts: text('the stretches of a split shift', '分段班的各段'),
      minutes: text('paid minutes', '计薪分钟'),
    },
  },
  {
    file: '2026-11/pay.csv',
    what: text('the register: a column for each pay line that anybody has', '工资表：有人有的每个项目一列'),
    means: {
      id: ID,
      name: PERSON,
      'post salary': text(
        'a column a line, in yuan; empty: the person has no such line',
        '每个项目一列，元；空：本人没有该项',
      ),
      gross: text('sum of what is earned, yuan', '应发合计，元'),
      deductions: text('sum of what is taken, yuan, negative', '扣款合计，元，负数'),
      net: text('what is paid out, yuan', '实发，元'),
    },
  },
  {
    file: '2026-11/pay-lines.csv',
    what: text('every line of every slip and its parts', '每份工资条的每一项及其组成'),
    means: {
      id: ID,
      name: PERSON,
      line: text('the line’s id, the same in both languages', '项目代码，两种语言相同'),
      part: text('1 a line, 1.1 a part of it', '1 为项目，1.1 为其组成'),
      item: text('its name', '项目名称'),
      amount: text('yuan', '元'),
      clause: CLAUSE,
      assumed: text('filled where the handbook is silent', '手册未写明时有值'),
      working: text('the sum in figures', '算式'),
      figures: text('what went into it', '所用数据'),
      sources: SOURCES,
    },
  },
  {
    file: '2026-11/pay-exceptions.csv',
    what: text('what must be looked at', '需要查看的事项'),
    means: {
      reference: text('the name that `pay close --accept` takes', '`pay close --accept` 所用的名称'),
      id: ID,
      name: PERSON,
      amount: text('yuan', '元'),
      message: text('what it is', '说明'),
      sources: SOURCES,
    },
  },
  {
    file: '2026-11/pay-notices.csv',
    what: text('notices that are not money', '不涉及金额的通知'),
    means: {
      id: ID,
      name: PERSON,
      kind: text('warning, dismissal, resignation …', '警告、开除、离职……'),
      message: text('what it is', '说明'),
      clause: CLAUSE,
      sources: SOURCES,
    },
  },
  {
    file: '2026-11/scorecard.csv',
    what: text('the reward-and-penalty score sheet', '奖罚评分表'),
    means: {
      id: ID,
      name: PERSON,
      item: text('what happened', '事项'),
      amount: text('yuan', '元'),
      how: text('the ladder’s step', '第几次、怎么算'),
      clause: CLAUSE,
      source: SOURCES,
    },
  },
];

const cell = (words: string): string => words.replaceAll('|', '\\|').replaceAll('\n', ' ');

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(' ');

function inputSection({ file, what, columns, notes = {}, example }: Input, lang: Lang): string {
  const rows = Object.entries(columns).map(([key, column]) => [
    code(column.names.slice(0, 2)),
    code(column.names.slice(2)),
    column.needed ? text('yes', '是')[lang] : '',
    [column.expected[lang], notes[key]?.[lang] ?? ''].filter(Boolean).join(text('; ', '；')[lang]),
  ]);
  const headings = [
    text('heading', '表头'),
    text('also read', '也认得'),
    text('needed', '必填'),
    text('a value', '值'),
  ].map((heading) => heading[lang]);
  return `### ${file}\n\n${what[lang]}\n\n${table(headings, rows)}\n\n\`\`\`text\n${example}\`\`\`\n`;
}

/** First rows of a csv that was written, by its headings. */
function firstRow(path: string): (readonly [string, string])[] {
  const cells = (line: string): string[] =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '',
    );
  const lines = readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .split('\r\n');
  const [headings, ...rows] = lines.map(cells);
  const full = rows.find((row) => row[0] !== '' && row[0] !== undefined) ?? [];
  return headings!.map((heading, at) => [heading, full[at] ?? ''] as const);
}

function outputSection({ file, what, means }: Output, folders: Readonly<Record<Lang, string>>, lang: Lang): string {
  const [en, own] = [firstRow(join(folders.en, file)), firstRow(join(folders[lang], file))];
  const absent = Object.keys(means).filter((heading) => !en.some(([name]) => name === heading));
  if (absent.length > 0) throw new Error(`${file} has no column ${absent.join(', ')}`);
  const rows = en.flatMap(([heading], at) => {
    const meaning = means[heading];
    return meaning === undefined ? [] : [[`\`${own[at]![0]}\``, meaning[lang], own[at]![1].slice(0, 80)]];
  });
  const headings = [text('column', '列'), text('meaning', '含义'), text('example', '例')].map(
    (heading) => heading[lang],
  );
  return `### ${file}\n\n${what[lang]}\n\n${table(headings, rows)}\n`;
}

/** Columns of the outputs whose meaning nobody wrote down, but for the columns that repeat: days, shifts, pay lines. */
export const unexplained = (folder: string): string[] =>
  OUTPUTS.filter(({ file }) => !/roster\.csv|pay\.csv/.test(file)).flatMap(({ file, means }) =>
    firstRow(join(folder, file)).flatMap(([heading]) => (heading in means ? [] : [`${file}: ${heading}`])),
  );

const OTHERS: readonly (readonly [string, Text])[] = [
  [
    '2026-12/roster.json',
    text(
      'the published roster; what later commands and `pay` read: `month`, `revision`, `madeFrom` (each input with its SHA-256), `rows` (`id`, `name`, `days`: a code a day), `pins`, `accepted`',
      '已发布的班表，后续命令和 `pay` 只读它：`month`、`revision`、`madeFrom`（每个输入及其 SHA-256）、`rows`（`id`、`name`、`days`：每天一个代码）、`pins`、`accepted`',
    ),
  ],
  [
    '2026-12/roster.xlsx',
    text('the workbook for the wall; its first sheet is read back', '贴墙和手工修改用的工作簿；第一张表可读回'),
  ],
  [
    '2026-12/roster.html',
    text('one page, no network: grid, explanations, pictures', '一个网页，不联网：班表、说明、图'),
  ],
  [
    '2026-12/pattern.html',
    text(
      'one page, no network: the cyclic line with who begins where, and the fewest cells to change in each of the next 24 months',
      '一个网页，不联网：循环班表、各人从哪一行开始、今后 24 个月每月最少需改动的格数',
    ),
  ],
  ['2026-12/revisions/roster-N.json', text('the revisions before', '以前各版')],
  [
    '2026-12/calendars/ID.ics',
    text(
      'iCalendar (RFC 5545), one file a person; stable UIDs, SEQUENCE rises with the revision; duty is marked',
      'iCalendar（RFC 5545），每人一个；UID 不变，SEQUENCE 随版本增加；值班有标注',
    ),
  ],
  [
    '2026-12/exchange/*.json',
    text('for DingTalk, WeCom, Feishu, in batches within their limits', '供钉钉、企业微信、飞书导入，按平台限额分批'),
  ],
  [
    '2026-11/pay.json',
    text(
      'the whole result: `totals`, `reconciliation`, `payslips` (`lines` with `amount`, `clause`, `says`, `figures`, `sources`, `parts`), `exceptions`, `notices`; amounts are text with two decimals',
      '全部结果：`totals`、`reconciliation`、`payslips`（`lines` 含 `amount`、`clause`、`says`、`figures`、`sources`、`parts`）、`exceptions`、`notices`；金额为两位小数的文本',
    ),
  ],
  [
    '2026-11/pay.xlsx',
    text('register with live sums, lines, exceptions, score sheet', '带公式的工资表、明细、待查看、评分表'),
  ],
  [
    '2026-11/pay.html, 2026-11/payslips/ID.html',
    text('pages, no network; a slip says nothing of anybody else', '网页，不联网；工资条不含他人信息'),
  ],
  [
    '2026-11/manifest.json',
    text(
      'what the run read and wrote, each with its SHA-256; who closed the month',
      '读写的文件及其 SHA-256；由谁关账',
    ),
  ],
];

/** The page in one language. `folders`: the sample's months after a run in each language. */
export function formatsPage(folders: Readonly<Record<Lang, string>>, lang: Lang): string {
  const say = (en: string, zh: string): string => text(en, zh)[lang];
  return [
    `# ${say('File formats', '文件格式')}\n`,
    say(
      '[中文](formats.zh-CN.md). Made from the readers’ own columns and from a run of `samples/three-shift` by\n`npx vitest run test/docs/formats.test.ts -u`; do not edit.\n',
      '[English](formats.md)。由程序的列定义和 `samples/three-shift` 的一次运行生成：\n`npx vitest run test/docs/formats.test.ts -u`，请勿手工修改。\n',
    ),
    say(
      'Csv or xlsx (`staff.xlsx` will do for `staff.csv`; one of the two). Csv in UTF-8, with or without BOM, or GB18030. The headings stand in one of\nthe first ten rows, in English or Chinese, in any order; columns nobody knows are told of and left out. Days are read as 2026-12-05, 2026/12/5 or a\ndate cell; in a month’s folder also as 12月5日 or 5-Dec, which is what Excel makes of a day without a year. What is written has a BOM, so that Excel shows it right.\n',
      'csv 或 xlsx（`staff.xlsx` 可代替 `staff.csv`，留一份）。csv 用 UTF-8（有无 BOM 均可）或 GB18030。表头在前十行之内，中英文均可，顺序不限；\n不认识的列会提示并忽略。日期可写 2026-12-05、2026/12/5 或日期单元格；月份文件夹里的表也可写 12月5日（Excel 存 csv 时常写成这样）。写出的 csv 带 BOM，Excel 打开不乱码。\n',
    ),
    `## ${say('What people write', '由人填写')}\n`,
    say(
      '`handbook.yaml`: every key is in the JSON Schema that `roster handbook --schema` prints; the clauses of the presets are in [handbooks.md](handbooks.md).\n',
      '`handbook.yaml`：全部可写的键见 `roster handbook --schema` 输出的 JSON Schema；现成手册的条款见 [handbooks.md](handbooks.md)。\n',
    ),
    ...INPUTS.map((input) => inputSection(input, lang)),
    `## ${say('What platforms export', '平台导出')}\n`,
    say(
      `\`2026-11/orders/\`: under any name, csv, xlsx or a page saved as xls, several generations of each. Read by: ${code(ADAPTERS.map(({ id }) => id))}; others by the handbook’s own mapping (\`sales.generic\`).\n`,
      `\`2026-11/orders/\`：文件名不限，csv、xlsx 或另存为 xls 的网页，各平台历年版本。可识别：${code(ADAPTERS.map(({ id }) => id))}；其他格式在手册中写列对照（\`sales.generic\`）。\n`,
    ),
    say(
      `\`2026-11/punches/\`: ${PUNCH_ADAPTERS.map(({ name }) => name.en).join('; ')}.\n`,
      `\`2026-11/punches/\`：${PUNCH_ADAPTERS.map(({ name }) => name.zh).join('；')}。\n`,
    ),
    `## ${say('What the programs write', '程序写出')}\n`,
    ...OUTPUTS.map((output) => outputSection(output, folders, lang)),
    `### ${say('and', '以及')}\n`,
    table(
      [say('file', '文件'), say('what', '内容')],
      OTHERS.map(([file, what]) => [`\`${file}\``, what[lang]]),
    ),
    '',
  ].join('\n');
}
