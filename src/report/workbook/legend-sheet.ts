/** What the codes mean; its first column is the list that the month's cells offer. */
import { areaName, type Sheet, type SheetCell, sheetInFormula } from '../../base/sheet.js';
import { type Lang, type Text, text } from '../../base/text.js';
import { showClock } from '../../calendar/clock.js';
import { codesOf, readCode } from '../../roster/file/codes.js';
import type { Problem, Shift } from '../../roster/problem.js';
import { BROKEN, FREE, inkOn, shiftColour } from '../colours.js';
import { CENTRED, cell, headRow, PLAIN, SHEETS, TITLE, WRAPPED } from './looks.js';

/** `09:00-17:30`, both parts of a split shift. */
export const shiftTimes = ({ parts }: Shift, lang: Lang): string =>
  parts.map(({ from, to }) => `${showClock(from)[lang]}–${showClock(to)[lang]}`).join(' + ');

/** What a cell of a sheet says for a leave: the kind alone where it can be read back so, else `假:事假`. */
export function leaveCode(kind: string, problem: Problem): string {
  const read = readCode(kind, codesOf(problem.handbook));
  return read?.kind === 'leave' && read.leave === kind ? kind : `假:${kind}`;
}

const FIRST = 2;

export interface Legend {
  readonly sheet: Sheet;
  /** The codes, as a formula of another sheet names them. */
  readonly list: string;
}

export function legendOf(problem: Problem, lang: Lang): Legend {
  const handbook = problem.handbook.values;
  const free = { ...CENTRED, fill: FREE };
  const entry = (code: SheetCell, words: Text, times = '', minutes: number | null = null): SheetCell[] => [
    code,
    cell(words[lang], PLAIN),
    cell(times, PLAIN),
    cell(minutes, { framed: true, format: 'minutes' }),
  ];
  const codes = [
    ...problem.shifts.map((shift) => {
      const fill = shiftColour(shift.code, handbook);
      const look = fill === null ? CENTRED : { ...CENTRED, fill, ink: inkOn(fill) };
      return entry(cell(shift.code, look), shift.name, shiftTimes(shift, lang), shift.minutes);
    }),
    entry(cell('休', free), text('rest day', '休息日')),
    ...Object.entries(handbook.leave.kinds).map(([kind, { name }]) =>
      entry(cell(leaveCode(kind, problem), free), name),
    ),
    entry(cell('-', CENTRED), text('not employed', '不在职')),
  ];
  const area = { top: FIRST, bottom: FIRST + codes.length - 1, left: 0, right: 0 };
  const hints = [
    text(
      'Edit the month sheet freely: totals and head-counts follow. Then `roster check` with this file tells what the rules say to it.',
      '月表可直接修改，合计与人数自动更新；改完后用 roster check 加本文件名检查是否符合规则。',
    ),
    text(
      'Pale columns in front are the end of the month before and are not read.',
      '前面的浅色列是上月末，仅供参考，不会读取。',
    ),
  ];
  const name = SHEETS.legend[lang];
  return {
    list: `${sheetInFormula(name)}!${areaName(area, 'both')}`,
    sheet: {
      name,
      rows: [
        [cell(name, TITLE)],
        headRow(lang, [text('code', '代码'), text('meaning', '含义'), text('times', '时间'), text('minutes', '分钟')]),
        ...codes,
        [
          cell('[X]', { ...CENTRED, fill: BROKEN, ink: '#FFFFFF', bold: true }),
          cell(
            text('a rule or wish is broken here; the note says which', '此处违反规则或未满足意愿，详见批注')[lang],
            WRAPPED,
          ),
        ],
        [],
        ...hints.map((hint) => [cell(hint[lang], {})]),
      ],
      widths: [12, 34, 28, 10],
      frozen: { rows: 2, columns: 0 },
      onePage: true,
    },
  };
}
