/** Working time against the law: overtime, rest, protected persons, annual leave. They only warn, with article and figures. */
import { type Issue, info, warning } from '../base/issue.js';
import { compare, ratio } from '../base/ratio.js';
import type { SourceRef } from '../base/source.js';
import { type Lang, same, type Text, text } from '../base/text.js';
import { addDays, type Day } from '../calendar/day.js';
import { fullYears } from './lines/seniority.js';
import type { PayMonth, PersonMonth } from './month.js';
import { overtimeOf } from './overtime.js';
import { runBefore, workedShifts } from './worked.js';

export const labourChecks = (month: PayMonth): Issue[] => [
  ...overtimeHours(month),
  ...overtimeRates(month),
  ...withoutRest(month),
  ...protectedAtNight(month),
  ...unusedLeave(month),
];

/** Minutes: 36 hours a month. */
const MOST_OVERTIME = 2160;

/** People named one by one; the rest is counted. */
const NAMED = 5;

function named(found: readonly (readonly [PersonMonth, Text])[]): Text {
  const first = (lang: Lang): string[] =>
    found.slice(0, NAMED).map(([{ id, person }, what]) => `${id} ${person.name} ${what[lang]}`);
  const rest = Math.max(0, found.length - NAMED);
  return {
    en: `${first('en').join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
    zh: `${first('zh').join('、')}${rest > 0 ? ` 等 ${found.length} 人` : ''}`,
  };
}

const tenths = (minutes: number): number => Math.floor(minutes / 6) / 10;
const hours = (minutes: number): Text => text(`${tenths(minutes)} h`, `${tenths(minutes)} 小时`);

function overtimeHours(month: PayMonth): Issue[] {
  const chapter = month.pay.attendance?.overtime;
  if (chapter === undefined) return [];
  const sums = month.people.map((person) => {
    const { weekday, restDay, holiday } = overtimeOf(month, person, chapter.hours);
    return [person, [...weekday, ...restDay, ...holiday].reduce((sum, { minutes }) => sum + minutes, 0)] as const;
  });
  const { source } = month.handbook.origin('pay.attendance.overtime');
  const over = sums.filter(([, minutes]) => minutes > MOST_OVERTIME);
  const all = sums.reduce((sum, [, minutes]) => sum + minutes, 0);
  const who = named(over.map(([person, minutes]) => [person, hours(minutes)]));
  return [
    ...(over.length === 0
      ? []
      : [
          warning(
            'overtime-over-legal-limit',
            source,
            text(
              `more than 36 hours of overtime in ${month.month} (劳动法 41): ${who.en}.`,
              `${month.month} 加班超过 36 小时（劳动法 41）：${who.zh}。`,
            ),
            text(
              'Roster fewer hours; with approved comprehensive hours set pay.attendance.overtime.hours.',
              '请减少排班工时；已获批综合计算工时的，请设置 pay.attendance.overtime.hours。',
            ),
          ),
        ]),
    ...(all === 0 || chapter.pay
      ? []
      : [
          info(
            'overtime-not-paid',
            source,
            text(
              `${hours(all).en} of overtime in all, and the handbook pays none (劳动法 44).`,
              `加班合计 ${hours(all).zh}，手册不发加班费（劳动法 44）。`,
            ),
            text('Set pay.attendance.overtime.pay to true.', '请将 pay.attendance.overtime.pay 设为 true。'),
          ),
        ]),
  ];
}

const LEGAL = { weekday: ratio(3, 2), rest_day: ratio(2), holiday: ratio(3) } as const;

function overtimeRates(month: PayMonth): Issue[] {
  const chapter = month.pay.attendance?.overtime;
  if (chapter === undefined || !chapter.pay) return [];
  const low = (Object.keys(LEGAL) as (keyof typeof LEGAL)[]).filter((kind) => compare(chapter[kind], LEGAL[kind]) < 0);
  return low.map((kind) => {
    const path = `pay.attendance.overtime.${kind}`;
    return warning(
      'overtime-below-legal-rate',
      { ...month.handbook.origin(path).source, path },
      text('this is less than the law asks for overtime (劳动法 44).', '低于法定加班工资标准（劳动法 44）。'),
      text('At least 150%, 200% and 300%.', '应不低于 150%、200%、300%。'),
    );
  });
}

/** The first run of seven days worked without a day off that reaches into the month; it may have begun before. */
function longRun(month: PayMonth, person: PersonMonth): string | null {
  const worked = new Set(workedShifts(person).map(({ day }) => day));
  const before = runBefore(month, person);
  let start = addDays(month.first, -before);
  let length = before;
  for (const day of [...month.days, null]) {
    if (day !== null && worked.has(day)) {
      if (length === 0) start = day;
      length += 1;
      continue;
    }
    const end = length >= 7 ? addDays(start, length - 1) : null;
    if (end !== null && end >= month.first) return `${start}..${end}`;
    length = 0;
  }
  return null;
}

function withoutRest(month: PayMonth): Issue[] {
  const found = month.people.flatMap((person): (readonly [PersonMonth, Text])[] => {
    const run = longRun(month, person);
    return run === null ? [] : [[person, same(run)]];
  });
  if (found.length === 0) return [];
  const who = named(found);
  return [
    warning(
      'no-rest-in-seven-days',
      month.handbook.origin('rules.max-run').source,
      text(
        `seven days or more worked without a day off (劳动法 38): ${who.en}.`,
        `连续工作七天以上没有休息日（劳动法 38）：${who.zh}。`,
      ),
      text('Plan a rest day in every week.', '请每周至少安排一天休息。'),
    ),
  ];
}

/** 22:00 and 6:00 of the next day, minutes. */
const [NIGHT_FROM, NIGHT_TO] = [22 * 60, 30 * 60];

function protectedAtNight(month: PayMonth): Issue[] {
  const { shifts } = month.handbook.values;
  return month.people.flatMap((person) => {
    const until = person.person.protectedUntil;
    if (until === null) return [];
    const nights = workedShifts(person).filter(
      ({ day, shift }) =>
        day <= until && (shifts[shift]?.parts ?? []).some(({ from, to }) => to > NIGHT_FROM && from < NIGHT_TO),
    );
    if (nights.length === 0) return [];
    const days = nights.map(({ day }) => day).join(', ');
    return [
      warning(
        'protected-on-late-shift',
        person.person.source,
        text(
          `${person.id} ${person.person.name} is protected until ${until} and worked past 22:00 on ${days} (女职工劳动保护特别规定 6, 9).`,
          `${person.id} ${person.person.name} 保护期至 ${until}，却在 ${days} 工作至 22:00 以后（女职工劳动保护特别规定 6、9）。`,
        ),
        text('Give day shifts; rule protected keeps them.', '请安排白班；排班规则 protected 可保证。'),
      ),
    ];
  });
}

/** 职工带薪年休假条例 3: 5, 10, 15 days after 1, 10, 20 years; none in the first. */
const entitlement = (years: number): number => (years >= 20 ? 15 : years >= 10 ? 10 : years >= 1 ? 5 : 0);

/** With December, where all the year's months were computed: who has annual leave left. */
function unusedLeave(month: PayMonth): Issue[] {
  const year = month.month.slice(0, 4);
  const past = month.earlier.filter((one) => one.month.startsWith(year));
  if (!month.month.endsWith('-12') || past.length < 11) return [];
  const sources: SourceRef[] = past.map(({ source }) => source);
  const found = month.people.flatMap((person): (readonly [PersonMonth, Text])[] => {
    const from = person.person.seniorityFrom ?? person.person.hired;
    if (from === null || person.employed.at(-1) !== month.last || from > (`${year}-01-01` as Day)) return [];
    const before = month.earlierOf(person.id).filter((one) => one.month.month.startsWith(year));
    const taken = annualLeave(month, person) + before.reduce((sum, { slip }) => sum + slip.annualLeave, 0);
    const left = entitlement(fullYears(from, month.last)) - taken;
    return left > 0 ? [[person, same(`${left}`)]] : [];
  });
  if (found.length === 0) return [];
  const who = named(found);
  return [
    info(
      'annual-leave-unused',
      sources[0]!,
      text(
        `days of annual leave not taken in ${year}, by the service with this employer: ${who.en}. Each is paid at 300% of a day's pay, the ordinary pay included (职工带薪年休假条例 5).`,
        `${year} 年未休年假天数（按本单位工龄）：${who.zh}。应按日工资 300% 支付，含正常工资（职工带薪年休假条例 5）。`,
      ),
      text('Grant the days, or enter the pay as events of kind addition.', '请安排补休，或以“加项”事件录入。'),
    ),
  ];
}

/** Days of annual leave in the month. */
export const annualLeave = (month: PayMonth, person: PersonMonth): number =>
  new Set(
    person.leave
      .filter(({ kind }) => {
        const words = month.handbook.values.leave.kinds[kind];
        return [kind, words?.name.en ?? '', ...(words?.also ?? [])].some((word) => /年休?假|annual/.test(word));
      })
      .map(({ day }) => day),
  ).size;
