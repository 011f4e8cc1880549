/** Chapters about time: service hours, shifts, what happens after the nominal end, meetings, the day's routine. */
import { z } from 'zod';
import { clock, count, span, weekdayWord, words } from './words.js';

/** When buyers can reach somebody. `to` may lie past midnight. */
export const service = z.strictObject({
  from: clock,
  to: clock,
  /** Work after a late shift's nominal end with buyers still asking is approved, not a punch error. */
  extend_with_customers: z.boolean(),
});

export const shiftKind = z.enum(['day', 'half-day', 'late', 'split']);
export type ShiftKind = z.infer<typeof shiftKind>;

/** Keyed by the code the grid shows (白, 半, 晚). A split shift has two parts. */
export const shift = z.strictObject({
  name: words,
  kind: shiftKind,
  parts: z.array(span).min(1).max(3),
  /** Unpaid break inside the shift, minutes. */
  break: count,
  /** Where buyers are served past the rostered end as a matter of course: until when (training-manual/2). */
  stays_until: clock.optional(),
  /** Fill colour in sheets and pages, `#RRGGBB`; a default by kind where it is missing. */
  colour: z
    .string()
    .regex(/^#[0-9A-Fa-f]{6}$/)
    .optional(),
});

/** Duty 值班: who stays on after the late shift. */
export const duty = z.strictObject({ agents: count, minutes: count });

/** Cleaning duty 值日: how many a day. */
export const cleaning = z.strictObject({ agents: count });

export const meeting = z.strictObject({
  weekday: weekdayWord,
  from: clock,
  to: clock,
  /** Time at a meeting outside one's shift is worked time. */
  counts_as_work: z.boolean(),
});

/** A block of the day's routine; the day sheet names who has it. */
export const routineBlock = z.strictObject({ from: clock, to: clock, task: words });

/** Kinds of leave, keyed by the word in leave.csv. `pay`: share of the day's pay that stays. */
export const leaveKind = z.strictObject({
  name: words,
  pay: z.enum(['full', 'none', 'sick']),
  /** Other words for the same kind. */
  also: z.array(z.string()),
});
