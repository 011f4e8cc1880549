/**
 * Two agents as one row: a novice and the mentor. What a relaxation cannot see is whether they are on the same shift: each half of the time on
 * either one costs it nothing, whoever is where when. So a program over everybody chooses a row for both at once. Their row's values are pairs of values, its automaton is the product of
 * theirs, its counters are those of both; lines that only they decide become costs of its cells. Everything else of the solver meets an ordinary row.
 */
import { type Automaton, type Layer, type LayerShare, layerShare } from './automaton.js';
import type { Exchange } from './exchange.js';
import type { PackedLines, Touches } from './lines.js';
import { type Answer, FORBIDDEN, type Line, type Model } from './model.js';
import { emptyRoster, type Prepared, toAnswer } from './roster.js';
import { rowScratch } from './row-task.js';
import { putRows, type Search } from './search.js';
import { composeShape, type RowCounter, type RowShape } from './shape.js';

/** States of a couple's automaton, on the most crowded day, times pairs of values: more are not put together. */
const MOST_ARCS = 60_000;
/** Pairs of values are bytes; hits of groups are a byte's bits. */
const MOST_VALUES = 15;
const MOST_GROUPS = 8;

interface Couple {
  readonly pair: readonly [number, number];
  /** The lines that they decide alone. */
  readonly lines: number[];
}

interface Coupled {
  readonly prepared: Prepared;
  /** By row of the coupled model: its agents. */
  readonly members: readonly (readonly number[])[];
}

/** The model with couples in one row each, behind those who stand alone; null: there is none. */
function couple(prepared: Prepared): Coupled | null {
  const couples = couplesOf(prepared);
  if (couples.length === 0) return null;
  const { model, lines, shapes } = prepared;
  const taken = new Set(couples.flatMap(({ pair }) => pair));
  const alone = [...shapes.keys()].filter((agent) => !taken.has(agent));
  const members = [...alone.map((agent) => [agent]), ...couples.map(({ pair }) => [...pair])];
  const values = model.values ** 2;
  const gone = new Set(couples.flatMap(({ lines: inner }) => inner));
  const share = layerShare();
  const heads = new Map<number, number>();
  const alike = members.map(([agent, other], index) => {
    const like = other === undefined ? prepared.alike[agent!]! : -1;
    if (like >= 0 && !heads.has(like)) heads.set(like, index);
    return heads.get(like) ?? -1;
  });
  return {
    members,
    prepared: {
      model: { ...model, values, rows: members.map(([agent]) => model.rows[agent!]!) },
      shapes: [
        ...alone.map((agent) => widened(model, shapes[agent]!, share)),
        ...couples.map((those) => product(prepared, those, share)),
      ],
      // What a couple decides alone stays where it is in the list, touched by nobody and free.
      lines: {
        ...lines,
        touches: members.map((those) => touchesOf(model, lines, those, gone)),
        low: lines.low.map((low, line) => (gone.has(line) ? lines.base[line]! : low)),
        cost: lines.cost.map((cost, line) => (gone.has(line) ? new Float64Array(1) : cost)),
      },
      scratch: rowScratch(),
      alike: Int32Array.from(alike),
    },
  };
}

/** Pairs of agents with lines of their own, those with most of them first; nobody is in two. */
function couplesOf({ model, shapes, lines }: Prepared): Couple[] {
  const known = new Map<string, Couple>();
  model.lines.forEach((line, index) => {
    const pair = line.when < 0 && lines.waiting[index]!.length === 0 ? deciders(model, line) : null;
    if (pair === null) return;
    const those = known.get(pair.join()) ?? { pair, lines: [] };
    known.set(pair.join(), those);
    those.lines.push(index);
  });
  const taken = new Set<number>();
  return [...known.values()]
    .sort((a, b) => b.lines.length - a.lines.length)
    .filter(({ pair }) => {
      const [one, other] = pair;
      if (taken.has(one) || taken.has(other) || !fits(model, shapes[one]!, shapes[other]!)) return false;
      taken.add(one).add(other);
      return true;
    });
}

/** The two agents who decide a line of one day; null: they are more or fewer, or it has several days. */
function deciders({ values }: Model, { parts }: Line): readonly [number, number] | null {
  if (parts.some(({ agents }) => agents === null)) return null;
  const days = new Set(parts.flatMap(({ cells }) => cells.map((cell) => Math.floor(cell / values))));
  const those = [...new Set(parts.flatMap(({ agents }) => agents!))].sort((a, b) => a - b);
  return days.size === 1 && those.length === 2 ? [those[0]!, those[1]!] : null;
}

const groupsOf = ({ automaton }: RowShape): number => automaton.counted.length;

function fits({ values }: Model, one: RowShape, other: RowShape): boolean {
  if (values > MOST_VALUES || groupsOf(one) + groupsOf(other) > MOST_GROUPS) return false;
  return one.automaton.layers.every(
    ({ states }, day) => states * other.automaton.layers[day]!.states * values ** 2 <= MOST_ARCS,
  );
}

/** A row that stands alone, under pairs of values: those of a first one with nothing. */
function widened({ days, values }: Model, shape: RowShape, share: LayerShare): RowShape {
  const { automaton, own, counters } = shape;
  const wide = values ** 2;
  const classOf = new Uint8Array(wide);
  classOf.set(automaton.classOf);
  const cells = new Float64Array(days * wide).fill(FORBIDDEN);
  for (let day = 0; day < days; day += 1) cells.set(own.subarray(day * values, (day + 1) * values), day * wide);
  const spread = (counter: RowCounter): RowCounter => {
    if (counter.group >= 0) return counter;
    const add = new Int32Array(days * wide);
    for (let day = 0; day < days; day += 1) add.set(counter.add.subarray(day * values, (day + 1) * values), day * wide);
    return { ...counter, add };
  };
  return composeShape(
    { automaton: { ...automaton, classOf }, own: cells, constant: shape.constant, hitCost: shape.hitCost },
    counters.map(spread),
    { values: wide },
    share,
  );
}

/** The row of two agents. A pair of values is the first one's + `values` x the other's. */
function product({ model, shapes, lines }: Prepared, { pair, lines: inner }: Couple, share: LayerShare): RowShape {
  const { days, values } = model;
  const [a, b] = [shapes[pair[0]]!, shapes[pair[1]]!];
  const [first, second] = [pair[0], pair[1]].map((agent) => lines.touches[agent]!) as [Touches, Touches];
  const wide = values ** 2;
  const groups = groupsOf(a);
  const firstOf = (cell: number): number => Math.floor(cell / wide) * values + (cell % values);
  const secondOf = (cell: number): number => Math.floor(cell / wide) * values + Math.floor((cell % wide) / values);
  const own = Float64Array.from({ length: days * wide }, (_, cell) => a.own[firstOf(cell)]! + b.own[secondOf(cell)]!);
  for (const line of inner) {
    const day = Math.floor(model.lines[line]!.parts.find(({ cells }) => cells.length > 0)!.cells[0]! / values);
    for (let cell = day * wide; cell < (day + 1) * wide; cell += 1) {
      const total = lines.base[line]! + amountOf(first, firstOf(cell), line) + amountOf(second, secondOf(cell), line);
      own[cell]! += lines.cost[line]![total - lines.low[line]!]!;
    }
  }
  const spread = (counter: RowCounter, cellOf: (cell: number) => number, shift: number): RowCounter =>
    counter.group < 0
      ? { ...counter, add: Int32Array.from(own, (_, cell) => counter.add[cellOf(cell)]!) }
      : { ...counter, group: counter.group + shift };
  return composeShape(
    {
      automaton: automatonProduct(a.automaton, b.automaton, values),
      own,
      constant: a.constant + b.constant,
      hitCost: Float64Array.from(
        { length: a.hitCost.length * b.hitCost.length },
        (_, mask) => a.hitCost[mask & (a.hitCost.length - 1)]! + b.hitCost[mask >> groups]!,
      ),
    },
    [
      ...a.counters.map((counter) => spread(counter, firstOf, 0)),
      ...b.counters.map((counter) => spread(counter, secondOf, groups)),
    ],
    { values: wide },
    share,
  );
}

function amountOf({ start, line: touched, amount }: Touches, cell: number, line: number): number {
  for (let touch = start[cell]!; touch < start[cell + 1]!; touch += 1)
    if (touched[touch] === line) return amount[touch]!;
  return 0;
}

function automatonProduct(one: Automaton, other: Automaton, values: number): Automaton {
  /** Days that look alike share a layer, as in what they are made of. */
  const known: { readonly from: Layer; readonly beside: Layer; readonly after: number; readonly layer: Layer }[] = [];
  return {
    classes: one.classes * other.classes,
    classOf: Uint8Array.from(
      { length: values ** 2 },
      (_, pair) => one.classOf[pair % values]! * other.classes + other.classOf[Math.floor(pair / values)]!,
    ),
    layers: one.layers.map((from, day) => {
      const beside = other.layers[day]!;
      const after = other.layers[day + 1]?.states ?? other.ends;
      const made = known.find((those) => those.from === from && those.beside === beside && those.after === after);
      if (made !== undefined) return made.layer;
      const layer = layerProduct(from, beside, one, other, after);
      known.push({ from, beside, after, layer });
      return layer;
    }),
    ends: one.ends * other.ends,
    counted: Int32Array.of(...one.counted, ...other.counted),
    startCost: one.startCost + other.startCost,
  };
}

/** @param after states of the other one's next layer */
function layerProduct(from: Layer, beside: Layer, one: Automaton, other: Automaton, after: number): Layer {
  const states = from.states * beside.states;
  const classes = one.classes * other.classes;
  const next = new Int32Array(states * classes);
  const cost = new Float64Array(states * classes);
  const hits = new Uint8Array(states * classes);
  for (let arc = 0; arc < next.length; arc += 1) {
    const [state, kind] = [Math.floor(arc / classes), arc % classes];
    const first = Math.floor(state / beside.states) * one.classes + Math.floor(kind / other.classes);
    const second = (state % beside.states) * other.classes + (kind % other.classes);
    const [target, targetBeside] = [from.next[first]!, beside.next[second]!];
    next[arc] = target < 0 || targetBeside < 0 ? -1 : target * after + targetBeside;
    cost[arc] = from.cost[first]! + beside.cost[second]!;
    hits[arc] = from.hits[first]! | (beside.hits[second]! << one.counted.length);
  }
  const masks = Uint8Array.from(new Set(hits.filter((_, arc) => next[arc]! >= 0))).sort();
  return { states, next, cost, hits, masks };
}

/** What the cells of one or two agents do to the lines; `gone` are those that a couple decides alone. */
function touchesOf(
  { days, values }: Model,
  lines: PackedLines,
  those: readonly number[],
  gone: ReadonlySet<number>,
): Touches {
  const wide = values ** 2;
  const start = new Int32Array(days * wide + 1);
  const line: number[] = [];
  const amount: number[] = [];
  for (let cell = 0; cell < days * wide; cell += 1) {
    const day = Math.floor(cell / wide);
    const both = [(cell % wide) % values, Math.floor((cell % wide) / values)];
    const sums = new Map<number, number>();
    those.forEach((agent, member) => {
      if (those.length === 1 && both[1]! > 0) return;
      const touches = lines.touches[agent]!;
      const own = day * values + both[member]!;
      for (let touch = touches.start[own]!; touch < touches.start[own + 1]!; touch += 1) {
        const at = touches.line[touch]!;
        if (!gone.has(at)) sums.set(at, (sums.get(at) ?? 0) + touches.amount[touch]!);
      }
    });
    line.push(...sums.keys());
    amount.push(...sums.values());
    start[cell + 1] = line.length;
  }
  return { start, line: Int32Array.from(line), amount: Int32Array.from(amount) };
}

/** An answer's rows, put together. */
function join({ prepared, members }: Coupled, answer: Answer): Uint8Array[] {
  const { days, values } = prepared.model;
  const single = Math.round(Math.sqrt(values));
  return members.map((those) =>
    Uint8Array.from({ length: days }, (_, day) =>
      those.reduceRight((value, agent) => value * single + answer[agent * days + day]!, 0),
    ),
  );
}

/** ... and taken apart. */
function separate({ prepared, members }: Coupled, rows: readonly Uint8Array[]): Answer {
  const { days, values } = prepared.model;
  const single = Math.round(Math.sqrt(values));
  const answer = new Uint8Array(members.flat().length * days);
  members.forEach((those, index) => {
    rows[index]!.forEach((value, day) => {
      those.forEach((agent, member) => {
        answer[agent * days + day] = Math.floor(value / single ** member) % single;
      });
    });
  });
  return answer;
}

const rowsOf = (answer: Answer, days: number): Uint8Array[] =>
  Array.from({ length: answer.length / days }, (_, row) => answer.subarray(row * days, (row + 1) * days));

/** A search over couples, and how it keeps in step with the one over agents that it stands for. */
export interface CoupledSearch {
  /** The same search where there are no couples. */
  readonly whole: Search;
  /** Takes over what the search over agents has. */
  readonly follow: () => void;
  /** Gives it what this one has. */
  readonly tell: () => void;
}

export function searchInCouples(search: Search): CoupledSearch {
  const coupled = couple(search.prepared);
  if (coupled === null) return { whole: search, follow() {}, tell() {} };
  const { prepared } = coupled;
  const { days } = prepared.model;
  const exchange = search.exchange && exchangeOf(coupled, search.exchange);
  const whole: Search = { ...search, prepared, roster: emptyRoster(prepared), exchange, sketch: null };
  const follow = (): void => {
    whole.bound = search.bound;
    whole.centre = search.centre;
    putRows(whole, join(coupled, toAnswer(search.prepared, search.roster)));
  };
  follow();
  return {
    whole,
    follow,
    tell() {
      search.bound = whole.bound;
      search.centre = whole.centre;
      if (whole.sketch !== null) search.sketch = separate(coupled, rowsOf(whole.sketch, days));
      whole.sketch = null;
      putRows(search, rowsOf(separate(coupled, whole.roster.rows), days));
    },
  };
}

/** The other threads, who know nothing of couples. */
function exchangeOf(coupled: Coupled, exchange: Exchange): Exchange {
  const { days } = coupled.prepared.model;
  const answer = new Uint8Array(coupled.members.flat().length * days);
  return {
    ...exchange,
    offer: (cost, rows) => exchange.offer(cost, separate(coupled, rowsOf(rows, days))),
    suggest: (sketch) => exchange.suggest(separate(coupled, rowsOf(sketch, days))),
    take(into) {
      const cost = exchange.take(answer);
      join(coupled, answer).forEach((row, index) => {
        into.set(row, index * days);
      });
      return cost;
    },
  };
}
