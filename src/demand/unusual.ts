/** Past days far from their weekday's usual (a sale, a holiday nobody named, an outage): they do not speak for ordinary ones. */
import { type Day, weekday } from '../calendar/day.js';
import type { Counted } from './forecast.js';

export interface UnusualDay {
  readonly day: Day;
  readonly contacts: number;
  /** The median of its weekday. */
  readonly usual: number;
}

/** So many times the usual, or so small a part of it, and beyond chance: so many roots of the usual away. */
const [TIMES, ROOTS] = [1.6, 5];
/** Fewer days of a weekday have no usual. */
const FEW = 4;
/** More weeks in a row, or two up to the last, are a new level and no exception. */
const LONGEST = 2;

/** By day; `leftOut`: days known to be no ordinary ones, which say nothing of what is usual. */
export function unusualDays(past: readonly Counted[], leftOut: ReadonlySet<Day>): UnusualDay[] {
  const totals = new Map<Day, number>();
  for (const { day, contacts } of past) if (!leftOut.has(day)) totals.set(day, (totals.get(day) ?? 0) + contacts);
  const days = [...totals.keys()].sort();
  return [1, 2, 3, 4, 5, 6, 7]
    .flatMap((each) =>
      ofWeekday(
        days.filter((day) => weekday(day) === each),
        totals,
      ),
    )
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

function ofWeekday(days: readonly Day[], totals: ReadonlyMap<Day, number>): UnusualDay[] {
  if (days.length < FEW) return [];
  const counts = days.map((day) => totals.get(day)!);
  const usual = median(counts);
  const isFar = (contacts: number): boolean =>
    Math.abs(contacts - usual) > ROOTS * Math.sqrt(usual) && (contacts > TIMES * usual || contacts * TIMES < usual);
  return days.flatMap((day, at) => {
    if (!isFar(counts[at]!)) return [];
    let [from, to] = [at, at];
    while (from > 0 && isFar(counts[from - 1]!)) from -= 1;
    while (to + 1 < days.length && isFar(counts[to + 1]!)) to += 1;
    const weeks = to - from + 1;
    const isLevel = weeks > LONGEST || (weeks === LONGEST && to === days.length - 1);
    return isLevel ? [] : [{ day, contacts: counts[at]!, usual }];
  });
}

function median(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
