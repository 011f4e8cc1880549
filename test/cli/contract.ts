/** The contract for scripts: names and forms of the JSON documents. Names may be added, never taken away. */
import { z } from 'zod';

const issue = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string().min(1),
  hint: z.string(),
  source: z.string().nullable(),
});
export const issues = z.array(issue);
const month = z.string().regex(/^\d{4}-\d{2}$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const yuan = z.string().regex(/^-?\d+\.\d{2}$/);
const score = z.strictObject({ hard: z.int().min(0), soft: z.int().min(0) });
const violation = z.object({
  rule: z.string(),
  clause: z.string().nullable(),
  level: z.enum(['hard', 'soft']),
  staff: z.array(z.string()),
  days: z.array(day),
  needed: z.number(),
  found: z.number(),
  off_by: z.int().min(1),
  unit: z.string(),
  message: z.string().min(1),
});

export const generated = z.object({
  month,
  status: z.enum(['optimal', 'feasible', 'gaps', 'infeasible', 'unknown']),
  score,
  bound: score,
  gap: z.number().min(0).max(1).nullable(),
  seconds: z.number().min(0),
  seed: z.int(),
  violations: z.array(violation),
  gaps: z.array(z.object({ day, shift: z.string(), missing: z.int().min(1) })),
  conflict: z.object({ reasons: z.array(z.object({ message: z.string() })).min(1) }).nullable(),
  files: z.array(z.string()),
  issues,
});

export const checked = z.object({
  month,
  status: z.enum(['ok', 'violations']),
  violations: z.array(violation),
  issues,
});

/** `roster pattern`: cells to change in each month to come, proved the fewest where `at_least` says the same. */
export const patterned = z.object({
  month,
  status: z.literal('found'),
  weeks: z.int().min(1),
  from: day,
  choice: z.int().min(1),
  alternatives: z
    .array(z.object({ about: z.string(), weeks: z.array(z.string()).min(1), figures: z.record(z.string(), z.int()) }))
    .min(1),
  walkers: z.array(z.array(z.string())).min(1),
  months: z.array(
    z.strictObject({
      month,
      changes: z.int().min(0).nullable(),
      at_least: z.int().min(0).nullable(),
      fewest_proved: z.boolean(),
      impossible: z.boolean(),
      rest_off: z.int().min(0),
    }),
  ),
  files: z.array(z.string()),
  issues,
});

interface Line {
  readonly line: string;
  readonly amount: string;
  readonly clause: string | null;
  readonly parts: readonly Line[];
}
const line: z.ZodType<Line> = z.lazy(() =>
  z.object({ line: z.string(), amount: yuan, clause: z.string().nullable(), parts: z.array(line) }),
);
export const computed = z.object({
  month,
  status: z.enum(['ok', 'problems']),
  totals: z.strictObject({ gross: yuan, deductions: yuan, net: yuan }),
  reconciliation: z.strictObject({
    export: yuan,
    agents: yuan,
    pool: yuan,
    unplaced: yuan,
    waiting: yuan,
    excluded: yuan,
    refunded: yuan,
    difference: yuan,
  }),
  payslips: z.array(
    z.object({ id: z.string(), name: z.string(), lines: z.array(line), gross: yuan, deductions: yuan, net: yuan }),
  ),
  exceptions: z.array(z.object({ id: z.string(), amount: yuan.nullable(), message: z.string() })),
  notices: z.array(z.object({ staff: z.string(), kind: z.string(), says: z.string() })),
  files: z.array(z.string()),
  issues,
});
