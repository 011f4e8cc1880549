/** Sheets beside roster.json that say otherwise: edited by hand and never published. Pay follows roster.json and says so. */
import { join } from 'node:path';
import { type Issue, warning } from '../base/issue.js';
import { shown } from '../base/shown.js';
import { text } from '../base/text.js';
import { daysOf } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import { kindOf } from '../io/workspace.js';
import { codeOf } from '../roster/file/codes.js';
import type { Roster } from '../roster/roster.js';
import { type Place, shownPath } from './place.js';
import { readRoster } from './rosters.js';

const SHEETS = ['roster.csv', 'roster.xlsx'];

/** One warning a sheet with other cells. A sheet that cannot be read is not looked at: nobody asked for it. */
export async function editedSheets(place: Place, roster: Roster, handbook: HandbookInForce): Promise<Issue[]> {
  const issues: Issue[] = [];
  const aside = { ...place, used: new Set<string>() };
  for (const name of SHEETS) {
    const path = join(place.monthDir, name);
    if ((await kindOf(path)) !== 'file') continue;
    const context = { handbook, month: place.month, people: null, unknownCodes: 'keep' } as const;
    const sheet = (await readRoster(path, context, aside)).value;
    const cells = sheet === null ? [] : differences(roster, sheet);
    if (cells.length > 0) issues.push(differs(shownPath(path, place), cells));
  }
  return issues;
}

interface Difference {
  /** `1003 李娜 2026-11-05` */
  readonly where: string;
  readonly published: string;
  readonly sheet: string;
}

function differences(roster: Roster, sheet: Roster): Difference[] {
  const rows = new Map(sheet.rows.map((row) => [row.staff, row.cells]));
  const days = daysOf(roster.month);
  return roster.rows.flatMap(({ staff, name, cells }) =>
    cells.flatMap((cell, at): Difference[] => {
      const other = rows.get(staff)?.[at];
      const [published, edited] = [codeOf(cell), other === undefined ? '-' : codeOf(other)];
      return published === edited
        ? []
        : [{ where: `${shown(staff)} ${shown(name)} ${days[at]}`, published: shown(published), sheet: shown(edited) }];
    }),
  );
}

function differs(file: string, cells: readonly Difference[]): Issue {
  const { where, published, sheet } = cells[0]!;
  return warning(
    'roster-sheet-differs',
    { file },
    text(
      `${cells.length} cells differ from roster.json, the first ${where}: ${sheet} here, ${published} there. Pay follows roster.json.`,
      `有 ${cells.length} 格与 roster.json 不同，首个为 ${where}：此处 ${sheet}，roster.json 为 ${published}。工资以 roster.json 为准。`,
    ),
    text(
      `If the sheet is right, judge it with roster check ${file} and make it the roster; else take it away.`,
      `如以此表为准，请先用 roster check ${file} 检查并发布；否则请移走此表。`,
    ),
  );
}
