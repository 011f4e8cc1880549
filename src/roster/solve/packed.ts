/** A model as the kernel sees it: the records of `kernel/layout.ts`, field by field. */
import type { Arena } from './arena.js';
import type { Prepared } from './roster.js';
import type { RowShape } from './shape.js';

/** Lays down a `Shape`. What hits cost moves with the tolls: row searches bring theirs along. */
export function packShape(arena: Arena, { automaton, counters, adds, hitCost }: RowShape): number {
  const { classes, classOf, layers } = automaton;
  return arena.record(
    classes,
    arena.put(classOf),
    arena.record(...layers.flatMap(({ next, cost, hits, states }) => [...[next, cost, hits].map(arena.put), states])),
    arena.put(hitCost),
    counters.length,
    arena.record(
      ...counters.flatMap(({ group, cost, hull, most, worse, least, step }) => [
        group,
        cost.length,
        ...[cost, hull, most, worse].map(arena.put),
        least,
        step,
      ]),
    ),
    arena.put(adds.start),
    arena.putPairs(adds.counter, adds.units),
  );
}

/** Lays down a `Model`. */
export function packModel(arena: Arena, { model, shapes, lines }: Prepared): number {
  const agents = shapes.map((shape, agent) => {
    const { start, line, amount } = lines.touches[agent]!;
    return [packShape(arena, shape), arena.put(shape.own), arena.put(start), arena.putPairs(line, amount)];
  });
  return arena.record(
    model.rows.length,
    model.days,
    model.values,
    arena.record(...agents.flat()),
    arena.record(...lines.cost.flatMap((cost, line) => [lines.when[line]!, lines.low[line]!, arena.put(cost)])),
  );
}
