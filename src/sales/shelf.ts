/**
 * The orders kept so far, each once: found by platform and number; where two shops have the same number, by the shop too.
 * An order without a remark, which nearly every one is, is kept as a row of numbers: 60 bytes instead of 500.
 */
import { type Fen, fen } from '../base/fen.js';
import type { SourceRef } from '../base/source.js';
import type { Day } from '../calendar/day.js';
import { FLAGS, type Flag } from '../handbook/schema/sales.js';
import type { Order, OrderFacts, OrderState, Platform } from './order.js';
import { orderKeys } from './order-keys.js';

export interface Shelf {
  readonly size: () => number;
  /** The whole order. */
  readonly orderAt: (at: number) => Order;
  /** What decides where it belongs, without what names it. */
  readonly factsAt: (at: number) => OrderFacts;
  /** Whether its refund is only assumed. */
  readonly assumedAt: (at: number) => boolean;
  /** Index of its file. */
  readonly fileAt: (at: number) => number;
  /** Place of the order that is there already; -1: it is new and has been put on the shelf. */
  readonly put: (order: Order, file: number) => number;
  /** Place of an order of any shop; -1: none. */
  readonly find: (platform: Platform, number: string) => number;
  readonly replace: (at: number, order: Order, file: number) => void;
}

const STATES: readonly OrderState[] = ['counts', 'waiting', 'cancelled', 'unknown'];
const FLAG_WORDS: readonly (Flag | null | 'no-column')[] = [null, 'no-column', ...FLAGS];

/** Words that repeat, by number. */
function wordList<T extends string>() {
  const codes = new Map<T, number>();
  const words: T[] = [];
  let last = 0;
  return {
    codeOf: (word: T): number => {
      // Neighbours are often alike.
      if (words[last] === word) return last;
      last = codes.get(word) ?? words.length;
      if (last === words.length) {
        codes.set(word, last);
        words.push(word);
      }
      return last;
    },
    wordAt: (code: number): T => words[code]!,
  };
}

const columnsOf = (size: number) => ({
  paid: new Float64Array(size),
  refunded: new Float64Array(size),
  /** Code of the day + 1; 0: none. */
  paidOn: new Int32Array(size),
  finishedOn: new Int32Array(size),
  status: new Int32Array(size),
  shop: new Int32Array(size),
  file: new Int32Array(size),
  row: new Int32Array(size),
  state: new Uint8Array(size),
  flag: new Uint8Array(size),
  platform: new Uint8Array(size),
  refundAssumed: new Uint8Array(size),
});

const NO_TAGS: readonly string[] = [];

const isPlain = (order: Order): boolean =>
  order.remark === '' &&
  order.tags.length === 0 &&
  order.signed === undefined &&
  order.doubt === undefined &&
  order.late === undefined &&
  order.source.row !== undefined;

/** The same words in memory of their own: what is cut out of a large piece of a file would keep all of it. */
const ownCopy = (words: string): string => (words === '' ? '' : ` ${words}`.slice(1));

/** `sources`: the files, by index; it may grow. */
export function shelf(sources: readonly SourceRef[]): Shelf {
  const keys = orderKeys();
  let columns = columnsOf(1024);
  /** Orders of which more is to be kept. */
  const whole = new Map<number, Order>();
  const days = wordList<Day>();
  const statuses = wordList<string>();
  const shops = wordList<string>();
  const platforms = wordList<Platform>();
  const nameless = shops.codeOf('');

  const grow = (): void => {
    const larger = columnsOf(2 * columns.paid.length);
    for (const key of Object.keys(larger) as (keyof typeof larger)[]) larger[key].set(columns[key]);
    columns = larger;
  };
  const codeOfDay = (day: Day | null): number => (day === null ? 0 : days.codeOf(day) + 1);
  const dayAt = (code: number): Day | null => (code === 0 ? null : days.wordAt(code - 1));

  const write = (at: number, order: Order, file: number): void => {
    columns.paid[at] = order.paid;
    columns.refunded[at] = order.refunded;
    columns.paidOn[at] = codeOfDay(order.paidOn);
    columns.finishedOn[at] = codeOfDay(order.finishedOn);
    columns.status[at] = statuses.codeOf(order.status);
    columns.shop[at] = shops.codeOf(order.shop);
    columns.platform[at] = platforms.codeOf(order.platform);
    columns.state[at] = STATES.indexOf(order.state);
    columns.flag[at] = FLAG_WORDS.indexOf(order.flag);
    columns.refundAssumed[at] = order.refundAssumed === true ? 1 : 0;
    columns.file[at] = file;
    columns.row[at] = order.source.row ?? 0;
    if (!isPlain(order)) whole.set(at, { ...order, number: keys.numberAt(at), remark: ownCopy(order.remark) });
    else if (whole.size > 0) whole.delete(at);
  };

  const plainFacts = (at: number): OrderFacts => ({
    paid: columns.paid[at] as Fen,
    refunded: columns.refunded[at] as Fen,
    state: STATES[columns.state[at]!]!,
    status: statuses.wordAt(columns.status[at]!),
    paidOn: dayAt(columns.paidOn[at]!),
    finishedOn: dayAt(columns.finishedOn[at]!),
    remark: '',
    flag: FLAG_WORDS[columns.flag[at]!]!,
    tags: NO_TAGS,
  });

  return {
    size: keys.size,
    fileAt: (at) => columns.file[at]!,
    assumedAt: (at) => columns.refundAssumed[at] === 1,
    factsAt: (at) => whole.get(at) ?? plainFacts(at),
    orderAt: (at) => {
      const kept = whole.get(at);
      if (kept !== undefined) return kept;
      const facts = plainFacts(at);
      return {
        platform: platforms.wordAt(columns.platform[at]!),
        shop: shops.wordAt(columns.shop[at]!),
        number: keys.numberAt(at),
        ...facts,
        paid: fen(facts.paid),
        ...(columns.refundAssumed[at] === 1 ? { refundAssumed: true as const } : {}),
        source: { ...sources[columns.file[at]!]!, row: columns.row[at]! },
      };
    },
    put: (order, file) => {
      const platform = platforms.codeOf(order.platform);
      const shop = shops.codeOf(order.shop);
      // An export without the shop's name is taken for the shop that has the number.
      const fits = (at: number): boolean =>
        columns.platform[at] === platform &&
        (columns.shop[at] === shop || shop === nameless || columns.shop[at] === nameless);
      const there = keys.put(order.number, fits);
      if (there >= 0) return there;
      const at = keys.size() - 1;
      if (at === columns.paid.length) grow();
      write(at, order, file);
      return -1;
    },
    find: (platform, number) => {
      const wanted = platforms.codeOf(platform);
      return keys.find(number, (at) => columns.platform[at] === wanted);
    },
    replace: write,
  };
}
