/** What a reader of roster files needs to know, and the faults all forms share. */
import { error, type Issue, warning } from '../../base/issue.js';
import { nearest } from '../../base/nearest.js';
import { shown } from '../../base/shown.js';
import type { SourceRef } from '../../base/source.js';
import { type Text, text } from '../../base/text.js';
import { firstDay, lastDay, type Month } from '../../calendar/day.js';
import type { HandbookInForce } from '../../handbook/in-force.js';
import type { Person, StaffId } from '../../people/person.js';
import { whoIsMeant } from '../../people/reading.js';
import type { Cell, RosterRow } from '../roster.js';
import { type Codes, codesOf, readCode, readOldCode } from './codes.js';

export interface RosterContext {
  readonly handbook: HandbookInForce;
  /** The month the roster must be of; null: whatever the file says. */
  readonly month: Month | null;
  /** The staff list; null: numbers are not compared with it. */
  readonly people: readonly Person[] | null;
  /** `refuse` for the month's roster; `keep` for rosters of the past, whose handbook may have had other shifts. */
  readonly unknownCodes: 'refuse' | 'keep';
}

/** Reads cells and gathers what is wrong with them. */
export interface CellReader {
  readonly read: (words: string, who: string, day: string, source: SourceRef) => Cell | null;
  readonly issues: Issue[];
}

export function cellReader(context: RosterContext): CellReader {
  const codes = codesOf(context.handbook);
  const issues: Issue[] = [];
  return {
    issues,
    read: (words, who, day, source) => {
      const cell = context.unknownCodes === 'keep' ? readOldCode(words, codes) : readCode(words, codes);
      if (cell === null) issues.push(unknownCode(words, `${who} ${day}`, codes, context, source));
      return cell;
    },
  };
}

function unknownCode(words: string, where: string, codes: Codes, context: RosterContext, source: SourceRef): Issue {
  const own = Object.keys(context.handbook.values.shifts).join(' ');
  const known = text(
    `Write one of ${own}, 休 for rest, 假: and the kind for leave, - outside employment.`,
    `请填写 ${own}，休息写“休”，请假写“假:假别”，不在职写“-”。`,
  );
  if (words.trim() === '') {
    const message = text(`${where}: the cell is empty.`, `${where}：单元格是空的。`);
    return error('roster-cell-empty', source, message, known);
  }
  const near = nearest(words.trim(), [...codes.shifts.keys(), ...codes.leave.keys()]);
  const meant = near === null ? known : text(`Is it "${near}"? ${known.en}`, `是不是“${near}”？${known.zh}`);
  const message = text(
    `${where}: "${shown(words)}" is no shift of the handbook.`,
    `${where}：“${shown(words)}”不是手册中的班次。`,
  );
  return error('roster-code-unknown', source, message, meant);
}

/** `1007 李娜`; the name alone where a sheet has no numbers. */
export const named = (id: string, name: string): string =>
  id === name ? shown(name) : `${shown(id)} ${shown(name)}`.trim();

/**
 * What is wrong with the rows as a whole: a person twice, somebody the staff list does not know, somebody of the staff
 * list who is employed in the month and missing (only a warning: the row counts as absent).
 */
export function rowFaults(
  rows: readonly RosterRow[],
  sources: ReadonlyMap<StaffId, SourceRef>,
  people: readonly Person[] | null,
  month: Month,
  source: SourceRef,
): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<StaffId>();
  for (const { staff, name } of rows) {
    if (seen.has(staff)) {
      const message = text(`${named(staff, name)} has two rows.`, `${named(staff, name)} 有两行。`);
      const hint = text('Keep one row for each person.', '每人只保留一行。');
      issues.push(error('roster-person-twice', sources.get(staff) ?? source, message, hint));
    }
    seen.add(staff);
  }
  if (people === null) return issues;
  const known = new Map(people.map((person) => [person.id, person]));
  for (const { staff, name } of rows.filter((row) => !known.has(row.staff))) {
    const message = unknownPerson(staff, name, people);
    issues.push(error('roster-person-unknown', sources.get(staff) ?? source, message, whoIsMeant(known, staff)));
  }
  const employed = people.filter(
    ({ hired, left }) => (hired === null || hired <= lastDay(month)) && (left === null || left >= firstDay(month)),
  );
  for (const { id, name } of employed.filter((person) => !seen.has(person.id))) {
    const message = text(`${named(id, name)} has no row.`, `${named(id, name)} 没有排班行。`);
    const hint = text('Add the row; without it the person counts as absent.', '请补上该行；缺少则视为不在岗。');
    issues.push(warning('roster-person-missing', source, message, hint));
  }
  return issues;
}

function unknownPerson(staff: StaffId, name: string, people: readonly Person[]): Text {
  if ((staff as string) !== name)
    return text(
      `${named(staff, name)}: nobody on the staff list has this number.`,
      `${named(staff, name)}：员工名单中没有这个工号。`,
    );
  return people.some((person) => person.name === name)
    ? text(
        `${shown(name)}: more than one person on the staff list is called this.`,
        `${shown(name)}：员工名单中不止一人叫这个名字。`,
      )
    : text(`${shown(name)}: nobody on the staff list is called this.`, `${shown(name)}：员工名单中没有这个姓名。`);
}
