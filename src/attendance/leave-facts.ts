/** Leave taken: the month's days of approved leave, one fact each, and where roster and leave list disagree. */
import { type Issue, warning } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import { text } from '../base/text.js';
import { type Day, daysFromTo, daysOf, firstDay, lastDay, type Month } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import { employedOn, type Leave, type Person, type StaffId } from '../people/person.js';
import type { Roster } from '../roster/roster.js';
import type { LeaveFact } from './facts.js';

export interface LeaveTaken {
  readonly facts: readonly LeaveFact[];
  readonly issues: readonly Issue[];
}

/**
 * Approved leave counts on every day of its spell on which the person is employed, whatever the roster says. Leave that
 * the published roster shows and the list no longer approves is taken too (the person stayed away in good faith) and told of.
 */
export function leaveFacts(
  month: Month,
  leave: readonly Leave[],
  people: ReadonlyMap<StaffId, Person>,
  roster: Roster,
  rosterSource: SourceRef,
  handbook: HandbookInForce,
): LeaveTaken {
  const facts = new Map<string, LeaveFact>();
  const [first, last] = [firstDay(month), lastDay(month)];
  for (const spell of leave) {
    const person = people.get(spell.staff);
    if (person === undefined || (handbook.values.leave.needs_approval && spell.approvedBy === null)) continue;
    for (const day of daysFromTo(later(spell.from, first), earlier(spell.to, last))) {
      const key = `${spell.staff} ${day}`;
      if (facts.has(key) || !employedOn(person, day)) continue;
      facts.set(key, { staff: spell.staff, day, kind: spell.kind, source: spell.source });
    }
  }
  const issues: Issue[] = [];
  const days = daysOf(month);
  for (const row of roster.rows) {
    row.cells.forEach((cell, at) => {
      const day = days[at];
      if (cell.kind !== 'leave' || day === undefined || facts.has(`${row.staff} ${day}`)) return;
      facts.set(`${row.staff} ${day}`, { staff: row.staff, day, kind: cell.leave, source: rosterSource });
      issues.push(notOnList(row.staff, row.name, day, cell.leave, rosterSource));
    });
  }
  const sorted = [...facts.values()].sort((a, b) => compare(a.staff, b.staff) || compare(a.day, b.day));
  return { facts: sorted, issues };
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const notOnList = (staff: StaffId, name: string, day: Day, kind: string, source: SourceRef): Issue =>
  warning(
    'leave-not-on-list',
    source,
    text(
      `${staff} ${name} ${day}: the roster shows leave (${kind}) that the leave list does not approve; it counts as taken.`,
      `${staff} ${name} ${day}：排班表为${kind}，但请假表中没有已批准的记录；按已请假计。`,
    ),
    text('Put the leave back on the list, or change the roster.', '请补录请假，或修改排班表。'),
  );
