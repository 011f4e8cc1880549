/**
 * Chapters about money. A chapter that is missing pays nothing and is not printed. Amounts are fen, rates exact ratios.
 * `null` where a handbook is silent: nothing is paid or charged and the program says so.
 */
import { z } from 'zod';
import { shiftKind } from './shifts.js';
import { count, money, rate, weight, words } from './words.js';

/** One row of a tier table: sales in (over, up_to], to the fen. `up_to: null`: no end. */
const tier = z.strictObject({
  over: money,
  up_to: money.nullable(),
  rate,
  /** `excess`: the rate on what lies above `over`; `all`: on the whole amount. */
  on: z.enum(['excess', 'all']),
  plus: money,
});
export type Tier = z.infer<typeof tier>;

const commission = z.strictObject({
  /** What the table is read with: an agent's sales in the month, or since January. */
  cumulate: z.enum(['month', 'year']),
  /** One table over all sales, or one each per shop or platform. */
  per: z.enum(['all', 'shop', 'platform']),
  tiers: z.array(tier).optional(),
  /** The rate chosen by a KPI: `rate` up to and including `up_to`, null: above all. */
  by_kpi: z
    .strictObject({ kpi: z.string(), steps: z.array(z.strictObject({ up_to: rate.nullable(), rate })).min(1) })
    .optional(),
});

/** A ladder of repeated offences. */
const ladder = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('steps'),
    /** An amount, or what happens instead; the last step stays for all later ones. */
    steps: z.array(z.union([money, z.enum(['warning', 'dismissal', 'resignation'])])).min(1),
  }),
  /** First a warning (where `warn_first`), then (n-1) x step; without the warning n x step. */
  z.strictObject({ kind: z.literal('arithmetic'), warn_first: z.boolean(), step: money }),
  /** Points of experience, never money. */
  z.strictObject({ kind: z.literal('points'), points: count }),
  /** The supervisor decides: the amount stands on the event. */
  z.strictObject({ kind: z.literal('by-event') }),
]);
export type Ladder = z.infer<typeof ladder>;

const offence = z.strictObject({
  name: words,
  ladder,
  /** What the count starts again with. */
  counted: z.enum(['month', 'rolling', 'ever']),
  /** Days of a rolling window. */
  window_days: count.optional(),
  /** Offences of one group share one count. */
  group: z.string().optional(),
});

const reward = z.strictObject({
  name: words,
  /** null: the handbook is silent, the user must set it. */
  amount: money.nullable(),
});

const kpi = z.strictObject({
  name: words,
  target: rate,
  /** `up_to` with `target` as lower end where the target is a range. */
  up_to: rate.optional(),
  better: z.enum(['higher', 'lower', 'range']),
  unit: z.enum(['percent', 'seconds', 'count', 'rings', 'points']),
  weight: weight.optional(),
  /** Shift kinds on which it is measured; missing: all. */
  shifts: z.array(shiftKind).min(1).optional(),
  /** Seconds that the target speaks of: 80 % answered within 20 s. */
  within_seconds: count.optional(),
});

const perDay = z.union([money, z.literal('day-pay')]).nullable();

export const pay = z.strictObject({
  /** Day of the next month on which wages are paid. */
  payday: z.int().min(1).max(31),
  /** Legal monthly minimum wage of the region; null: not set, checks that need it say so. */
  minimum_wage: money.nullable(),
  /** The same by region, where people work in several; the staff list names each one's. */
  minimum_wage_by_region: z.record(z.string(), money).optional(),
  post_salary: z
    .strictObject({
      /** What a day is worth: the salary over rostered days, over 21.75, or over calendar days. */
      divisor: z.enum(['rostered', '21.75', 'calendar']),
      probation_rate: rate,
      /** Sick pay as a share of the day's pay; never below the legal floor. */
      sick_rate: rate,
      sick_floor: rate,
    })
    .optional(),
  commission: commission.optional(),
  pool: z
    .strictObject({
      rate,
      share: z.enum(['head', 'hours', 'sales']),
      /** Who is a head: employed at any time of the month, throughout, or at work at least once. */
      heads: z.enum(['employed', 'whole-month', 'worked']),
    })
    .optional(),
  seniority: z
    .strictObject({ per_year: money.nullable(), most_years: count.nullable(), counts: z.enum(['full-years']) })
    .optional(),
  attendance: z
    .strictObject({
      late: z.strictObject({
        free_minutes: count,
        free_times: count,
        per_minute: money.nullable(),
        per_time: money.nullable(),
      }),
      early: z.strictObject({ per_minute: money.nullable(), per_time: money.nullable() }),
      missing_punch: z.strictObject({ free_times: count, per_time: money.nullable() }),
      absence: z.strictObject({ per_day: perDay }),
      unpaid_leave: z.strictObject({ per_day: perDay }),
      full_attendance: money.nullable(),
      night_allowance: z.strictObject({ per_shift: money.nullable(), from: z.string().optional() }),
      overtime: z.strictObject({
        pay: z.boolean(),
        hours: z.enum(['standard', 'comprehensive']),
        weekday: rate,
        rest_day: rate,
        holiday: rate,
      }),
      duty: z.strictObject({ per_time: money.nullable() }),
    })
    .optional(),
  offences: z.record(z.string(), offence).optional(),
  /** Experience points that everybody begins with, where offences cost points. */
  experience: z.strictObject({ opening: z.int() }).optional(),
  rewards: z.record(z.string(), reward).optional(),
  top_seller: z.strictObject({ streak: z.array(money).min(1), ties: z.enum(['each', 'nobody']) }).optional(),
  streaks: z
    .strictObject({
      excellent: z.strictObject({ grade: z.string(), months: count, amount: money }),
      failing: z.strictObject({ grade: z.string(), months: count }),
    })
    .optional(),
  quiet_quarter: z.strictObject({ amount: money.nullable(), posts: z.array(z.string()) }).optional(),
  loss: z
    .strictObject({
      /** Largest share of the month's wage before deductions that losses may take. */
      cap: rate,
      keep_minimum_wage: z.boolean(),
      enforce: z.boolean(),
    })
    .optional(),
  goodwill: z
    .strictObject({
      /** Keyed by kind (赔偿, 补损, 礼物); above `most` an approval is needed. */
      limits: z.record(z.string(), z.strictObject({ name: words, least: money, most: money })),
      late_delivery: z.strictObject({ rate, most: money }),
    })
    .optional(),
  /** Fines go to the department's activity fund. */
  fund: z.strictObject({ name: words, takes: z.enum(['fines']) }).optional(),
  discipline: z.array(words).optional(),
  grades: z
    .strictObject({
      /** Best first: the score a grade needs. */
      table: z
        .array(z.strictObject({ grade: z.string(), name: words, from: rate, payout: rate }))
        .min(1)
        .optional(),
      /** Days of the next month on which the appraisal is held. */
      held: z.strictObject({ from: z.int().min(1).max(31), to: z.int().min(1).max(31) }).optional(),
      /** What the score is made of; weights are compared with each other. */
      parts: z.record(z.string(), z.strictObject({ name: words, weight: weight })),
    })
    .optional(),
  /** Months of absence in a calendar year from which somebody is not appraised. */
  appraisal_exclusion: z.strictObject({ months_absent: count, window: z.enum(['year']), since: z.string() }).optional(),
  kpis: z.record(z.string(), kpi).optional(),
  conversion: z.strictObject({ bought: z.string(), served: z.string() }).optional(),
  /** Optional: the employee's shares of social insurance and housing fund. */
  social_insurance: z
    .strictObject({
      /** What the shares are taken of: the month's wage before deductions, or the post salary. */
      base: z.enum(['wage', 'post-salary']),
      /** The ends that the region sets for the base. */
      least: money.nullable(),
      most: money.nullable(),
      shares: z.record(z.string(), z.strictObject({ name: words, rate })),
    })
    .optional(),
  /** Optional: income tax by cumulative withholding; `deduction` a month (个人所得税法 6). */
  income_tax: z.strictObject({ deduction: money }).optional(),
  scorecard: z.strictObject({ due_days_before_payday: count, approve: z.boolean() }).optional(),
});
export type Pay = z.infer<typeof pay>;
