/**
 * The flag 插旗 of an order. Platforms number colours differently (red is 1 at Taobao, 5 at Douyin), so codes are read
 * per platform; Chinese and English names and the platforms' own words are the same everywhere.
 */
import { FLAGS, type Flag } from '../handbook/schema/sales.js';
import type { Platform } from './order.js';

const TAOBAO: readonly (Flag | null)[] = ['grey', 'red', 'yellow', 'green', 'blue', 'purple'];
const PINDUODUO: readonly (Flag | null)[] = [null, 'red', 'yellow', 'green', 'blue', 'purple'];
const DOUYIN: readonly (Flag | null)[] = ['grey', 'purple', 'cyan', 'green', 'orange', 'red'];

/** Codes 0 to 5. */
const CODES: Readonly<Record<Platform, readonly (Flag | null)[]>> = {
  taobao: TAOBAO,
  jd: TAOBAO,
  pinduoduo: PINDUODUO,
  douyin: DOUYIN,
  kuaishou: TAOBAO,
  wechat: TAOBAO,
  erp: TAOBAO,
  generic: TAOBAO,
};

const CHINESE: readonly (readonly [string, Flag])[] = [
  ['灰', 'grey'],
  ['红', 'red'],
  ['黄', 'yellow'],
  ['绿', 'green'],
  ['蓝', 'blue'],
  ['紫', 'purple'],
  ['橙', 'orange'],
  ['青', 'cyan'],
];

const WORDS: ReadonlyMap<string, Flag> = new Map([
  ...CHINESE.flatMap(([word, flag]) =>
    [word, `${word}色`, `${word}旗`, `小${word}旗`, `${word}色旗`].map((form) => [form, flag] as const),
  ),
  ...FLAGS.flatMap((flag) => [flag, `${flag}_flag_tag_order`].map((form) => [form, flag] as const)),
  ['gray', 'grey'],
]);

/** Reads a flag's code, name or API word; null: no flag, or a word that is no colour. */
export function readFlag(platform: Platform, words: string): Flag | null {
  if (words === '') return null;
  const code = words.length === 1 ? words.charCodeAt(0) - 48 : -1;
  if (code >= 0 && code <= 9) return CODES[platform][code] ?? null;
  return WORDS.get(words.toLowerCase()) ?? null;
}
