/**
 * The orders kept so far, each once: found by platform and number; where two shops have the same number, by the shop too.
 * Nearly every one is kept as a row of numbers, 60 bytes instead of 500, its remark as the number of a list of remarks.
 */
import { type Fen, fen } from '../base/fen.js';
import { grown } from '../base/grown.js';
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
  /** Its row; 0: it has none. */
  readonly rowAt: (at: number) => number;
  /** What is left after refunds, in fen. */
  readonly netAt: (at: number) => number;
  /** A number that orders of the same platform and shop share and, by what is asked, of the same file or day. Below `kinds(by)`. */
  readonly kindAt: (at: number, by: 'file' | 'day') => number;
  readonly kinds: (by: 'file' | 'day') => number;
  /** Place of the order that is there already; -1: it is new and has been put on the shelf. */
  readonly put: (order: Order, file: number) => number;
  /** Place of an order of any shop; -1: none. */
  readonly find: (platform: Platform, number: string) => number;
  readonly replace: (at: number, order: Order, file: number) => void;
}

const STATES: readonly OrderState[] = ['counts', 'waiting', 'cancelled', 'unknown'];
const FLAG_WORDS: readonly (Flag | null | 'no-column')[] = [null, 'no-column', ...FLAGS];

/** Words that repeat, by number. `keep` makes of a new word the one that is kept. */
function wordList<T extends string>(keep: (word: T) => T = (word) => word) {
  const codes = new Map<T, number>();
  const words: T[] = [];
  let last = 0;
  return {
    codeOf: (word: T): number => {
      // Neighbours are often alike.
      if (words[last] === word) return last;
      last = codes.get(word) ?? words.length;
      if (last === words.length) {
        const own = keep(word);
        codes.set(own, last);
        words.push(own);
      }
      return last;
    },
    wordAt: (code: number): T => words[code]!,
    size: (): number => words.length,
  };
}

/** Of each order two numbers for its money and nine for the rest, side by side: an order is one look into memory. */
const MONEY = 2;
const FACTS = 9;
/** Places of the facts. Days are a code + 1; 0: none. */
const PAID_ON = 0;
const FINISHED_ON = 1;
const STATUS = 2;
const SHOP = 3;
const PLATFORM = 4;
const FILE = 5;
const ROW = 6;
/** State, whether its refund is assumed, flag: two bits, one, the rest. */
const KIND = 7;
const REMARK = 8;

const NO_TAGS: readonly string[] = [];

const isPlain = (order: Order): boolean =>
  order.tags.length === 0 &&
  order.signed === undefined &&
  order.doubt === undefined &&
  order.late === undefined &&
  order.source.row !== undefined;

/** The same words in memory of their own: what is cut out of a large piece of a file would keep all of it. */
const ownCopy = (words: string): string => (words === '' ? '' : ` ${words}`.slice(1));

const sourceAt = ({ file, sheet }: SourceRef, row: number): SourceRef =>
  sheet === undefined ? { file, row } : { file, sheet, row };

/** `sources`: the files, by index; it may grow. */
export function shelf(sources: readonly SourceRef[]): Shelf {
  const keys = orderKeys();
  let money = new Float64Array(1024 * MONEY);
  let facts = new Int32Array(1024 * FACTS);
  /** Orders of which more is to be kept. */
  const whole = new Map<number, Order>();
  const days = wordList<Day>();
  const statuses = wordList<string>();
  const shops = wordList<string>();
  const platforms = wordList<Platform>();
  const remarks = wordList<string>(ownCopy);
  const nameless = shops.codeOf('');
  const silent = remarks.codeOf('');

  const grow = (): void => {
    money = grown(money);
    facts = grown(facts);
  };
  const codeOfDay = (day: Day | null): number => (day === null ? 0 : days.codeOf(day) + 1);
  const dayAt = (code: number): Day | null => (code === 0 ? null : days.wordAt(code - 1));

  const write = (at: number, order: Order, file: number): void => {
    money[MONEY * at] = order.paid;
    money[MONEY * at + 1] = order.refunded;
    const place = FACTS * at;
    facts[place + PAID_ON] = codeOfDay(order.paidOn);
    facts[place + FINISHED_ON] = codeOfDay(order.finishedOn);
    facts[place + STATUS] = statuses.codeOf(order.status);
    facts[place + SHOP] = shops.codeOf(order.shop);
    facts[place + PLATFORM] = platforms.codeOf(order.platform);
    facts[place + FILE] = file;
    facts[place + ROW] = order.source.row ?? 0;
    const assumed = order.refundAssumed === true ? 4 : 0;
    facts[place + KIND] = STATES.indexOf(order.state) + assumed + 8 * FLAG_WORDS.indexOf(order.flag);
    const isWhole = !isPlain(order);
    facts[place + REMARK] = isWhole ? silent : remarks.codeOf(order.remark);
    if (isWhole) whole.set(at, { ...order, number: keys.numberAt(at), remark: ownCopy(order.remark) });
    else if (whole.size > 0) whole.delete(at);
  };

  const factAt = (at: number, which: number): number => facts[FACTS * at + which]!;
  const isAssumed = (at: number): boolean => (factAt(at, KIND) & 4) !== 0;

  const plainFacts = (at: number): OrderFacts => {
    const kind = factAt(at, KIND);
    return {
      paid: money[MONEY * at] as Fen,
      refunded: money[MONEY * at + 1] as Fen,
      state: STATES[kind & 3]!,
      status: statuses.wordAt(factAt(at, STATUS)),
      paidOn: dayAt(factAt(at, PAID_ON)),
      finishedOn: dayAt(factAt(at, FINISHED_ON)),
      remark: remarks.wordAt(factAt(at, REMARK)),
      flag: FLAG_WORDS[kind >> 3]!,
      tags: NO_TAGS,
    };
  };

  return {
    size: keys.size,
    fileAt: (at) => factAt(at, FILE),
    rowAt: (at) => factAt(at, ROW),
    netAt: (at) => money[MONEY * at]! - money[MONEY * at + 1]!,
    kindAt: (at, by) =>
      (factAt(at, by === 'file' ? FILE : PAID_ON) * platforms.size() + factAt(at, PLATFORM)) * shops.size() +
      factAt(at, SHOP),
    kinds: (by) => (by === 'file' ? sources.length : days.size() + 1) * platforms.size() * shops.size(),
    assumedAt: isAssumed,
    factsAt: (at) => whole.get(at) ?? plainFacts(at),
    orderAt: (at) => {
      const kept = whole.get(at);
      if (kept !== undefined) return kept;
      const kind = factAt(at, KIND);
      // Word by word: copying objects by their keys takes three times as long, and there are millions.
      const order: Order = {
        platform: platforms.wordAt(factAt(at, PLATFORM)),
        shop: shops.wordAt(factAt(at, SHOP)),
        number: keys.numberAt(at),
        paid: fen(money[MONEY * at]!),
        refunded: money[MONEY * at + 1] as Fen,
        state: STATES[kind & 3]!,
        status: statuses.wordAt(factAt(at, STATUS)),
        paidOn: dayAt(factAt(at, PAID_ON)),
        finishedOn: dayAt(factAt(at, FINISHED_ON)),
        remark: remarks.wordAt(factAt(at, REMARK)),
        flag: FLAG_WORDS[kind >> 3]!,
        tags: NO_TAGS,
        source: sourceAt(sources[factAt(at, FILE)]!, factAt(at, ROW)),
      };
      return isAssumed(at) ? { ...order, refundAssumed: true } : order;
    },
    put: (order, file) => {
      const platform = platforms.codeOf(order.platform);
      const shop = shops.codeOf(order.shop);
      // An export without the shop's name is taken for the shop that has the number.
      const fits = (at: number): boolean =>
        factAt(at, PLATFORM) === platform &&
        (factAt(at, SHOP) === shop || shop === nameless || factAt(at, SHOP) === nameless);
      const there = keys.put(order.number, fits);
      if (there >= 0) return there;
      const at = keys.size() - 1;
      if (FACTS * at === facts.length) grow();
      write(at, order, file);
      return -1;
    },
    find: (platform, number) => {
      const wanted = platforms.codeOf(platform);
      return keys.find(number, (at) => factAt(at, PLATFORM) === wanted);
    },
    replace: write,
  };
}
