/** The month's attendance on a terminal and as JSON: sums a person, then every shift that was not as rostered. */
import stringWidth from 'string-width';
import type { ShiftFact } from '../attendance/facts.js';
import { cite, citeAll, type SourceRef } from '../base/source.js';
import { joinTexts, type Lang, type Text, text } from '../base/text.js';
import { showClock } from '../calendar/clock.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import { type AttendanceMonth, type Sums, sumsOf } from './attendance-sums.js';
import type { Json, Page } from './command.js';
import { harmless } from './say.js';
import { painter, type Styled, table, wrap } from './terminal.js';

const kindName = (kind: string, handbook: HandbookInForce): Text =>
  handbook.values.leave.kinds[kind]?.name ?? text(kind, kind);

/** `168:30` */
const hours = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

interface Shown {
  readonly head: Text;
  readonly right: boolean;
  readonly of: (sums: Sums, lang: Lang) => string;
}

/** `2x 15'` */
const twice = ({ times, minutes }: Sums['late']): string => (times === 0 ? '' : `${times}x ${minutes}'`);
const ifAny = (count: number, words = String(count)): string => (count === 0 ? '' : words);

const ENDS = { arriving: text('arriving', '上班'), leaving: text('leaving', '下班') } as const;

/** `1 punch missing (leaving)` */
function missingWords({ missingPunches: count, missing }: ShiftFact): Text {
  const ends = joinTexts(
    (missing ?? []).map((end) => ENDS[end]),
    text(', ', '、'),
  );
  const [en, zh] = ends.en === '' ? ['', ''] : [` (${ends.en})`, `（${ends.zh}）`];
  return text(`${count} punch${count === 1 ? '' : 'es'} missing${en}`, `缺卡 ${count} 次${zh}`);
}

/** What was not as rostered. */
function faultOf(fact: ShiftFact, lang: Lang): string | null {
  const faults: Text[] = [
    ...(fact.absent ? [text('absent', '旷工')] : []),
    ...(fact.lateMinutes > 0 ? [text(`late ${fact.lateMinutes}'`, `迟到 ${fact.lateMinutes} 分钟`)] : []),
    ...(fact.earlyMinutes > 0 ? [text(`left ${fact.earlyMinutes}' early`, `早退 ${fact.earlyMinutes} 分钟`)] : []),
    ...(fact.missingPunches > 0 ? [missingWords(fact)] : []),
  ];
  return faults.length === 0 ? null : faults.map((one) => one[lang]).join(lang === 'zh' ? '，' : ', ');
}

/** Columns in which nobody has anything are left out, but for these. */
const ALWAYS = 4;

const columnsOf = (handbook: HandbookInForce): readonly Shown[] => {
  const over = (of: (overtime: NonNullable<Sums['overtime']>) => number) => (sums: Sums) => {
    const minutes = sums.overtime === null ? 0 : of(sums.overtime);
    return ifAny(minutes, hours(minutes));
  };
  return [
    { head: text('id', '工号'), right: false, of: ({ staff }) => staff },
    { head: text('name', '姓名'), right: false, of: ({ name }) => name },
    { head: text('shifts', '班次'), right: true, of: ({ shifts }) => String(shifts) },
    { head: text('hours', '工时'), right: true, of: ({ worked }) => hours(worked) },
    { head: text('extended', '延时'), right: true, of: ({ extended }) => ifAny(extended, `${extended}'`) },
    { head: text('ot work', '平日加班'), right: true, of: over(({ workdays }) => workdays) },
    { head: text('ot rest', '休息日加班'), right: true, of: over(({ restDays }) => restDays) },
    { head: text('ot holiday', '节日加班'), right: true, of: over(({ holidays }) => holidays) },
    { head: text('late', '迟到'), right: true, of: ({ late }) => twice(late) },
    { head: text('early', '早退'), right: true, of: ({ early }) => twice(early) },
    { head: text('no punch', '缺卡'), right: true, of: ({ missingPunches }) => ifAny(missingPunches) },
    { head: text('absent', '旷工'), right: true, of: ({ absent }) => ifAny(absent) },
    { head: LEAVE, right: false, of: ({ leave }, lang) => leaveWords(leave, handbook)[lang] },
  ];
};

const LEAVE = text('leave', '请假');

/** `annual leave 3, sick leave 1` */
const leaveWords = (leave: Sums['leave'], handbook: HandbookInForce): Text =>
  joinTexts(
    [...leave].map(([kind, days]) => {
      const { en, zh } = kindName(kind, handbook);
      return text(`${en} ${days}`, `${zh} ${days}`);
    }),
    text(', ', '、'),
  );

/** The table, and the days of leave below it where they would make it wider than the window. */
function sumsTable(all: readonly Sums[], handbook: HandbookInForce, page: Page): string {
  const { lang, columns: width } = page;
  const paint = painter(page.colour);
  const drawn = (shown: readonly Shown[]): string => {
    const head = shown.map(({ head: words, right }): Styled => ({ words: words[lang], right, paint: { bold: true } }));
    const rows = all.map((sums) => shown.map(({ of, right }): Styled => ({ words: of(sums, lang), right })));
    return table([head, ...rows], paint);
  };
  const shown = columnsOf(handbook).filter(({ of }, at) => at < ALWAYS || all.some((sums) => of(sums, lang) !== ''));
  const whole = drawn(shown);
  const fits = width === null || whole.split('\n').every((line) => stringWidth(line) <= width);
  if (fits || shown.at(-1)?.head !== LEAVE) return whole;
  const away = all.filter(({ leave }) => leave.size > 0);
  const lines = away.map(({ staff, name, leave }) =>
    wrap(harmless(`${staff} ${name}: ${leaveWords(leave, handbook)[lang]}`), width, '  '),
  );
  return `${drawn(shown.slice(0, -1))}\n${paint(`${text('Leave, days', '请假天数')[lang]} (${away.length})`, { bold: true })}\n${lines.join('\n')}\n`;
}

/** `打卡.xlsx#原始记录:116-117`: folders and all stand in the JSON. */
const cited = (sources: readonly SourceRef[]): string =>
  citeAll(sources.map((source) => ({ ...source, file: source.file.split(/[\\/]/).at(-1)! })));

export function drawAttendance(input: AttendanceMonth, page: Page): string {
  const { facts, people, handbook, month } = input;
  const { lang } = page;
  const paint = painter(page.colour);
  const all = sumsOf(input);
  const faults = facts.shifts.flatMap((fact) => {
    const fault = faultOf(fact, lang);
    if (fault === null) return [];
    const name = people.find(({ id }) => id === fact.staff)?.name ?? '';
    const sources = cited(fact.sources);
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
    sumsTable(all, handbook, page),
    ...(faults.length === 0 ? [] : [title(text('Not as rostered', '与班表不符'), faults.length), ...faults]),
    ...(unconfirmed.length === 0
      ? []
      : [
          title(text('Hand-overs not confirmed', '未确认的交接'), unconfirmed.length),
          ...unconfirmed.map(
            ({ day, says, sources }) =>
              `${wrap(harmless(`${day} ${says[lang]}  ${cited(sources)}`), page.columns, '  ')}\n`,
          ),
        ]),
    ...(facts.uncovered.length === 0
      ? []
      : [
          title(text('Shifts left uncovered', '漏班'), facts.uncovered.length),
          ...facts.uncovered.map(({ day, says, confirmed, clause, sources }) => {
            const known = confirmed ? text(', confirmed by an event', '，已由事件确认')[lang] : '';
            const by = clause === null ? '' : text(` (${clause})`, `（${clause}）`)[lang];
            return `${wrap(harmless(`${day} ${says[lang]}${known}${by}  ${cited(sources)}`), page.columns, '  ')}\n`;
          }),
        ]),
    ...(facts.strays.length === 0
      ? []
      : [
          title(text('Punches without a shift', '无班次的打卡'), facts.strays.length),
          ...facts.strays.map(
            ({ staff, day, minute, source }) =>
              `  ${harmless(`${staff} ${day} ${showClock(minute)[lang]}  ${cited([source])}`)}\n`,
          ),
        ]),
  ].join('');
}

export const attendanceDocument = (input: AttendanceMonth, lang: Lang): { readonly [key: string]: Json } => ({
  punched: input.facts.punched,
  people: sumsOf(input).map(({ leave, late, early, overtime, ...sums }) => ({
    ...sums,
    overtime: overtime === null ? null : { ...overtime },
    late: { ...late },
    early: { ...early },
    leave: [...leave].map(([kind, days]) => ({ kind: kindName(kind, input.handbook)[lang], days })),
  })),
  ...factsDocument(input, lang),
});

const factsDocument = ({ facts, handbook }: AttendanceMonth, lang: Lang): { readonly [key: string]: Json } => ({
  shifts: facts.shifts.map(({ sources, missing, ...fact }) => ({
    ...fact,
    missing: [...(missing ?? [])],
    sources: sources.map(cite),
  })),
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
  uncovered: facts.uncovered.map(({ says, sources, answerable, ...fact }) => ({
    ...fact,
    answerable: { ...answerable },
    says: says[lang],
    sources: sources.map(cite),
  })),
  strays: facts.strays.map(({ staff, day, minute, source }) => ({ staff, day, minute, source: cite(source) })),
});
