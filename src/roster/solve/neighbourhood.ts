/** Which part of the roster is taken apart next: a few agents, a window of days. */
import { type Random, shuffled } from '../../base/random.js';
import { isJudged, lineCost } from './lines.js';
import type { Prepared, Roster } from './roster.js';

export interface Neighbourhood {
  readonly agents: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Lengths of window worth trying: all days, or weeks. */
export function windowLengths(days: number): number[] {
  const lengths = [4, 7, 14, 28].filter((length) => length < days);
  if (days <= 42) lengths.push(days);
  return lengths;
}

/** A random neighbourhood of `size` agents; every other time around a line that costs something. */
export function neighbourhood(
  prepared: Prepared,
  roster: Roster,
  size: number,
  length: number,
  chance: Random,
): Neighbourhood {
  const { model } = prepared;
  const everybody = model.rows.map((_, agent) => agent);
  const agents = shuffled(everybody, chance).slice(0, size);
  const troubled = chance.next() < 0.5 ? troubledDay(prepared, roster, chance) : null;
  const centre = troubled ?? chance.below(model.days);
  const from = Math.max(0, Math.min(model.days - length, centre - chance.below(length)));
  return { agents, from, to: from + length };
}

/** A day of a random line that costs something now. */
function troubledDay({ model, lines }: Prepared, roster: Roster, chance: Random): number | null {
  if (lines.count === 0) return null;
  const start = chance.below(lines.count);
  for (let step = 0; step < lines.count; step += 1) {
    const line = (start + step) % lines.count;
    if (lineCost(lines, line, roster.totals[line]!, isJudged(lines, line, roster.totals)) === 0) continue;
    const cells = model.lines[line]!.parts.flatMap((part) => part.cells);
    const cell = cells[chance.below(cells.length)];
    if (cell !== undefined) return Math.floor(cell / model.values);
  }
  return null;
}
