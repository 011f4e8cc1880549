/** Chapters that decide which sales count, for which month, and for whom. */
import { z } from 'zod';

export const FLAGS = ['grey', 'red', 'yellow', 'green', 'blue', 'purple', 'orange', 'cyan'] as const;
const flag = z.enum(FLAGS);
export type Flag = z.infer<typeof flag>;

/**
 * A mark in the seller's remark that names the agent. Every pattern is anchored: a number must stand alone, never "any
 * digits". `custom` patterns run in a linear-time engine and have one group that holds the number or the name.
 */
const mark = z.strictObject({
  on: z.boolean(),
  form: z.enum(['staff-number', 'name-date', 'underscore-name', 'name-first', 'dashes-name', 'custom']),
  pattern: z.string().optional(),
  example: z.string().optional(),
});

export const sales = z.strictObject({
  /** The date that decides the month. */
  month_by: z.enum(['paid', 'finished']),
  /** Keyed by a name of one's own, tried in order of `order` in the key's place of first appearance. */
  marks: z.record(z.string(), mark),
  /** An order that names two agents: left to the clerk, split evenly, or given to the first or last named. */
  several: z.enum(['unplaced', 'split', 'first', 'last']),
  flag: z.strictObject({
    /** The flag a mark needs to count; `none`: no flag is needed. */
    counts: z.union([flag, z.literal('none')]),
    /** `required`: no flag, no commission; `if-present`: only where the export has a flag column; `ignored`. */
    mode: z.enum(['required', 'if-present', 'ignored']),
    /** By platform, where it differs. */
    platforms: z.record(z.string(), z.enum(['required', 'if-present', 'ignored'])),
    /** Flags that make an order wait (refund asked, on hold). */
    waits: z.array(flag),
  }),
  /** Tags or remark words of orders that never count (brushing orders). */
  excluded_tags: z.array(z.string()),
  /**
   * A refund that a refund file dates in a later month than its order's: a negative sale of its own month, or taken from the
   * order's month (arrears where that is closed).
   */
  late_refund: z.enum(['month-of-refund', 'original-month']),
  /** Any other file's columns: field -> heading. */
  generic: z
    .strictObject({
      platform: z.string(),
      shop: z.string().optional(),
      order: z.string(),
      paid: z.string(),
      refunded: z.string().optional(),
      status: z.string().optional(),
      paid_at: z.string(),
      finished_at: z.string().optional(),
      remark: z.string().optional(),
      flag: z.string().optional(),
      counts: z.array(z.string()).optional(),
    })
    .optional(),
});
