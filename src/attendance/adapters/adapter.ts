/** What a punch reader is: the columns it knows a sheet by, and how its rows become punches of people yet to be found. */
import type { Named } from '../../base/headings.js';
import type { Issue } from '../../base/issue.js';
import type { SourceRef } from '../../base/source.js';
import type { Table } from '../../base/table.js';
import type { Text } from '../../base/text.js';
import type { Day } from '../../calendar/day.js';
import type { ExchangePlatform } from '../../people/platform-ids.js';

/** A punch as the file states it: of somebody with a number, a system's own id or only a name. */
export interface StatedPunch {
  readonly number: string | null;
  readonly userId: string | null;
  readonly name: string | null;
  readonly day: Day;
  /** Minute of that day, 0 to 1439. */
  readonly minute: number;
  readonly approved: boolean;
  readonly source: SourceRef;
}

/** Leave that the attendance system shows for a day on which nobody punched. */
export interface StatedLeave extends Pick<StatedPunch, 'number' | 'userId' | 'name' | 'day' | 'source'> {
  /** What it says: `事假 11-12 1天`. */
  readonly words: string;
}

export interface Stated {
  readonly punches: readonly StatedPunch[];
  readonly leave?: readonly StatedLeave[];
  readonly issues: readonly Issue[];
}

export interface PunchAdapter {
  readonly id: string;
  readonly name: Text;
  /** Whose accounts its ids are: ids.csv may say whose they are here. */
  readonly platform: ExchangePlatform | null;
  readonly columns: Readonly<Record<string, Named>>;
  /** The sheet must have columns of single days, whose headings `of` reads; the heading above them, and what one looks like. */
  readonly days?: { readonly of: (heading: string) => Day | null; readonly called: string; readonly example: string };
  /** The table has one heading row (headings.ts). */
  readonly read: (table: Table) => Stated;
}
