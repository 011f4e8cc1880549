/**
 * A small linear program solved by the dual simplex method on a dense tableau: minimise cost x, rows a x = b,
 * low <= x <= high. All costs are >= 0 and every lower bound starts at 0, so the basis of artificial variables is
 * dual feasible from the start; after a bound is tightened a few dual pivots repair the optimum (branch and bound). A few hundred
 * rows and columns: simple beats sparse here.
 *
 * An infeasible answer is checked before it is believed: the row's multipliers are rounded to multiples of 2^-20, so that the
 * sums of the check are exact in doubles, and must still prove that no x within its bounds satisfies the rows.
 */

const EPS = 1e-9;
const PIVOT_EPS = 1e-7;
const GRID = 2 ** 20;

export interface SparseRow {
  readonly columns: readonly number[];
  /** Whole numbers of at most 1,000 in size. */
  readonly coefficients: readonly number[];
  readonly rhs: number;
}

export type LpStatus = 'optimal' | 'infeasible' | 'stalled';

export interface Tableau {
  readonly columns: number;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Runs dual pivots until optimal or infeasible; `stalled` after too many pivots or an unproved infeasibility. */
  readonly solve: () => LpStatus;
  /** Values of the columns. */
  readonly values: () => Float64Array;
  /** A state to come back to: bounds, basis and numbers. */
  readonly save: () => () => void;
  readonly pivots: () => number;
}

export function tableau(cost: Float64Array, high: Float64Array, rows: readonly SparseRow[]): Tableau {
  const n = cost.length;
  const m = rows.length;
  const width = n + m;
  const a = Array.from({ length: m }, () => new Float64Array(width));
  // Artificial column n + i is row i's own: always fixed to 0 when it is not basic, and the carrier of the multipliers.
  const low = new Float64Array(width);
  const up = new Float64Array(width);
  up.set(high);
  const reduced = new Float64Array(width);
  reduced.set(cost);
  rows.forEach((row, i) => {
    row.columns.forEach((column, at) => {
      a[i]![column]! += row.coefficients[at]!;
    });
    a[i]![n + i] = 1;
  });
  const rhs = Float64Array.from(rows, (row) => row.rhs);
  const basis = Int32Array.from({ length: m }, (_, i) => n + i);
  const inBasis = new Uint8Array(width);
  for (const column of basis) inBasis[column] = 1;
  /** A non-basic column sits at its upper bound. */
  const atHigh = new Uint8Array(width);
  let pivots = 0;

  const bound = (column: number): number => (atHigh[column] === 1 ? up[column]! : low[column]!);

  /** Values of the basic variables from scratch: rhs is B^-1 b, what sits at a bound is taken off. */
  const basicValues = (into: Float64Array): void => {
    into.set(rhs);
    for (let column = 0; column < width; column += 1) {
      if (inBasis[column] === 1) continue;
      const value = bound(column);
      if (value !== 0) for (let i = 0; i < m; i += 1) into[i]! -= a[i]![column]! * value;
    }
  };

  /** True when the multipliers of row i prove, exactly, that the bounds leave no solution. */
  const proved = (i: number): boolean => {
    const scale = 1 / Math.max(...Array.from({ length: m }, (_, k) => Math.abs(a[i]![n + k]!)), EPS);
    const total = new Float64Array(n);
    let right = 0;
    rows.forEach((row, k) => {
      const multiplier = Math.round(a[i]![n + k]! * scale * GRID) / GRID;
      if (multiplier === 0) return;
      right += multiplier * row.rhs;
      row.columns.forEach((column, at) => {
        total[column]! += multiplier * row.coefficients[at]!;
      });
    });
    let most = 0;
    let least = 0;
    for (let column = 0; column < n; column += 1) {
      const [x, y] = [total[column]! * low[column]!, total[column]! * up[column]!];
      most += Math.max(x, y);
      least += Math.min(x, y);
    }
    return right > most || right < least;
  };

  const pivot = (i: number, column: number): void => {
    const row = a[i]!;
    const inverse = 1 / row[column]!;
    for (let k = 0; k < width; k += 1) row[k]! *= inverse;
    rhs[i]! *= inverse;
    const used: number[] = [];
    for (let k = 0; k < width; k += 1) {
      if (Math.abs(row[k]!) < 1e-12) row[k] = 0;
      else used.push(k);
    }
    for (let other = 0; other < m; other += 1) {
      const factor = a[other]![column]!;
      if (other === i || factor === 0) continue;
      const target = a[other]!;
      for (const k of used) target[k]! -= factor * row[k]!;
      target[column] = 0;
      rhs[other]! -= factor * rhs[i]!;
    }
    const factor = reduced[column]!;
    if (factor !== 0) for (const k of used) reduced[k]! -= factor * row[k]!;
    reduced[column] = 0;
    inBasis[basis[i]!] = 0;
    inBasis[column] = 1;
    basis[i] = column;
    pivots += 1;
  };

  const current = new Float64Array(m);

  const solve = (): LpStatus => {
    // A bound that was tightened below its column's place moves the column to the bound that keeps it dual feasible.
    for (let column = 0; column < n; column += 1)
      if (inBasis[column] === 0) atHigh[column] = reduced[column]! < 0 ? 1 : 0;
    for (let step = 0; step < 20 * (m + 50); step += 1) {
      basicValues(current);
      let leaving = -1;
      let worst = 1e-7;
      for (let i = 0; i < m; i += 1) {
        const column = basis[i]!;
        const off = Math.max(low[column]! - current[i]!, current[i]! - up[column]!);
        if (off > worst) {
          worst = off;
          leaving = i;
        }
      }
      if (leaving < 0) return 'optimal';
      const out = basis[leaving]!;
      const rising = current[leaving]! < low[out]!;
      const row = a[leaving]!;
      let entering = -1;
      let best = Number.POSITIVE_INFINITY;
      for (let column = 0; column < n; column += 1) {
        if (inBasis[column] === 1 || up[column] === low[column]) continue;
        const slope = rising ? -row[column]! : row[column]!;
        if (atHigh[column] === 1 ? slope >= -PIVOT_EPS : slope <= PIVOT_EPS) continue;
        const ratio = Math.abs(reduced[column]! / slope);
        if (ratio < best - EPS || (ratio < best + EPS && Math.abs(slope) > Math.abs(row[entering]!))) {
          best = Math.min(best, ratio);
          entering = column;
        }
      }
      if (entering < 0) return proved(leaving) ? 'infeasible' : 'stalled';
      pivot(leaving, entering);
      atHigh[out] = out < n && !rising ? 1 : 0;
    }
    return 'stalled';
  };

  return {
    columns: n,
    low,
    high: up,
    solve,
    values: () => {
      basicValues(current);
      const x = Float64Array.from({ length: n }, (_, column) => (inBasis[column] === 1 ? 0 : bound(column)));
      basis.forEach((column, i) => {
        if (column < n) x[column] = current[i]!;
      });
      return x;
    },
    save: () => {
      const parts = [...a, low, up, reduced, rhs, basis, inBasis, atHigh];
      const then = parts.map((part) => part.slice());
      return () => {
        for (const [index, part] of parts.entries()) part.set(then[index]!);
      };
    },
    pivots: () => pivots,
  };
}
