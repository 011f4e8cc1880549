/**
 * Whose a punch is: by employee number, then by the attendance system's own id where that is an employee number, by name
 * only where there is no number and one person has that name.
 */
import { error, type Issue, warning } from '../base/issue.js';
import { shown } from '../base/shown.js';
import { text } from '../base/text.js';
import type { Person, StaffId } from '../people/person.js';
import type { StatedPunch } from './adapters/adapter.js';

export interface WhoPunched {
  /** Null: nobody on the staff list, or nobody for sure; remembered for the issues. */
  readonly find: (punch: StatedPunch) => StaffId | null;
  /** One issue a person. */
  readonly issues: () => Issue[];
}

export function whoPunched(people: readonly Person[]): WhoPunched {
  const byNumber = new Map<string, StaffId>(people.map(({ id }) => [id, id]));
  const byName = new Map<string, StaffId[]>();
  for (const { id, name } of people) byName.set(name, [...(byName.get(name) ?? []), id]);
  const strangers = new Map<
    string,
    { readonly first: StatedPunch; count: number; readonly several: readonly StaffId[] }
  >();

  const stranger = (punch: StatedPunch, several: readonly StaffId[]): null => {
    const key = `${punch.number ?? ''}\n${punch.userId ?? ''}\n${punch.name ?? ''}`;
    const known = strangers.get(key) ?? { first: punch, count: 0, several };
    known.count += 1;
    strangers.set(key, known);
    return null;
  };

  return {
    find: (punch) => {
      if (punch.number !== null) return byNumber.get(punch.number) ?? stranger(punch, []);
      const same = punch.userId === null ? undefined : byNumber.get(punch.userId);
      if (same !== undefined) return same;
      const named = (punch.name === null ? undefined : byName.get(punch.name)) ?? [];
      return named.length === 1 ? named[0]! : stranger(punch, named);
    },
    issues: () =>
      [...strangers.values()].map(({ first, count, several }) =>
        several.length > 0 ? ambiguous(first, count, several) : unknown(first, count),
      ),
  };
}

const called = (punch: StatedPunch): string =>
  [punch.number ?? punch.userId, punch.name].flatMap((words) => (words === null ? [] : [shown(words)])).join(' ');

const unknown = (punch: StatedPunch, count: number): Issue =>
  warning(
    'punch-person-unknown',
    punch.source,
    text(
      `${called(punch)} is not on the staff list; punches left aside: ${count}.`,
      `员工名单中没有 ${called(punch)}；未采用 ${count} 条打卡。`,
    ),
    text(
      'Add the person to the staff list, or correct the number; nothing to do for other departments.',
      '请将其加入员工名单或更正工号；若属其他部门，无需处理。',
    ),
  );

const ambiguous = (punch: StatedPunch, count: number, several: readonly StaffId[]): Issue =>
  error(
    'punch-name-ambiguous',
    punch.source,
    text(
      `${called(punch)} has no employee number here and may be ${several.join(' or ')}: ${count} punches cannot be placed.`,
      `${called(punch)} 没有工号，可能是 ${several.join('、')}：${count} 条打卡无法归属。`,
    ),
    text('Fill in the column 工号.', '请填写“工号”列。'),
  );
