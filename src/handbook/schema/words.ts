/** The small words every chapter of a handbook is written with. Parsed once, here; the engines never see raw text. */
import { z } from 'zod';
import { type Fen, parseYuan } from '../../base/fen.js';
import { parseRatio, type Ratio } from '../../base/ratio.js';
import { type Text, text } from '../../base/text.js';
import { parseClock } from '../../calendar/clock.js';
import type { Weekday } from '../../calendar/day.js';

// Compiling the schema's validators costs more than the one handbook of a run that is read with them.
z.config({ jitless: true });

/** What a value of each small word looks like, for messages and for the editor's schema. */
export const EXPECTED = {
  money: text('an amount of yuan such as 10 or 1025.00', '金额（元），如 10 或 1025.00'),
  rate: text('a rate or number such as 5.5%, 0.055 or 21.75', '比率或数字，如 5.5%、0.055 或 21.75'),
  clock: text('a clock time in quotes such as "9:00" or "次日1:00"', '带引号的时间，如 "9:00" 或 "次日1:00"'),
  words: text('words in quotes, or { en: ..., zh: ... }', '文字，或 { en: ..., zh: ... }'),
  span: text(
    'two clock times such as ["9:00", "17:30"], the later one second',
    '两个时间，如 ["9:00", "17:30"]，后一个较晚',
  ),
} satisfies Record<string, Text>;

/** Turns what a person wrote into a value; `reader` gives null where it cannot, `expected` says what it should look like. */
const read = <T>(reader: (words: string) => T | null, expected: Text) =>
  z
    .union([z.string(), z.number()])
    .transform((raw, context): T => {
      const value = reader(String(raw));
      if (value === null) {
        context.addIssue({ code: 'custom', message: expected.en, input: raw });
        return z.NEVER;
      }
      return value;
    })
    .describe(expected.en);

/** `10`, `1,025.00`, `¥5`: yuan -> fen. */
export const money = read<Fen>(parseYuan, EXPECTED.money);

/** `5.5%`, `0.055`, `21.75` -> exact ratio. */
export const rate = read<Ratio>(parseRatio, EXPECTED.rate);

/** `9:00`, `次日1:00` -> minutes from the start of the day. */
export const clock = read<number>(parseClock, EXPECTED.clock);

/** One text for both languages, or one each. */
export const words = z
  .union([z.string(), z.strictObject({ en: z.string(), zh: z.string() })])
  .transform((raw): Text => (typeof raw === 'string' ? { en: raw, zh: raw } : raw))
  .describe(EXPECTED.words.en);

export const count = z.int().min(0);
export const weight = z.int().min(0).max(100_000);

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const weekdayWord = z.enum(WEEKDAYS).transform((word) => (WEEKDAYS.indexOf(word) + 1) as Weekday);
export const weekdayKey = z.enum(WEEKDAYS);

/** A clock span `["9:00", "17:30"]`; `to` past midnight is written `次日1:00` or `25:00`. */
export const span = z
  .tuple([clock, clock])
  .refine(([from, to]) => from < to, EXPECTED.span.en)
  .transform(([from, to]) => ({ from, to }))
  .describe(EXPECTED.span.en);

/** How a rule counts: broken = the roster is wrong; soft = it costs its weight; off = not looked at. */
export const level = z.enum(['hard', 'soft', 'off']);
export type Level = z.infer<typeof level>;
