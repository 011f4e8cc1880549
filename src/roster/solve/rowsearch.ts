/**
 * The best row of one agent, everybody else given: the heart of everything else in this folder.
 *
 * Two passes over a window of days (the days outside keep their values):
 *  1. Backward, exact dynamic programming over day x automaton state x the totals of a few counters (the "followed"
 *     ones, as many as the work allows), all other counters replaced by a straight line below their cost. It gives a
 *     valid lower bound for completing any partial row, and for the whole row.
 *  2. Forward, a beam of partial rows (labels) led by that bound, with the true totals of all counters. Labels that
 *     cannot beat `upper` or that another one dominates are dropped; with room enough the pass is exact.
 * With all counters followed the second pass is a walk down the first one's table.
 */
import { FORBIDDEN } from './model.js';
import { type RowCounter, type RowShape, WORSE_REACH } from './shape.js';

export interface RowTask {
  readonly shape: RowShape;
  /** Cost of each cell `[day * values + value]`, the row's own included. */
  readonly cost: Float64Array;
  readonly values: number;
  /** The window: days from..to-1. */
  readonly from: number;
  readonly to: number;
  /** The row's days outside the window are kept from here. */
  readonly current: Uint8Array;
  /** Rows that cost this much or more are of no use. */
  readonly upper: number;
  /** Labels kept each day; 0: no labels, the relaxed row of the first pass, whose cost is only a bound. */
  readonly width: number;
  /** Table entries the backward pass may use. */
  readonly work: number;
  /** By counter: the slope of the line that stands for it while it is not followed. */
  readonly slopes: Float64Array;
  /**
   * Labels are preferred by bound + guide x (how far their loose totals are from the even pace towards what is
   * allowed, in days): for long rows, whose hard totals would otherwise be missed at the end. 0: by bound alone.
   */
  readonly guide: number;
}

export interface RowFound {
  /** Cost of the best row below `upper`, written to `out`; FORBIDDEN where none was found. */
  readonly cost: number;
  /** No row costs less. */
  readonly bound: number;
}

const empty = new Float64Array(0);

/** Room that grows and is used again for every row; one for a thread. */
export interface RowScratch {
  /** Totals of every counter in the last row found, by counter (units); for tuning slopes. */
  totals: Int32Array;
  /** 1: followed exactly by the last search. */
  followed: Uint8Array;
  table: Float64Array;
  g: Float64Array;
  f: Float64Array;
  /** What labels are kept by. */
  rank: Float64Array;
  parent: Int32Array;
  state: Int32Array;
  packed: Int32Array;
  value: Uint8Array;
  counts: Int32Array;
  head: Int32Array;
  chain: Int32Array;
}

export const rowScratch = (): RowScratch => ({
  totals: new Int32Array(64),
  followed: new Uint8Array(64),
  table: empty,
  g: empty,
  f: empty,
  rank: empty,
  parent: new Int32Array(0),
  state: new Int32Array(0),
  packed: new Int32Array(0),
  value: new Uint8Array(0),
  counts: new Int32Array(0),
  head: new Int32Array(0),
  chain: new Int32Array(0),
});

/** What the days outside the window make of it. */
interface Frame {
  readonly startState: number;
  /** Automaton and cell costs of the days outside that do not depend on the window. */
  readonly fixedCost: number;
  /** By counter: units of the days in front. */
  readonly before: Int32Array;
  /** By state behind the window: cost of the automaton over the days that follow. */
  readonly endCost: Float64Array;
  /** By counter: units of the days behind, by state at `[counter * states + state]`. */
  readonly endUnits: Int32Array;
  readonly endStates: number;
}

/** Finds the best row; see the header. */
export function searchRow(task: RowTask, scratch: RowScratch, out: Uint8Array): RowFound {
  const frame = frameOf(task);
  if (frame === null) return { cost: FORBIDDEN, bound: FORBIDDEN };
  const plan = planOf(task, frame, scratch);
  backward(task, frame, plan, scratch);
  return forward(task, frame, plan, scratch, out);
}

function frameOf(task: RowTask): Frame | null {
  const { shape, from, to, values, current, cost } = task;
  const { automaton, counters } = shape;
  const { classes, classOf, layers } = automaton;
  const before = new Int32Array(counters.length);
  let fixedCost = shape.constant;
  let state = 0;
  for (let day = 0; day < from; day += 1) {
    const value = current[day]!;
    const arc = state * classes + classOf[value]!;
    const layer = layers[day]!;
    fixedCost += layer.cost[arc]! + cost[day * values + value]!;
    for (let index = 0; index < counters.length; index += 1)
      before[index]! += unitsOf(counters[index]!, day * values + value, layer.hits[arc]!);
    state = layer.next[arc]!;
    if (state < 0) return null;
  }
  const endStates = to < layers.length ? layers[to]!.states : automaton.ends;
  const endCost = new Float64Array(endStates);
  const endUnits = new Int32Array(counters.length * endStates);
  for (let day = to; day < layers.length; day += 1) fixedCost += cost[day * values + current[day]!]!;
  if (!(fixedCost < FORBIDDEN)) return null;
  for (let start = 0; start < endStates; start += 1) {
    let at = start;
    for (let day = to; day < layers.length; day += 1) {
      const layer = layers[day]!;
      const arc = at * classes + classOf[current[day]!]!;
      endCost[start]! += layer.cost[arc]!;
      for (let index = 0; index < counters.length; index += 1) {
        endUnits[index * endStates + start]! += unitsOf(
          counters[index]!,
          day * values + current[day]!,
          layer.hits[arc]!,
        );
      }
      at = layer.next[arc]!;
      if (at < 0) {
        endCost[start] = FORBIDDEN;
        break;
      }
    }
  }
  return { startState: state, fixedCost, before, endCost, endUnits, endStates };
}

const unitsOf = (counter: RowCounter, cell: number, hits: number): number =>
  counter.group < 0 ? counter.add[cell]! : (hits >> counter.group) & 1;

/** How counters are treated in this window, and the options of each day. */
interface Plan {
  /** Counters followed in the table, and the others. */
  readonly followed: number[];
  readonly loose: number[];
  /** By counter: place value in the packed totals (0: loose). */
  readonly stride: Int32Array;
  /** Size of the packed totals of one state, padding included. */
  readonly room: number;
  /** Starts of the valid stretches of packed totals, and their length. */
  readonly starts: Int32Array;
  readonly stretch: number;
  /** What a hit mask adds to the packed totals, and costs by slopes. */
  readonly hitOffset: Int32Array;
  readonly hitCost: Float64Array;
  /** Options by window day: class, offset, cost with slopes, best value; `first[day]..first[day+1]`. */
  readonly first: Int32Array;
  readonly optionClass: Uint8Array;
  readonly optionOffset: Int32Array;
  readonly optionCost: Float64Array;
  readonly optionValue: Uint8Array;
  /** Start of each window day's table in the scratch; one more for the end. */
  readonly tables: Int32Array;
  /** By counter: least and most units behind the window. */
  readonly endLeast: Int32Array;
  readonly endMost: Int32Array;
  /** By loose counter: units at which hull - slope x units is least. */
  readonly dip: Int32Array;
  /** By counter: the least units that are not forbidden, and the most that one day adds (at least 1). */
  readonly least: Int32Array;
  readonly step: Int32Array;
}

function planOf(task: RowTask, frame: Frame, scratch: RowScratch): Plan {
  const { shape, from, to, values, cost, slopes } = task;
  const { automaton, counters } = shape;
  const span = to - from;
  const count = counters.length;
  let arcs = 0;
  for (let day = from; day < to; day += 1) arcs += automaton.layers[day]!.states * automaton.classes;
  const endLeast = new Int32Array(count);
  const endMost = new Int32Array(count);
  const size = new Int32Array(count);
  const step = new Int32Array(count);
  for (let index = 0; index < count; index += 1) {
    const counter = counters[index]!;
    const ends = frame.endUnits.subarray(index * frame.endStates, (index + 1) * frame.endStates);
    let least = Number.MAX_SAFE_INTEGER;
    let most = 0;
    ends.forEach((units, state) => {
      if (frame.endCost[state] === FORBIDDEN) return;
      least = Math.min(least, units);
      most = Math.max(most, units);
    });
    endLeast[index] = least === Number.MAX_SAFE_INTEGER ? 0 : least;
    endMost[index] = most;
    const reach = counter.most[from]! - counter.most[to]! + (counter.group >= 0 ? 1 : 0);
    size[index] = Math.max(1, Math.min(reach, counter.cost.length - 1 - frame.before[index]! - endLeast[index]!) + 1);
    step[index] = counter.group >= 0 ? 1 : 0;
    if (counter.group < 0) {
      for (let day = from; day < to; day += 1)
        step[index] = Math.max(step[index]!, counter.most[day]! - counter.most[day + 1]!);
    }
  }
  const followed: number[] = [];
  const loose: number[] = [];
  let entries = 1;
  for (let index = 0; index < count; index += 1) {
    if (entries * size[index]! * arcs <= task.work) {
      entries *= size[index]! + (followed.length > 0 ? step[index]! : 0);
      followed.push(index);
    } else loose.push(index);
  }
  // The widest counter lies innermost: long stretches run fast.
  followed.sort((a, b) => size[a]! - size[b]!);
  const stride = new Int32Array(count);
  let room = 1;
  for (let place = followed.length - 1; place >= 0; place -= 1) {
    stride[followed[place]!] = room;
    room *= size[followed[place]!]! + step[followed[place]!]!;
  }
  const innermost = followed.at(-1);
  const stretch = innermost === undefined ? 1 : size[innermost]!;
  let starts = [0];
  for (const index of followed.slice(0, -1)) {
    const wider: number[] = [];
    for (const start of starts)
      for (let units = 0; units < size[index]!; units += 1) wider.push(start + units * stride[index]!);
    starts = wider;
  }
  const masks = 1 << automaton.counted.length;
  const hitOffset = new Int32Array(masks);
  const hitCost = new Float64Array(masks);
  for (let index = 0; index < count; index += 1) {
    const { group } = counters[index]!;
    if (group < 0) continue;
    for (let mask = 0; mask < masks; mask += 1) {
      if (((mask >> group) & 1) === 0) continue;
      hitOffset[mask]! += stride[index]!;
      if (stride[index] === 0) hitCost[mask]! += slopes[index]!;
    }
  }
  const first = new Int32Array(span + 1);
  const optionClass = new Uint8Array(span * values);
  const optionOffset = new Int32Array(span * values);
  const optionCost = new Float64Array(span * values);
  const optionValue = new Uint8Array(span * values);
  let options = 0;
  for (let day = from; day < to; day += 1) {
    const start = options;
    for (let value = 0; value < values; value += 1) {
      const cell = day * values + value;
      let price = cost[cell]!;
      if (price === FORBIDDEN) continue;
      let offset = 0;
      for (let index = 0; index < count; index += 1) {
        const units = counters[index]!.add[cell]!;
        if (units === 0) continue;
        if (stride[index]! > 0) offset += units * stride[index]!;
        else price += units * slopes[index]!;
      }
      const wanted = automaton.classOf[value]!;
      let option = start;
      while (option < options && (optionClass[option] !== wanted || optionOffset[option] !== offset)) option += 1;
      if (option === options) {
        options += 1;
        optionClass[option] = wanted;
        optionOffset[option] = offset;
      } else if (optionCost[option]! <= price) continue;
      optionCost[option] = price;
      optionValue[option] = value;
    }
    first[day - from + 1] = options;
  }
  const tables = new Int32Array(span + 2);
  for (let day = from; day <= to; day += 1) {
    const states = day < to ? automaton.layers[day]!.states : frame.endStates;
    tables[day - from + 1] = tables[day - from]! + states * room;
  }
  const dip = new Int32Array(count);
  for (const index of loose) {
    const { hull } = counters[index]!;
    let best = FORBIDDEN;
    for (let units = 0; units < hull.length; units += 1) {
      const height = hull[units]! - slopes[index]! * units;
      if (height < best) {
        best = height;
        dip[index] = units;
      }
    }
  }
  const least = Int32Array.from(counters, (counter) => counter.cost.findIndex((price) => price < FORBIDDEN));
  scratch.followed.fill(0);
  for (const index of followed) scratch.followed[index] = 1;
  return {
    followed,
    loose,
    stride,
    room,
    starts: Int32Array.from(starts),
    stretch,
    hitOffset,
    hitCost,
    first,
    optionClass,
    optionOffset,
    optionCost,
    optionValue,
    tables,
    endLeast,
    endMost,
    dip,
    least,
    step: step.map((units) => Math.max(1, units)),
  };
}

function backward(task: RowTask, frame: Frame, plan: Plan, scratch: RowScratch): void {
  const { shape, from, to, slopes } = task;
  const { automaton, counters } = shape;
  const { classes } = automaton;
  const { room, starts, stretch, tables } = plan;
  const span = to - from;
  // Offsets may read a little beyond the last state's room.
  const needed = tables[span + 1]! + room + 1;
  if (scratch.table.length < needed) scratch.table = new Float64Array(Math.ceil(needed * 1.5));
  const { table } = scratch;
  table.fill(FORBIDDEN, 0, needed);
  const innermost = plan.followed.at(-1) ?? -1;
  for (let state = 0; state < frame.endStates; state += 1) {
    if (frame.endCost[state] === FORBIDDEN) continue;
    let fixed = frame.endCost[state]!;
    for (const index of plan.loose) fixed += slopes[index]! * frame.endUnits[index * frame.endStates + state]!;
    for (const start of starts) {
      let outer = fixed;
      for (const index of plan.followed) {
        if (index === innermost) continue;
        const wide = plan.stride[index]!;
        const above = wider(plan, index);
        const units = Math.floor((above === 0 ? start : start % above) / wide);
        outer += costAt(
          counters[index]!,
          frame.before[index]! + units + frame.endUnits[index * frame.endStates + state]!,
        );
      }
      for (let inner = 0; inner < stretch; inner += 1) {
        let total = outer;
        if (innermost >= 0)
          total += costAt(
            counters[innermost]!,
            frame.before[innermost]! + inner + frame.endUnits[innermost * frame.endStates + state]!,
          );
        table[tables[span]! + state * room + start + inner] = total;
      }
    }
  }
  const { optionClass, optionCost, optionOffset, first, hitOffset, hitCost } = plan;
  for (let day = to - 1; day >= from; day -= 1) {
    const layer = automaton.layers[day]!;
    const { next, cost, hits } = layer;
    const here = tables[day - from]!;
    const there = tables[day - from + 1]!;
    const lastOption = first[day - from + 1]!;
    for (let state = 0; state < layer.states; state += 1) {
      const target = here + state * room;
      for (let option = first[day - from]!; option < lastOption; option += 1) {
        const arc = state * classes + optionClass[option]!;
        const following = next[arc]!;
        if (following < 0) continue;
        const mask = hits[arc]!;
        const price = cost[arc]! + optionCost[option]! + hitCost[mask]!;
        const source = there + following * room + optionOffset[option]! + hitOffset[mask]!;
        for (let stretchIndex = 0; stretchIndex < starts.length; stretchIndex += 1) {
          const begin = target + starts[stretchIndex]!;
          const shift = source - target;
          const end = begin + stretch;
          for (let at = begin; at < end; at += 1) {
            const total = price + table[at + shift]!;
            if (total < table[at]!) table[at] = total;
          }
        }
      }
    }
  }
}

/** Place value of the counter outside `index`, 0 where there is none. */
function wider(plan: Plan, index: number): number {
  const place = plan.followed.indexOf(index);
  return place === 0 ? 0 : plan.stride[plan.followed[place - 1]!]!;
}

const costAt = (counter: RowCounter, units: number): number =>
  units < counter.cost.length ? counter.cost[units]! : FORBIDDEN;

/** A bound for what a loose counter will cost above its line, with `units` so far and up to `more` to come. */
function aboveLine(counter: RowCounter, slope: number, dip: number, least: number, most: number): number {
  const { hull } = counter;
  const at = Math.max(least, Math.min(dip, most));
  return at < hull.length ? hull[at]! - slope * at : FORBIDDEN;
}

function forward(task: RowTask, frame: Frame, plan: Plan, scratch: RowScratch, out: Uint8Array): RowFound {
  const { shape, from, to, current, slopes } = task;
  const { counters } = shape;
  let start = frame.fixedCost;
  let startBound = start + scratch.table[plan.tables[0]! + frame.startState * plan.room]!;
  for (const index of plan.loose) {
    const counter = counters[index]!;
    const units = frame.before[index]!;
    start += slopes[index]! * units;
    const most = units + counter.most[from]! - counter.most[to]! + (counter.group >= 0 ? 1 : 0) + plan.endMost[index]!;
    startBound +=
      slopes[index]! * units +
      aboveLine(counter, slopes[index]!, plan.dip[index]!, units + plan.endLeast[index]!, most);
  }
  if (!(startBound < task.upper)) return { cost: FORBIDDEN, bound: startBound };
  out.set(current.subarray(0, from));
  out.set(current.subarray(to), to);
  if (plan.loose.length === 0 || task.width === 0) {
    walk(task, frame, plan, scratch, out);
    noteTotals(task, scratch, out);
    return { cost: startBound, bound: startBound };
  }
  return beam(task, frame, plan, scratch, out, start, startBound);
}

/** All counters followed: the table's own best path. */
function walk(task: RowTask, frame: Frame, plan: Plan, scratch: RowScratch, out: Uint8Array): void {
  const { from, to, shape } = task;
  const { classes, layers } = shape.automaton;
  let state = frame.startState;
  let packed = 0;
  for (let day = from; day < to; day += 1) {
    const layer = layers[day]!;
    let best = FORBIDDEN;
    let chosen = -1;
    for (let option = plan.first[day - from]!; option < plan.first[day - from + 1]!; option += 1) {
      const arc = state * classes + plan.optionClass[option]!;
      const target = layer.next[arc]!;
      if (target < 0) continue;
      const mask = layer.hits[arc]!;
      const at =
        plan.tables[day - from + 1]! + target * plan.room + packed + plan.optionOffset[option]! + plan.hitOffset[mask]!;
      const total = layer.cost[arc]! + plan.optionCost[option]! + plan.hitCost[mask]! + scratch.table[at]!;
      if (total < best) {
        best = total;
        chosen = option;
      }
    }
    const arc = state * classes + plan.optionClass[chosen]!;
    out[day] = plan.optionValue[chosen]!;
    packed += plan.optionOffset[chosen]! + plan.hitOffset[layer.hits[arc]!]!;
    state = layer.next[arc]!;
  }
}

/** Writes the totals of a row into the scratch. */
function noteTotals(task: RowTask, scratch: RowScratch, row: Uint8Array): void {
  const { automaton, counters } = task.shape;
  scratch.totals.fill(0);
  let state = 0;
  for (let day = 0; day < automaton.layers.length; day += 1) {
    const layer = automaton.layers[day]!;
    const arc = state * automaton.classes + automaton.classOf[row[day]!]!;
    for (let index = 0; index < counters.length; index += 1) {
      scratch.totals[index]! += unitsOf(counters[index]!, day * task.values + row[day]!, layer.hits[arc]!);
    }
    state = layer.next[arc]!;
  }
}

function beam(
  task: RowTask,
  frame: Frame,
  plan: Plan,
  scratch: RowScratch,
  out: Uint8Array,
  start: number,
  startBound: number,
): RowFound {
  const { shape, from, to, values, cost, slopes, width } = task;
  const { automaton, counters } = shape;
  const { classes, classOf, layers } = automaton;
  const { loose, stride, room, tables } = plan;
  const kinds = loose.length;
  const span = to - from;
  makeRoom(scratch, (span + 1) * width + 1 + width * values, kinds, room, task, frame);
  const { g, f, rank, parent, state, packed, value, counts, head, chain, table } = scratch;
  // Layer by layer; labels of a layer lie at first..last-1.
  let firstLabel = 0;
  let lastLabel = 1;
  g[0] = start;
  f[0] = startBound;
  parent[0] = -1;
  state[0] = frame.startState;
  packed[0] = 0;
  for (let kind = 0; kind < kinds; kind += 1) counts[kind] = frame.before[loose[kind]!]!;
  let dropped = FORBIDDEN;
  const order: number[] = [];
  const trial = new Int32Array(kinds);
  for (let day = from; day < to; day += 1) {
    const layer = layers[day]!;
    const there = tables[day - from + 1]!;
    const isLast = day === to - 1;
    let made = lastLabel;
    const touched: number[] = [];
    for (let label = firstLabel; label < lastLabel; label += 1) {
      for (let choice = 0; choice < values; choice += 1) {
        const price = cost[day * values + choice]!;
        if (price === FORBIDDEN) continue;
        const arc = state[label]! * classes + classOf[choice]!;
        const target = layer.next[arc]!;
        if (target < 0) continue;
        const mask = layer.hits[arc]!;
        let newPacked = packed[label]! + plan.hitOffset[mask]!;
        let newG = g[label]! + price + layer.cost[arc]! + plan.hitCost[mask]!;
        const cell = day * values + choice;
        for (let place = 0; place < plan.followed.length; place += 1) {
          const index = plan.followed[place]!;
          newPacked += counters[index]!.add[cell]! * stride[index]!;
        }
        const ahead = table[there + target * room + newPacked]!;
        if (ahead === FORBIDDEN) continue;
        let bound = newG + ahead;
        for (let kind = 0; kind < kinds; kind += 1) {
          const index = loose[kind]!;
          const counter = counters[index]!;
          const added = unitsOf(counter, cell, mask);
          const units = counts[label * kinds + kind]! + added;
          trial[kind] = units;
          const slope = slopes[index]!;
          if (counter.group < 0) {
            newG += slope * added;
            bound += slope * added;
          }
          if (isLast) {
            const total = units + frame.endUnits[index * frame.endStates + target]!;
            bound += costAt(counter, total) - slope * total;
          } else {
            const more =
              counter.most[day + 1]! - counter.most[to]! + (counter.group >= 0 ? 1 : 0) + plan.endMost[index]!;
            bound += aboveLine(counter, slope, plan.dip[index]!, units + plan.endLeast[index]!, units + more);
          }
        }
        if (!(bound < task.upper)) continue;
        // Dominance among labels with the same state and followed totals.
        const bucket = target * room + newPacked;
        let alive = true;
        let before = -1;
        for (let other = head[bucket]!; other >= 0; other = chain[other]!) {
          const relation = dominance(other, newG, trial);
          if (relation === 1) {
            alive = false;
            break;
          }
          if (relation === 2) {
            f[other] = FORBIDDEN;
            if (before < 0) head[bucket] = chain[other]!;
            else chain[before] = chain[other]!;
          } else before = other;
        }
        if (!alive) continue;
        if (head[bucket] === -1) touched.push(bucket);
        chain[made] = head[bucket]!;
        head[bucket] = made;
        g[made] = newG;
        f[made] = bound;
        rank[made] = task.guide === 0 ? bound : bound + task.guide * offPace(day + 1);
        parent[made] = label;
        state[made] = target;
        packed[made] = newPacked;
        value[made] = choice;
        counts.set(trial, made * kinds);
        made += 1;
      }
    }
    for (const bucket of touched) head[bucket] = -1;
    // Keep the best `width`, packed together behind the layer in front.
    order.length = 0;
    for (let label = lastLabel; label < made; label += 1) if (f[label]! < FORBIDDEN) order.push(label);
    if (order.length > width) {
      order.sort((a, b) => rank[a]! - rank[b]! || a - b);
      for (let index = width; index < order.length; index += 1) dropped = Math.min(dropped, f[order[index]!]!);
      order.length = width;
      order.sort((a, b) => a - b);
    }
    firstLabel = lastLabel;
    for (const label of order) {
      const place = lastLabel;
      lastLabel += 1;
      if (place === label) continue;
      g[place] = g[label]!;
      f[place] = f[label]!;
      rank[place] = rank[label]!;
      parent[place] = parent[label]!;
      state[place] = state[label]!;
      packed[place] = packed[label]!;
      value[place] = value[label]!;
      counts.copyWithin(place * kinds, label * kinds, (label + 1) * kinds);
    }
    if (order.length === 0) return { cost: FORBIDDEN, bound: Math.max(startBound, Math.min(dropped, task.upper)) };
  }
  let best = firstLabel;
  for (let label = firstLabel + 1; label < lastLabel; label += 1) if (f[label]! < f[best]!) best = label;
  const found = f[best]!;
  for (let day = to - 1, label = best; day >= from; day -= 1) {
    out[day] = value[label]!;
    label = parent[label]!;
  }
  noteTotals(task, scratch, out);
  return { cost: found, bound: Math.max(startBound, Math.min(dropped, found)) };

  /** Days by which the trial totals are off the even pace. */
  function offPace(day: number): number {
    let off = 0;
    for (let kind = 0; kind < kinds; kind += 1) {
      const index = loose[kind]!;
      const { cost: allowed, most } = counters[index]!;
      const pace = 1 - most[day]! / Math.max(1, most[0]!);
      const units = trial[kind]!;
      const least = plan.least[index]! * pace;
      const top = (allowed.length - 1) * pace;
      if (units < least) off += (least - units) / plan.step[index]!;
      else if (units > top) off += (units - top) / plan.step[index]!;
    }
    return off;
  }

  /** 1: the old label makes the new one useless, 2: the other way round, 0: neither. */
  function dominance(old: number, newG: number, units: Int32Array): number {
    let oldWorse = g[old]!;
    let newWorse = newG;
    for (let kind = 0; kind < kinds; kind += 1) {
      const difference = counts[old * kinds + kind]! - units[kind]!;
      if (difference === 0) continue;
      if (difference > WORSE_REACH || difference < -WORSE_REACH) return 0;
      const { worse } = counters[loose[kind]!]!;
      const slope = slopes[loose[kind]!]!;
      oldWorse += worse[WORSE_REACH + difference]! - slope * difference;
      newWorse += worse[WORSE_REACH - difference]! + slope * difference;
    }
    return oldWorse <= newG ? 1 : newWorse <= g[old]! ? 2 : 0;
  }
}

function makeRoom(scratch: RowScratch, labels: number, kinds: number, room: number, task: RowTask, frame: Frame): void {
  if (scratch.g.length < labels) {
    const size = Math.ceil(labels * 1.5);
    scratch.g = new Float64Array(size);
    scratch.f = new Float64Array(size);
    scratch.rank = new Float64Array(size);
    scratch.parent = new Int32Array(size);
    scratch.state = new Int32Array(size);
    scratch.packed = new Int32Array(size);
    scratch.value = new Uint8Array(size);
    scratch.chain = new Int32Array(size);
  }
  if (scratch.counts.length < labels * kinds) scratch.counts = new Int32Array(Math.ceil(labels * kinds * 1.5));
  let states = frame.endStates;
  for (let day = task.from; day < task.to; day += 1)
    states = Math.max(states, task.shape.automaton.layers[day]!.states);
  if (scratch.head.length < states * room) scratch.head = new Int32Array(states * room).fill(-1);
}
