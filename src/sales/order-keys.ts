/**
 * Order numbers, kept as numbers: a million of them in 30 MB, found in one look. A number of up to 24 digits, with at most
 * one dash among them (Pinduoduo), is split into 15 digits and the rest, both exact; any other is kept as its words.
 */

export interface OrderKeys {
  /**
   * Place of the first order with this number for which `fits` holds; where there is none the number is added and the
   * answer is -1. Places are 0, 1, 2 ... in the order added.
   */
  readonly put: (number: string, fits: (at: number) => boolean) => number;
  /** The same without adding. */
  readonly find: (number: string, fits: (at: number) => boolean) => number;
  readonly numberAt: (at: number) => string;
  readonly size: () => number;
}

const HIGH_DIGITS = 15;
const MOST_DIGITS = 24;

interface Columns {
  /** The first 15 digits. */
  high: Float64Array;
  /** The digits after them. */
  low: Int32Array;
  /** Length and place of the dash; 0: kept as words. */
  shape: Int16Array;
}

const columnsOf = (size: number): Columns => ({
  high: new Float64Array(size),
  low: new Int32Array(size),
  shape: new Int16Array(size),
});

export function orderKeys(): OrderKeys {
  let columns = columnsOf(1024);
  /** Place + 1 of the order in each slot; 0: free. */
  let slots = new Int32Array(2048);
  let size = 0;
  const words = new Map<number, string>();

  /** The number that was split last. */
  let high = 0;
  let low = 0;
  let shape = 0;

  const split = (number: string): void => {
    high = 0;
    low = 0;
    shape = 0;
    const { length } = number;
    let dash = 0;
    let digits = 0;
    if (length > MOST_DIGITS + 1) {
      takeWords(number);
      return;
    }
    for (let at = 0; at < length; at += 1) {
      const code = number.charCodeAt(at);
      if (code === 45 && dash === 0 && at > 0) {
        dash = at;
        continue;
      }
      if (code < 48 || code > 57 || digits === MOST_DIGITS) {
        takeWords(number);
        return;
      }
      if (digits < HIGH_DIGITS) high = high * 10 + (code - 48);
      else low = low * 10 + (code - 48);
      digits += 1;
    }
    shape = length * 32 + dash;
  };
  const takeWords = (number: string): void => {
    high = 0;
    low = 0;
    shape = 0;
    for (let at = 0; at < number.length; at += 1) low = (Math.imul(low, 31) + number.charCodeAt(at)) | 0;
  };

  const slotOf = (ofHigh: number, ofLow: number): number => {
    const upper = Math.floor(ofHigh / 4_294_967_296);
    const mixed = Math.imul(Math.imul(ofHigh | 0, 0x9e3779b1) ^ Math.imul(upper ^ ofLow, 0x85ebca6b), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 15)) & (slots.length - 1);
  };

  const settle = (at: number): void => {
    let slot = slotOf(columns.high[at]!, columns.low[at]!);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = at + 1;
  };

  const grow = (): void => {
    const larger = columnsOf(2 * columns.high.length);
    larger.high.set(columns.high);
    larger.low.set(columns.low);
    larger.shape.set(columns.shape);
    columns = larger;
    slots = new Int32Array(2 * slots.length);
    for (let at = 0; at < size; at += 1) settle(at);
  };

  /** Place of the order with the number split last; -1: none, and `freeSlot` is where it belongs. */
  let freeSlot = 0;
  const look = (number: string, fits: (at: number) => boolean): number => {
    const mask = slots.length - 1;
    let slot = slotOf(high, low);
    for (let at = slots[slot]! - 1; at >= 0; at = slots[slot]! - 1) {
      const same =
        columns.low[at] === low &&
        columns.high[at] === high &&
        columns.shape[at] === shape &&
        (shape !== 0 || words.get(at) === number);
      if (same && fits(at)) return at;
      slot = (slot + 1) & mask;
    }
    freeSlot = slot;
    return -1;
  };

  return {
    find: (number, fits) => {
      split(number);
      return look(number, fits);
    },
    put: (number, fits) => {
      if (size === columns.high.length) grow();
      split(number);
      const there = look(number, fits);
      if (there >= 0) return there;
      slots[freeSlot] = size + 1;
      columns.high[size] = high;
      columns.low[size] = low;
      columns.shape[size] = shape;
      if (shape === 0) words.set(size, number);
      size += 1;
      return -1;
    },
    numberAt: (at) => {
      const made = columns.shape[at]!;
      if (made === 0) return words.get(at)!;
      const [length, dash] = [made >> 5, made & 31];
      const digits = length - (dash === 0 ? 0 : 1);
      const first = String(columns.high[at]).padStart(Math.min(digits, HIGH_DIGITS), '0');
      const rest = digits > HIGH_DIGITS ? String(columns.low[at]).padStart(digits - HIGH_DIGITS, '0') : '';
      const number = first + rest;
      return dash === 0 ? number : `${number.slice(0, dash)}-${number.slice(dash)}`;
    },
    size: () => size,
  };
}
