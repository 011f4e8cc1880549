import { expect, test } from 'vitest';
import { alikeOf } from '../../../src/roster/solve/alike.js';
import { packLines } from '../../../src/roster/solve/lines.js';
import type { Model } from '../../../src/roster/solve/model.js';
import { tinyModel, withAlike } from './tiny.js';

const alike = (model: Model): number[] => [...alikeOf(model, packLines(model))];
const three = withAlike(tinyModel(5, { agents: 3, days: 4, values: 3, before: 1 }));
const [first, second, third] = three.rows as [Model['rows'][0], Model['rows'][0], Model['rows'][0]];
const counter = {
  add: Int32Array.of(0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1),
  penalty: { from: 0, cost: new Float64Array(5) },
};

test('agents are alike who have the same rules, cells, history and lines, also in copies', () => {
  expect(alike(three)).toEqual([0, 0, 0]);
  const copy = { ...third, cell: third.cell.slice(), history: third.history.slice() };
  expect(alike({ ...three, rows: [first, second, copy] })).toEqual([0, 0, 0]);
  const counted = (): Model['rows'][0] => ({ ...first, counters: [{ ...counter, add: counter.add.slice() }] });
  expect(alike({ ...three, rows: [counted(), first, counted()] })).toEqual([0, -1, 0]);
});

test('a wish, a day worked before, a counter, a rule or a line of their own sets an agent apart', () => {
  const wish = second.cell.slice();
  wish[4] = 17;
  const others: Partial<Model['rows'][0]>[] = [
    { cell: wish },
    { history: second.history.map((value) => (value + 1) % 3) },
    { counters: [...second.counters, counter] },
    { pattern: { ...second.pattern } },
  ];
  for (const other of others)
    expect(alike({ ...three, rows: [first, { ...second, ...other }, third] })).toEqual([0, -1, 0]);
  const penalty = { from: 0, cost: new Float64Array(3) };
  const line = { parts: [{ agents: [1], cells: [1], coefficient: 1 }], base: 0, penalty, when: -1 };
  expect(alike({ ...three, lines: [...three.lines, line] })).toEqual([0, -1, 0]);
  expect(alike({ ...three, lines: [{ ...line, parts: [{ ...line.parts[0]!, agents: [0, 1] }] }] })).toEqual([0, 0, -1]);
});

test('two kinds of agents are told apart', () => {
  const other = { ...first, counters: [counter] };
  expect(alike({ ...three, rows: [first, other, first, other] })).toEqual([0, 1, 0, 1]);
});
