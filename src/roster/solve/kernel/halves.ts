/** Which totals occur behind one more day, see `../row-halves.ts`. */
import { numberAt, setNumber, setWord, wordAt } from './memory';

@unmanaged
export class Growing {
  /** Counters, the totals so far and their units at `[total * kinds + kind]`; units that may not be reached, by counter. */
  kinds: i32;
  count: i32;
  units: usize;
  limits: usize;
  /** Sums of units that the day can add, at `[move * kinds + kind]`. */
  moves: i32;
  more: usize;
  /** By counter: what a unit counts in a key, the totals' one number. */
  places: usize;
  /** The most new totals, for which there is room. */
  most: i32;
  /** The new totals' units, and by move and new total the total before, at `[move * most + total]`, -1: none. */
  grown: usize;
  before: usize;
  /** Keys and numbers of the new totals, found by hash: twice as many slots as new totals at least, a power of 2. */
  slots: i32;
  key: usize;
  number: usize;
}

/** Finds the totals, numbered in the order in which they come; answers how many, -1: too many. */
export function grow(asked: Growing): i32 {
  const kinds = asked.kinds;
  const mask = asked.slots - 1;
  memory.fill(asked.number, 0xff, (<usize>asked.slots) << 2);
  let found = 0;
  for (let move = 0; move < asked.moves; move += 1) {
    const more = asked.more + ((<usize>(move * kinds)) << 2);
    const numbered = asked.before + ((<usize>(move * asked.most)) << 2);
    for (let total = 0; total < asked.count; total += 1) {
      const units = asked.units + ((<usize>(total * kinds)) << 2);
      let key: f64 = 0;
      let fits = true;
      for (let kind = 0; kind < kinds; kind += 1) {
        const sum = wordAt(units, kind) + wordAt(more, kind);
        if (sum >= wordAt(asked.limits, kind)) {
          fits = false;
          break;
        }
        key += <f64>sum * numberAt(asked.places, kind);
      }
      if (!fits) continue;
      let slot = <i32>((reinterpret<u64>(key) * 0x9e3779b97f4a7c15) >>> 40) & mask;
      while (wordAt(asked.number, slot) >= 0 && numberAt(asked.key, slot) !== key) slot = (slot + 1) & mask;
      let number = wordAt(asked.number, slot);
      if (number < 0) {
        if (found === asked.most) return -1;
        number = found;
        found += 1;
        setNumber(asked.key, slot, key);
        setWord(asked.number, slot, number);
        for (let kind = 0; kind < kinds; kind += 1)
          setWord(asked.grown, number * kinds + kind, wordAt(units, kind) + wordAt(more, kind));
        for (let other = 0; other < asked.moves; other += 1) setWord(asked.before, other * asked.most + number, -1);
      }
      setWord(numbered, number, total);
    }
  }
  return found;
}
