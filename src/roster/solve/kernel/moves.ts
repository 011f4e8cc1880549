/**
 * Simulated annealing by small moves (`../metropolis.ts`): days of a row changed, exchanged with another row's, pushed along, or two of them swapped. What a move costs is
 * counted over what it touches only - the days until the row's automaton is back in its old state, the counters and the lines that move.
 */
import { addCell, agentOf, counterOf, layerOf, lineOf, Model } from './layout';
import { addToWord, byteAt, FORBIDDEN, numberAt, setWord, wordAt } from './memory';
import { below, next, seed } from './random';
import { Change, Standing } from './standing';

let model: Model = changetype<Model>(0);
let standing: Standing = changetype<Standing>(0);
let first: Change = changetype<Change>(0);
let second: Change = changetype<Change>(0);
/** Days from..to-1 are moved, of one row or of both. */
let from: i32 = 0;
let to: i32 = 0;
let isOfTwo: bool = false;
let cost: f64 = 0;
let least: f64 = 0;
/** The rows as they are cost least, and are not noted yet. */
let isNew: bool = false;

/** Days of a move, each as likely as it is often here; days that are pushed along: two or more, so many different numbers of them. */
const LENGTHS = memory.data<u8>([1, 1, 1, 2, 2, 3, 4, 5, 7]);
const PUSHED: i32 = 7;
/** Days that trade values with one another are at most so far apart: longer stretches take longer, and seldom fit. */
const NEAR: i32 = 28;
/** Ways to move: pushed, changed, exchanged (twice as often), given back, swapped. */
const WAYS: i32 = 6;
/** A hard violation's cost, see `HARD` in `../model.ts`. */
const HARD: f64 = 268435456;
/** So many temperatures dearer is never taken. */
const NEVER: f64 = 40;

/** Begins with rows that stand and cost so much. */
export function standAt(
  ofModel: Model,
  rows: Standing,
  one: Change,
  other: Change,
  before: f64,
  firstSeed: u32,
  secondSeed: u32,
): void {
  model = ofModel;
  standing = rows;
  first = one;
  second = other;
  cost = before;
  least = before;
  isNew = true;
  note();
  seed(firstSeed, secondSeed);
}

/** Copies the best rows to `best`, if they are not there yet. */
export function note(): void {
  if (isNew) memory.copy(standing.best, standing.rows, model.agents * model.days);
  isNew = false;
}

/**
 * Tries so many moves at a temperature. Hard violations weigh `hard`.
 * @returns the least cost met
 */
export function move(times: i32, temperature: f64, hard: f64): f64 {
  for (let time = 0; time < times; time += 1) {
    if (!propose()) continue;
    const dearer = dearerBy();
    if (dearer === FORBIDDEN) continue;
    let weighed = dearer;
    if (abs(dearer) >= HARD / 2) {
      const count = nearest(dearer / HARD);
      weighed = dearer - count * HARD + count * hard;
    }
    const degrees = weighed / temperature;
    if (degrees > 0 && (degrees > NEVER || next() >= Math.exp(-degrees))) continue;
    if (dearer > 0) note();
    make();
    cost += dearer;
    if (cost >= least) continue;
    least = cost;
    isNew = true;
  }
  return least;
}

/** By how much the roster costs more with what is wanted of one row or two; FORBIDDEN where a rule of a row forbids it. */
export function tryOut(firstDay: i32, behind: i32, rows: i32): f64 {
  from = firstDay;
  to = behind;
  isOfTwo = rows > 1;
  return dearerBy();
}

/** Draws a move; false: it changes nothing. */
function propose(): bool {
  const agents = model.agents;
  const days = model.days;
  const values = model.values;
  const way = below(WAYS);
  from = below(days);
  first.agent = below(agents);
  const row = standing.rows + first.agent * days;
  const wanted = first.wanted;
  isOfTwo = way > 1 && agents > 1;
  if (way === 0) {
    // All days of a stretch a day earlier or later, the one that falls out at its other end.
    to = min(days, from + 2 + below(PUSHED));
    const isEarlier = below(2) === 0;
    memory.copy(wanted + from + (isEarlier ? 0 : 1), row + from + (isEarlier ? 1 : 0), to - from - 1);
    if (isEarlier) store<u8>(wanted + to - 1, byteAt(row, from));
    else store<u8>(wanted + from, byteAt(row, to - 1));
    return differ(wanted, row);
  }
  if (way >= 4) return way === 4 && agents > 1 ? giveBack() : swap();
  to = min(days, from + byteAt(LENGTHS, below(9)));
  if (!isOfTwo) {
    // The value of the day in front, of the day behind, or any.
    const like = below(3);
    let value = below(values);
    if (like === 0 && from > 0) value = byteAt(row, from - 1);
    else if (like === 1 && to < days) value = byteAt(row, to);
    memory.fill(wanted + from, <u8>value, to - from);
    return differ(wanted, row);
  }
  second.agent = (first.agent + 1 + below(agents - 1)) % agents;
  const other = standing.rows + second.agent * days;
  if (!differ(other, row)) return false;
  memory.copy(wanted + from, other + from, to - from);
  memory.copy(second.wanted + from, row + from, to - from);
  return true;
}

/** Two days of a row trade their values. */
function swap(): bool {
  isOfTwo = false;
  const row = standing.rows + first.agent * model.days;
  const begin = firstNear();
  const day = begin + below(lastNear() - begin);
  if (byteAt(row, from) === byteAt(row, day)) return false;
  stretchTo(day);
  copyDays(first);
  store<u8>(first.wanted + from, byteAt(row, to - 1));
  store<u8>(first.wanted + to - 1, byteAt(row, from));
  return true;
}

/** Two rows trade the values of a day, and on another one, where each has what the other had, trade them back. */
function giveBack(): bool {
  isOfTwo = true;
  second.agent = (first.agent + 1 + below(model.agents - 1)) % model.agents;
  const row = standing.rows + first.agent * model.days;
  const other = standing.rows + second.agent * model.days;
  const mine = byteAt(row, from);
  const theirs = byteAt(other, from);
  if (mine === theirs) return false;
  const begin = firstNear();
  const end = lastNear();
  let day = begin + below(end - begin);
  for (let tried = begin; tried < end; tried += 1) {
    if (byteAt(row, day) === theirs && byteAt(other, day) === mine) {
      stretchTo(day);
      copyDays(first);
      copyDays(second);
      store<u8>(first.wanted + from, byteAt(other, from));
      store<u8>(first.wanted + to - 1, byteAt(other, to - 1));
      store<u8>(second.wanted + from, byteAt(row, from));
      store<u8>(second.wanted + to - 1, byteAt(row, to - 1));
      return true;
    }
    day = day + 1 === end ? begin : day + 1;
  }
  return false;
}

/** The days near the one at hand begin with this, and end in front of that. */
function firstNear(): i32 {
  return max(0, from - NEAR);
}

function lastNear(): i32 {
  return min(model.days, from + NEAR + 1);
}

/** From the day at hand to another, whichever is first. */
function stretchTo(day: i32): void {
  to = max(from, day) + 1;
  from = min(from, day);
}

function copyDays(change: Change): void {
  memory.copy(change.wanted + from, standing.rows + change.agent * model.days + from, to - from);
}

function differ(one: usize, other: usize): bool {
  for (let day = from; day < to; day += 1) if (byteAt(one, day) !== byteAt(other, day)) return true;
  return false;
}

/** By how much the roster costs more with the move; FORBIDDEN where a rule of a row forbids it. */
function dearerBy(): f64 {
  forget();
  let dearer = rowDearer(first);
  if (dearer === FORBIDDEN) return FORBIDDEN;
  if (isOfTwo) {
    dearer += rowDearer(second);
    if (dearer === FORBIDDEN) return FORBIDDEN;
  }
  touchLines(first);
  if (isOfTwo) touchLines(second);
  return dearer + linesDearer();
}

function rowDearer(change: Change): f64 {
  const days = model.days;
  const values = model.values;
  const agent = change.agent;
  const wanted = change.wanted;
  const after = change.states;
  const more = change.units;
  const own = agentOf(model, agent).shape.own;
  const shape = agentOf(model, agent).shape;
  const classes = shape.classes;
  const classOf = shape.classOf;
  const counters = shape.counters;
  const hitCost = shape.hitCost;
  const row = standing.rows + agent * days;
  const before = standing.states + <usize>((agent * (days + 1)) << 2);
  memory.fill(more, 0, counters << 2);
  let state = wordAt(before, from);
  let sum: f64 = 0;
  let day = from;
  for (; day < days && (day < to || state !== wordAt(before, day)); day += 1) {
    const layer = layerOf(shape, day);
    const old = byteAt(row, day);
    const value = day < to ? byteAt(wanted, day) : old;
    if (value === old && state === wordAt(before, day)) {
      state = wordAt(before, day + 1);
      setWord(after, day + 1, state);
      continue;
    }
    const is = state * classes + byteAt(classOf, value);
    const was = wordAt(before, day) * classes + byteAt(classOf, old);
    state = wordAt(layer.next, is);
    if (state < 0) return FORBIDDEN;
    store<i32>(after + ((<usize>(day + 1)) << 2), state);
    sum += numberAt(layer.cost, is) - numberAt(layer.cost, was);
    const hit = byteAt(layer.hits, is);
    const wasHit = byteAt(layer.hits, was);
    if (hit !== wasHit) {
      sum += numberAt(hitCost, hit) - numberAt(hitCost, wasHit);
      for (let index = 0; index < counters; index += 1) {
        const group = counterOf(shape, index).group;
        if (group >= 0) addToWord(more, index, ((hit >> group) & 1) - ((wasHit >> group) & 1));
      }
    }
    if (value === old) continue;
    const cell = day * values + value;
    const oldCell = day * values + old;
    sum += numberAt(own, cell) - numberAt(own, oldCell);
    if (sum === FORBIDDEN) return FORBIDDEN;
    addCell(shape, cell, 1, more);
    addCell(shape, oldCell, -1, more);
  }
  change.until = day;
  const units = standing.units + <usize>((agent * standing.most) << 2);
  for (let index = 0; index < counters; index += 1) {
    const by = wordAt(more, index);
    if (by === 0) continue;
    const counter = counterOf(shape, index);
    const now = wordAt(units, index);
    if (now + by >= counter.length) return FORBIDDEN;
    const price = numberAt(counter.cost, now + by);
    if (price === FORBIDDEN) return FORBIDDEN;
    sum += price - numberAt(counter.cost, now);
  }
  return sum;
}

function touchLines(change: Change): void {
  const days = model.days;
  const values = model.values;
  const row = standing.rows + change.agent * days;
  for (let day = from; day < to; day += 1) {
    const value = byteAt(change.wanted, day);
    const old = byteAt(row, day);
    if (value === old) continue;
    touch(change.agent, day * values + value, 1);
    touch(change.agent, day * values + old, -1);
  }
}

function touch(agent: i32, cell: i32, sign: i32): void {
  const touchStart = agentOf(model, agent).touchStart;
  const touches = agentOf(model, agent).touches;
  const isTouched = standing.isTouched;
  const touched = standing.touched;
  const moved = standing.moved;
  const end = wordAt(touchStart, cell + 1);
  for (let at = wordAt(touchStart, cell); at < end; at += 1) {
    const line = wordAt(touches, 2 * at);
    if (byteAt(isTouched, line) === 0) {
      store<u8>(isTouched + line, 1);
      store<i32>(touched + ((<usize>standing.count) << 2), line);
      standing.count += 1;
    }
    addToWord(moved, line, sign * wordAt(touches, 2 * at + 1));
  }
}

function linesDearer(): f64 {
  const touched = standing.touched;
  const totals = standing.totals;
  const moved = standing.moved;
  const count = standing.count;
  let sum: f64 = 0;
  for (let place = 0; place < count; place += 1) {
    const index = wordAt(touched, place);
    const by = wordAt(moved, index);
    const line = lineOf(model, index);
    const costs = line.cost;
    const when = line.when;
    const at = wordAt(totals, index) - line.low;
    if (when < 0) {
      if (by !== 0) sum += numberAt(costs, at + by) - numberAt(costs, at);
      continue;
    }
    const condition = wordAt(totals, when);
    if (condition + wordAt(moved, when) > 0) sum += numberAt(costs, at + by);
    if (condition > 0) sum -= numberAt(costs, at);
  }
  return sum;
}

/** Forgets which lines the move tried last touches. */
function forget(): void {
  const touched = standing.touched;
  const moved = standing.moved;
  const isTouched = standing.isTouched;
  const count = standing.count;
  for (let place = 0; place < count; place += 1) {
    const line = wordAt(touched, place);
    store<i32>(moved + ((<usize>line) << 2), 0);
    store<u8>(isTouched + line, 0);
  }
  standing.count = 0;
}

/** Makes the move that was tried last. */
export function make(): void {
  change(first);
  if (isOfTwo) change(second);
  const touched = standing.touched;
  const totals = standing.totals;
  const moved = standing.moved;
  const count = standing.count;
  for (let place = 0; place < count; place += 1) {
    const line = wordAt(touched, place);
    addToWord(totals, line, wordAt(moved, line));
  }
}

function change(made: Change): void {
  const days = model.days;
  const agent = made.agent;
  memory.copy(standing.rows + agent * days + from, made.wanted + from, to - from);
  const states = standing.states + <usize>((agent * (days + 1)) << 2);
  const behind = <usize>((from + 1) << 2);
  memory.copy(states + behind, made.states + behind, (made.until - from) << 2);
  const units = standing.units + <usize>((agent * standing.most) << 2);
  const counters = agentOf(model, agent).shape.counters;
  for (let index = 0; index < counters; index += 1) addToWord(units, index, wordAt(made.units, index));
}
