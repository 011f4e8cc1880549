/**
 * The roster's rules, one schema each, keyed by rule id. What each measures, in which unit, stands in docs/rules.md.
 * `level: off` switches a rule off; weights count only where something is soft.
 */
import { z } from 'zod';
import { clock, count, level, span, weekdayKey, weekdayWord, weight } from './words.js';

/** How many agents a shift has on a day; `auto`: a fair share of those at work (docs/rules.md). */
const heads = z.strictObject({
  min: count,
  target: z.union([count, z.literal('auto')]),
  max: z.union([count, z.literal('any')]),
  /** Weight of this shift when heads beyond `min` are shared out. */
  share: count.optional(),
});
export type Heads = z.infer<typeof heads>;

/** Only what differs from the ordinary day, by shift code. */
const someHeads = z.record(z.string(), heads.partial());

/** May the supervisor let it be broken once (`--accept`)? Where nothing is said: yes. */
const overridable = z.boolean().optional();

const switchable = z.strictObject({ level, overridable });
const weighted = z.strictObject({ level, weight, overridable });
/** A part of a rule. */
const part = z.strictObject({ level, weight });

/** Kinds (`late`) or shift codes (`晚`). */
const kindsOrCodes = z.array(z.string()).min(1);

export const rules = z.strictObject({
  cover: z.strictObject({
    overridable,
    level,
    target_weight: weight,
    shifts: z.record(z.string(), heads),
    /** Overrides; a named date beats a holiday beats a weekday. */
    weekdays: z.partialRecord(weekdayKey, someHeads),
    holidays: someHeads,
    /** Keyed by day: promotion days and the like. */
    dates: z.record(z.string().regex(/^\d{4}-\d{2}-\d{2}$/), someHeads),
  }),
  'interval-cover': weighted,
  'hand-over': z.strictObject({
    overridable,
    level,
    changes: z.array(
      z.strictObject({
        from: z.string(),
        to: z.string(),
        /** Minutes both sides must be there together; 0: they meet, the hand-over is confirmed. */
        overlap: count,
        /** Confirmed by punches: the arriving punch comes before the leaving one. */
        confirm: z.boolean(),
        /** `to` is the next morning's shift: a sheet is handed on, nobody meets. */
        next_day: z.boolean(),
      }),
    ),
  }),
  'one-shift': switchable,
  succession: z.strictObject({
    overridable,
    level,
    weight,
    forbidden: z.array(z.strictObject({ after: kindsOrCodes, next: kindsOrCodes })),
  }),
  'rest-between': z.strictObject({ level, weight, hours: z.number().min(0).max(24), overridable }),
  'rest-days': z.strictObject({
    overridable,
    level,
    weight,
    mode: z.enum(['exactly', 'at-least', 'about']),
    /** A number a month; `weeks`: one for each calendar week that ends in the month (its Sundays). */
    days: z.union([count, z.literal('weeks')]),
  }),
  'weekly-rest': z.strictObject({
    overridable,
    /** A free day has no work in this window. */
    window: span,
    week: part,
    seven_days: part,
    month: part,
  }),
  'max-run': z.strictObject({ level, most: count, wanted: count, wanted_weight: weight, overridable }),
  'late-run': z.strictObject({ level, weight, most: count, single_weight: weight, overridable }),
  leave: switchable,
  protected: z.strictObject({ level, from: clock, to: clock, overridable }),
  'allowed-shifts': switchable,
  skills: z.strictObject({
    overridable,
    level,
    weight,
    needs: z.array(z.strictObject({ shift: z.string(), skill: z.string(), min: count })),
  }),
  mentor: weighted,
  'balance-hours': z.strictObject({
    overridable,
    level,
    weight,
    spread_weight: weight,
    /** Minutes that may be off without cost. */
    tolerance: count,
    /** Hours a month that other posts work; `standard`: the month's legal standard hours; `none`: not compared. */
    reference: z.union([z.literal('standard'), z.literal('none'), z.number().min(0)]),
  }),
  'balance-late': weighted,
  'balance-weekends': weighted,
  'balance-holidays': weighted,
  requests: weighted,
  rotation: z.strictObject({
    overridable,
    level,
    weight,
    /** Days on which the shift may change; empty: any day. */
    change_on: z.array(weekdayWord),
    change_weight: weight,
    /** Shift codes in the order in which they should follow each other; empty: any. */
    forward: z.array(z.string()),
    forward_weight: weight,
    /** Changes with at least two days off between, such as from late to day: kept by the lines of `roster pattern`. */
    two_days_off: z.array(z.strictObject({ after: kindsOrCodes, next: kindsOrCodes })),
    /** Weeks of the cyclic pattern; null: as many as agents. */
    cycle_weeks: count.nullable(),
  }),
  stability: weighted,
  meeting: weighted,
});

export type Rules = z.infer<typeof rules>;
export type RuleId = keyof Rules;
