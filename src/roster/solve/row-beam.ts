/** The forward pass of a row search: partial rows with true totals, led by the table's bound. */
import { FORBIDDEN } from './model.js';
import type { Frame } from './row-frame.js';
import type { Plan } from './row-plan.js';
import { costAt, noteTotals, type RowFound, type RowScratch, type RowTask } from './row-task.js';
import { type RowCounter, WORSE_REACH } from './shape.js';

/** A bound for what a loose counter will cost above its line, with `units` so far and up to `more` to come. */
export function aboveLine(counter: RowCounter, slope: number, dip: number, least: number, most: number): number {
  const { hull } = counter;
  const at = Math.max(least, Math.min(dip, most));
  return at < hull.length ? hull[at]! - slope * at : FORBIDDEN;
}

/** Rows kept beside the best one. */
const OTHERS = 1;

export function beam(
  task: RowTask,
  frame: Frame,
  plan: Plan,
  scratch: RowScratch,
  out: Uint8Array,
  start: number,
  startBound: number,
): RowFound {
  const { shape, from, to, values, cost, slopes, width } = task;
  const { automaton, counters, adds } = shape;
  const { classes, classOf, layers } = automaton;
  const { loose, stride, price, room, tables, hitOffset, hitCost } = plan;
  const kinds = loose.length;
  const span = to - from;
  makeRoom(scratch, (span + 1) * width + 1 + width * values, kinds, room, task, frame);
  const { g, f, rank, parent, state, packed, value, counts, head, chain } = scratch;
  const table = scratch.tables.numbers;
  // Layer by layer; labels of a layer lie at first..last-1.
  let firstLabel = 0;
  let lastLabel = 1;
  g[0] = start;
  f[0] = startBound;
  parent[0] = -1;
  state[0] = frame.startState;
  packed[0] = plan.startPacked;
  for (let kind = 0; kind < kinds; kind += 1) counts[kind] = frame.before[loose[kind]!]!;
  let dropped = FORBIDDEN;
  const order: number[] = [];
  const touched: number[] = [];
  const trial = new Int32Array(kinds);
  const more = new Int32Array(kinds);
  /** By value of the day: its cost with all slopes, its packed totals, and what it adds to the loose counters. */
  const valueCost = new Float64Array(values);
  const valueOffset = new Int32Array(values);
  const valueUnits = new Int32Array(values * kinds);
  for (let day = from; day < to; day += 1) {
    const layer = layers[day]!;
    const there = tables[day - from + 1]!;
    const isLast = day === to - 1;
    let made = lastLabel;
    touched.length = 0;
    setValues(day);
    for (let label = firstLabel; label < lastLabel; label += 1) {
      const row = state[label]! * classes;
      for (let choice = 0; choice < values; choice += 1) {
        const arc = row + classOf[choice]!;
        const target = layer.next[arc]!;
        if (target < 0 || valueCost[choice] === FORBIDDEN) continue;
        const mask = layer.hits[arc]!;
        const newPacked = packed[label]! + valueOffset[choice]! + hitOffset[mask]!;
        const ahead = table[there + target * room + newPacked]!;
        if (ahead === FORBIDDEN) continue;
        const newG = g[label]! + valueCost[choice]! + layer.cost[arc]! + hitCost[mask]!;
        let bound = newG + ahead;
        for (let kind = 0; kind < kinds; kind += 1) {
          const index = loose[kind]!;
          const counter = counters[index]!;
          const added = counter.group < 0 ? valueUnits[choice * kinds + kind]! : (mask >> counter.group) & 1;
          const units = counts[label * kinds + kind]! + added;
          trial[kind] = units;
          const slope = slopes[index]!;
          if (isLast) {
            const total = units + frame.endUnits[index * frame.endStates + target]!;
            bound += costAt(counter, total) - slope * total;
          } else
            bound += aboveLine(counter, slope, plan.dip[index]!, units + plan.endLeast[index]!, units + more[kind]!);
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
        for (let kind = 0; kind < kinds; kind += 1) counts[made * kinds + kind] = trial[kind]!;
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
      for (let kind = 0; kind < kinds; kind += 1) counts[place * kinds + kind] = counts[label * kinds + kind]!;
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
  keepOthers();
  noteTotals(task, scratch, out);
  return { cost: found, bound: Math.max(startBound, Math.min(dropped, found)) };

  /** Sets what the day's values cost and add, and what the days behind it can still add. */
  function setValues(day: number): void {
    for (let choice = 0; choice < values; choice += 1) {
      const cell = day * values + choice;
      let total = cost[cell]!;
      let offset = -plan.anchor[day - from]!;
      for (let kind = 0; kind < kinds; kind += 1) valueUnits[choice * kinds + kind] = 0;
      for (let add = adds.start[cell]!; add < adds.start[cell + 1]!; add += 1) {
        const index = adds.counter[add]!;
        const units = adds.units[add]!;
        total += units * price[index]!;
        offset += units * stride[index]!;
        for (let kind = 0; kind < kinds; kind += 1)
          if (loose[kind] === index) valueUnits[choice * kinds + kind] = units;
      }
      valueCost[choice] = total;
      valueOffset[choice] = offset;
    }
    for (let kind = 0; kind < kinds; kind += 1) {
      const index = loose[kind]!;
      const { most, group } = counters[index]!;
      more[kind] = most[day + 1]! - most[to]! + (group >= 0 ? 1 : 0) + plan.endMost[index]!;
    }
  }

  /** Keeps a few more of the finished rows: welcome as columns. */
  function keepOthers(): void {
    const others: number[] = [];
    for (let label = firstLabel; label < lastLabel; label += 1) if (label !== best) others.push(label);
    others.sort((a, b) => f[a]! - f[b]! || a - b);
    for (const last of others.slice(0, OTHERS)) {
      const row = out.slice();
      for (let day = to - 1, label = last; day >= from; day -= 1) {
        row[day] = value[label]!;
        label = parent[label]!;
      }
      scratch.others.push(row);
    }
  }

  /** Days by which the trial totals are off the even pace. */
  function offPace(day: number): number {
    let off = 0;
    for (let kind = 0; kind < kinds; kind += 1) {
      const index = loose[kind]!;
      const { cost: allowed, most, least, step } = counters[index]!;
      const pace = 1 - most[day]! / Math.max(1, most[0]!);
      const units = trial[kind]!;
      const low = Math.max(0, least) * pace;
      const top = (allowed.length - 1) * pace;
      if (units < low) off += (low - units) / Math.max(1, step);
      else if (units > top) off += (units - top) / Math.max(1, step);
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
