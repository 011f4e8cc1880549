/** What a cell or heading says, without what programs wrap around it. */

/** What people and exports write for "nothing". */
const NOTHING = new Set(['', 'null', '-', '--', '—', '——', '/']);

/** Tabs, spaces of every kind and zero-width signs at either end. */
const EDGES = /^[\s\u200b-\u200d\u2060]+|[\s\u200b-\u200d\u2060]+$/g;

/**
 * The words of a cell: spaces, tabs and zero-width signs at the ends dropped, `="0012"` unwrapped, one leading `'` dropped;
 * `null`, `-`, `--`, `—`, `/` are empty.
 */
export function cellWords(raw: string): string {
  let words = raw.replace(EDGES, '');
  if (words.startsWith('="') && words.endsWith('"') && words.length >= 3) words = words.slice(2, -1).replace(EDGES, '');
  if (words.startsWith("'")) words = words.slice(1).replace(EDGES, '');
  return NOTHING.has(words) || words.toLowerCase() === 'null' ? '' : words;
}

/**
 * The form in which headings are compared: no spaces, tabs, line breaks, `_` or `*`, half-width brackets, 账 for 帐, lower
 * case. `Approved By` = `approved_by`, `工号（必填）` = `工号(必填)`.
 */
export const headingKey = (raw: string): string =>
  cellWords(raw)
    .replace(/[\s\u200b-\u200d\u2060_*]/g, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replaceAll('：', ':')
    .replaceAll('帐', '账')
    .toLowerCase();

/** A number that a spreadsheet has shortened: `1.23E+18`. Its digits are lost. */
export const isDamagedNumber = (words: string): boolean =>
  (words.includes('E') || words.includes('e')) && /^\d(?:\.\d{1,17})?[eE]\+?\d{1,3}$/.test(words);

/** What a spreadsheet shows where a formula failed: `#N/A`. */
export const isFormulaError = (words: string): boolean =>
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/i.test(words);

/** The parts of a list in one cell: `白,晚`, `白、晚`, `白;晚`, `白 晚`. */
export const cellList = (words: string): string[] => words.split(/[,，、;；|\s]+/).filter((part) => part !== '');
