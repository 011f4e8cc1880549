import { expect, test } from 'vitest';
import { random } from '../../../src/base/random.js';
import { simplex } from '../../../src/roster/solve/simplex.js';

const never = (): boolean => false;

/** The least cost of a program with few columns: every choice of basis, solved by elimination. */
function bruteForce(rows: number[][], rhs: number[], cost: number[], upper: number[]): number {
  let best = Number.POSITIVE_INFINITY;
  const count = cost.length;
  const choose = (from: number, basis: number[]): void => {
    if (basis.length < rhs.length) {
      for (let column = from; column < count; column += 1) choose(column + 1, [...basis, column]);
      return;
    }
    const others = cost.map((_, column) => column).filter((column) => !basis.includes(column) && upper[column]! < 1e9);
    for (let mask = 0; mask < 1 << others.length; mask += 1) {
      const x = new Array<number>(count).fill(0);
      others.forEach((column, bit) => {
        if ((mask >> bit) & 1) x[column] = upper[column]!;
      });
      const right = rhs.map(
        (value, row) => value - rows[row]!.reduce((sum, entry, column) => sum + entry * x[column]!, 0),
      );
      const solved = eliminate(
        rows.map((row) => basis.map((column) => row[column]!)),
        right,
      );
      if (solved === null) continue;
      basis.forEach((column, index) => {
        x[column] = solved[index]!;
      });
      if (x.some((value, column) => value < -1e-7 || value > upper[column]! + 1e-7)) continue;
      best = Math.min(
        best,
        x.reduce((sum, value, column) => sum + value * cost[column]!, 0),
      );
    }
  };
  choose(0, []);
  return best;
}

function eliminate(matrix: number[][], right: number[]): number[] | null {
  const size = right.length;
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  for (let column = 0; column < size; column += 1) {
    const pivot = rows.findIndex((row, index) => index >= column && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) return null;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      rows[row] = rows[row]!.map((value, index) => value - factor * rows[column]![index]!);
    }
  }
  return rows.map((row, index) => row[size]! / row[index]!);
}

test('finds the optimum of small programs, also after columns have come and been closed', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const chance = random(seed);
    const size = 1 + chance.below(3);
    const rhs = Array.from({ length: size }, () => chance.below(5));
    const lp = simplex(Float64Array.from(rhs));
    const rows: number[][] = rhs.map(() => []);
    const cost: number[] = [];
    const upper: number[] = [];
    const add = (price: number, most: number, entries: number[]): number => {
      entries.forEach((entry, row) => {
        rows[row]!.push(entry);
      });
      cost.push(price);
      upper.push(most);
      return lp.add({
        cost: price,
        upper: most,
        rows: Int32Array.from(entries.keys()),
        values: Float64Array.from(entries),
      });
    };
    rhs.forEach((_, row) => {
      lp.start(
        row,
        add(
          20,
          Number.POSITIVE_INFINITY,
          rhs.map((__, other) => (other === row ? 1 : 0)),
        ),
      );
    });
    for (let round = 0; round < 3; round += 1) {
      for (let more = 0; more < 2; more += 1) {
        const most = chance.next() < 0.5 ? 1 + chance.below(2) : Number.POSITIVE_INFINITY;
        add(
          chance.below(10),
          most,
          rhs.map(() => chance.below(4) - (most < 9 ? 1 : 0)),
        );
      }
      expect(lp.run(1000, never)).toBe(true);
      const optimum = bruteForce(rows, rhs, cost, upper);
      expect(lp.objective(), `seed ${seed} round ${round}`).toBeCloseTo(optimum, 6);
      const values = lp.values();
      rhs.forEach((value, row) => {
        expect(rows[row]!.reduce((sum, entry, column) => sum + entry * values[column]!, 0)).toBeCloseTo(value, 6);
      });
      // The first columns, one a row, stay open: there is always an answer.
      const back = lp.keep();
      const free = cost.map((_, column) => column).filter((column) => column >= size && upper[column]! > 9);
      const closed = free.filter(() => chance.next() < 0.5);
      for (const column of closed) lp.close(column);
      expect(lp.run(1000, never)).toBe(true);
      const left = upper.map((most, column) => (closed.includes(column) ? 0 : most));
      expect(lp.objective(), `seed ${seed} round ${round} closed ${closed}`).toBeCloseTo(
        bruteForce(rows, rhs, cost, left),
        6,
      );
      for (const column of closed) expect(lp.values()[column]).toBeCloseTo(0, 6);
      if (chance.next() < 0.5) back();
      else lp.openAll();
      expect(lp.run(1000, never)).toBe(true);
      expect(lp.objective(), `seed ${seed} round ${round} open again`).toBeCloseTo(optimum, 6);
    }
  }
}, 60_000);

test('a basic column a little below 0 is no reason to forget the right-hand side', () => {
  // Rows: a + 0.001 c - d = -5e-7, b + c = 1; c saves a point, d costs ten. a is basic at -5e-7, near enough to 0 for dual steps to leave it.
  // The right optimum: d makes up for what is missing.
  const program = simplex(Float64Array.of(-5e-7, 1));
  const rows = [
    [1, 0, 1e-3, -1],
    [0, 1, 1, 0],
  ];
  [1, 1, -1, 10].forEach((cost, column) => {
    const at = [0, 1].filter((row) => rows[row]![column] !== 0);
    program.add({
      cost,
      upper: Number.POSITIVE_INFINITY,
      rows: Int32Array.from(at),
      values: Float64Array.from(at, (row) => rows[row]![column]!),
    });
  });
  program.start(0, 0);
  program.start(1, 1);
  expect(program.run(100, never)).toBe(true);
  const values = program.values();
  const sums = rows.map((row) => row.reduce((sum, entry, column) => sum + entry * values[column]!, 0));
  expect(sums[0]! + 5e-7).toBeCloseTo(0, 10);
  expect(sums[1]).toBeCloseTo(1, 10);
  for (const value of values) expect(value).toBeGreaterThanOrEqual(-1e-6);
});
