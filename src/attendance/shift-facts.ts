/** One person's rostered shifts and punches -> what became of each shift. One minute is charged once. */
import type { SourceRef } from '../base/source.js';
import { DAY_MINUTES, overlap, type Span } from '../calendar/clock.js';
import { type Day, dayNumber } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import type { StaffEvent, StaffId } from '../people/person.js';
import type { Punch, PunchEnd, ShiftFact } from './facts.js';
import type { Matched } from './match.js';
import { moment } from './moment.js';
import type { Piece, Rostered } from './stretches.js';

export interface ShiftTerms {
  readonly handbook: HandbookInForce;
  /** Where the roster stands. */
  readonly roster: SourceRef;
  /** The last day with a punch, as a day number. Null: no punches at all. */
  readonly punchedUntil: number | null;
  /** Minutes since 1970-01-01 00:00: files that end before the month does say nothing behind it. Null: they reach its end. */
  readonly endsAt: number | null;
  /** Days that the punches do not reach: their shifts count as rostered. */
  readonly open: ReadonlySet<Day>;
  /** The staff's events of kind absence and absence-cleared, which outweigh the punches (split-shift/5). */
  readonly events: readonly StaffEvent[];
}

/** Minutes of one shift by what became of them. */
interface Minutes {
  worked: number;
  late: number;
  early: number;
  extended: number;
  readonly missing: PunchEnd[];
  /** Stretches with a punch. */
  punched: number;
  readonly sources: SourceRef[];
}

/** The facts of one person's shifts, in roster order. */
export function shiftFacts(
  staff: StaffId,
  rostered: readonly Rostered[],
  matched: readonly Matched[],
  terms: ShiftTerms,
): ShiftFact[] {
  const minutes = new Map<Rostered, Minutes>();
  for (const one of matched) spread(one, minutes, terms);
  return rostered.flatMap((one): ShiftFact[] => {
    if (!one.counts) return [];
    const found = minutes.get(one)!;
    const fact = isOpen(one, terms) ? asRostered(staff, one, terms) : factOf(staff, one, found, terms);
    return [weighed(fact, terms)];
  });
}

const isOpen = ({ day, shift }: Rostered, { open, endsAt }: ShiftTerms): boolean =>
  open.has(day) || (endsAt !== null && dayNumber(day) * DAY_MINUTES + shift.span.from > endsAt);

/** Lays a stretch's punches over its pieces. */
function spread({ stretch, arrived, left }: Matched, minutes: Map<Rostered, Minutes>, terms: ShiftTerms): void {
  const there: Span = {
    from: arrived === null ? stretch.from : Math.max(stretch.from, Math.min(moment(arrived), stretch.to)),
    to: left === null ? stretch.to : Math.min(stretch.to, Math.max(moment(left), stretch.from)),
  };
  const nobody = arrived === null && left === null;
  stretch.pieces.forEach((piece, at) => {
    const sums = minutes.get(piece.rostered) ?? fresh();
    minutes.set(piece.rostered, sums);
    if (nobody) {
      sums.missing.push('arriving', 'leaving');
      return;
    }
    const [isFirst, isLast] = [at === 0, at === stretch.pieces.length - 1];
    sums.punched += 1;
    sums.worked += overlap(piece, there);
    sums.late += overlap(piece, { from: stretch.from, to: there.from });
    sums.early += overlap(piece, { from: there.to, to: stretch.to });
    if (isFirst && arrived === null) sums.missing.push('arriving');
    if (isLast && left === null && !mayYetCome(stretch.to, piece.rostered, terms)) sums.missing.push('leaving');
    if (isFirst && arrived !== null) sums.sources.push(arrived.source);
    if (isLast && left !== null) sums.sources.push(left.source);
    if (isLast && left !== null) sums.extended += extendedAfter(piece, left, terms);
  });
}

const fresh = (): Minutes => ({ worked: 0, late: 0, early: 0, extended: 0, missing: [], punched: 0, sources: [] });

/** A shift over the edge of the files: its leaving punch stands in the next one, for a night shift that of the next month. */
const mayYetCome = (to: number, { day }: Rostered, { endsAt, punchedUntil }: ShiftTerms): boolean =>
  endsAt === null ? to > (dayNumber(day) + 1) * DAY_MINUTES && dayNumber(day) === punchedUntil : to > endsAt;

/** three-shift/3: after a late shift's nominal end, its last part's, with buyers still asking. */
function extendedAfter({ to, rostered }: Piece, left: Punch, terms: ShiftTerms): number {
  const { day, shift } = rostered;
  const mayExtend = terms.handbook.values.service?.extend_with_customers ?? false;
  const isEnd = to === dayNumber(day) * DAY_MINUTES + shift.span.to;
  return mayExtend && shift.late && isEnd ? Math.max(0, moment(left) - to) : 0;
}

function factOf(staff: StaffId, { day, shift }: Rostered, found: Minutes, terms: ShiftTerms): ShiftFact {
  const absent = found.punched === 0;
  const pause = shift.parts.reduce((sum, { from, to }) => sum + to - from, 0) - shift.minutes;
  return {
    staff,
    day,
    shift: shift.code,
    plannedMinutes: shift.minutes,
    workedMinutes: absent ? 0 : Math.max(0, found.worked - pause),
    lateMinutes: found.late,
    earlyMinutes: found.early,
    missingPunches: absent ? 0 : found.missing.length,
    ...(absent || found.missing.length === 0 ? {} : { missing: found.missing }),
    absent,
    extendedMinutes: found.extended,
    sources: absent ? [terms.roster] : found.sources,
  };
}

function asRostered(staff: StaffId, { day, shift }: Rostered, terms: ShiftTerms): ShiftFact {
  return {
    staff,
    day,
    shift: shift.code,
    plannedMinutes: shift.minutes,
    workedMinutes: shift.minutes,
    lateMinutes: 0,
    earlyMinutes: 0,
    missingPunches: 0,
    absent: false,
    extendedMinutes: 0,
    sources: [terms.roster],
  };
}

/** What an event says of the day outweighs the punches. */
function weighed(fact: ShiftFact, terms: ShiftTerms): ShiftFact {
  const event = terms.events.findLast(({ staff, day }) => staff === fact.staff && day === fact.day);
  if (event === undefined) return fact;
  const { missing: _, ...rest } = fact;
  const nothing = {
    ...rest,
    lateMinutes: 0,
    earlyMinutes: 0,
    missingPunches: 0,
    sources: [...fact.sources, event.source],
  };
  return event.kind === 'absence'
    ? { ...nothing, workedMinutes: 0, extendedMinutes: 0, absent: true }
    : { ...nothing, workedMinutes: fact.plannedMinutes, absent: false };
}
