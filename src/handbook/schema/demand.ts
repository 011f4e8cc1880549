/** The chapter that turns contacts into people needed (`roster demand`). */
import { z } from 'zod';
import { clock, rate } from './words.js';

/** `80 % within 20 s`. */
const service = z.strictObject({ level: rate, within_seconds: z.int().min(0).max(3600) });

export const demand = z.strictObject({
  service,
  /** From this time of the day on another answer time holds (late shifts); null: none. */
  evening: z.strictObject({ from: clock, service }).nullable(),
  /** Mean time that one contact keeps its place busy, seconds. */
  handling_seconds: z.int().min(1).max(7200),
  /** Chats an agent holds at once; telephone: 1. */
  chats_at_once: z.int().min(1).max(20),
  /** Mean patience of a buyer in the queue, seconds; null: nobody leaves (Erlang C instead of A). */
  patience_seconds: z.int().min(1).max(7200).nullable(),
  /** Share of rostered time away from the desk: breaks, meetings, training. */
  shrinkage: rate,
  /** A past week this many weeks further back counts half. */
  half_life_weeks: z.int().min(1).max(520),
  /** Named days ahead, keyed by day: 2.5 = two and a half times an ordinary day of that weekday. */
  factors: z.record(z.string().regex(/^\d{4}-\d{2}-\d{2}$/), rate),
});
