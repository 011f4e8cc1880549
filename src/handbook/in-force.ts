/** A handbook after merging: parsed values, and for each value where it came from. What every engine is given. */
import type { SourceRef } from '../base/source.js';
import type { Text } from '../base/text.js';
import type { Handbook } from './schema/handbook.js';

export interface Origin {
  /** `three-shift/4`; null where the user's own file sets the value without a clause. */
  readonly clause: string | null;
  /** The clause's words; null without a clause. */
  readonly says: Text | null;
  /** The document is silent: the value is a default the user may change. */
  readonly assumed: boolean;
  /** The preset or the user's file, with the row. */
  readonly source: SourceRef;
}

export interface HandbookInForce {
  readonly values: Handbook;
  /** Where the value at a dotted path came from: the longest clause path that covers it. `rules.cover.shifts.白.min` */
  readonly origin: (path: string) => Origin;
}
