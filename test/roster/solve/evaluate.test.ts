import { expect, test } from 'vitest';
import { evaluate } from '../../../src/roster/solve/evaluate.js';
import {
  band,
  FORBIDDEN,
  HARD,
  level,
  levels,
  type Model,
  penalty,
  plainPattern,
  type Row,
} from '../../../src/roster/solve/model.js';

const frame = { days: 4, before: 2 };

function oneRow(row: Partial<Row>): Model {
  const plain = {
    cell: new Float64Array(12),
    history: Uint8Array.of(1, 2),
    pattern: plainPattern(frame),
    counters: [],
  };
  return { ...frame, values: 3, rows: [{ ...plain, ...row }], lines: [] };
}

const of = (test: (value: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: 18 }, (_, cell) => (test(cell % 3) ? 1 : 0));

test('a cost has two levels', () => {
  expect(levels(level(3, 17))).toEqual({ hard: 3, soft: 17 });
  expect(level(1, 0)).toBe(HARD);
});

test('a run counts from the history on, and is charged once it reaches into the horizon', () => {
  const run = { member: of((value) => value > 0), cost: Float64Array.of(0, 0, 0, 5), least: 1 };
  const model = oneRow({ pattern: { ...plainPattern(frame), runs: [run] } });
  expect(evaluate(model, Uint8Array.of(0, 0, 0, 0)).soft).toBe(0);
  expect(evaluate(model, Uint8Array.of(1, 0, 0, 0)).soft).toBe(5);
  expect(evaluate(model, Uint8Array.of(1, 1, 0, 1)).soft).toBe(10);
});

test('a run that is too short is forbidden, but not at the edges', () => {
  const run = { member: of((value) => value === 1), cost: new Float64Array(1), least: 2 };
  const model = oneRow({ pattern: { ...plainPattern(frame), runs: [run] } });
  expect(evaluate(model, Uint8Array.of(1, 0, 0, 1)).broken).toEqual([]);
  expect(evaluate(model, Uint8Array.of(0, 1, 0, 0)).broken).toHaveLength(1);
});

test('a change of shift looks over the days off to the last worked one', () => {
  const cost = new Float64Array(9);
  cost[2 * 3 + 1] = 4;
  const closed = new Float64Array(9).fill(7);
  const change = { cost, closed, open: Uint8Array.of(0, 0, 0, 1, 0, 0) };
  const model = oneRow({ pattern: { ...plainPattern(frame), change } });
  expect(evaluate(model, Uint8Array.of(0, 0, 1, 0)).soft).toBe(4);
  expect(evaluate(model, Uint8Array.of(1, 0, 0, 0)).soft).toBe(11);
});

test('a free day needs a day off and no shift past midnight before it', () => {
  const member = Uint8Array.from({ length: 18 }, (_, cell) => (cell % 3 === 0 ? 2 : 0));
  const spill = of((value) => value === 2);
  const group = { of: Int16Array.of(-1, -1, 0, 0, 1, 1), member, penalty: penalty(0, 2, (free) => level(2 - free, 0)) };
  const model = oneRow({ pattern: { ...plainPattern(frame), groups: [group], spill } });
  expect(evaluate(model, Uint8Array.of(0, 1, 0, 0)).hard).toBe(1);
  expect(evaluate(model, Uint8Array.of(1, 0, 0, 0)).hard).toBe(0);
});

test('lines: a total outside its table is forbidden, a condition keeps a line silent', () => {
  const plain = oneRow({});
  const staffed = {
    parts: [{ agents: null, cells: [1], coefficient: 1 }],
    base: 0,
    penalty: band(0, 1, 1, 1, 2, 0),
    when: -1,
  };
  const skilled = {
    parts: [{ agents: [], cells: [1], coefficient: 1 }],
    base: 0,
    penalty: band(0, 1, 1, 1, 9, 0),
    when: 0,
  };
  const model = { ...plain, lines: [staffed, skilled] };
  expect(evaluate(model, Uint8Array.of(0, 0, 0, 0)).cost).toBe(2);
  expect(evaluate(model, Uint8Array.of(1, 0, 0, 0)).cost).toBe(9);
  const wall = { ...staffed, penalty: penalty(0, 0, () => 0) };
  expect(evaluate({ ...plain, lines: [wall] }, Uint8Array.of(1, 0, 0, 0)).cost).toBe(FORBIDDEN);
});
