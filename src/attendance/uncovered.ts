/**
 * split-shift/5: 如有请假，必须上报客服主管，协商其他客服补班，但有漏班现象（以后台子账户聊天记录为准），追究客服主管责任。A rostered shift that nobody
 * came to, and who answers for it: the supervisor where the agent was on leave and no stand-in came, the agent who stayed away
 * without leave. Only where the handbook asks for stand-ins. The punches suggest; the chat log is the evidence, so an event of
 * that day clears (absence-cleared) or confirms (absence, or the offence of a missed shift).
 */
import { type Issue, warning } from '../base/issue.js';
import { shown } from '../base/shown.js';
import type { SourceRef } from '../base/source.js';
import { type Text, text } from '../base/text.js';
import { DAY_MINUTES } from '../calendar/clock.js';
import { type Day, dayNumber } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import type { Leave, StaffEvent, StaffId } from '../people/person.js';
import type { Shift } from '../roster/problem.js';
import type { LeaveFact, Punch, ShiftFact, UncoveredFact } from './facts.js';
import { moment } from './moment.js';

/** A shift that the roster still shows on a day of leave. */
export interface LeftOnLeave {
  readonly leave: LeaveFact;
  readonly shift: Shift;
}

export interface UncoveredTerms {
  readonly handbook: HandbookInForce;
  readonly shifts: readonly ShiftFact[];
  readonly left: readonly LeftOnLeave[];
  readonly codes: ReadonlyMap<string, Shift>;
  readonly leave: readonly Leave[];
  readonly events: readonly StaffEvent[];
  /** Punches without a shift: who stood in unplanned. */
  readonly strays: readonly Punch[];
  readonly called: (staff: StaffId) => string;
}

const PATH = 'leave.needs_stand_in';

export function uncoveredFacts(terms: UncoveredTerms): UncoveredFact[] {
  const { handbook, shifts, left, codes, called } = terms;
  if (!handbook.values.leave.needs_stand_in) return [];
  const { clause } = handbook.origin(PATH);
  const eventOf = (staff: StaffId, day: Day, ...kinds: readonly string[]): StaffEvent | undefined =>
    terms.events.findLast((event) => event.staff === staff && event.day === day && kinds.includes(event.kind));
  /** A missed shift that is entered for the supervisor may stand under another number than the agent's. */
  const confirmed = (staff: StaffId, day: Day, cause: UncoveredFact['cause']): StaffEvent | undefined =>
    eventOf(staff, day, 'absence') ??
    terms.events.findLast(
      (event) =>
        event.kind === 'offence' &&
        event.day === day &&
        (cause === 'leave' || event.staff === staff) &&
        isMissedShift(event.what, handbook),
    );

  const noShows = shifts.flatMap((fact): UncoveredFact[] => {
    const shift = codes.get(fact.shift);
    if (!fact.absent || shift === undefined || stoodIn(fact.staff, fact.day, shift, terms)) return [];
    const event = confirmed(fact.staff, fact.day, 'no-show');
    return [
      {
        day: fact.day,
        shift: fact.shift,
        staff: fact.staff,
        cause: 'no-show',
        answerable: { kind: 'agent', staff: fact.staff },
        confirmed: event !== undefined,
        clause,
        says: text(
          `${shown(fact.shift)} of ${called(fact.staff)}: nobody came; the agent answers for it`,
          `${called(fact.staff)} 的${shown(fact.shift)}班无人到岗，由本人负责`,
        ),
        sources: [
          ...fact.sources,
          ...(event === undefined || fact.sources.includes(event.source) ? [] : [event.source]),
        ],
      },
    ];
  });

  const onLeave = left.flatMap(({ leave: { staff, day, source }, shift }): UncoveredFact[] => {
    if (eventOf(staff, day, 'absence-cleared') !== undefined || stoodIn(staff, day, shift, terms)) return [];
    const spell = terms.leave.find((one) => one.staff === staff && one.from <= day && day <= one.to);
    const standIn = spell?.standIn ?? null;
    const event = confirmed(staff, day, 'leave');
    const supervisor = spell?.approvedBy ?? null;
    return [
      {
        day,
        shift: shift.code,
        staff,
        cause: 'leave',
        answerable: { kind: 'supervisor', name: supervisor },
        confirmed: event !== undefined,
        clause,
        says: leaveSays(called(staff), shift.code, standIn === null ? null : called(standIn), supervisor),
        sources: [source, ...(event === undefined ? [] : [event.source])],
      },
    ];
  });
  return [...noShows, ...onLeave].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.staff < b.staff ? -1 : 1));
}

function leaveSays(who: string, code: string, standIn: string | null, supervisor: string | null): Text {
  const name =
    supervisor === null
      ? text('the supervisor', '主管')
      : text(`the supervisor ${shown(supervisor)}`, `主管 ${shown(supervisor)} `);
  const why =
    standIn === null
      ? text('no stand-in is named', '未安排补班人')
      : text(`the stand-in ${standIn} did not come`, `补班人 ${standIn} 未到岗`);
  return text(
    `${shown(code)} of ${who}, on leave: ${why.en}; ${name.en} answers for it`,
    `${who} 请假，${shown(code)}班${why.zh}，由${name.zh}负责`,
  );
}

/** The offence's key or name in the handbook, or the word itself. */
const isMissedShift = (what: string, { values }: HandbookInForce): boolean => {
  const name = values.pay?.offences?.['missed-shift']?.name;
  return what === 'missed-shift' || what.includes('漏班') || what === name?.en || what === name?.zh;
};

/** Whoever else worked this shift on the day without being rostered for it, or is the named stand-in and worked it. */
function stoodIn(staff: StaffId, day: Day, shift: Shift, terms: UncoveredTerms): boolean {
  const spell = terms.leave.find((one) => one.staff === staff && one.from <= day && day <= one.to);
  const named = spell?.standIn ?? null;
  const worked = terms.shifts.some(
    (fact) => fact.staff === named && fact.day === day && fact.shift === shift.code && !fact.absent,
  );
  return worked || unplanned(staff, day, shift, terms.strays);
}

/** Minutes by which somebody who helps out may come late or leave early. */
const ABOUT = 60;

function unplanned(staff: StaffId, day: Day, { span }: Shift, strays: readonly Punch[]): boolean {
  const midnight = dayNumber(day) * DAY_MINUTES;
  const ends = new Map<StaffId, { first: number; last: number }>();
  for (const punch of strays) {
    const at = moment(punch);
    if (punch.staff === staff || at < midnight + span.from - 240 || at > midnight + span.to + 360) continue;
    const known = ends.get(punch.staff) ?? { first: at, last: at };
    ends.set(punch.staff, { first: Math.min(known.first, at), last: Math.max(known.last, at) });
  }
  return [...ends.values()].some(
    ({ first, last }) => first <= midnight + span.from + ABOUT && last >= midnight + span.to - ABOUT,
  );
}

/** One warning for each shift that no event has confirmed yet. */
export const uncoveredIssues = (facts: readonly UncoveredFact[], roster: SourceRef): Issue[] =>
  facts
    .filter(({ confirmed }) => !confirmed)
    .map(({ day, says, clause, sources }) =>
      warning(
        'shift-uncovered',
        sources[0] ?? roster,
        text(
          `${day} uncovered: ${says.en}${clause === null ? '' : ` (${clause})`}.`,
          `${day} 漏班：${says.zh}${clause === null ? '' : `（${clause}）`}。`,
        ),
        text(
          'Look into the chat log; then enter an event: absence or the offence of a missed shift, or absence-cleared.',
          '请核对后台聊天记录，然后登记事件：旷工或漏班违规；如实际到岗，请登记“旷工撤销”。',
        ),
      ),
    );
