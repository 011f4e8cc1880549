/**
 * The whole handbook, chapter by chapter. One strict schema for what is in force after merging presets and the user's
 * file (merge.ts); defaults are not here but in presets/defaults.yaml, so that each of them can be printed and traced.
 */
import { z } from 'zod';
import { demand } from './demand.js';
import { pay } from './pay.js';
import { rules } from './rules.js';
import { sales } from './sales.js';
import { cleaning, duty, leaveKind, meeting, routineBlock, service, shift } from './shifts.js';
import { words } from './words.js';

/** A clause: what the document says, and which values it sets. */
const clause = z.strictObject({
  /** The document's own words. */
  zh: z.string(),
  /** The same in English. */
  en: z.string(),
  /** Dotted paths whose values these words give. */
  sets: z.array(z.string()).optional(),
  /** Dotted paths where the document is silent and a default was chosen in its spirit. */
  assumes: z.array(z.string()).optional(),
  /** What the program makes of it: `rule:cover`, `line:pool`, `printed`, `input:leave.csv`, `people`. */
  becomes: z.array(z.string()).optional(),
});

export const handbook = z.strictObject({
  /** Names of presets, merged from left to right. */
  extends: z.array(z.string()).optional(),
  preset: z.string().optional(),
  title: words.optional(),
  /** Keyed by clause id, `three-shift/4`. */
  clauses: z.record(z.string(), clause),
  department: z.strictObject({ name: words }),
  service: service.optional(),
  shifts: z.record(z.string(), shift),
  duty: duty.optional(),
  cleaning: cleaning.optional(),
  /** Keyed by a name of one's own. */
  meetings: z.record(z.string(), meeting).optional(),
  routine: z.array(routineBlock).optional(),
  leave: z.strictObject({
    kinds: z.record(z.string(), leaveKind),
    /** Leave counts only with a name in approved_by. */
    needs_approval: z.boolean(),
    needs_stand_in: z.boolean(),
  }),
  rules,
  demand,
  sales,
  pay,
});

/** What is in force: parsed values, camel and snake as the files spell them. */
export type Handbook = z.infer<typeof handbook>;
