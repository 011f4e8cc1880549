/** `roster demand`: past contacts become the month's demand.csv. */
import { join, resolve } from 'node:path';
import { error, hasErrors, type Issue, info, warning } from '../../base/issue.js';
import type { Table } from '../../base/table.js';
import { joinTexts, type Lang, type Text, text } from '../../base/text.js';
import { showClock } from '../../calendar/clock.js';
import { type Day, daysOf, weekday } from '../../calendar/day.js';
import { chinaCalendar } from '../../calendar/holidays.js';
import { type HeldBack, heldBack } from '../../demand/held-back.js';
import { forecastOptions, type IntervalDemand, intervalMinutes, planDemand } from '../../demand/plan-demand.js';
import { type UnusualDay, unusualDays } from '../../demand/unusual.js';
import type { HandbookInForce } from '../../handbook/in-force.js';
import { toCsv } from '../../io/csv.js';
import { readTables } from '../../io/read-table.js';
import { kindOf } from '../../io/workspace.js';
import { writeFiles } from '../../io/write-files.js';
import { type Contacts, readContacts } from '../../people/contacts.js';
import { shortDay, shortWeekday } from '../../report/words.js';
import type { Answer, Call, Page } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { inFolder } from '../find.js';
import { readHandbook } from '../handbook.js';
import { whileLocked } from '../locked.js';
import { type Place, placeOf, resultPath, shownPath } from '../place.js';
import { painter, type Styled, table } from '../terminal.js';

/** Fewer past weeks than this say little about a weekday. */
const FEW_WEEKS = 4;

export async function demandCommand(call: Call): Promise<Answer> {
  const { place, issues } = placeOf(call.flags, call.shell, 'next');
  if (hasErrors(issues)) return failed(issues);
  return whileLocked(place.out, 'roster demand', () => plan(call, place));
}

async function plan(call: Call, place: Place): Promise<Answer> {
  const month = { month: place.month };
  const handbook = await readHandbook(place, call.flags.handbook, 'roster');
  const found = await contactTable(call, place);
  if (found.value === null || handbook.value === null) return failed([...handbook.issues, ...found.issues], month);
  const contacts = readContacts(found.value);
  const soFar = [...handbook.issues, ...found.issues, ...contacts.issues];
  if (contacts.value === null) return failed(soFar, month);
  const path = join(place.out, 'demand.csv');
  if (!call.flags.force && (await kindOf(path)) !== null) return failed([...soFar, alreadyThere(path, place)], month);
  const known = notOrdinary(contacts.value, handbook.value);
  const unusual = unusualDays(contacts.value, known);
  const leftOut = new Set([...known, ...unusual.map(({ day }) => day)]);
  const demand = demandOf(contacts.value, handbook.value, place, leftOut);
  if (demand.length === 0) return failed([...soFar, nothingToGoBy(found.value, place)], month);
  call.interrupts.stopIfOver();
  const written = await writeFiles([{ path, content: toCsv(demandCsv(demand, call.lang)) }]);
  if (written.value === null) return failed([...soFar, ...written.issues], month);
  const files = written.value.map((one) => resultPath(one, place));
  const few = Math.min(...demand.map(({ days }) => days));
  const held = heldBack(contacts.value, forecastOptions(handbook.value.values.demand, leftOut));
  return {
    exit: EXIT.done,
    status: 'ok',
    issues: [
      ...soFar,
      ...(few < FEW_WEEKS ? [fewWeeks(found.value, few)] : []),
      ...(unusual.length > 0 ? [notCounted(found.value, unusual)] : []),
    ],
    document: {
      ...month,
      intervals: demand.map((one) => ({ ...one })),
      left_out: [...leftOut].sort(),
      held_back: held === null ? null : { ...held },
      files,
    },
    print: (page) =>
      [
        draw(demand, page),
        held === null ? '' : `${heldWords(held)[page.lang]}\n`,
        ...files.map((file) => `  ${file}\n`),
      ].join(''),
  };
}

async function contactTable(
  call: Call,
  place: Place,
): Promise<{ readonly value: Table | null; readonly issues: readonly Issue[] }> {
  const given = call.flags.contacts;
  const { path, issues } =
    given !== null ? { path: resolve(place.cwd, given), issues: [] } : await inFolder(place.dir, 'contacts', place);
  if (path === null) return { value: null, issues: issues.length > 0 ? issues : [contactsMissing(place)] };
  const tables = await readTables(path, shownPath(path, place));
  return { value: tables.value?.[0] ?? null, issues: tables.issues };
}

/** Past statutory holidays, swapped days and days that the handbook gives a factor of their own. */
function notOrdinary(contacts: readonly Contacts[], { values }: HandbookInForce): ReadonlySet<Day> {
  const calendar = chinaCalendar();
  const isOrdinary = (day: Day): boolean =>
    ['workday', 'weekend'].includes(calendar.info(day).kind) && !(day in values.demand.factors);
  return new Set(contacts.map(({ day }) => day).filter((day) => !isOrdinary(day)));
}

/** Within the service hours. */
function demandOf(
  contacts: readonly Contacts[],
  { values: { demand, service } }: HandbookInForce,
  place: Place,
  leftOut: ReadonlySet<Day>,
): IntervalDemand[] {
  const minutes = intervalMinutes(contacts);
  return planDemand(contacts, daysOf(place.month), minutes, demand, leftOut).filter(
    ({ from, to, agents }) => agents > 0 && (service === undefined || (to > service.from && from < service.to)),
  );
}

/** Headings as `readDemand` knows them; the note says what the figure rests on. */
function demandCsv(demand: readonly IntervalDemand[], lang: Lang) {
  return {
    headings: lang === 'zh' ? ['日期', '开始', '结束', '人数', '备注'] : ['day', 'from', 'to', 'agents', 'note'],
    rows: demand.map(({ day, from, to, agents, contacts, days }) => [
      day,
      showClock(from)[lang],
      showClock(to)[lang],
      String(agents),
      text(`${contacts} contacts expected, from ${days} days`, `预计咨询 ${contacts}，依据 ${days} 天`)[lang],
    ]),
  };
}

/** One line a day: what is expected and when most are needed. */
function draw(demand: readonly IntervalDemand[], page: Page): string {
  const paint = painter(page.colour);
  const heading = [
    text('day', '日期'),
    text('', ''),
    text('contacts', '咨询量'),
    text('most agents', '最多人数'),
    text('at', '时段'),
    text('least', '最少'),
  ].map((words, at): Styled => ({ words: words[page.lang], paint: { bold: true }, right: at >= 2 && at !== 4 }));
  const days = [...new Set(demand.map(({ day }) => day))];
  const rows = days.map((day): Styled[] => {
    const intervals = demand.filter((one) => one.day === day);
    const busiest = intervals.reduce((a, b) => (b.agents > a.agents ? b : a));
    const total = intervals.reduce((sum, { contacts }) => sum + contacts, 0);
    return [
      { words: shortDay(day) },
      { words: shortWeekday(weekday(day))[page.lang] },
      { words: String(Math.round(total)), right: true },
      { words: String(busiest.agents), right: true },
      { words: `${showClock(busiest.from)[page.lang]}-${showClock(busiest.to)[page.lang]}` },
      { words: String(Math.min(...intervals.map(({ agents }) => agents))), right: true },
    ];
  });
  return table([heading, ...rows], paint);
}

const percent = (share: number): string => `${Math.round(100 * Math.abs(share))} %`;

function heldWords({ from, to, off, bias }: HeldBack): Text {
  const few = bias < 0;
  return text(
    `Forecast in the same way, ${from}..${to} would have been off by ${percent(off)} an interval, ${percent(bias)} too ${few ? 'few' : 'many'} in all.`,
    `按同样方法预测 ${from}..${to}，每个时段平均相差 ${percent(off)}，合计${few ? '少' : '多'}估 ${percent(bias)}。`,
  );
}

/** So many days are named. */
const NAMED = 6;

function notCounted(from: Table, days: readonly UnusualDay[]): Issue {
  const named = days.slice(-NAMED).map(({ day, contacts, usual }) => {
    const about = String(Math.round(usual));
    return text(`${day} (${contacts}, usually ${about})`, `${day}（${contacts}，平常 ${about}）`);
  });
  const { en, zh } = joinTexts(named, text(', ', '、'));
  const more = days.length - named.length;
  return info(
    'contacts-unusual-days',
    from.source,
    text(
      `${days.length} past ${days.length === 1 ? 'day is' : 'days are'} far from the usual and left out: ${more > 0 ? `${more} more, ` : ''}${en}.`,
      `${days.length} 天与平常相差很大，不作依据：${more > 0 ? `另有 ${more} 天，` : ''}${zh}。`,
    ),
    text(
      'Give a day ahead that will be like them a factor in demand.factors.',
      '今后若有类似的日子，请在 demand.factors 中写明倍数。',
    ),
  );
}

const contactsMissing = (place: Place): Issue =>
  error(
    'contacts-missing',
    { file: shownPath(join(place.dir, 'contacts.csv'), place) },
    text('there are no past chat or call counts.', '没有历史咨询量。'),
    text(
      'Save them as contacts.csv (day, from, contacts, or a column for each hour), or name a file with --contacts.',
      '请保存为 contacts.csv（日期、开始、咨询量，或每小时一列），或用 --contacts 指定文件。',
    ),
  );

const alreadyThere = (path: string, place: Place): Issue =>
  error(
    'demand-already-there',
    { file: shownPath(path, place) },
    text('this file is already there and may have been edited.', '文件已存在，可能已手工修改。'),
    text('To replace it, run again with --force.', '要替换它，请加 --force 重新运行。'),
  );

const nothingToGoBy = (from: Table, place: Place): Issue =>
  error(
    'contacts-too-late',
    from.source,
    text(
      `no count lies before ${place.month} and within the service hours.`,
      `没有 ${place.month} 之前、服务时间之内的数据。`,
    ),
    text('Take counts of past months.', '请使用以往月份的数据。'),
  );

const fewWeeks = (from: Table, days: number): Issue =>
  warning(
    'contacts-few-days',
    from.source,
    text(
      `some intervals rest on ${days} past ${days === 1 ? 'day' : 'days'} only.`,
      `部分时段只依据 ${days} 天的数据。`,
    ),
    text(`Take counts of ${FEW_WEEKS} weeks or more.`, `请提供 ${FEW_WEEKS} 周以上的数据。`),
  );
