/**
 * Dual simplex steps: columns that have been closed leave the basis, one row after the other, while the prices stay right. What
 * is fixed in a dive or forbidden by a question moves the program's optimum so: in dozens of steps where the program is small, in a thousand or two in
 * instance 12.
 *
 * Rows are weighed as Devex does. Costs are whole and ties many, so that steps would lead in circles: costs are uneven meanwhile.
 */
import {
  addTo,
  BASIC,
  entryOf,
  exchange,
  gainOf,
  inverseOf,
  isWorn,
  LOWER,
  mostOf,
  REDUCED,
  refresh,
  setAlpha,
  setNearest,
  setPivotRow,
  setPrices,
  type Tableau,
  times,
  UPPER,
} from './tableau.js';

/** A basic column this far out of its bounds is put right. */
const OUT = 1e-6;
/** Costs are uneven by so much meanwhile; ratios nearer to each other than this are ties. */
const UNEVEN = 1e-3;
const TIE = 1e-9;
/** Entries below are no pivots; one that is so far from itself by row and by column tells of a worn inverse. */
const PIVOT = 1e-6;
const VAGUE = 1e-6;

/** Steps until no basic column is out of its bounds, and fresh prices; false: that has not come about. */
export function mend(of: Tableau, limit: number, isSpent: () => boolean): boolean {
  const weight = new Float64Array(of.size).fill(1);
  if (outermost(of, weight) < 0) return true;
  const whole = of.cost.slice(0, of.columns);
  makeUneven(of);
  const isMended = steps(of, weight, limit, isSpent);
  of.cost.set(whole);
  setPrices(of);
  return isMended;
}

function steps(of: Tableau, weight: Float64Array, limit: number, isSpent: () => boolean): boolean {
  const { size, x, basis } = of;
  setNearest(of, of.columns);
  for (let step = 0; step < limit; step += 1) {
    if (isWorn(of)) renew(of, weight);
    const leaving = outermost(of, weight);
    if (leaving < 0) return true;
    const isOver = x[leaving]! > 0;
    const bound = isOver ? mostOf(of, basis[leaving]!) : 0;
    setPivotRow(of, leaving);
    const column = entering(of, isOver, Math.abs(x[leaving]! - bound));
    if (column < 0) return false;
    const alpha = setAlpha(of, column);
    const pivot = alpha[leaving]!;
    if (inverseOf(of).count > 0 && Math.abs(pivot - entryOf(of, column)) > VAGUE * (1 + Math.abs(pivot))) {
      renew(of, weight);
      continue;
    }
    const reference = weight[leaving]! / (pivot * pivot);
    for (let row = 0; row < size; row += 1) {
      const grown = alpha[row]! * alpha[row]! * reference;
      if (grown > weight[row]!) weight[row] = grown;
    }
    weight[leaving] = Math.max(1, reference);
    exchange(of, column, leaving, (x[leaving]! - bound) / pivot, isOver ? UPPER : LOWER);
    if (step % 16 === 15 && isSpent()) return false;
  }
  return false;
}

function renew(of: Tableau, weight: Float64Array): void {
  refresh(of);
  setPrices(of);
  setNearest(of, of.columns);
  weight.fill(1);
}

/** Every column that is not basic is a little farther from helping than it is. */
function makeUneven({ columns, cost, status }: Tableau): void {
  for (let column = 0; column < columns; column += 1) {
    const more = (0.5 + ((column * 7919) % 1009) / 1009) * UNEVEN;
    if (status[column] !== BASIC) cost[column]! += status[column] === LOWER ? more : -more;
  }
}

/** The row whose basic column is farthest out of its bounds, weighed; -1: none is out. */
function outermost(of: Tableau, weight: Float64Array): number {
  const { size, x, basis } = of;
  let leaving = -1;
  let far = 0;
  for (let row = 0; row < size; row += 1) {
    const out = Math.max(-x[row]!, x[row]! - mostOf(of, basis[row]!));
    if (out <= OUT || out * out <= far * weight[row]!) continue;
    far = (out * out) / weight[row]!;
    leaving = row;
  }
  return leaving;
}

/** Columns to which a step may lead. */
const candidates: number[] = [];

/** Sets which columns help the row without being wanted for themselves. */
function findCandidates(of: Tableau, isOver: boolean): void {
  const { near, status } = of;
  candidates.length = 0;
  for (let index = 0; index < near.length; index += 1) {
    const column = near[index]!;
    if (status[column] === BASIC) continue;
    const entry = entryOf(of, column);
    const help = (status[column] === LOWER) === isOver ? entry : -entry;
    if (help > PIVOT && gainOf(of, column) <= REDUCED) candidates.push(column);
  }
}

/** The column that enters for a row that is so far out; those on the way to it go from bound to bound. -1: there is none. */
function entering(of: Tableau, isOver: boolean, out: number): number {
  findCandidates(of, isOver);
  const { upper } = of;
  const flipped: number[] = [];
  let left = out;
  for (;;) {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const column of candidates) {
      const help = Math.abs(entryOf(of, column));
      const far = Math.max(0, -gainOf(of, column)) / help;
      // Equally far: the one that moves the row most is the better pivot.
      if (far > least + TIE || (far > least - TIE && help <= Math.abs(entryOf(of, best)))) continue;
      least = far;
      best = column;
    }
    if (best < 0) return -1;
    const moved = Math.abs(entryOf(of, best)) * upper[best]!;
    if (moved >= left || candidates.length === 1) {
      if (flipped.length > 0) flip(of, flipped);
      return best;
    }
    left -= moved;
    flipped.push(best);
    candidates.splice(candidates.indexOf(best), 1);
  }
}

/** Columns go to their other bound. */
function flip(of: Tableau, columns: readonly number[]): void {
  const { right, status, upper, x, size } = of;
  right.fill(0);
  for (const column of columns) {
    addTo(of, right, column, status[column] === LOWER ? upper[column]! : -upper[column]!);
    status[column] = status[column] === LOWER ? UPPER : LOWER;
  }
  const moved = times(of, right);
  for (let row = 0; row < size; row += 1) x[row]! -= moved[row]!;
}
