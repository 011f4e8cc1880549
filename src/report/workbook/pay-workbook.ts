/** The month's pay as a workbook: the register with live sums, every line with its working, what wants the clerk's eye. */
import { type Fen, formatYuan } from '../../base/fen.js';
import { areaName, cellName, type Sheet, type SheetCell, type SheetLook, type Workbook } from '../../base/sheet.js';
import { citeAll } from '../../base/source.js';
import { type Lang, same, type Text, text } from '../../base/text.js';
import type { Month } from '../../calendar/day.js';
import type { Derivation } from '../../pay/derivation.js';
import { LINES } from '../../pay/lines/index.js';
import type { Fund, PayResult } from '../../pay/payslip.js';
import type { ScoreSheet } from '../../pay/score-sheet.js';
import { NOTICE_KINDS, PAY_WORDS as W } from '../pay-words.js';
import type { Slip } from '../payslip.js';
import type { Register } from '../register.js';
import { showMonth } from '../words.js';
import { cell, HEAD, headRow, MONEY, PLAIN, SHEETS, TITLE, WRAPPED } from './looks.js';
import { scoreSheet } from './score-sheet.js';

/** Above so many people the lines stand in pay-lines.csv alone: a sheet of a hundred thousand rows helps nobody. */
const MOST_UNFOLDED = 1000;

/** `score`: null where the handbook asks for no score sheet. */
export function payWorkbook(result: PayResult, register: Register, score: ScoreSheet | null, lang: Lang): Workbook {
  const names = new Map<string, string>(result.payslips.map(({ id, name }) => [id, name]));
  return {
    title: payTitle(result.month)[lang],
    sheets: [
      registerSheet(register, result.month, lang),
      ...(result.payslips.length > MOST_UNFOLDED ? [] : [linesSheet(result.payslips, lang)]),
      exceptionsSheet(result, names, lang),
      noticesSheet(result, names, lang),
      ...(result.fund === null ? [] : [fundSheet(result.fund, names, lang)]),
      ...(score === null ? [] : [scoreSheet(score, lang)]),
    ],
  };
}

const payTitle = (month: Month): Text => text(`Pay register ${month}`, `${showMonth(month).zh}工资表`);

/** Yuan as a spreadsheet holds them: the nearest it has to two decimals. For showing only; sums are rounded again. */
const yuan = (amount: Fen): number => Number(formatYuan(amount));

const SUM: SheetLook = { ...MONEY, bold: true };

function registerSheet(register: Register, month: Month, lang: Lang): Sheet {
  const lines = register.lines.length;
  const [first, gross] = [2, 2 + lines];
  const [top, bottom] = [2, 1 + register.rows.length];
  const sum = (formula: string, amount: Fen, look: SheetLook = SUM): SheetCell => ({
    value: yuan(amount),
    formula: `ROUND(${formula},2)`,
    look,
  });
  const column = (at: number): string => areaName({ top, bottom, left: at, right: at }, 'row');
  const total = (at: number, amount: Fen): SheetCell =>
    register.rows.length === 0 ? cell(0, SUM) : sum(`SUM(${column(at)})`, amount, { ...SUM, fill: HEAD.fill! });
  return {
    name: SHEETS.register[lang],
    rows: [
      [cell(payTitle(month)[lang], TITLE)],
      [
        ...[W.id, W.name].map((word) => cell(word[lang], HEAD)),
        ...register.lines.map(({ label }) => cell(label[lang], { ...HEAD, wrap: true })),
        ...[W.gross, W.deductions, W.net].map((word) => cell(word[lang], HEAD)),
      ],
      ...register.rows.map((row, at): SheetCell[] => {
        const here = top + at;
        const own = areaName({ top: here, bottom: here, left: first, right: gross - 1 }, 'column');
        const net = `${cellName(here, gross, 'column')}+${cellName(here, gross + 1, 'column')}`;
        return [
          cell(row.id, PLAIN),
          cell(row.name, PLAIN),
          ...row.amounts.map((amount) => cell(amount === null ? null : yuan(amount), MONEY)),
          ...(lines === 0
            ? [row.gross, row.deductions].map((amount) => cell(yuan(amount), MONEY))
            : [sum(`SUMIF(${own},">0")`, row.gross, MONEY), sum(`SUMIF(${own},"<0")`, row.deductions, MONEY)]),
          sum(net, row.net),
        ];
      }),
      [
        cell(null, HEAD),
        cell(W.total[lang], HEAD),
        ...register.totals.amounts.map((amount, at) => total(first + at, amount)),
        ...[register.totals.gross, register.totals.deductions, register.totals.net].map((amount, at) =>
          total(gross + at, amount),
        ),
      ],
    ],
    widths: [8, 11, ...register.lines.map(() => 14), 13, 13, 13],
    heights: [26],
    frozen: { rows: 2, columns: 2 },
    onePage: false,
    tab: '#4F6BD8',
  };
}

/** Every line, and folded away under it what it is made of. */
function linesSheet(slips: readonly Slip[], lang: Lang): Sheet {
  const depths = [0];
  const rowsOf = (slip: Slip, one: Derivation, depth: number): SheetCell[][] => {
    depths.push(Math.min(7, depth));
    const top: SheetLook = depth === 0 ? { bold: true } : {};
    return [
      [
        cell(slip.id, { ...PLAIN, ...top }),
        cell(slip.name, { ...PLAIN, ...top }),
        cell(one.label[lang], { ...PLAIN, ...top, ...(depth === 0 ? {} : { indent: depth }) }),
        cell(yuan(one.amount), { ...MONEY, ...top }),
        cell(one.says[lang], WRAPPED),
        cell(one.clause ?? '', PLAIN),
        cell(one.assumed ? W.assumed[lang] : '', PLAIN),
        cell(one.figures.map(({ name, value }) => `${name[lang]} ${value}`).join('; '), WRAPPED),
        cell(citeAll(one.sources), WRAPPED),
      ],
      ...one.parts.flatMap((part) => rowsOf(slip, part, depth + 1)),
    ];
  };
  const headings = headRow(lang, [W.id, W.name, W.label, W.amount, W.says, W.clause, W.assumed, W.figures, W.sources]);
  const rows = slips.flatMap((slip) => slip.lines.flatMap((line) => rowsOf(slip, line, 0)));
  return {
    name: SHEETS.lines[lang],
    rows: [headings, ...rows],
    widths: [8, 11, 30, 12, 60, 18, 9, 50, 50],
    frozen: { rows: 1, columns: 2 },
    depths,
    onePage: false,
  };
}

type Names = ReadonlyMap<string, string>;

const exceptionsSheet = (result: PayResult, names: Names, lang: Lang): Sheet => ({
  name: SHEETS.exceptions[lang],
  rows: [
    headRow(lang, [W.reference, W.id, W.name, W.amount, W.message, W.sources]),
    ...result.exceptions.map(({ id, staff, amount, message, sources }) => [
      cell(id, WRAPPED),
      cell(staff ?? '', PLAIN),
      cell(names.get(staff ?? '') ?? '', PLAIN),
      cell(amount === null ? null : yuan(amount), MONEY),
      cell(message[lang], WRAPPED),
      cell(citeAll(sources), WRAPPED),
    ]),
  ],
  widths: [44, 8, 11, 12, 80, 50],
  frozen: { rows: 1, columns: 0 },
  onePage: false,
});

const noticesSheet = (result: PayResult, names: Names, lang: Lang): Sheet => ({
  name: SHEETS.notices[lang],
  rows: [
    headRow(lang, [W.id, W.name, W.kind, W.message, W.clause, W.sources]),
    ...result.notices.map(({ staff, kind, says, clause, sources }) => [
      cell(staff, PLAIN),
      cell(names.get(staff) ?? '', PLAIN),
      cell(NOTICE_KINDS[kind][lang], PLAIN),
      cell(says[lang], WRAPPED),
      cell(clause ?? '', PLAIN),
      cell(citeAll(sources), WRAPPED),
    ]),
  ],
  widths: [8, 11, 14, 80, 20, 50],
  frozen: { rows: 1, columns: 0 },
  onePage: false,
});

function fundSheet(fund: Fund, names: Names, lang: Lang): Sheet {
  const [top, bottom] = [2, 1 + fund.entries.length];
  const sum = { ...SUM, fill: HEAD.fill! };
  return {
    name: SHEETS.fund[lang],
    rows: [
      [cell(fund.name[lang], TITLE)],
      headRow(lang, [W.id, W.name, W.label, W.amount]),
      ...fund.entries.map(({ staff, line, amount }) => [
        cell(staff, PLAIN),
        cell(names.get(staff) ?? '', PLAIN),
        cell((LINES.find(({ id }) => id === line)?.label ?? same(line))[lang], PLAIN),
        cell(yuan(amount), MONEY),
      ]),
      [
        cell(null, HEAD),
        cell(W.total[lang], HEAD),
        cell(fund.clause ?? '', HEAD),
        fund.entries.length === 0
          ? cell(0, sum)
          : {
              value: yuan(fund.total),
              formula: `ROUND(SUM(${areaName({ top, bottom, left: 3, right: 3 })}),2)`,
              look: sum,
            },
      ],
    ],
    widths: [8, 12, 24, 14],
    frozen: { rows: 2, columns: 0 },
    onePage: false,
    upright: true,
  };
}
