/** The roster as the workbook that is edited, printed and pinned to the wall. */
import type { Workbook } from '../../base/sheet.js';
import { type Lang, text } from '../../base/text.js';
import type { Problem } from '../../roster/problem.js';
import type { Roster } from '../../roster/roster.js';
import type { Violation } from '../../roster/violation.js';
import { gridOf } from '../grid.js';
import type { WishAnswer } from '../refusals.js';
import { legendOf } from './legend-sheet.js';
import { monthSheet } from './month-sheet.js';
import { daysSheet, findingsSheet, wishesSheet } from './roster-sheets.js';

/** `violations` as the judge found them, `wishes` as refusals.ts answers them. The month's sheet is the first: it is the one that is read back. */
export function rosterWorkbook(
  roster: Roster,
  problem: Problem,
  violations: readonly Violation[],
  wishes: readonly WishAnswer[],
  lang: Lang,
): Workbook {
  const legend = legendOf(problem, lang);
  return {
    title: text(`Roster ${roster.month}`, `${roster.month} 排班表`)[lang],
    sheets: [
      monthSheet(gridOf(roster, problem, violations), problem, legend.list, lang),
      daysSheet(roster, problem, lang),
      wishesSheet(wishes, problem, lang),
      findingsSheet(problem, violations, lang),
      legend.sheet,
    ],
  };
}
