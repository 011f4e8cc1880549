/**
 * The line as whole stretches: some working days, then some days off. A node is the weekday on which a stretch begins and the
 * shift before the days off; there are a few dozen, so programs are small, and a stretch's price is exact. Only stretches
 * with at most one change of shift within them are taken, what people want anyway: none found is no proof.
 */
import { type CycleProblem, DAY_OFF, isChangeDay } from './cycle.js';
import type { PatternGraph } from './graph.js';
import { isBackward, type Wishes } from './wishes.js';

/** A price from which on changes over days off are looked at. */
const MATTERS = 10;

interface Stretch {
  readonly shifts: readonly number[];
  readonly off: number;
}

const has = (pairs: readonly (readonly [number, number])[], a: number, b: number): boolean =>
  pairs.some(([first, second]) => first === a && second === b);

/** Working days of one shift, or of two one after the other, within all bounds. */
function stretchesOf({ shifts, off, work, forbidden }: CycleProblem): Stretch[] {
  const fits = (shift: number, days: number): boolean =>
    days >= shifts[shift]!.block.least && days <= shifts[shift]!.block.most;
  const repeat = (shift: number, days: number): number[] => Array.from({ length: days }, () => shift);
  const runs: number[][] = [];
  for (let length = work.least; length <= work.most; length += 1)
    for (const first of shifts.keys()) {
      if (fits(first, length)) runs.push(repeat(first, length));
      for (const second of shifts.keys()) {
        if (second === first || has(forbidden, first, second)) continue;
        for (let days = 1; days < length; days += 1)
          if (fits(first, days) && fits(second, length - days))
            runs.push([...repeat(first, days), ...repeat(second, length - days)]);
      }
    }
  return runs.flatMap((run) =>
    Array.from({ length: off.most - off.least + 1 }, (_, more) => ({ shifts: run, off: off.least + more })),
  );
}

/** Mondays on which a whole week without a day off begins. */
const fullWeeks = (start: number, worked: number): number => Math.floor(Math.max(0, worked - ((7 - start) % 7)) / 7);

/** A change into the stretch's shift at `day` of the stretch, `days` after the last day of another one. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly day: number;
  readonly days: number;
}

/** Changes within the stretch, and the one over the days off before it (`gap` days long where that is known to matter). */
function changesIn({ shifts }: Stretch, before: number, gap: number): Change[] {
  const within = shifts.flatMap((to, day) => {
    const from = shifts[day - 1];
    return from === undefined || from === to ? [] : [{ from, to, day, days: 1 }];
  });
  const first = shifts[0]!;
  return before === first ? within : [{ from: before, to: first, day: 0, days: gap + 1 }, ...within];
}

function priceOf(stretch: Stretch, start: number, changes: readonly Change[], wishes: Wishes): number {
  const { shifts, off } = stretch;
  const worked = shifts.length;
  const isLate = (shift: number | undefined): boolean => shift !== undefined && wishes.late.includes(shift);
  // A stretch that begins on a Sunday leaves half of the weekend off.
  let price = start === 6 ? wishes.splitWeekend : 0;
  for (let day = 0; day < worked + off - 1; day += 1) {
    if ((start + day) % 7 !== 5) continue;
    if (day + 1 < worked) price += wishes.workedWeekend;
    else if (day < worked) price += wishes.splitWeekend;
  }
  price += wishes.fullWeek * fullWeeks(start, worked);
  price += wishes.longRun.price * Math.max(0, worked - wishes.longRun.beyond);
  for (let day = 1; day < worked - 1; day += 1)
    if (isLate(shifts[day]) && !isLate(shifts[day - 1]) && !isLate(shifts[day + 1])) price += wishes.singleLate;
  for (const { from, to, day, days } of changes) {
    price += wishes.change;
    const { on, price: changeOff } = wishes.changeOff;
    if (on.length > 0 && !isChangeDay(start + day - days + 7 * days, days, on)) price += changeOff;
    if (isBackward(from, to, wishes.backward.order)) price += wishes.backward.price;
  }
  return price;
}

/** All stretches on all weekdays. Nodes: weekday, days off before, shift before those. */
export function stretchGraph(problem: CycleProblem, wishes: Wishes): PatternGraph {
  const { off, changeOn } = problem;
  // How many days off lie before a stretch matters to changes that want a weekday among them.
  const gaps = changeOn !== undefined || wishes.changeOff.price > 0 || problem.forbiddenOverOneDayOff.length > 0;
  const lengths = gaps ? off.most - off.least + 1 : 1;
  // Changes over days off double the program; where they hardly cost, only those within a stretch are looked at.
  const across = gaps || wishes.change >= MATTERS || wishes.backward.price >= MATTERS;
  const kinds = across ? problem.shifts.length : 1;
  const nodeOf = (weekday: number, gap: number, before: number): number =>
    ((gaps ? gap - off.least : 0) * kinds + before) * 7 + weekday;
  const nodes = 7 * kinds * lengths;
  const arcs: { from: number; to: number; days: number[]; price: number }[] = [];
  for (const stretch of stretchesOf(problem)) {
    const { shifts } = stretch;
    const days = [...shifts, ...Array.from({ length: stretch.off }, () => DAY_OFF)];
    const last = across ? shifts.at(-1)! : 0;
    for (let start = 0; start < 7; start += 1) {
      if (problem.weeklyDayOff === true && fullWeeks(start, shifts.length) > 0) continue;
      const to = nodeOf((start + days.length) % 7, stretch.off, last);
      for (let before = 0; before < kinds; before += 1)
        for (let gap = off.least; gap < off.least + lengths; gap += 1) {
          if (gap === 1 && gaps && has(problem.forbiddenOverOneDayOff, before, shifts[0]!)) continue;
          const changes = changesIn(stretch, across ? before : shifts[0]!, gap);
          const isAllowed = ({ day, days: over }: Change): boolean =>
            changeOn === undefined || isChangeDay(start + day - over + 7 * over, over, changeOn);
          if (!changes.every(isAllowed)) continue;
          arcs.push({ from: nodeOf(start, gap, before), to, days, price: priceOf(stretch, start, changes, wishes) });
        }
    }
  }
  return {
    nodes,
    isStretches: true,
    weekday: Uint8Array.from({ length: nodes }, (_, node) => node % 7),
    from: Int32Array.from(arcs, (arc) => arc.from),
    to: Int32Array.from(arcs, (arc) => arc.to),
    days: arcs.map((arc) => arc.days),
    price: Float64Array.from(arcs, (arc) => arc.price),
  };
}
