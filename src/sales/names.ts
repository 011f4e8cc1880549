/** Who a number or a name in a remark means. Built once from the staff list. */
import { firstDay, lastDay, type Month } from '../calendar/day.js';
import type { Person, StaffId } from '../people/person.js';

export interface Directory {
  /** Upper and lower case count as the same. */
  readonly byNumber: (words: string) => StaffId | undefined;
  /** Whose number this is but for leading zeros (`9` for 0009); of several the first of the list. */
  readonly byBareNumber: (words: string) => StaffId | undefined;
  /** Whether somebody has exactly this name, of two signs or more. */
  readonly isFullName: (words: string) => boolean;
  /** Whether it is made like a staff number (as many digits and letters in the same places), whoever's it is. */
  readonly looksLikeNumber: (words: string) => boolean;
  /**
   * Everybody whom a name may mean: those with exactly this name, else those of whose name it is a part (婷 for 王婷;
   * Latin letters are taken as full names only, else a size `L` would be somebody). Empty: nobody.
   */
  readonly byName: (words: string) => readonly StaffId[];
  /** The longest full name of two signs or more with which the words end. */
  readonly fullNameAtEnd: (words: string) => string | null;
}

/** Every digit as 9, every letter as A; null for what has no digit or other signs. */
function shapeOf(words: string): string | null {
  if (words.length > 24 || !/^[0-9A-Za-z-]+$/.test(words) || !/\d/.test(words)) return null;
  return words.replace(/\d/g, '9').replace(/[A-Za-z]/g, 'A');
}

const withoutZeros = (number: string): string => number.toUpperCase().replace(/^0+/, '');

/** Names longer than this are not cut into parts. */
const LONGEST_NAME = 24;

/** Numbers of everybody, for they are never given twice; names of those employed at any time of the month. */
export function directory(people: readonly Person[], month: Month): Directory {
  const [first, last] = [firstDay(month), lastDay(month)];
  const numbers = new Map<string, StaffId>();
  const bare = new Map<string, StaffId>();
  const shapes = new Set<string>();
  const full = new Map<string, StaffId[]>();
  const parts = new Map<string, StaffId[]>();
  const add = (map: Map<string, StaffId[]>, key: string, id: StaffId): void => {
    const there = map.get(key);
    if (there === undefined) map.set(key, [id]);
    // One person's parts follow each other: who is there already is the last.
    else if (there.at(-1) !== id) there.push(id);
  };
  for (const person of people) {
    numbers.set(person.id.toUpperCase(), person.id);
    const short = withoutZeros(person.id);
    if (!bare.has(short)) bare.set(short, person.id);
    const shape = shapeOf(person.id);
    if (shape !== null) shapes.add(shape);
    const name = person.name.trim().toLowerCase().slice(0, LONGEST_NAME);
    const isThere = (person.hired === null || person.hired <= last) && (person.left === null || person.left >= first);
    if (name === '' || !isThere) continue;
    add(full, name, person.id);
    for (let from = 0; from < name.length; from += 1) {
      for (let to = from + 1; to <= name.length; to += 1) add(parts, name.slice(from, to), person.id);
    }
  }
  return {
    byNumber: (words) => numbers.get(words.toUpperCase()),
    byBareNumber: (words) => (/[1-9A-Za-z]/.test(words) ? bare.get(withoutZeros(words)) : undefined),
    isFullName: (words) => words.length >= 2 && words.length <= LONGEST_NAME && full.has(words.toLowerCase()),
    looksLikeNumber: (words) => {
      const shape = shapeOf(words);
      return shape !== null && shapes.has(shape);
    },
    byName: (words) => {
      const name = words.toLowerCase();
      return full.get(name) ?? (/[\u3400-\u9fff]/.test(name) ? parts.get(name) : undefined) ?? [];
    },
    fullNameAtEnd: (words) => {
      for (let from = 0; from <= words.length - 2; from += 1) {
        const end = words.slice(from);
        if (full.has(end.toLowerCase())) return end;
      }
      return null;
    },
  };
}
