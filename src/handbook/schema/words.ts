/** The small words every chapter of a handbook is written with. Parsed once, here; the engines never see raw text. */
import { z } from 'zod';
import { type Fen, parseYuan } from '../../base/fen.js';
import { parseRatio, type Ratio } from '../../base/ratio.js';
import type { Text } from '../../base/text.js';
import { parseClock } from '../../calendar/clock.js';
import { type Day, parseDay, type Weekday } from '../../calendar/day.js';

/** Turns what a person wrote into a value; `reader` gives null where it cannot, `expected` says what it should look like. */
const read = <T>(reader: (words: string) => T | null, expected: string) =>
  z.union([z.string(), z.number()]).transform((raw, context): T => {
    const value = reader(String(raw));
    if (value === null) {
      context.addIssue({ code: 'custom', message: expected, input: raw });
      return z.NEVER;
    }
    return value;
  });

/** `10`, `1,025.00`, `¥5`: yuan -> fen. */
export const money = read<Fen>(parseYuan, 'an amount of yuan such as 10 or 1025.00');

/** `5.5%`, `0.055`, `21.75` -> exact ratio. */
export const rate = read<Ratio>(parseRatio, 'a rate or number such as 5.5%, 0.055 or 21.75');

/** `9:00`, `次日1:00` -> minutes from the start of the day. */
export const clock = read<number>(parseClock, 'a clock time in quotes such as "9:00" or "次日1:00"');

/** `2026-12-12` */
export const day = read<Day>(parseDay, 'a day such as 2026-12-12');

/** One text for both languages, or one each. */
export const words = z
  .union([z.string(), z.strictObject({ en: z.string(), zh: z.string() })])
  .transform((raw): Text => (typeof raw === 'string' ? { en: raw, zh: raw } : raw));

export const count = z.int().min(0);
export const weight = z.int().min(0).max(100_000);

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const weekdayWord = z.enum(WEEKDAYS).transform((word) => (WEEKDAYS.indexOf(word) + 1) as Weekday);
export const weekdayKey = z.enum(WEEKDAYS);

/** A clock span `["9:00", "17:30"]`; `to` past midnight is written `次日1:00` or `25:00`. */
export const span = z.tuple([clock, clock]).transform(([from, to]) => ({ from, to }));

/** How a rule counts: broken = the roster is wrong; soft = it costs its weight; off = not looked at. */
export const level = z.enum(['hard', 'soft', 'off']);
export type Level = z.infer<typeof level>;
