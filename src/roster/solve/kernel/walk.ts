/** Where the current row of a shape stands: kept from search to search, and only what has changed since is walked again. */
import { addCell, addHits, arcOf, layerOf, Shape } from './layout';
import { byteAt, setWord, wordAt } from './memory';

/** Brings the shape's walk to a row; false: the row breaks a rule, and the walk is of no use. */
export function follow(shape: Shape, values: i32, current: usize): bool {
  const walk = shape.walk;
  const days = shape.days;
  const row = walk.row;
  const states = walk.states;
  const units = walk.units;
  const isNew = walk.isKnown === 0;
  let day = 0;
  if (isNew) {
    memory.fill(units, 0, (<usize>shape.counters) << 2);
    setWord(states, 0, 0);
  } else {
    while (day < days && byteAt(row, day) === byteAt(current, day)) day += 1;
    if (day === days) return true;
  }
  walk.isKnown = 0;
  let state = wordAt(states, day);
  let was = state;
  for (; day < days; day += 1) {
    const value = byteAt(current, day);
    const old = byteAt(row, day);
    const wasNext = wordAt(states, day + 1);
    if (!isNew && value === old && was === state) {
      state = wasNext;
      was = wasNext;
      continue;
    }
    const layer = layerOf(shape, day);
    if (!isNew) {
      addCell(shape, day * values + old, -1, units);
      addHits(shape, byteAt(layer.hits, arcOf(shape, was, old)), -1, units);
    }
    const arc = arcOf(shape, state, value);
    addCell(shape, day * values + value, 1, units);
    addHits(shape, byteAt(layer.hits, arc), 1, units);
    state = wordAt(layer.next, arc);
    if (state < 0) return false;
    store<u8>(row + day, value);
    setWord(states, day + 1, state);
    was = wasNext;
  }
  walk.isKnown = 1;
  return true;
}
