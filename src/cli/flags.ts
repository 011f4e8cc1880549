/** The flags of both programs: one table for the parser, the help and the values. */
import { type Fen, parseYuan } from '../base/fen.js';
import { error, type Issue } from '../base/issue.js';
import { type Text, text } from '../base/text.js';

interface FlagSpec {
  /** The value's name in the help; null: the flag has none. */
  readonly value: string | null;
  readonly about: Text;
  /** May be given several times. */
  readonly many?: true;
}

const input = (value: string, en: string, zh: string): FlagSpec => ({ value, about: text(en, zh) });

export const FLAGS = {
  dir: input('DIR', 'the workspace; the current folder where not given', '工作区文件夹；不写则为当前文件夹'),
  month: input('MONTH', '2026-12, next or last', '月份：2026-12、next（下月）或 last（上月）'),
  handbook: input('FILE', 'the handbook instead of handbook.yaml', '代替 handbook.yaml 的手册'),
  staff: input('FILE', 'the staff list instead of staff.csv', '代替 staff.csv 的员工名单'),
  leave: input('FILE', "leave instead of the month's leave.csv", '代替本月 leave.csv 的请假表'),
  requests: input('FILE', "wishes instead of the month's requests.csv", '代替本月 requests.csv 的意愿表'),
  demand: input('FILE', "people needed instead of the month's demand.csv", '代替本月 demand.csv 的人数需求表'),
  contacts: input('FILE', 'past chat or call counts instead of contacts.csv', '代替 contacts.csv 的历史咨询量'),
  orders: {
    value: 'FILE',
    many: true,
    about: text(
      "an order export, or a folder of them, instead of the month's orders/",
      '代替本月 orders/ 的订单导出文件或文件夹',
    ),
  },
  summary: input(
    'FILE',
    'write the sums to this file; compute takes it in place of the exports',
    '把汇总写入此文件；compute 可用它代替订单导出',
  ),
  punches: {
    value: 'FILE',
    many: true,
    about: text(
      "a punch file, or a folder of them, instead of the month's punches/",
      '代替本月 punches/ 的打卡文件或文件夹',
    ),
  },
  events: input('FILE', "events instead of the month's events.csv", '代替本月 events.csv 的事件表'),
  kpi: input('FILE', "KPI values instead of the month's kpi.csv", '代替本月 kpi.csv 的指标表'),
  roster: input('FILE', "the roster instead of the month's roster.json", '代替本月 roster.json 的排班表'),
  previous: input('FILE', "the month before's roster instead of its roster.json", '代替上月 roster.json 的上月排班表'),
  pattern: input(
    'FILE',
    'a cyclic pattern to keep to (roster pattern writes one)',
    '要遵循的循环班表（由 roster pattern 写出）',
  ),
  weeks: input('N', "weeks of the cycle instead of the handbook's", '循环的周数，代替手册所写'),
  choice: input('N', 'which of the alternatives is kept (1)', '采用第几个方案（默认 1）'),
  out: input('DIR', "where the files go; the month's folder where not given", '输出文件夹；不写则为月份文件夹'),
  seed: input(
    'N',
    'the seed of the search (1): the same seed gives the same roster',
    '搜索的种子（默认 1）：种子相同结果相同',
  ),
  time: input(
    'TIME',
    'how long the search takes: 10s, 2m; a few seconds where not given',
    '搜索时间：10s、2m；不写则几秒',
  ),
  iterations: input(
    'N',
    'steps of the search instead of time: repeatable to the byte',
    '以步数代替时间上限：结果逐字节可重复',
  ),
  allowGaps: {
    value: null,
    about: text('leave shifts open and name them where people are too few', '人手不够时允许留空班并逐一列出'),
  },
  person: input('ID', 'the employee number', '工号'),
  day: input('DAY', 'the day: 2026-12-05', '日期，如 2026-12-05'),
  accept: {
    value: 'WHAT',
    many: true,
    about: text(
      'let this stand: RULE:ID:DAY (or RULE::DAY), or the name that pay gives',
      '放行该事项：规则:工号:日期（或 规则::日期），或工资提示中的名称',
    ),
  },
  view: input(
    'VIEW',
    'week, person or today; the whole month where not given',
    'week（按周）、person（按人）或 today（当日）；不写则为整月',
  ),
  because: input('WORDS', 'why', '原因'),
  by: input('NAME', 'who decided', '由谁决定'),
  askedBy: input('NAME', 'who asked for it', '申请人'),
  approvedBy: input('NAME', 'who approved it', '批准人'),
  kind: input('KIND', "the kind of leave; the handbook's sick leave where not given", '假别；不写则为手册中的病假'),
  apply: {
    value: '[N]',
    about: text(
      'write it as the new revision: number N of the list, the first where not given',
      '写为新版本：列表中第 N 项，不写则为第一项',
    ),
  },
  price: input(
    'N',
    'points that a changed cell must be worth (100): what must hold is kept whatever it costs',
    '改动一格至少要值多少分（默认 100）；硬性规则不计代价',
  ),
  from: input('DAY', 'the first day that may change', '可以改动的第一天'),
  approve: { value: null, about: text('approve the score sheet', '批准奖罚评分表') },
  sales: input('YUAN', 'what if the sales were this much', '假设销售额为此数'),
  schema: {
    value: null,
    about: text('the JSON Schema of handbook.yaml for an editor', '输出 handbook.yaml 的 JSON Schema，供编辑器使用'),
  },
  lang: input(
    'LANG',
    'zh or en, by the locale where not given; both: sheets and pages in both',
    '语言：zh 或 en，不写则按系统区域；both：表格和网页中英对照',
  ),
  json: {
    value: null,
    about: text('one JSON document on stdout, whatever happens', '无论结果如何，标准输出都是一个 JSON 文档'),
  },
  quiet: { value: null, about: text('errors and the result only', '只输出错误和结果') },
  color: { value: null, about: text('no colour (also NO_COLOR)', '不用颜色（同 NO_COLOR）') },
  force: { value: null, about: text('replace what was published or edited', '替换已发布或已修改的内容') },
  ifChanged: {
    value: null,
    about: text(
      'skip what is done already: the result is there and its inputs are as they were',
      '跳过已完成的：结果已在且输入未变',
    ),
  },
  all: {
    value: null,
    about: text(
      'every workspace below the folder, on all cores; implies --if-changed',
      '处理该文件夹下的每个工作文件夹，用全部核心；隐含 --if-changed',
    ),
  },
  shard: input(
    'PART',
    'with --all: only this part, as 3/8, to spread teams over machines',
    '配合 --all：只处理这一份，如 3/8，用于多台机器分担',
  ),
  jobs: input(
    'N',
    'threads: how many teams at once, or 1 to search on one thread only (all cores)',
    '线程数：同时处理几个班组；写 1 则只用一个线程搜索（默认全部核心）',
  ),
} as const satisfies Record<string, FlagSpec>;

export type FlagName = keyof typeof FLAGS;

/** As it is typed: `--allow-gaps`, `--no-color`. */
export const typed = (name: FlagName): string =>
  name === 'color'
    ? '--no-color'
    : name === 'person'
      ? '--staff'
      : name === 'view'
        ? '--by'
        : `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** `--month MONTH` */
export function typedWithValue(name: FlagName): string {
  const { value } = FLAGS[name];
  return value === null ? typed(name) : `${typed(name)} ${value}`;
}

/** Every command has them. */
export const EVERYWHERE: readonly FlagName[] = ['lang', 'json', 'quiet', 'color'];

/** What commander collects: strings, lists of them, and true. */
export type RawFlags = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

/** The values, read. Where a flag is not given it is null (false, empty). */
export interface Flags {
  readonly dir: string | null;
  readonly month: string | null;
  readonly handbook: string | null;
  readonly staff: string | null;
  readonly leave: string | null;
  readonly requests: string | null;
  readonly demand: string | null;
  readonly contacts: string | null;
  readonly orders: readonly string[];
  readonly summary: string | null;
  readonly punches: readonly string[];
  readonly events: string | null;
  readonly kpi: string | null;
  readonly roster: string | null;
  readonly previous: string | null;
  readonly pattern: string | null;
  readonly weeks: number | null;
  readonly choice: number | null;
  readonly out: string | null;
  readonly by: string | null;
  readonly accept: readonly string[];
  /** `--by VIEW`, where a command shows something; null: another word, or none. */
  readonly view: (typeof VIEWS)[number] | null;
  readonly because: string | null;
  readonly approve: boolean;
  /** Fen. */
  readonly sales: Fen | null;
  readonly seed: number | null;
  /** Milliseconds. */
  readonly time: number | null;
  readonly iterations: number | null;
  readonly allowGaps: boolean;
  /** `--staff ID`, where a command asks for a person. */
  readonly person: string | null;
  readonly day: string | null;
  readonly askedBy: string | null;
  readonly approvedBy: string | null;
  readonly kind: string | null;
  /** From 1 on; null: not asked for. */
  readonly apply: number | null;
  readonly from: string | null;
  readonly price: number | null;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly schema: boolean;
  readonly force: boolean;
  readonly ifChanged: boolean;
  readonly all: boolean;
  readonly shard: Shard | null;
  /** At least 1; null: as many as there are cores. */
  readonly jobs: number | null;
}

/** Part `part` of `parts`, from 1 on. */
export interface Shard {
  readonly part: number;
  readonly parts: number;
}

/** `3/8` */
function parseShard(words: string): Shard | null {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(words.trim());
  const shard = { part: Number(match?.[1]), parts: Number(match?.[2]) };
  return shard.part >= 1 && shard.part <= shard.parts ? shard : null;
}

/** `10s`, `2m`, `500ms`, `10` (seconds) -> milliseconds. */
function parseTime(words: string): number | null {
  const match = /^(\d{1,6})(?:\.(\d))?(ms|s|m)?$/.exec(words.trim());
  if (!match) return null;
  const unit = { ms: 1, s: 1000, m: 60_000 }[match[3] ?? 's']!;
  return Number(`${match[1]}.${match[2] ?? 0}`) * unit;
}

const VIEWS = ['week', 'person', 'today'] as const;

const parseCount = (words: string): number | null => (/^\d{1,9}$/.test(words.trim()) ? Number(words) : null);

const positive = (words: string): Fen | null => {
  const amount = parseYuan(words);
  return amount === null || amount < 0 ? null : amount;
};

export const badFlag = (name: FlagName, value: string, should: Text): Issue =>
  error(
    'bad-flag-value',
    null,
    text(`${typed(name)} ${value}: not understood.`, `${typed(name)} ${value}：看不懂这个值。`),
    text(`Write ${should.en}.`, `请写${should.zh}。`),
  );

/** Reads the flags' values; every one that makes no sense is told at once. */
export function readFlags(raw: RawFlags): { readonly flags: Flags; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const words = (name: FlagName): string | null => (typeof raw[name] === 'string' ? raw[name] : null);
  const list = (name: FlagName): readonly string[] => (Array.isArray(raw[name]) ? raw[name] : []);
  const value = <T>(name: FlagName, reader: (words: string) => T | null, should: Text): T | null => {
    const given = words(name);
    const result = given === null ? null : reader(given);
    if (given !== null && result === null) issues.push(badFlag(name, given, should));
    return result;
  };
  const flags: Flags = {
    dir: words('dir'),
    month: words('month'),
    handbook: words('handbook'),
    staff: words('staff'),
    leave: words('leave'),
    requests: words('requests'),
    demand: words('demand'),
    contacts: words('contacts'),
    orders: list('orders'),
    summary: words('summary'),
    punches: list('punches'),
    events: words('events'),
    kpi: words('kpi'),
    roster: words('roster'),
    previous: words('previous'),
    pattern: words('pattern'),
    weeks: value('weeks', parseCount, text('a whole number, such as 3', '整数，如 3')),
    choice: value('choice', parseCount, text('a whole number, such as 2', '整数，如 2')),
    out: words('out'),
    by: words('by')?.trim() || null,
    accept: list('accept'),
    view: VIEWS.find((one) => one === words('by')?.trim()) ?? null,
    because: words('because')?.trim() || null,
    approve: raw.approve === true,
    sales: value('sales', positive, text('an amount such as 25001', '金额，如 25001')),
    seed: value('seed', parseCount, text('a whole number, such as 1', '整数，如 1')),
    time: value('time', parseTime, text('a time such as 10s or 2m', '时间，如 10s 或 2m')),
    iterations: value('iterations', parseCount, text('a whole number, such as 20000', '整数，如 20000')),
    allowGaps: raw.allowGaps === true,
    person: words('staff'),
    day: words('day'),
    askedBy: words('askedBy'),
    approvedBy: words('approvedBy'),
    kind: words('kind'),
    apply:
      raw.apply === true
        ? 1
        : value(
            'apply',
            (given) => parseCount(given) || null,
            text('a number of the list, such as 1', '列表中的序号，如 1'),
          ),
    from: words('from'),
    price: value('price', parseCount, text('a whole number, such as 100', '整数，如 100')),
    json: raw.json === true,
    quiet: raw.quiet === true,
    schema: raw.schema === true,
    force: raw.force === true,
    ifChanged: raw.ifChanged === true,
    all: raw.all === true || raw.shard !== undefined,
    shard: value('shard', parseShard, text('a part such as 3/8', '一份，如 3/8')),
    jobs: value('jobs', (given) => parseCount(given) || null, text('a whole number from 1 on', '从 1 起的整数')),
  };
  value(
    'lang',
    (given) => (['zh', 'en', 'both'].includes(given) ? given : null),
    text('zh, en or both', 'zh、en 或 both'),
  );
  return { flags, issues };
}
