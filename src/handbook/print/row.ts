/** One sentence of the handbook in force, for a table or JSON, and the words that values are shown with. */
import { type Fen, showYuan } from '../../base/fen.js';
import { type Ratio, showDecimal, showPercent } from '../../base/ratio.js';
import type { SourceRef } from '../../base/source.js';
import { joinTexts, same, type Text, text } from '../../base/text.js';
import { type Span, showClock } from '../../calendar/clock.js';
import type { HandbookInForce } from '../in-force.js';
import type { Level } from '../schema/words.js';

export interface HandbookRow {
  readonly chapter: Text;
  readonly sentence: Text;
  readonly value: Text;
  /** Dotted path of the value, as handbook.yaml would spell it. */
  readonly path: string;
  readonly clause: string | null;
  /** The clause's words. */
  readonly says: Text | null;
  readonly assumed: boolean;
  readonly source: SourceRef;
}

/** What a chapter's words say, before it is known where the value came from. */
export interface Said {
  readonly path: string;
  readonly sentence: Text;
  readonly value: Text;
}

export const said = (path: string, sentence: Text, value: Text): Said => ({ path, sentence, value });

/** Adds the origin of each value. */
export const rowsOf = (inForce: HandbookInForce, chapter: Text, sentences: readonly Said[]): HandbookRow[] =>
  sentences.map((each) => ({ chapter, ...each, ...inForce.origin(each.path) }));

const NOT_SET = text('not set', '未设置');
const YES = text('yes', '是');
const NO = text('no', '否');

export const yesNo = (value: boolean): Text => (value ? YES : NO);
export const number = (value: number): Text => same(String(value));
export const yuan = (amount: Fen | null): Text =>
  amount === null ? NOT_SET : text(`${showYuan(amount)} yuan`, `${showYuan(amount)} 元`);
export const percent = (rate: Ratio): Text => same(showPercent(rate));
export const decimal = (value: Ratio): Text => same(showDecimal(value) ?? `${value.num}/${value.den}`);
export const list = (parts: readonly Text[]): Text => joinTexts(parts, text(', ', '、'));
export const plus = (...parts: readonly Text[]): Text => joinTexts(parts, text('; ', '；'));

/** `09:00-17:30`; past midnight `17:00-01:00+1`. */
export const clocks = ({ from, to }: Span): Text => joinTexts([showClock(from), showClock(to)], same('-'));

const WEEKDAYS = [
  text('Monday', '周一'),
  text('Tuesday', '周二'),
  text('Wednesday', '周三'),
  text('Thursday', '周四'),
  text('Friday', '周五'),
  text('Saturday', '周六'),
  text('Sunday', '周日'),
];
/** Monday = 1. */
export const weekdayName = (weekday: number): Text => WEEKDAYS[weekday - 1]!;

/** How a rule counts. */
export function levelWords(level: Level, weight?: number): Text {
  if (level === 'hard') return text('a must', '必须');
  if (level === 'off') return text('not looked at', '不检查');
  return weight === undefined ? text('wanted', '尽量') : text(`wanted, weight ${weight}`, `尽量，权重 ${weight}`);
}
