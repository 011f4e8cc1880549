/**
 * A second opinion: the same small models, written as integer programs over all legal rows (valued by the reference, not by
 * anything of the solver) and solved by HiGHS.
 */
import highsModule from 'highs';
import { expect, test } from 'vitest';
import { evaluate, rowCosts } from '../../../src/roster/solve/evaluate.js';
import { costOfTotal, FORBIDDEN, HARD, level, type Model } from '../../../src/roster/solve/model.js';
import { solve } from '../../../src/roster/solve/solve.js';
import { tinyModel } from './tiny.js';

// The package's types speak of its CommonJS face, the import is the other one.
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** Hard violations count so many soft points here: HiGHS reckons with 16 digits. */
const SCALE = 10_000;
const scaled = (cost: number): number => Math.floor(cost / HARD) * SCALE + (cost % HARD);

/** All rows of an agent that nothing forbids, with their costs. */
function legalRows(model: Model, agent: number): { row: Uint8Array; cost: number }[] {
  const found: { row: Uint8Array; cost: number }[] = [];
  const row = new Uint8Array(model.days);
  const fill = (day: number): void => {
    if (day === model.days) {
      const cost = rowCosts(model, agent, row).reduce((sum, part) => sum + part.cost, 0);
      if (cost < FORBIDDEN) found.push({ row: row.slice(), cost });
      return;
    }
    for (let value = 0; value < model.values; value += 1) {
      row[day] = value;
      fill(day + 1);
    }
  };
  fill(0);
  return found;
}

/** The model in CPLEX's LP format: one of its rows for each agent, one total for each line. null: an agent has no row. */
function program(model: Model): string | null {
  const objective: string[] = [];
  const rules: string[] = [];
  const binaries: string[] = [];
  const sums = model.lines.map(() => new Map<string, number>());
  for (let agent = 0; agent < model.rows.length; agent += 1) {
    const rows = legalRows(model, agent);
    if (rows.length === 0) return null;
    const names = rows.map((_, number) => `x${agent}_${number}`);
    binaries.push(...names);
    rules.push(`${names.join(' + ')} = 1`);
    rows.forEach(({ row, cost }, number) => {
      if (cost !== 0) objective.push(`${scaled(cost)} ${names[number]}`);
      model.lines.forEach((line, index) => {
        let units = 0;
        for (const { agents, cells, coefficient } of line.parts) {
          if (agents !== null && !agents.includes(agent)) continue;
          for (const cell of cells)
            if (row[Math.floor(cell / model.values)] === cell % model.values) units += coefficient;
        }
        if (units !== 0) sums[index]!.set(names[number]!, units);
      });
    });
  }
  const signed = (factor: number, name: string): string => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`;
  const reach = model.lines.map((line) => {
    const most = line.parts.reduce(
      (sum, part) => sum + Math.abs(part.coefficient) * part.cells.length * (part.agents ?? model.rows).length,
      0,
    );
    return { from: line.base - most, to: line.base + most };
  });
  const z = (line: number, total: number): string => `z${line}_${total < 0 ? 'm' : ''}${Math.abs(total)}`;
  model.lines.forEach((line, index) => {
    const { from, to } = reach[index]!;
    const totals = Array.from({ length: to - from + 1 }, (_, place) => from + place).filter(
      (total) => line.when >= 0 || costOfTotal(line.penalty, total) < FORBIDDEN,
    );
    if (totals.length === 0) {
      rules.push('x0_0 >= 2');
      return;
    }
    binaries.push(...totals.map((total) => z(index, total)));
    rules.push(`${totals.map((total) => z(index, total)).join(' + ')} = 1`);
    const made = [...sums[index]!].map(([name, units]) => signed(-units, name));
    rules.push(
      `${totals.map((total) => signed(total, z(index, total))).join(' ')} ${made.join(' ')} + 0 x0_0 = ${line.base}`,
    );
    const costs = totals.map((total) => [total, costOfTotal(line.penalty, total)] as const);
    if (line.when < 0) {
      for (const [total, cost] of costs) if (cost !== 0) objective.push(`${scaled(cost)} ${z(index, total)}`);
      return;
    }
    const { from: low, to: high } = reach[line.when]!;
    const met: string[] = [];
    for (let total = Math.max(1, low); total <= high; total += 1)
      if (costOfTotal(model.lines[line.when]!.penalty, total) < FORBIDDEN) met.push(z(line.when, total));
    // Judged only where the other line's total is above 0.
    const most = Math.max(0, ...costs.filter(([, cost]) => cost < FORBIDDEN).map(([, cost]) => scaled(cost)));
    objective.push(`1 y${index}`);
    const terms = costs.filter(([, cost]) => cost < FORBIDDEN && cost !== 0);
    rules.push(
      `y${index} ${terms.map(([total, cost]) => signed(-scaled(cost), z(index, total))).join(' ')} ${met
        .map((name) => signed(-most, name))
        .join(' ')} >= ${-most}`,
    );
    for (const [total, cost] of costs)
      if (cost === FORBIDDEN) rules.push(`${z(index, total)} ${met.map((name) => signed(1, name)).join(' ')} <= 1`);
  });
  const lines = rules.map((rule, number) => ` r${number}: ${rule}`);
  return `Minimize\n obj: ${objective.join(' + ') || '0 x0_0'}\nSubject To\n${lines.join('\n')}\nBinary\n ${binaries.join('\n ')}\nEnd\n`;
}

test('on more than a hundred small models HiGHS finds no better answer, and none below the bound', async () => {
  const highs = await loadHighs();
  let compared = 0;
  let proved = 0;
  for (let seed = 0; seed < 400; seed += 1) {
    const model = tinyModel(seed, { agents: 3 + (seed % 3), days: 4, values: 3, before: 2 });
    const words = program(model);
    if (words === null) continue;
    const budget = { elapsed: () => 0, time: null, iterations: 1000, cancelled: () => false };
    const solved = solve(model, { seed, budget });
    const other = highs.solve(words, { mip_rel_gap: 0, mip_abs_gap: 0 });
    if (other.Status === 'Infeasible') {
      expect(solved.answer, `seed ${seed}`).toBe(null);
      continue;
    }
    expect(other.Status, `seed ${seed}`).toBe('Optimal');
    const found = Math.round(other.ObjectiveValue);
    const optimum = level(Math.floor(found / SCALE), found % SCALE);
    const says = `seed ${seed}: HiGHS ${found}, ${JSON.stringify({ ...solved, answer: null })}`;
    expect(level(solved.bound.hard, solved.bound.soft), says).toBeLessThanOrEqual(optimum);
    if (solved.answer === null) continue;
    expect(evaluate(model, solved.answer).cost, says).toBeGreaterThanOrEqual(optimum);
    compared += 1;
    if (solved.status !== 'optimal') continue;
    expect(level(solved.hard, solved.soft), says).toBe(optimum);
    proved += 1;
  }
  expect(compared).toBeGreaterThan(100);
  expect(proved).toBeGreaterThan(0.8 * compared);
}, 120_000);
