/**
 * Words for people. Whatever rosterpay says stands in English and Chinese side by side, written where it arises, so a
 * text in one language only does not compile. The reader's language is chosen at the very end, by cli and report.
 */
export type Lang = 'en' | 'zh';

export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** A text in both languages. */
export const text = (en: string, zh: string): Text => ({ en, zh });

/** A text that is the same in both languages: a name, a number, a code, the user's own words. */
export const same = (words: string): Text => ({ en: words, zh: words });

/** Joins texts language by language. `between` may differ: `text(', ', '，')`. */
export const joinTexts = (parts: readonly Text[], between: Text = same('')): Text => ({
  en: parts.map((part) => part.en).join(between.en),
  zh: parts.map((part) => part.zh).join(between.zh),
});

/** English counts: `1 row`, `3 rows`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
