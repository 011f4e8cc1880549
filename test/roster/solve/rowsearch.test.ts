import { expect, test } from 'vitest';
import { type Random, random } from '../../../src/base/random.js';
import { layerShare } from '../../../src/roster/solve/automaton.js';
import { rowCosts } from '../../../src/roster/solve/evaluate.js';
import { FORBIDDEN } from '../../../src/roster/solve/model.js';
import { meetRow } from '../../../src/roster/solve/row-meet.js';
import { rowScratch } from '../../../src/roster/solve/row-task.js';
import { searchRow } from '../../../src/roster/solve/rowsearch.js';
import { shapeRow } from '../../../src/roster/solve/shape.js';
import { forEachAnswer, tinyModel } from './tiny.js';

/** One agent's tiny row of so many days or up to two more, and what its cells cost besides. */
function drawn(seed: number, chance: Random, least: number) {
  const sizes = { agents: 1, days: least + chance.below(3), values: 2 + chance.below(2), before: chance.below(4) };
  const model = { ...tinyModel(seed, sizes), lines: [] };
  const shape = shapeRow(model, 0, layerShare());
  const extra = Float64Array.from({ length: model.days * model.values }, () => chance.below(7) - 3);
  return { model, shape, extra, cost: shape.own.map((own, cell) => own + extra[cell]!) };
}

test('the best row of a window, found with little or much room, is the best of all rows', () => {
  const scratch = rowScratch();
  let bounded = 0;
  for (let seed = 0; seed < 1500; seed += 1) {
    const chance = random(seed);
    const { model, shape, extra, cost } = drawn(seed, chance, 3);
    const { days, values } = model;
    const all = new Map<string, number>();
    let best = FORBIDDEN;
    let bestRow = new Uint8Array(days);
    forEachAnswer(model, (row) => {
      let total = rowCosts(model, 0, row).reduce((sum, part) => sum + part.cost, 0);
      row.forEach((value, day) => {
        total += extra[day * values + value]!;
      });
      all.set(row.join(), total);
      if (total < best) {
        best = total;
        bestRow = row.slice();
      }
    });
    const slopes = Float64Array.from({ length: shape.counters.length }, () => chance.below(5) - 2);
    for (const [work, width] of [
      [1e6, 1000],
      [0, 1000],
      [100, 1000],
      [0, 2],
    ] as const) {
      const out = new Uint8Array(days);
      const task = {
        shape,
        cost,
        values,
        from: 0,
        to: days,
        current: bestRow,
        upper: FORBIDDEN,
        width,
        work,
        slopes,
        guide: chance.below(2),
      };
      const found = searchRow(task, scratch, out);
      expect(found.bound, `seed ${seed} work ${work}`).toBeLessThanOrEqual(best);
      if (found.cost < FORBIDDEN) expect(all.get(out.join())).toBe(found.cost);
      if (width === 1000) expect(found.cost, `seed ${seed} work ${work}`).toBe(best);
      else bounded += 1;
    }
    const whole = { shape, cost, values, from: 0, to: days, current: bestRow, width: 0, work: 0, slopes, guide: 0 };
    const met = new Uint8Array(days);
    // From both ends: the best row, and nothing where no row is below what is asked.
    expect(meetRow({ ...whole, upper: FORBIDDEN }, scratch, met)?.cost, `seed ${seed}`).toBe(best);
    if (best < FORBIDDEN) {
      expect(all.get(met.join())).toBe(best);
      for (const other of scratch.others) expect(all.get(other.join())).toBeLessThan(FORBIDDEN);
      expect(meetRow({ ...whole, upper: best }, scratch, met)).toEqual({ cost: FORBIDDEN, bound: best });
    }
    // A window: the days outside keep the best row's values or those of any other legal row.
    const [row] =
      [...all]
        .filter(([, total]) => total < FORBIDDEN)
        .map(([words]) => words)
        [chance.below(3)]?.split(' ') ?? [];
    if (row === undefined) continue;
    const current = Uint8Array.from(row.split(',').map(Number));
    const from = chance.below(days);
    const to = from + 1 + chance.below(days - from);
    let least = FORBIDDEN;
    for (const [words, total] of all) {
      const other = words.split(',').map(Number);
      if (other.every((value, day) => (day >= from && day < to) || value === current[day]))
        least = Math.min(least, total);
    }
    for (const work of [1e6, 0]) {
      const out = new Uint8Array(days);
      const task = {
        shape,
        cost,
        values,
        from,
        to,
        current,
        upper: FORBIDDEN,
        width: 1000,
        work,
        slopes,
        guide: chance.below(2),
      };
      const found = searchRow(task, scratch, out);
      expect(found.cost, `seed ${seed} window ${from}..${to}`).toBe(least);
      expect(all.get(out.join())).toBe(least);
      expect(searchRow({ ...task, upper: least }, scratch, out).cost).toBe(FORBIDDEN);
    }
  }
  expect(bounded).toBe(1500);
}, 60_000);

test('beside a row that stands the best one of a window is found, and by how much it is dearer alone', () => {
  const scratch = rowScratch();
  let dearer = 0;
  for (let seed = 0; seed < 500; seed += 1) {
    const chance = random(seed);
    const { model, shape, extra, cost } = drawn(seed, chance, 4);
    const { days, values } = model;
    const alone = new Map<string, number>();
    const legal: Uint8Array[] = [];
    forEachAnswer(model, (row) => {
      const total = rowCosts(model, 0, row).reduce((sum, part) => sum + part.cost, 0);
      if (total === FORBIDDEN) return;
      alone.set(row.join(), total);
      legal.push(row.slice());
    });
    if (legal.length === 0) continue;
    const costWith = (row: Uint8Array): number =>
      row.reduce((sum, value, day) => sum + extra[day * values + value]!, alone.get(row.join())!);
    // One row after another with the same shape: the search follows what has changed.
    for (let turn = 0; turn < 6; turn += 1) {
      const current = legal[chance.below(legal.length)]!;
      const from = chance.below(days);
      const to = from + 1 + chance.below(days - from);
      const isBeside = (row: Uint8Array): boolean =>
        row.every((value, day) => (day >= from && day < to) || value === current[day]);
      const least = Math.min(...legal.filter(isBeside).map(costWith));
      const out = new Uint8Array(days);
      const slopes = new Float64Array(0);
      const room = { upper: FORBIDDEN, width: 1000, work: turn % 2 === 0 ? 1e6 : 0 };
      const task = { shape, cost, values, from, to, current, slopes, guide: 0, isStanding: true, ...room };
      const found = searchRow(task, scratch, out);
      expect(isBeside(out)).toBe(true);
      expect(costWith(out), `seed ${seed} window ${from}..${to}`).toBe(least);
      expect(found.dearer).toBe(alone.get(out.join())! - alone.get(current.join())!);
      if (found.dearer !== 0) dearer += 1;
    }
  }
  expect(dearer).toBeGreaterThan(500);
}, 60_000);

test('rows of one department that count alike share halves, whatever else their patterns count', () => {
  const scratch = rowScratch();
  let patterns = 0;
  for (let seed = 0; seed < 400; seed += 1) {
    const sizes = { agents: 3, days: 1 + (seed % 5), values: 2 + (seed % 2), before: seed % 3 };
    const made = { ...tinyModel(seed, sizes), lines: [] };
    // The same counters in arrays of their own, and cells that forbid nothing, so that their totals are the same too.
    const rows = made.rows.map((row) => ({
      ...row,
      cell: row.cell.map((cost) => (cost < FORBIDDEN ? cost : 7)),
      counters: made.rows[0]!.counters.map((counter) => ({ ...counter, add: counter.add.slice() })),
    }));
    const model = { ...made, rows };
    patterns += new Set(rows.map(({ pattern }) => pattern.groups.length)).size;
    const share = layerShare();
    rows.forEach((row, agent) => {
      const alone = { ...model, rows: [row] };
      let best = FORBIDDEN;
      forEachAnswer(alone, (answer) => {
        best = Math.min(
          best,
          rowCosts(alone, 0, answer).reduce((sum, part) => sum + part.cost, 0),
        );
      });
      const shape = shapeRow(model, agent, share);
      const whole = {
        shape,
        cost: shape.own,
        values: model.values,
        from: 0,
        to: model.days,
        width: 0,
        work: 0,
        guide: 0,
      };
      const slopes = new Float64Array(shape.counters.length);
      const out = new Uint8Array(model.days);
      const found = meetRow({ ...whole, current: out.slice(), slopes, upper: FORBIDDEN }, scratch, out);
      expect(found?.cost, `seed ${seed} agent ${agent}`).toBe(best);
    });
  }
  // More than one number of groups in most of them.
  expect(patterns).toBeGreaterThan(500);
});
