/** The month's attendance on a terminal and as JSON: sums a person, then every shift that was not as rostered. */
import type { AttendanceFacts, ShiftFact } from '../attendance/facts.js';
import { cite } from '../base/source.js';
import { type Lang, type Text, text } from '../base/text.js';
import { showClock } from '../calendar/clock.js';
import type { Month } from '../calendar/day.js';
import { chinaCalendar } from '../calendar/holidays.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import type { Person, StaffId } from '../people/person.js';
import type { Json, Page } from './command.js';
import { harmless } from './say.js';
import { painter, type Styled, table, wrap } from './terminal.js';

/** One person's month. Minutes and times. */
interface Sums {
  readonly staff: StaffId;
  readonly name: string;
  readonly shifts: number;
  readonly worked: number;
  /** Of `worked`: on statutory holidays, and on the weekend or a day made free by swap. */
  readonly onHolidays: number;
  readonly onRestDays: number;
  readonly late: { readonly times: number; readonly minutes: number };
  readonly early: { readonly times: number; readonly minutes: number };
  readonly missingPunches: number;
  readonly absent: number;
  readonly extended: number;
  /** Days by kind. */
  readonly leave: ReadonlyMap<string, number>;
}

const total = (facts: readonly ShiftFact[], of: (fact: ShiftFact) => number): number =>
  facts.reduce((sum, fact) => sum + of(fact), 0);

const timesAnd = (facts: readonly ShiftFact[], of: (fact: ShiftFact) => number) => ({
  times: facts.filter((fact) => of(fact) > 0).length,
  minutes: total(facts, of),
});

function sumsOf(facts: AttendanceFacts, people: readonly Person[]): Sums[] {
  const calendar = chinaCalendar();
  const named = new Map(people.map(({ id, name }) => [id, name]));
  const staff = [...new Set([...facts.shifts, ...facts.leave].map((fact) => fact.staff))].sort();
  return staff.map((id): Sums => {
    const own = facts.shifts.filter((fact) => fact.staff === id);
    const on = (...kinds: readonly string[]): number =>
      total(
        own.filter(({ day }) => kinds.includes(calendar.info(day).kind)),
        ({ workedMinutes }) => workedMinutes,
      );
    const leave = new Map<string, number>();
    for (const fact of facts.leave) if (fact.staff === id) leave.set(fact.kind, (leave.get(fact.kind) ?? 0) + 1);
    return {
      staff: id,
      name: named.get(id) ?? '',
      shifts: own.length,
      worked: total(own, ({ workedMinutes }) => workedMinutes),
      onHolidays: on('statutory'),
      onRestDays: on('weekend', 'swapped-rest'),
      late: timesAnd(own, ({ lateMinutes }) => lateMinutes),
      early: timesAnd(own, ({ earlyMinutes }) => earlyMinutes),
      missingPunches: total(own, ({ missingPunches }) => missingPunches),
      absent: own.filter(({ absent }) => absent).length,
      extended: total(own, ({ extendedMinutes }) => extendedMinutes),
      leave,
    };
  });
}

const kindName = (kind: string, handbook: HandbookInForce): Text =>
  handbook.values.leave.kinds[kind]?.name ?? text(kind, kind);

/** `168:30` */
const hours = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

const COLUMNS: readonly Text[] = [
  text('id', '工号'),
  text('name', '姓名'),
  text('shifts', '班次'),
  text('hours', '工时'),
  text('on holidays', '节日工时'),
  text('on rest days', '休息日工时'),
  text('late', '迟到'),
  text('early', '早退'),
  text('no punch', '缺卡'),
  text('absent', '旷工'),
  text('extended', '延时'),
  text('leave', '请假'),
];

/** `2x 15'` */
const twice = ({ times, minutes }: Sums['late']): string => (times === 0 ? '' : `${times}x ${minutes}'`);
const ifAny = (count: number, words = String(count)): string => (count === 0 ? '' : words);

/** What was not as rostered. */
function faultOf(fact: ShiftFact, lang: Lang): string | null {
  const faults: Text[] = [
    ...(fact.absent ? [text('absent', '旷工')] : []),
    ...(fact.lateMinutes > 0 ? [text(`late ${fact.lateMinutes}'`, `迟到 ${fact.lateMinutes} 分钟`)] : []),
    ...(fact.earlyMinutes > 0 ? [text(`left ${fact.earlyMinutes}' early`, `早退 ${fact.earlyMinutes} 分钟`)] : []),
    ...(fact.missingPunches > 0
      ? [text(`${fact.missingPunches} punch missing`, `缺卡 ${fact.missingPunches} 次`)]
      : []),
  ];
  return faults.length === 0 ? null : faults.map((one) => one[lang]).join(lang === 'zh' ? '，' : ', ');
}

export function drawAttendance(
  facts: AttendanceFacts,
  people: readonly Person[],
  handbook: HandbookInForce,
  month: Month,
  page: Page,
): string {
  const { lang } = page;
  const paint = painter(page.colour);
  const head = COLUMNS.map(
    (column, at): Styled => ({ words: column[lang], right: at > 1 && at < 11, paint: { bold: true } }),
  );
  const rows = sumsOf(facts, people).map((sums): Styled[] => {
    const right = (words: string): Styled => ({ words, right: true });
    const leave = [...sums.leave].map(([kind, days]) => `${kindName(kind, handbook)[lang]} ${days}`).join(', ');
    return [
      { words: sums.staff },
      { words: sums.name },
      right(String(sums.shifts)),
      right(hours(sums.worked)),
      right(ifAny(sums.onHolidays, hours(sums.onHolidays))),
      right(ifAny(sums.onRestDays, hours(sums.onRestDays))),
      right(twice(sums.late)),
      right(twice(sums.early)),
      right(ifAny(sums.missingPunches)),
      right(ifAny(sums.absent)),
      right(ifAny(sums.extended, `${sums.extended}'`)),
      { words: leave },
    ];
  });
  const faults = facts.shifts.flatMap((fact) => {
    const fault = faultOf(fact, lang);
    if (fault === null) return [];
    const name = people.find(({ id }) => id === fact.staff)?.name ?? '';
    const sources = fact.sources.map(cite).join(', ');
    return [
      `${wrap(harmless(`${fact.staff} ${name} ${fact.day} ${fact.shift}: ${fault}${sources === '' ? '' : `  ${sources}`}`), page.columns, '  ')}\n`,
    ];
  });
  const unconfirmed = facts.handOvers.filter(({ confirmed }) => !confirmed);
  const title = (words: Text, count: number): string => `\n${paint(`${words[lang]} (${count})`, { bold: true })}\n`;
  return [
    ...(facts.punched
      ? []
      : [
          text(
            `No punches of ${month}: every rostered shift counts as worked.\n`,
            `没有 ${month} 的打卡：排班视为已出勤。\n`,
          )[lang],
        ]),
    table([head, ...rows], paint),
    ...(faults.length === 0 ? [] : [title(text('Not as rostered', '与班表不符'), faults.length), ...faults]),
    ...(unconfirmed.length === 0
      ? []
      : [
          title(text('Hand-overs not confirmed', '未确认的交接'), unconfirmed.length),
          ...unconfirmed.map(({ says }) => `${wrap(harmless(says[lang]), page.columns, '  ')}\n`),
        ]),
    ...(facts.strays.length === 0
      ? []
      : [
          title(text('Punches without a shift', '无班次的打卡'), facts.strays.length),
          ...facts.strays.map(
            ({ staff, day, minute, source }) =>
              `  ${harmless(`${staff} ${day} ${showClock(minute).en}  ${cite(source)}`)}\n`,
          ),
        ]),
  ].join('');
}

export const attendanceDocument = (
  facts: AttendanceFacts,
  people: readonly Person[],
  handbook: HandbookInForce,
  lang: Lang,
): { readonly [key: string]: Json } => ({
  punched: facts.punched,
  people: sumsOf(facts, people).map(({ leave, late, early, ...sums }) => ({
    ...sums,
    late: { ...late },
    early: { ...early },
    leave: [...leave].map(([kind, days]) => ({ kind: kindName(kind, handbook)[lang], days })),
  })),
  shifts: facts.shifts.map(({ sources, ...fact }) => ({ ...fact, sources: sources.map(cite) })),
  leave: facts.leave.map(({ staff, day, kind, source }) => ({
    staff,
    day,
    kind: kindName(kind, handbook)[lang],
    source: cite(source),
  })),
  handOvers: facts.handOvers.map(({ day, from, to, confirmed, gap, says, sources }) => ({
    day,
    from,
    to,
    confirmed,
    gap,
    says: says[lang],
    sources: sources.map(cite),
  })),
  strays: facts.strays.map(({ staff, day, minute, source }) => ({ staff, day, minute, source: cite(source) })),
});
