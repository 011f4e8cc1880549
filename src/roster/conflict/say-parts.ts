/** Facts in words, as they stand in a clash or a way out. */
import { shown } from '../../base/shown.js';
import { type Text, text } from '../../base/text.js';
import type { Leave, Person, StaffId } from '../../people/person.js';
import type { PlanFacts } from '../build-problem.js';
import { shortDay } from '../judge/finding.js';
import type { Cell, Pin } from '../roster.js';

export const who = ({ id, name }: Pick<Person, 'id' | 'name'>): string => `${shown(id)} ${shown(name)}`;

/** `12-05` or `12-05..12-07` */
export const spell = (from: string, to: string): string =>
  from === to ? shortDay(from) : `${shortDay(from)}..${shortDay(to)}`;

export const history = (person: Person): Text =>
  text(`what ${who(person)} worked at the end of last month`, `${who(person)} 上月末的班次`);

export const employment = (person: Person): Text => {
  const from = person.hired === null ? '' : ` ${person.hired}`;
  const to = person.left === null ? '' : ` ${person.left}`;
  return text(
    `${who(person)} is employed${from === '' ? '' : ` from${from}`}${to === '' ? '' : ` until${to}`}`,
    `${who(person)} 在职：${from.trim()}～${to.trim()}`,
  );
};

export const ownShifts = (person: Person): Text => {
  const lists = [...new Set(person.terms.flatMap(({ shifts }) => (shifts === null ? [] : [shifts.join(' ')])))];
  return text(
    `${who(person)} works only ${shown(lists.join(', then '))}`,
    `${who(person)} 只上 ${shown(lists.join('，之后 '))}`,
  );
};

export const nightProtection = (person: Person): Text =>
  text(
    `${who(person)} may not work at night until ${person.protectedUntil}`,
    `${who(person)} 在 ${person.protectedUntil} 之前不得上夜班`,
  );

const cellName = (cell: Cell): Text =>
  cell.kind === 'shift' ? text(cell.shifts.join('+'), cell.shifts.join('+')) : text('no shift', '不上班');

export const pin = (facts: PlanFacts, { staff, day, cell }: Pin & { readonly cell: Cell }): Text => {
  const person = facts.people.find(({ id }) => id === staff);
  const name = person === undefined ? shown(staff) : who(person);
  const kept = cellName(cell);
  return text(`${name} is pinned on ${shortDay(day)}: ${kept.en}`, `${name} ${shortDay(day)} 固定为 ${kept.zh}`);
};

export const leave = (one: Leave, people: ReadonlyMap<StaffId, Person>): Text => {
  const name = who(people.get(one.staff) ?? { id: one.staff, name: '' }).trim();
  const days = spell(one.from, one.to);
  return text(`${name} is on leave ${days} (${shown(one.kind)})`, `${name} ${days} 请假（${shown(one.kind)}）`);
};
