/** The days outside a row search's window: where they lead, what they cost, what they count. */
import { counterOf, layerOf } from './layout';
import { addToWord, byteAt, FORBIDDEN, numberAt, setNumber, setWord, wordAt } from './memory';
import { take, takeNumbers, takeWords } from './room';
import { addCell, addHits, arcOf, Frame, Task } from './task';

/** Groups a pattern can have: hits are masks of so many bits. */
const GROUPS: i32 = 8;

/** Walks over the days behind the window, one from each state: groups counted, by group number at `[walk * 8 + group]`; where a walk stands. */
let groups: usize = 0;
let at: usize = 0;

/** Sets the frame; false: the days outside break a rule whatever the window holds. */
export function setFrame(task: Task, frame: Frame): bool {
  const shape = task.shape;
  const days = shape.days;
  const count = shape.counters;
  const window = task.from;
  const before = takeWords(count);
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
    addCell(shape, cell, before);
    addHits(shape, hits, before);
    state = wordAt(layer.next, arc);
    if (state < 0) return false;
  }
  task.startState = state;
  const common = takeWords(count);
  for (let day = task.to; day < days; day += 1) {
    const cell = day * task.values + byteAt(task.current, day);
    fixedCost += numberAt(task.cells, cell);
    addCell(shape, cell, common);
  }
  if (!(fixedCost < FORBIDDEN)) return false;
  frame.fixedCost = fixedCost;
  walkBehind(task, frame);
  const endStates = frame.endStates;
  frame.endUnits = take((<usize>(count * endStates)) << 2);
  for (let index = 0; index < count; index += 1) {
    const group = counterOf(shape, index).group;
    for (let start = 0; start < endStates; start += 1) {
      const counted = group < 0 ? 0 : wordAt(groups, start * GROUPS + group);
      setWord(frame.endUnits, index * endStates + start, wordAt(common, index) + counted);
    }
  }
  return true;
}

/** Follows the days behind the window from every state. Walks that meet the row's own path go on with it, so that only few of them are walked to the end. */
function walkBehind(task: Task, frame: Frame): void {
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
  let own = task.startState;
  for (let day = task.from; day < task.to && own >= 0; day += 1)
    own = wordAt(layerOf(shape, day).next, arcOf(shape, own, byteAt(task.current, day)));
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
        setNumber(endCost, start, numberAt(endCost, start) - numberAt(endCost, endStates));
        addGroups(start, endStates, -1);
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
    if (own < 0) {
      if (walks === 0) break;
      continue;
    }
    own = step(task, frame, day, endStates, own, value);
    if (own < 0) {
      // The row itself breaks a rule here, and all that joined it do.
      for (let join = 0; join < joins; join += 1) setNumber(endCost, wordAt(joined, join), FORBIDDEN);
      joins = 0;
    }
  }
  for (let join = 0; join < joins; join += 1) {
    const start = wordAt(joined, join);
    setNumber(endCost, start, numberAt(endCost, start) + numberAt(endCost, endStates));
    addGroups(start, endStates, 1);
  }
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

function addGroups(into: i32, from: i32, sign: i32): void {
  for (let group = 0; group < GROUPS; group += 1)
    addToWord(groups, into * GROUPS + group, sign * wordAt(groups, from * GROUPS + group));
}
