/** The month's rewards and penalties as the sheet that is handed in for approval (after-sales/2). */
import { formatYuan } from '../../base/fen.js';
import { areaName, cellName, type Sheet, type SheetCell } from '../../base/sheet.js';
import { citeAll } from '../../base/source.js';
import { type Lang, type Text, text } from '../../base/text.js';
import type { ScoreSheet } from '../../pay/score-sheet.js';
import { PAY_WORDS as W } from '../pay-words.js';
import { showMonth } from '../words.js';
import { cell, HEAD, headRow, MONEY, PLAIN, SHEETS, TITLE, WRAPPED } from './looks.js';

/** Rows: title, dates, headings, then what is scored. */
const FIRST = 3;
const AMOUNT = 3;

export function scoreSheet(score: ScoreSheet, lang: Lang): Sheet {
  const bottom = FIRST + score.rows.length - 1;
  const column = (at: number): string => areaName({ top: FIRST, bottom, left: at, right: at }, 'both');
  const start = bottom + 2;
  return {
    name: SHEETS.score[lang],
    rows: [
      [cell(title(score)[lang], TITLE)],
      [cell(dates(score)[lang], {})],
      headRow(lang, [W.id, W.name, W.label, W.amount, W.message, W.clause, W.sources]),
      ...score.rows.map((row): SheetCell[] => [
        cell(row.staff, PLAIN),
        cell(row.name, PLAIN),
        cell(row.label[lang], PLAIN),
        cell(row.amount === null ? null : Number(formatYuan(row.amount)), MONEY),
        cell(row.says[lang], WRAPPED),
        cell(row.clause ?? '', PLAIN),
        cell(citeAll(row.sources), WRAPPED),
      ]),
      [],
      ...score.totals.map((total, at): SheetCell[] => {
        // Numbers are compared as text: SUMIF would take 0012 for 12.
        const own = `--(${column(0)}=${cellName(start + at, 0, 'column')})`;
        return [
          cell(total.staff, HEAD),
          cell(total.name, HEAD),
          cell(W.total[lang], HEAD),
          {
            value: Number(formatYuan(total.amount)),
            formula: `ROUND(SUMPRODUCT(${own},${column(AMOUNT)}),2)`,
            look: { ...MONEY, bold: true },
          },
        ];
      }),
      [],
      [cell(text('Approved by:                         Day:', '批准人：                         日期：')[lang], {})],
    ],
    widths: [8, 11, 24, 12, 60, 18, 40],
    frozen: { rows: FIRST, columns: 0 },
    onePage: false,
  };
}

const title = ({ month }: ScoreSheet): Text =>
  text(`Rewards and penalties ${month}`, `${showMonth(month).zh}奖罚评分表`);

const dates = ({ due, payday, clause }: ScoreSheet): Text => {
  const by = clause === null ? '' : ` (${clause})`;
  return text(`For approval by ${due}; payday ${payday}.${by}`, `请于 ${due} 前审批；发薪日 ${payday}。${by}`);
};
