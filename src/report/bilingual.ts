/**
 * A sheet read by both: the same page or workbook laid out in each language and laid over each other. What is the same in both
 * stands once; where they differ the Chinese comes first and the English under or after it. Numbers, codes, formulas are one's.
 */
import { type Child, type Element, h } from '../base/element.js';
import { type Sheet, type SheetCell, sheetInFormula, type Workbook } from '../base/sheet.js';
import type { PageDocument } from './page/page.js';

/** Inside these only words can stand. */
const WORDS_ONLY = new Set(['option', 'title', 'text', 'code', 'label']);

/** Signs that say nothing beside the hanzi: `.` for a rest day. */
const isMute = (words: string): boolean => !/[\p{L}\p{N}]/u.test(words);

const joined = (zh: string, en: string, between: string): string =>
  zh === en || isMute(en) ? zh : isMute(zh) && zh.trim() === '' ? en : `${zh}${between}${en}`;

const english = (words: string): Element => h('span', { class: 'en', lang: 'en' }, words);

/** A child of an element in both languages. */
function child(zh: Child | undefined, en: Child | undefined, isWords: boolean): readonly Child[] {
  if (zh === undefined) return en === undefined ? [] : [en];
  if (en === undefined) return [zh];
  if (typeof zh === 'string' && typeof en === 'string') {
    if (zh === en || isMute(en)) return [zh];
    return isWords ? [`${zh} ${en}`] : [zh, english(en)];
  }
  if (typeof zh === 'string' || typeof en === 'string') return [zh, en];
  return [both(zh, en)];
}

function both(zh: Element, en: Element): Element {
  if (zh.tag !== en.tag) return zh;
  const isWords = WORDS_ONLY.has(zh.tag);
  const attributes = Object.fromEntries(
    Object.entries(zh.attributes).map(([name, value]) => {
      const other = en.attributes[name];
      const differs = typeof value === 'string' && typeof other === 'string' && value !== other;
      return [name, differs && WORDED.has(name) ? joined(value, other, name === 'data-say' ? '\n' : ' / ') : value];
    }),
  );
  const count = Math.max(zh.children.length, en.children.length);
  const children = Array.from({ length: count }, (_, at) => child(zh.children[at], en.children[at], isWords)).flat();
  return { tag: zh.tag, attributes, children };
}

/** Attributes that people read. */
const WORDED = new Set(['title', 'aria-label', 'data-say', 'placeholder']);

/** Lays two pages of the same document over each other. */
export const bothPages = (zh: PageDocument, en: PageDocument): PageDocument => ({
  ...zh,
  title: joined(zh.title, en.title, ' · '),
  body: zh.body.map((part, at) => {
    const other = en.body[at];
    return other === undefined ? part : both(part, other);
  }),
});

/** The longest name a sheet may have. */
const NAME = 31;

/** Lays two workbooks of the same document over each other; their formulas name the sheets as they are called then. */
export function bothBooks(zh: Workbook, en: Workbook): Workbook {
  const names = zh.sheets.map((sheet, at) => joined(sheet.name, en.sheets[at]?.name ?? sheet.name, ' ').slice(0, NAME));
  const renamed = (formula: string): string =>
    zh.sheets.reduce(
      (words, sheet, at) => words.replaceAll(`${sheetInFormula(sheet.name)}!`, `${sheetInFormula(names[at]!)}!`),
      formula,
    );
  return {
    title: joined(zh.title, en.title, ' · '),
    sheets: zh.sheets.map((sheet, at) => bothSheets(sheet, en.sheets[at] ?? sheet, names[at]!, renamed)),
  };
}

function bothSheets(zh: Sheet, en: Sheet, name: string, renamed: (formula: string) => string): Sheet {
  const last = lastBound(zh);
  const rows = zh.rows.flatMap((row, at) =>
    // Long lines at the end spill over their neighbours: each language has its own.
    at > last && isLongLine(row)
      ? [row, en.rows[at] ?? []]
      : [row.map((one, column) => bothCells(one, en.rows[at]?.[column], renamed))],
  );
  // A heading in two lines needs the room.
  const heights = rows.map((row, at) => {
    const isTwo = row.some(({ value, look }) => typeof value === 'string' && look?.wrap && value.includes('\n'));
    return isTwo ? Math.max(30, zh.heights?.[at] ?? 0) : zh.heights?.[at];
  });
  return {
    ...zh,
    name,
    rows,
    heights,
    ...(zh.rules === undefined ? {} : { rules: zh.rules.map((rule) => ({ ...rule, formula: renamed(rule.formula) })) }),
    ...(zh.choices === undefined
      ? {}
      : {
          choices: zh.choices.map((choice, at) => ({
            ...choice,
            from: renamed(choice.from),
            hint: joined(choice.hint, en.choices?.[at]?.hint ?? choice.hint, ' '),
          })),
        }),
  };
}

/** The last row that a formula, a list or a filled row of the sheet leans on. */
const lastBound = ({ rows }: Sheet): number =>
  rows.findLastIndex((row) => row.filter(({ value }) => value !== null).length > 1);

const isLongLine = (row: readonly SheetCell[]): boolean =>
  row.some(({ value, look }) => typeof value === 'string' && value.length > 40 && look?.wrap !== true);

function bothCells(zh: SheetCell, en: SheetCell | undefined, renamed: (formula: string) => string): SheetCell {
  const formula = zh.formula === undefined ? {} : { formula: renamed(zh.formula) };
  const note = en?.note === undefined || zh.note === undefined ? {} : { note: joined(zh.note, en.note, '\n') };
  const words = en?.value;
  if (typeof zh.value !== 'string' || typeof words !== 'string' || zh.value === words)
    return { ...zh, ...formula, ...note };
  const isHeading = zh.look?.align === 'center' && zh.look.fill !== undefined;
  const value = joined(zh.value, words, isHeading || zh.look?.wrap ? '\n' : '  ');
  const look = isHeading && value !== zh.value ? { look: { ...zh.look, wrap: true } } : {};
  return { ...zh, ...look, value, ...formula, ...note };
}
