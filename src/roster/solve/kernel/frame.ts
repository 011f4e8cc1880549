/** The days outside a row search's window: where they lead, what they cost, what they count. */
import { addCell, addHits, arcOf, counterOf, layerOf } from './layout';
import { addToWord, byteAt, FORBIDDEN, numberAt, setNumber, setWord, wordAt } from './memory';
import { take, takeNumbers, takeWords } from './room';
import { Frame, Task } from './task';
import { follow } from './walk';

/** Groups a pattern can have: hits are masks of so many bits. */
const GROUPS: i32 = 8;

/** Walks over the days behind the window, one from each state: groups counted, by group number at `[walk * 8 + group]`; where a walk stands. */
let groups: usize = 0;
let at: usize = 0;

/** Sets the frame; false: the days outside break a rule whatever the window holds. */
export function setFrame(task: Task, frame: Frame): bool {
  if (task.isStanding === 0) return setOutside(task, frame);
  if (!follow(task.shape, task.values, task.current)) return false;
  setRest(task, frame);
  return true;
}

/** Counts the days outside. */
function setOutside(task: Task, frame: Frame): bool {
  const shape = task.shape;
  const days = shape.days;
  const window = task.from;
  const before = takeWords(shape.counters);
  frame.before = before;
  let fixedCost = shape.constant;
  let state = 0;
  for (let day = 0; day < window; day += 1) {
    const value = byteAt(task.current, day);
    const layer = layerOf(shape, day);
    const arc = arcOf(shape, state, value);
    const hits = byteAt(layer.hits, arc);
    const cell = day * task.values + value;
    fixedCost += numberAt(layer.cost, arc) + numberAt(task.hitCost, hits) + numberAt(task.cells, cell);
    addCell(shape, cell, 1, before);
    addHits(shape, hits, 1, before);
    state = wordAt(layer.next, arc);
    if (state < 0) return false;
  }
  task.startState = state;
  const behind = takeWords(shape.counters);
  for (let day = task.to; day < days; day += 1) {
    const cell = day * task.values + byteAt(task.current, day);
    fixedCost += numberAt(task.cells, cell);
    addCell(shape, cell, 1, behind);
  }
  if (!(fixedCost < FORBIDDEN)) return false;
  frame.fixedCost = fixedCost;
  let own = state;
  for (let day = task.from; day < task.to && own >= 0; day += 1)
    own = wordAt(layerOf(shape, day).next, arcOf(shape, own, byteAt(task.current, day)));
  walkBehind(task, frame, own, false);
  setEndUnits(task, frame, behind);
  return true;
}

/** Counts the row's own days in the window: the rest is outside. */
function setRest(task: Task, frame: Frame): void {
  const shape = task.shape;
  const walk = shape.walk;
  const before = takeWords(shape.counters);
  frame.before = before;
  frame.were = walk.units;
  frame.fixedCost = 0;
  task.startState = wordAt(walk.states, task.from);
  memory.copy(before, walk.units, (<usize>shape.counters) << 2);
  for (let day = task.from; day < task.to; day += 1) {
    const value = byteAt(task.current, day);
    addCell(shape, day * task.values + value, -1, before);
    const arc = arcOf(shape, wordAt(walk.states, day), value);
    addHits(shape, byteAt(layerOf(shape, day).hits, arc), -1, before);
  }
  walkBehind(task, frame, wordAt(walk.states, task.to), true);
  setEndUnits(task, frame, takeWords(shape.counters));
}

/** Sets the units behind, none of them below 0: those of the cells there, and of groups by state. */
function setEndUnits(task: Task, frame: Frame, behind: usize): void {
  const shape = task.shape;
  const count = shape.counters;
  const endStates = frame.endStates;
  frame.endUnits = takeWords(count * endStates);
  for (let index = 0; index < count; index += 1) {
    const group = counterOf(shape, index).group;
    let least = 0;
    if (group >= 0)
      for (let state = 0; state < endStates; state += 1)
        if (numberAt(frame.endCost, state) < FORBIDDEN) least = min(least, wordAt(groups, state * GROUPS + group));
    addToWord(frame.before, index, least);
    for (let state = 0; state < endStates; state += 1) {
      const counted = group < 0 ? 0 : wordAt(groups, state * GROUPS + group) - least;
      setWord(frame.endUnits, index * endStates + state, wordAt(behind, index) + counted);
    }
  }
}

/**
 * Follows the days behind the window from every state. Walks that meet the row's own path go on with it, so that only few of them are walked to the end.
 * @param isCompared what they cost and count is by how much more than the row's own path, which ends well
 */
function walkBehind(task: Task, frame: Frame, ownState: i32, isCompared: bool): void {
  const shape = task.shape;
  const days = shape.days;
  const endStates = task.to < days ? layerOf(shape, task.to).states : shape.ends;
  frame.endStates = endStates;
  // The row's own path is one more walk, the last.
  const endCost = takeNumbers(endStates + 1);
  frame.endCost = endCost;
  groups = takeWords((endStates + 1) * GROUPS);
  if (task.to === days) return;
  at = take((<usize>endStates) << 2);
  const alone = take((<usize>endStates) << 2);
  const joined = take((<usize>endStates) << 2);
  let joins = 0;
  let own = ownState;
  let walks = endStates;
  for (let start = 0; start < endStates; start += 1) {
    setWord(at, start, start);
    setWord(alone, start, start);
  }
  for (let day = task.to; day < days; day += 1) {
    const value = byteAt(task.current, day);
    let kept = 0;
    for (let walk = 0; walk < walks; walk += 1) {
      const start = wordAt(alone, walk);
      if (own >= 0 && wordAt(at, start) === own) {
        // From here on as the row itself: only the difference so far is its own.
        addWalk(frame, start, endStates, -1);
        setWord(joined, joins, start);
        joins += 1;
        continue;
      }
      setWord(at, start, step(task, frame, day, start, wordAt(at, start), value));
      if (wordAt(at, start) < 0) {
        setNumber(endCost, start, FORBIDDEN);
        continue;
      }
      setWord(alone, kept, start);
      kept += 1;
    }
    walks = kept;
    if (walks === 0 && (own < 0 || isCompared)) break;
    if (own < 0) continue;
    own = step(task, frame, day, endStates, own, value);
    if (own < 0) {
      // The row itself breaks a rule here, and all that joined it do.
      for (let join = 0; join < joins; join += 1) setNumber(endCost, wordAt(joined, join), FORBIDDEN);
      joins = 0;
    }
  }
  if (isCompared) for (let walk = 0; walk < walks; walk += 1) addWalk(frame, wordAt(alone, walk), endStates, -1);
  else for (let join = 0; join < joins; join += 1) addWalk(frame, wordAt(joined, join), endStates, 1);
}

/** One day more of a walk; answers the state behind it. */
function step(task: Task, frame: Frame, day: i32, walk: i32, state: i32, value: i32): i32 {
  const layer = layerOf(task.shape, day);
  const arc = arcOf(task.shape, state, value);
  const mask = byteAt(layer.hits, arc);
  const cost = numberAt(layer.cost, arc) + numberAt(task.hitCost, mask);
  setNumber(frame.endCost, walk, numberAt(frame.endCost, walk) + cost);
  if (mask !== 0)
    for (let group = 0; group < GROUPS; group += 1) addToWord(groups, walk * GROUPS + group, (mask >> group) & 1);
  return wordAt(layer.next, arc);
}

/** Adds what a walk costs and counts to another's, or takes it away. */
function addWalk(frame: Frame, into: i32, from: i32, sign: i32): void {
  const cost = <f64>sign * numberAt(frame.endCost, from);
  setNumber(frame.endCost, into, numberAt(frame.endCost, into) + cost);
  for (let group = 0; group < GROUPS; group += 1)
    addToWord(groups, into * GROUPS + group, sign * wordAt(groups, from * GROUPS + group));
}
