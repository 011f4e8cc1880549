/** What LibreOffice makes of our workbooks: every value, and every formula's result worked out anew, against ours. */
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Workbook } from '../../src/base/sheet.js';
import { readWorkbook } from '../../src/io/xlsx.js';
import { toXlsx } from '../../src/io/xlsx-write.js';
import { payWorkbook } from '../../src/report/workbook/pay-workbook.js';
import { rosterWorkbook } from '../../src/report/workbook/roster-workbook.js';
import { converted, hasOffice } from '../tools/office.js';
import { judgement, problem, roster, wished } from './december.js';
import { pay, register, score } from './november.js';

/** Formulas without the results we figured: the other program must work them out. */
const withoutResults = (workbook: Workbook): Workbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => row.map((cell) => (cell.formula === undefined ? cell : { ...cell, value: null }))),
  })),
});

async function cellsOf(bytes: Uint8Array): Promise<string[]> {
  const { value } = await readWorkbook(bytes, { file: 'book.xlsx' });
  return value!.flatMap(({ source, rows }) =>
    [...rows].flatMap(({ number, cells }) =>
      cells.flatMap((words, column) => (words === '' ? [] : `${source.sheet} ${number},${column}: ${words}`)),
    ),
  );
}

const formulasIn = (workbook: Workbook): number =>
  workbook.sheets.flatMap(({ rows }) => rows.flat()).filter(({ formula }) => formula !== undefined).length;

const books = {
  roster: rosterWorkbook(roster, problem, judgement.violations, wished, 'zh'),
  'roster in English': rosterWorkbook(roster, problem, judgement.violations, wished, 'en'),
  pay: payWorkbook(pay, register, score, 'zh'),
} as const;

describe.skipIf(!hasOffice)('in LibreOffice (skipped where soffice is not installed)', () => {
  const theirs = new Map<string, Uint8Array>();
  beforeAll(async () => {
    const ours = await Promise.all(Object.values(books).map((book) => toXlsx(withoutResults(book))));
    converted(ours, 'xlsx').forEach((bytes, at) => {
      theirs.set(Object.keys(books)[at]!, bytes);
    });
  }, 240_000);

  it.each(Object.entries(books))('%s: every value and every result is ours', async (name, book) => {
    const [found, ours] = [await cellsOf(theirs.get(name)!), await cellsOf(await toXlsx(book))];
    expect(found).toEqual(ours);
    expect(formulasIn(book)).toBeGreaterThan(10);
  });

  it('keeps notes, lists and rules', async () => {
    const { sheets } = await readXlsx(theirs.get('roster')!, { readStyles: true });
    const month = sheets[0]!;
    expect(month.dataValidations?.map(({ type }) => type)).toEqual(['list']);
    expect(month.conditionalRules?.length).toBeGreaterThan(7);
    expect([...(month.cells?.values() ?? [])].filter(({ comment }) => comment !== undefined).length).toBeGreaterThan(2);
  });
});
