/**
 * Everybody asked at some prices: the Lagrangian bound, the rows that help, and what the best rows add up to by line, which says
 * where prices must go.
 */
import { linesBound } from './lagrange.js';
import { addCell } from './lines.js';
import type { Master } from './master.js';
import { FORBIDDEN } from './model.js';
import { costOutside, type Effort, pricedColumn, pricer } from './pricing.js';
import type { Prepared, Roster } from './roster.js';
import type { Stop } from './stop.js';

export interface Asked {
  /** No way to fill the part costs less. FORBIDDEN: somebody has no row at all */
  readonly bound: number;
  /** Rows that are in the program now and were not. */
  readonly added: number;
}

export interface Asker {
  /** Cost of what the part does not touch. */
  readonly outside: number;
  /**
   * @param duals of the program: rows that help under these become columns
   * @param uppers see `pricer`
   * @param isCounted whether the searches count towards the budget
   * @returns null: the budget was spent meanwhile
   */
  readonly ask: (
    prices: Float64Array,
    effort: Effort,
    duals: Float64Array,
    uppers: Float64Array | null,
    isCounted?: boolean,
  ) => Asked | null;
  /** By line: the total of the rows last found, those that are fixed and those outside. */
  readonly totals: Int32Array;
}

/** Made once for a program and a roster around it; fixings may change between two askings. */
export function asker(prepared: Prepared, roster: Roster, master: Master, stop: Stop): Asker {
  const { lines, model } = prepared;
  const { part, fixed } = master;
  const outside = costOutside(prepared, roster, master);
  const { under, ask, take } = pricer(prepared, roster, master);
  const totals = new Int32Array(lines.count);
  const note = (place: number, row: Uint8Array): void => {
    for (let day = part.from; day < part.to; day += 1)
      addCell(lines, part.agents[place]!, day * model.values + row[day]!, 1, totals);
  };
  return {
    outside,
    totals,
    ask(prices, effort, duals, uppers, isCounted = true) {
      let bound = outside + linesBound(lines, master.lines, prices);
      let size = Math.abs(outside);
      for (const line of master.lines) {
        bound -= prices[line]! * master.totals[line]!;
        size += Math.abs(prices[line]!) * (Math.abs(master.totals[line]!) + part.agents.length);
      }
      totals.set(master.totals);
      under(prices, effort, uppers);
      let added = 0;
      for (let place = 0; place < part.agents.length; place += 1) {
        const column = fixed[place]!;
        if (column !== null) {
          bound += pricedColumn(prepared, master, column, prices);
          note(place, column.row);
          continue;
        }
        const found = ask(place);
        bound += found.bound;
        if (stop.spend(isCounted ? 1 : 0)) return null;
        if (found.cost === FORBIDDEN) continue;
        added += take(place, duals);
        note(place, found.rows[0]!);
      }
      // A margin for rounding: sums of some thousand products, and of what they may add up to.
      if (bound < FORBIDDEN) bound -= 1e-6 + 1e-10 * Math.abs(bound) + 1e-13 * size;
      return { bound, added };
    },
  };
}
