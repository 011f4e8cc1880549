/** A model as the kernel sees it: the records of `kernel/layout.ts`, field by field. */
import type { Arena } from './arena.js';
import type { Prepared } from './roster.js';
import type { RowShape } from './shape.js';

const WORD = 4;
/** A total that must be reached nearly always binds: it never cools (`kernel/search.ts`). */
const ALWAYS_HOT = 16;

/** Lays down a `Shape`. */
export function packShape(arena: Arena, { automaton, constant, own, counters, adds, hitCost }: RowShape): number {
  const { classes, classOf, layers, ends } = automaton;
  const days = layers.length;
  return arena.record(
    ...wordsOf(constant),
    days,
    ends,
    hitCost.length,
    arena.put(own),
    arena.put(Uint8Array.from(counters, ({ least }) => (least > 0 ? ALWAYS_HOT : 0))),
    arena.record(0, arena.room(days), arena.room(WORD * (days + 1)), arena.room(WORD * counters.length)),
    classes,
    arena.put(classOf),
    arena.record(
      ...layers.flatMap(({ next, cost, hits, states, masks }) => [
        ...[next, cost, hits].map(arena.put),
        states,
        arena.put(masks),
        masks.length,
      ]),
    ),
    arena.put(hitCost),
    counters.length,
    arena.record(
      ...counters.flatMap(({ group, cost, hull, most, worse, straightTo, least, step }) => [
        group,
        cost.length,
        ...[cost, hull, most, worse, straightTo].map(arena.put),
        least,
        step,
      ]),
    ),
    arena.put(adds.start),
    arena.putPairs(adds.counter, adds.units),
  );
}

/** A number as the two words that stand for it in the memory. */
function wordsOf(number: number): Int32Array {
  return new Int32Array(Float64Array.of(number).buffer);
}

/** Lays down a `Model`. */
export function packModel(arena: Arena, { model, shapes, lines }: Prepared): number {
  const agents = shapes.map((shape, agent) => {
    const { start, line, amount } = lines.touches[agent]!;
    return [packShape(arena, shape), arena.put(start), arena.putPairs(line, amount)];
  });
  return arena.record(
    model.rows.length,
    model.days,
    model.values,
    arena.record(...agents.flat()),
    arena.record(...lines.cost.flatMap((cost, line) => [lines.when[line]!, lines.low[line]!, arena.put(cost)])),
  );
}
