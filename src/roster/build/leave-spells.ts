/** Which leave counts. */
import { type Issue, warning } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { firstDay, lastDay, type Month } from '../../calendar/day.js';
import type { HandbookInForce } from '../../handbook/in-force.js';
import type { Leave, Person, StaffId } from '../../people/person.js';

interface ApprovedLeave {
  readonly spells: ReadonlyMap<StaffId, readonly Leave[]>;
  readonly issues: readonly Issue[];
}

/** Spells that are honoured, those outside the month included: a long leave may reach into it. */
export function approvedLeave(
  leave: readonly Leave[],
  people: readonly Person[],
  handbook: HandbookInForce,
  month: Month,
): ApprovedLeave {
  const { needs_approval, needs_stand_in } = handbook.values.leave;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const spells = new Map<StaffId, Leave[]>();
  const issues: Issue[] = [];
  for (const spell of leave) {
    const touchesMonth = spell.from <= lastDay(month) && spell.to >= firstDay(month);
    const name = names.get(spell.staff);
    if (name === undefined) continue;
    const who = `${spell.staff} ${name} ${spell.from}..${spell.to}`;
    if (needs_approval && spell.approvedBy === null) {
      if (touchesMonth) issues.push(notApproved(spell, who));
      continue;
    }
    if (needs_stand_in && spell.standIn === null && touchesMonth) issues.push(withoutStandIn(spell, who));
    spells.set(spell.staff, [...(spells.get(spell.staff) ?? []), spell]);
  }
  return { spells, issues };
}

const notApproved = (spell: Leave, who: string): Issue =>
  warning(
    'leave-not-approved',
    spell.source,
    text(
      `${who}: this leave (${spell.kind}) is not approved and not honoured.`,
      `${who}：${spell.kind}未批准，不予安排。`,
    ),
    text('Fill in approved_by once it is approved, and generate again.', '批准后请填写“批准人”，再重新排班。'),
  );

const withoutStandIn = (spell: Leave, who: string): Issue =>
  warning(
    'leave-without-stand-in',
    spell.source,
    text(`${who}: the handbook asks for a named stand-in, none is given.`, `${who}：手册要求写明补班人，这里没有。`),
    text('Fill in stand_in.', '请填写“补班人”。'),
  );
