/** Ladders of repeated offences: which offence of its count an event is, and what the ladder says to that. */
import { assertNever } from '../base/assert.js';
import { type Fen, fen, showYuan } from '../base/fen.js';
import { joinTexts, same, type Text, text } from '../base/text.js';
import { daysBetween, monthOf } from '../calendar/day.js';
import type { Ladder, Pay } from '../handbook/schema/pay.js';
import type { StaffEvent } from '../people/person.js';

export type Offences = NonNullable<Pay['offences']>;

export type Consequence =
  | { readonly kind: 'money'; readonly amount: Fen }
  | { readonly kind: 'warning' | 'dismissal' | 'resignation' }
  | { readonly kind: 'points'; readonly points: number }
  /** The supervisor decides and has not: the event carries no amount. */
  | { readonly kind: 'undecided' };

/** What the n-th offence (from 1) costs; `given` is the amount on the event. */
export function consequence(ladder: Ladder, n: number, given: Fen | null): Consequence {
  switch (ladder.kind) {
    case 'steps': {
      const step = ladder.steps[Math.min(n, ladder.steps.length) - 1]!;
      return typeof step === 'number' ? { kind: 'money', amount: step } : { kind: step };
    }
    case 'arithmetic':
      if (!ladder.warn_first) return { kind: 'money', amount: fen(n * ladder.step) };
      return n === 1 ? { kind: 'warning' } : { kind: 'money', amount: fen((n - 1) * ladder.step) };
    case 'points':
      return { kind: 'points', points: ladder.points };
    case 'by-event':
      return given === null ? { kind: 'undecided' } : { kind: 'money', amount: given };
    default:
      return assertNever(ladder);
  }
}

/** The offence an event names: by its key, or by its name in either language. */
export function offenceKey(offences: Offences, event: StaffEvent): string | null {
  const what = event.what.trim();
  if (Object.hasOwn(offences, what)) return what;
  const named = Object.keys(offences).find((key) => offences[key]!.name.zh === what || offences[key]!.name.en === what);
  // A complaint's words are the buyer's: without a key of its own it is the handbook's `complaint`.
  return named ?? (Object.hasOwn(offences, event.kind) ? event.kind : null);
}

/**
 * The events that share a count with `events[at]`, itself last. `events` are one person's offences by day, so the length
 * says which offence it is.
 */
export function countedWith(offences: Offences, events: readonly StaffEvent[], at: number): StaffEvent[] {
  const event = events[at]!;
  const key = offenceKey(offences, event);
  if (key === null) return [event];
  const { counted, window_days: windowDays, group } = offences[key]!;
  const shares = (other: StaffEvent): boolean => {
    const otherKey = offenceKey(offences, other);
    if (otherKey !== key && (group === undefined || otherKey === null || offences[otherKey]!.group !== group)) {
      return false;
    }
    if (counted === 'month') return monthOf(other.day) === monthOf(event.day);
    return counted === 'ever' || windowDays === undefined || daysBetween(other.day, event.day) < windowDays;
  };
  return events.slice(0, at + 1).filter(shares);
}

const STEPS = {
  warning: text('warning', '警告'),
  dismissal: text('dismissal', '开除'),
  resignation: text('resignation', '自动离职'),
} as const;

/** `10.00, 30.00, dismissal` */
export function sayLadder(ladder: Ladder): Text {
  switch (ladder.kind) {
    case 'steps':
      return joinTexts(
        ladder.steps.map((step) => (typeof step === 'number' ? same(showYuan(step)) : STEPS[step])),
        text(', ', '、'),
      );
    case 'arithmetic':
      return ladder.warn_first
        ? text(`a warning, then (n - 1) x ${showYuan(ladder.step)}`, `先警告，再 (n - 1) x ${showYuan(ladder.step)}`)
        : same(`n x ${showYuan(ladder.step)}`);
    case 'points':
      return text(`${sayPoints(ladder.points)} of experience`, `${ladder.points} 点经验`);
    case 'by-event':
      return text('as the supervisor decides', '由主管决定');
    default:
      return assertNever(ladder);
  }
}

/** `1 point`, `3 points`; English alone counts them in words. */
export const sayPoints = (points: number): string => `${points} ${points === 1 ? 'point' : 'points'}`;

export const sayStep = (kind: keyof typeof STEPS): Text => STEPS[kind];
