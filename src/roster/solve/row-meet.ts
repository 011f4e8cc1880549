/**
 * The best row of a whole horizon, exactly: the first half of the days is searched from the front, the second from the
 * back, by day x state x the totals of ALL counters so far; in the middle each way to begin meets each way to go on. Half
 * a horizon has few totals, so this is possible where one table over all days (`kernel/table.ts`) would be too large. The loops are the kernel's
 * (`kernel/meet.ts`).
 */
import { assert } from '../../base/assert.js';
import { FORBIDDEN } from './model.js';
import { type Halves, halvesOf } from './row-halves.js';
import { join, type Pair } from './row-join.js';
import { beginSearch, memory, NUMBER, putBytes, putNumbers, putRecord, putWords, take, WORD } from './row-memory.js';
import { type RowFound, type RowScratch, type RowTask, uniform } from './row-task.js';

/** More rows given, beside the best. */
const OTHERS = 1;

/**
 * null: too many totals, or the task is a part of the horizon.
 * @param most beginnings times ends; without prices or an upper cost nothing tells that most of them are no good
 */
export function meetRow(asked: RowTask, scratch: RowScratch, out: Uint8Array, most = FORBIDDEN): RowFound | null {
  const task = uniform(asked);
  const { shape, from, to } = task;
  if (from !== 0 || to !== shape.automaton.layers.length) return null;
  const halves = halvesOf(task);
  if (halves === null) return null;
  const { levels, meeting, middle } = halves;
  const pairs = statesAt(shape, middle) * levels[middle]!.count * meeting.count;
  return pairs > most ? null : meet(task, halves, scratch, out);
}

/** Addresses of the costs of beginnings (by day in front) and of ends, at `[state * totals + total]`. */
interface Tables {
  readonly front: number[];
  readonly back: number[];
}

const room = (count: number): number => take(NUMBER * count);

/** The number that lies so far behind an address. */
const numberAt = (at: number, index: number): number => memory.numbers[at / NUMBER + index]!;

const statesAt = ({ automaton: { layers, ends } }: RowTask['shape'], day: number): number =>
  day < layers.length ? layers[day]!.states : ends;

function meet(task: RowTask, halves: Halves, scratch: RowScratch, out: Uint8Array): RowFound {
  const { shape, upper } = task;
  const { automaton, counters } = shape;
  const { middle, levels, meeting } = halves;
  const days = automaton.layers.length;
  const shapeAt = beginSearch(scratch, shape);
  const hitCost = putNumbers(shape.hitCost, shape.hitCost.length);
  const options = optionsOf(task, halves);
  const tables: Tables = { front: [room(statesAt(shape, 0))], back: [] };
  memory.numbers.fill(FORBIDDEN, tables.front[0]! / NUMBER, tables.front[0]! / NUMBER + statesAt(shape, 0));
  memory.numbers[tables.front[0]! / NUMBER] = shape.constant;
  const lowered = (day: number, isFront: boolean, near: number, few: number, many: number): number => {
    const states = statesAt(shape, isFront ? day + 1 : day);
    const far = room(states * many);
    const { moveOf, before } = halves.steps[day]!;
    const moves = new Uint8Array(moveOf.buffer, moveOf.byteOffset, moveOf.byteLength);
    memory.kernel.lower(
      putRecord([
        shapeAt,
        day,
        isFront ? 1 : 0,
        options[day]!.length,
        putOptions(options[day]!),
        1 << automaton.counted.length,
        putBytes(moves, moves.length),
        putRecord(before.map((totals) => putWords(totals, totals.length))),
        near,
        few,
        far,
        many,
        states,
        hitCost,
      ]),
    );
    return far;
  };
  for (let day = 0; day < middle; day += 1)
    tables.front[day + 1] = lowered(day, true, tables.front[day]!, levels[day]!.count, levels[day + 1]!.count);
  tables.back[days] = room(statesAt(shape, days));
  memory.numbers.fill(0, tables.back[days]! / NUMBER, tables.back[days]! / NUMBER + statesAt(shape, days));
  for (let day = days - 1; day >= middle; day -= 1) {
    const many = day === middle ? meeting.count : levels[day]!.count;
    tables.back[day] = lowered(day, false, tables.back[day + 1]!, levels[day + 1]!.count, many);
  }
  scratch.others.length = 0;
  scratch.followed.fill(1, 0, counters.length);
  const pairs = join(task, shapeAt, halves, statesAt(shape, middle), tables.front[middle]!, tables.back[middle]!);
  const [best] = pairs;
  if (best === undefined) return { cost: FORBIDDEN, bound: upper };
  for (const pair of pairs.slice(1, 1 + OTHERS)) {
    const row = new Uint8Array(days);
    trace(task, halves, options, tables, pair, row);
    scratch.others.push(row);
  }
  trace(task, halves, options, tables, best, out);
  return { cost: best.cost, bound: best.cost };
}

/** Bytes of the kernel's `Option`. */
const OPTION = 16;

/** A value of a day; of those that a row cannot tell apart only the cheapest. */
interface Option {
  readonly value: number;
  readonly ofClass: number;
  cost: number;
}

function optionsOf({ shape, cost, values }: RowTask, { steps }: Halves): Option[][] {
  const { classOf, layers, counted } = shape.automaton;
  const masks = 1 << counted.length;
  return layers.map(({ masks: occurring }, day) => {
    const options: Option[] = [];
    const at = new Map<number, number>();
    for (let value = 0; value < values; value += 1) {
      const price = cost[day * values + value]!;
      if (price === FORBIDDEN) continue;
      const key = classOf[value]! * values * masks + steps[day]!.moveOf[value * masks + occurring[0]!]!;
      const known = at.get(key);
      if (known === undefined) {
        at.set(key, options.length);
        options.push({ value, ofClass: classOf[value]!, cost: price });
      } else if (options[known]!.cost > price) options[known] = { value, ofClass: classOf[value]!, cost: price };
    }
    return options;
  });
}

/** Lays down a day's options. */
function putOptions(options: readonly Option[]): number {
  const at = take(OPTION * options.length);
  options.forEach(({ cost, value, ofClass }, place) => {
    const here = at + OPTION * place;
    memory.numbers[here / NUMBER] = cost;
    memory.words.set([value, ofClass], (here + NUMBER) / WORD);
  });
  return at;
}

function eachArc(
  { shape }: RowTask,
  { steps }: Halves,
  options: readonly (readonly Option[])[],
  day: number,
  act: (state: number, target: number, price: number, before: Int32Array, value: number) => void,
): void {
  const { classes, layers, counted } = shape.automaton;
  const layer = layers[day]!;
  const masks = 1 << counted.length;
  const { moveOf, before } = steps[day]!;
  for (let state = 0; state < layer.states; state += 1) {
    for (const { value, ofClass, cost } of options[day]!) {
      const arc = state * classes + ofClass;
      const target = layer.next[arc]!;
      if (target < 0) continue;
      const mask = layer.hits[arc]!;
      const price = cost + layer.cost[arc]! + shape.hitCost[mask]!;
      act(state, target, price, before[moveOf[value * masks + mask]!]!, value);
    }
  }
}

/** Writes the row of a pair: from the middle to the front, then to the end, along arcs whose costs add up. */
function trace(
  task: RowTask,
  halves: Halves,
  options: readonly (readonly Option[])[],
  tables: Tables,
  pair: Pair,
  out: Uint8Array,
): void {
  const { middle, levels, meeting } = halves;
  let { state, front: total } = pair;
  for (let day = middle - 1; day >= 0; day -= 1) {
    const [few, many] = [levels[day]!.count, levels[day + 1]!.count];
    const wanted = numberAt(tables.front[day + 1]!, state * many + total);
    const target = state;
    const reached = total;
    let found = false;
    eachArc(task, halves, options, day, (from, to, price, before, value) => {
      const earlier = before[reached]!;
      if (found || to !== target || earlier < 0) return;
      if (numberAt(tables.front[day]!, from * few + earlier) + price !== wanted) return;
      found = true;
      out[day] = value;
      state = from;
      total = earlier;
    });
    assert(found, 'a row cannot be traced back');
  }
  state = pair.state;
  total = pair.back;
  for (let day = middle; day < levels.length - 1; day += 1) {
    const many = day === middle ? meeting.count : levels[day]!.count;
    const few = levels[day + 1]!.count;
    const wanted = numberAt(tables.back[day]!, state * many + total);
    const source = state;
    const reached = total;
    let found = false;
    eachArc(task, halves, options, day, (from, to, price, before, value) => {
      const later = before[reached]!;
      if (found || from !== source || later < 0) return;
      if (numberAt(tables.back[day + 1]!, to * few + later) + price !== wanted) return;
      found = true;
      out[day] = value;
      state = to;
      total = later;
    });
    assert(found, 'a row cannot be traced on');
  }
}
