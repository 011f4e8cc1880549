/**
 * Two agents as one row: a novice and the mentor. What a relaxation cannot see is whether they are on the same shift: each half of the time on
 * either one costs it nothing, whoever is where when. So a program over everybody chooses a row for both at once. Their row's values are pairs of values, its automaton is the product of
 * theirs, its counters are those of both; lines that only they decide become costs of its cells. Everything else of the solver meets an ordinary row.
 */
import { type Automaton, type Layer, type LayerShare, layerShare } from './automaton.js';
import type { Exchange } from './exchange.js';
import type { PackedLines, Touches } from './lines.js';
import { type Answer, FORBIDDEN, type Model } from './model.js';
import { emptyRoster, type Prepared, toAnswer } from './roster.js';
import { rowScratch } from './row-task.js';
import { putRows, type Search } from './search.js';
import { composeShape, type RowCounter, type RowShape } from './shape.js';

/** States of a couple's automaton, on the most crowded day, times pairs of values: more are not put together. */
const MOST_ARCS = 60_000;
/** Bits of a mask of hits. */
const MOST_GROUPS = 8;

export interface Coupled {
  readonly prepared: Prepared;
  /** By row of the coupled model: its agents. */
  readonly members: readonly (readonly number[])[];
}

/** The model with couples in one row each; null: nobody is bound to one other only. */
export function couple(prepared: Prepared): Coupled | null {
  const couples = couplesOf(prepared);
  if (couples.length === 0) return null;
  const { model, lines, shapes } = prepared;
  const taken = new Set(couples.flat());
  const members: number[][] = shapes.flatMap((_, agent) => (taken.has(agent) ? [] : [[agent]]));
  members.push(...couples);
  const values = model.values ** 2;
  const wide: Model = { ...model, values, rows: members.map(([agent]) => model.rows[agent!]!) };
  const inner = couples.map((pair) => linesWithin(prepared, pair));
  const gone = new Set(inner.flat());
  const touches = members.map((those) => touchesOf(model, lines, those, gone));
  const packed: PackedLines = {
    ...lines,
    touches,
    low: lines.low.map((low, line) => (gone.has(line) ? lines.base[line]! : low)),
    cost: lines.cost.map((cost, line) => (gone.has(line) ? new Float64Array(1) : cost)),
  };
  const layers = new Map<Layer, Map<Layer, Layer>>();
  const share = layerShare();
  const made = members.map((those, index): RowShape => {
    if (those.length === 1) return widened(model, shapes[those[0]!]!, share);
    return product(prepared, those, inner[index - (members.length - couples.length)]!, layers, share);
  });
  const heads = new Map<number, number>();
  const alike = Int32Array.from(members, (those, index) => {
    const like = those.length === 1 ? prepared.alike[those[0]!]! : -1;
    if (like < 0) return -1;
    if (!heads.has(like)) heads.set(like, index);
    return heads.get(like)!;
  });
  return { prepared: { model: wide, shapes: made, lines: packed, scratch: rowScratch(), alike }, members };
}

/** The lines that a couple decides alone, on one day each. */
function linesWithin({ model, lines }: Prepared, pair: readonly number[]): number[] {
  return model.lines.flatMap((line, index) => {
    const days = new Set(line.parts.flatMap(({ cells }) => cells.map((cell) => Math.floor(cell / model.values))));
    const isOnly =
      line.when < 0 &&
      lines.waiting[index]!.length === 0 &&
      days.size === 1 &&
      line.parts.every(({ agents }) => agents?.every((agent) => pair.includes(agent)));
    return isOnly ? [index] : [];
  });
}

/** Pairs of agents who share lines of their own, most lines first; nobody is in two. */
function couplesOf(prepared: Prepared): number[][] {
  const { model, shapes } = prepared;
  const count = new Map<string, { readonly pair: number[]; lines: number }>();
  for (const line of model.lines) {
    const those = new Set<number>();
    if (line.parts.some(({ agents }) => agents === null)) continue;
    for (const { agents } of line.parts) for (const agent of agents!) those.add(agent);
    if (those.size !== 2) continue;
    const pair = [...those].sort((a, b) => a - b);
    const known = count.get(pair.join());
    if (known === undefined) count.set(pair.join(), { pair, lines: 1 });
    else known.lines += 1;
  }
  const taken = new Set<number>();
  const couples: number[][] = [];
  for (const { pair } of [...count.values()].sort((a, b) => b.lines - a.lines)) {
    const [one, other] = pair as [number, number];
    if (taken.has(one) || taken.has(other) || !fits(model, shapes[one]!, shapes[other]!)) continue;
    taken.add(one).add(other);
    couples.push(pair);
  }
  return couples;
}

const groupsOf = ({ automaton }: RowShape): number => automaton.counted.length;

function fits({ values }: Model, one: RowShape, other: RowShape): boolean {
  if (values > 15 || groupsOf(one) + groupsOf(other) > MOST_GROUPS) return false;
  const states = one.automaton.layers.map((layer, day) => layer.states * other.automaton.layers[day]!.states);
  return Math.max(...states) * values ** 2 <= MOST_ARCS;
}

/** A row that stands alone, under pairs of values: those of a first one with nothing. */
function widened({ days, values }: Model, shape: RowShape, share: LayerShare): RowShape {
  const { automaton, own, counters } = shape;
  const wide = values ** 2;
  const classOf = new Uint8Array(wide);
  classOf.set(automaton.classOf);
  const cells = new Float64Array(days * wide).fill(FORBIDDEN);
  for (let day = 0; day < days; day += 1) cells.set(own.subarray(day * values, (day + 1) * values), day * wide);
  const spread = (add: Int32Array): Int32Array => {
    const wider = new Int32Array(add.length === 0 ? 0 : days * wide);
    for (let day = 0; day < days && add.length > 0; day += 1)
      wider.set(add.subarray(day * values, (day + 1) * values), day * wide);
    return wider;
  };
  return composeShape(
    { automaton: { ...automaton, classOf }, own: cells, constant: shape.constant, hitCost: shape.hitCost },
    counters.map((counter) => ({ ...counter, add: spread(counter.add) })),
    { values: wide },
    share,
  );
}

/** The row of two agents; `inner` are the lines that they decide alone. */
function product(
  { model, shapes, lines }: Prepared,
  [one, other]: readonly number[],
  inner: readonly number[],
  known: Map<Layer, Map<Layer, Layer>>,
  share: LayerShare,
): RowShape {
  const { days, values } = model;
  const [a, b] = [shapes[one!]!, shapes[other!]!];
  const wide = values ** 2;
  const groups = groupsOf(a);
  const automaton: Automaton = {
    classes: a.automaton.classes * b.automaton.classes,
    classOf: Uint8Array.from(
      { length: wide },
      (_, value) => a.automaton.classOf[firstOf(value)]! * b.automaton.classes + b.automaton.classOf[secondOf(value)]!,
    ),
    layers: a.automaton.layers.map((layer, day) => {
      const beside = b.automaton.layers[day]!;
      let row = known.get(layer);
      if (row === undefined) {
        row = new Map();
        known.set(layer, row);
      }
      let made = row.get(beside);
      const after = b.automaton.layers[day + 1]?.states ?? b.automaton.ends;
      if (made === undefined) {
        made = layerProduct(layer, beside, a.automaton.classes, b.automaton.classes, after, groups);
        row.set(beside, made);
      }
      return made;
    }),
    ends: a.automaton.ends * b.automaton.ends,
    counted: Int32Array.of(...a.automaton.counted, ...b.automaton.counted),
    startCost: a.automaton.startCost + b.automaton.startCost,
  };
  const own = new Float64Array(days * wide);
  for (let cell = 0; cell < own.length; cell += 1) {
    const day = Math.floor(cell / wide);
    const [x, y] = [day * values + firstOf(cell % wide), day * values + secondOf(cell % wide)];
    own[cell] = a.own[x]! + b.own[y]!;
  }
  const innerTouches = [one!, other!].map((agent) => lines.touches[agent]!);
  for (const line of inner) {
    const day = Math.floor(model.lines[line]!.parts[0]!.cells[0]! / values);
    const amountOf = ({ start, line: touched, amount }: Touches, cell: number): number => {
      for (let touch = start[cell]!; touch < start[cell + 1]!; touch += 1)
        if (touched[touch] === line) return amount[touch]!;
      return 0;
    };
    for (let value = 0; value < wide; value += 1) {
      const total =
        lines.base[line]! +
        amountOf(innerTouches[0]!, day * values + firstOf(value)) +
        amountOf(innerTouches[1]!, day * values + secondOf(value));
      const cost = lines.cost[line]![total - lines.low[line]!]!;
      own[day * wide + value]! += cost;
    }
  }
  const hitCost = Float64Array.from(
    { length: a.hitCost.length * b.hitCost.length },
    (_, mask) => a.hitCost[mask & (a.hitCost.length - 1)]! + b.hitCost[mask >> groups]!,
  );
  const spread = (counter: RowCounter, memberOf: (value: number) => number, shift: number): RowCounter => ({
    ...counter,
    group: counter.group < 0 ? -1 : counter.group + shift,
    add:
      counter.group >= 0
        ? counter.add
        : Int32Array.from(
            { length: days * wide },
            (_, cell) => counter.add[Math.floor(cell / wide) * values + memberOf(cell % wide)]!,
          ),
  });
  const counters = [
    ...a.counters.map((counter) => spread(counter, firstOf, 0)),
    ...b.counters.map((counter) => spread(counter, secondOf, groups)),
  ];
  return composeShape(
    { automaton, own, constant: a.constant + b.constant, hitCost },
    counters,
    { values: wide },
    share,
  );

  function firstOf(value: number): number {
    return value % values;
  }
  function secondOf(value: number): number {
    return Math.floor(value / values);
  }
}

function layerProduct(
  one: Layer,
  other: Layer,
  classes: number,
  otherClasses: number,
  after: number,
  groups: number,
): Layer {
  const states = one.states * other.states;
  const width = classes * otherClasses;
  const next = new Int32Array(states * width).fill(-1);
  const cost = new Float64Array(states * width);
  const hits = new Uint8Array(states * width);
  for (let x = 0; x < one.states; x += 1) {
    for (let y = 0; y < other.states; y += 1) {
      for (let p = 0; p < classes; p += 1) {
        const arc = x * classes + p;
        if (one.next[arc]! < 0) continue;
        for (let q = 0; q < otherClasses; q += 1) {
          const beside = y * otherClasses + q;
          if (other.next[beside]! < 0) continue;
          const at = (x * other.states + y) * width + p * otherClasses + q;
          next[at] = one.next[arc]! * after + other.next[beside]!;
          cost[at] = one.cost[arc]! + other.cost[beside]!;
          hits[at] = one.hits[arc]! | (other.hits[beside]! << groups);
        }
      }
    }
  }
  const masks = Uint8Array.from(new Set(hits.filter((_, at) => next[at]! >= 0))).sort();
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
function part({ prepared, members }: Coupled, rows: readonly Uint8Array[]): Answer {
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

/** A search over couples, and the one over agents that it stands for. */
export interface CoupledSearch {
  readonly whole: Search;
  /** Takes over what the search over agents has found. */
  readonly follow: () => void;
  /** Tells it what this one has. */
  readonly tell: () => void;
}

export function searchInCouples(search: Search): CoupledSearch {
  const coupled = couple(search.prepared);
  if (coupled === null) return { whole: search, follow() {}, tell() {} };
  const { prepared } = coupled;
  const whole: Search = {
    ...search,
    prepared,
    roster: emptyRoster(prepared),
    exchange: search.exchange && exchangeOf(coupled, search.exchange),
  };
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
      const answer = part(coupled, whole.roster.rows);
      const { days } = prepared.model;
      putRows(
        search,
        search.roster.rows.map((_, agent) => answer.subarray(agent * days, (agent + 1) * days)),
      );
    },
  };
}

/** The other threads, who know nothing of couples. */
function exchangeOf(coupled: Coupled, exchange: Exchange): Exchange {
  const { days } = coupled.prepared.model;
  return {
    ...exchange,
    offer(cost, answer) {
      exchange.offer(
        cost,
        part(
          coupled,
          coupled.members.map((_, index) => answer.subarray(index * days, (index + 1) * days)),
        ),
      );
    },
    take(into) {
      const answer = new Uint8Array(coupled.members.flat().length * days);
      const cost = exchange.take(answer);
      join(coupled, answer).forEach((row, index) => {
        into.set(row, index * days);
      });
      return cost;
    },
  };
}
