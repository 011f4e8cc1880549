/** What the clock says about the shift table: at change-overs and over the service day. */
import { overlap, type Span } from '../calendar/clock.js';

/**
 * Minutes at a change-over: positive where both are there together at the end of `from`, negative where nobody is,
 * 0 where one goes as the other comes. A split shift takes over with the part that lasts beyond the end of `from`.
 */
export function changeOverMinutes(from: readonly Span[], to: readonly Span[]): number {
  const last = from[from.length - 1]!;
  const beyond = to.filter((part) => part.to > last.to);
  if (beyond.length === 0) return 0;
  const together = Math.max(...beyond.map((part) => overlap(part, last)));
  return together > 0 ? together : last.to - Math.min(...beyond.map((part) => part.from));
}

/** The stretches of `whole` that no part covers, in order. */
export function uncovered(whole: Span, parts: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let at = whole.from;
  for (const part of [...parts].sort((a, b) => a.from - b.from)) {
    if (part.from > at) gaps.push({ from: at, to: Math.min(part.from, whole.to) });
    at = Math.max(at, part.to);
    if (at >= whole.to) return gaps;
  }
  return [...gaps, { from: at, to: whole.to }];
}
