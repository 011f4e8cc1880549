/** The backward pass of a row search (`../row-table.ts`). */
import { layerOf, Shape } from './layout';
import { byteAt, numberAt, wordAt } from './memory';

/** A `Plan` of `../row-plan.ts`, as far as the loops need it: arrays by window day, by option and by mask of hits. */
@unmanaged
export class Plan {
  shape: Shape;
  from: i32;
  to: i32;
  room: i32;
  first: usize;
  optionClass: usize;
  optionOffset: usize;
  optionCost: usize;
  hitOffset: usize;
  hitCost: usize;
  /** Start of each window day's table: numbers from address 0 on. */
  tables: usize;
  states: usize;
  alive: usize;
  firstStretch: usize;
  stretches: usize;
  /** Packed totals low..high-1 that rows of the day before can lead to. */
  lows: usize;
  highs: usize;
  /** Room for the ways on from the state at hand. */
  arcs: usize;
}

/** Bytes of a way on. */
const ARC: i32 = 16;

/** Fills the tables of all window days from that behind the last one, for the states that are alive. */
export function backward(plan: Plan): void {
  const shape = plan.shape;
  const classes = shape.classes;
  const arcs = plan.arcs;
  for (let day = plan.to - plan.from - 1; day >= 0; day -= 1) {
    const layer = layerOf(shape, plan.from + day);
    const here = wordAt(plan.tables, day);
    const there = wordAt(plan.tables, day + 1);
    const firstOption = wordAt(plan.first, day);
    const lastOption = wordAt(plan.first, day + 1);
    const begin = plan.stretches + (wordAt(plan.firstStretch, day) << 3);
    const end = plan.stretches + (wordAt(plan.firstStretch, day + 1) << 3);
    const low = wordAt(plan.lows, day) << 3;
    const high = wordAt(plan.highs, day) << 3;
    const firstState = wordAt(plan.states, day);
    const count = wordAt(plan.states, day + 1) - firstState;
    // In this order: up to three numbers of the state behind may be overwritten.
    for (let state = 0; state < count; state += 1) {
      if (byteAt(plan.alive, firstState + state) === 0) continue;
      const target = here + state * plan.room;
      let last = arcs;
      for (let option = firstOption; option < lastOption; option += 1) {
        const arc = state * classes + byteAt(plan.optionClass, option);
        const following = wordAt(layer.next, arc);
        if (following < 0) continue;
        const mask = byteAt(layer.hits, arc);
        const at = there + following * plan.room + wordAt(plan.optionOffset, option) + wordAt(plan.hitOffset, mask);
        store<i32>(last, (at - target) << 3);
        store<f64>(
          last,
          numberAt(layer.cost, arc) + numberAt(plan.optionCost, option) + numberAt(plan.hitCost, mask),
          8,
        );
        last += ARC;
      }
      complete(arcs, last, begin, last === arcs ? begin : end, target << 3, low, high);
    }
  }
}

/** Infinity from..to-1, and in one number behind it where theirs is odd. */
function forbid(from: usize, to: usize): void {
  for (; from < to; from += 16) v128.store(from, f64x2.splat(Infinity));
}

/**
 * One state's table: each number of the stretches (first, behind last: numbers from the target on) is the least over the arcs (distance in bytes to what
 * follows, 4 bytes, 4 unused; price) of price + the number at that distance. There is at least one arc. Between the stretches, and from `low` to `high`
 * (bytes), there is infinity. Four numbers at a time: three behind a stretch may be written, too, and whatever stands there is written again, or belongs to nothing.
 */
export function complete(
  arcs: usize,
  arcsEnd: usize,
  stretch: usize,
  stretchEnd: usize,
  target: usize,
  low: i32,
  high: i32,
): void {
  let free = target + low;
  for (; stretch < stretchEnd; stretch += 8) {
    const begin = target + (load<u32>(stretch) << 3);
    const end = target + (load<u32>(stretch, 4) << 3);
    forbid(free, begin);
    for (let at = begin; at < end; at += 32) {
      let first = f64x2.splat(Infinity);
      let second = f64x2.splat(Infinity);
      for (let arc = arcs; arc < arcsEnd; arc += ARC) {
        const source = at + load<i32>(arc);
        const price = v128.load64_splat(arc, 8);
        first = f64x2.pmin(first, f64x2.add(price, v128.load(source)));
        second = f64x2.pmin(second, f64x2.add(price, v128.load(source, 16)));
      }
      v128.store(at, first);
      v128.store(at, second, 16);
    }
    free = end;
  }
  forbid(free, target + high);
}
