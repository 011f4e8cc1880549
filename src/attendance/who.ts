/**
 * Whose a punch is: by employee number, then by the attendance system's own id where ids.csv knows it or it is an employee number, by
 * name only where there is no number and one person has that name.
 */
import { error, type Issue, warning } from '../base/issue.js';
import { shown } from '../base/shown.js';
import { text } from '../base/text.js';
import type { Person, StaffId } from '../people/person.js';
import type { ExchangePlatform, PlatformIds } from '../people/platform-ids.js';
import { PLATFORMS } from '../people/platform-ids.js';
import { zerosLost } from '../people/reading.js';
import type { StatedPunch } from './adapters/adapter.js';

type Stamped = Pick<StatedPunch, 'number' | 'userId' | 'name' | 'source'>;

export interface WhoPunched {
  /** Null: nobody on the staff list, or nobody for sure; remembered for the issues. */
  readonly find: (punch: Stamped, platform: ExchangePlatform | null) => StaffId | null;
  /** The same, and nobody who is not found is remembered. */
  readonly known: (punch: Stamped, platform: ExchangePlatform | null) => StaffId | null;
  /** Punches of nobody, so far. */
  readonly leftAside: () => number;
  /** One issue a person; of many strangers one in all. */
  readonly issues: () => Issue[];
}

export function whoPunched(people: readonly Person[], ids: PlatformIds | null): WhoPunched {
  const byNumber = new Map<string, StaffId>(people.map(({ id }) => [id, id]));
  const byAccount = new Map<string, StaffId>();
  for (const { id } of people)
    for (const platform of PLATFORMS) {
      const account = ids?.(platform, 'staff', id) ?? null;
      if (account !== null) byAccount.set(`${platform} ${account}`, id);
    }
  const byName = new Map<string, StaffId[]>();
  for (const { id, name } of people) byName.set(name, [...(byName.get(name) ?? []), id]);
  const strangers = new Map<string, { readonly first: Stamped; count: number; readonly several: readonly StaffId[] }>();

  const stranger = (punch: Stamped, several: readonly StaffId[]): null => {
    const key = `${punch.number ?? ''}\n${punch.userId ?? ''}\n${punch.name ?? ''}`;
    const known = strangers.get(key) ?? { first: punch, count: 0, several };
    known.count += 1;
    strangers.set(key, known);
    return null;
  };

  type Found = { readonly staff: StaffId } | { readonly staff: null; readonly several: readonly StaffId[] };
  const look = (punch: Stamped, platform: ExchangePlatform | null): Found => {
    const none: Found = { staff: null, several: [] };
    if (punch.number !== null) {
      const staff = byNumber.get(punch.number);
      return staff === undefined ? none : { staff };
    }
    const account = punch.userId === null ? undefined : byAccount.get(`${platform} ${punch.userId}`);
    const same = account ?? (punch.userId === null ? undefined : byNumber.get(punch.userId));
    if (same !== undefined) return { staff: same };
    const named = (punch.name === null ? undefined : byName.get(punch.name)) ?? [];
    return named.length === 1 ? { staff: named[0]! } : { staff: null, several: named };
  };

  return {
    find: (punch, platform) => {
      const found = look(punch, platform);
      return found.staff ?? stranger(punch, 'several' in found ? found.several : []);
    },
    known: (punch, platform) => look(punch, platform).staff,
    leftAside: () => [...strangers.values()].reduce((sum, { count }) => sum + count, 0),
    issues: () => {
      const met = [...strangers.values()];
      const byZeros = zerosLost(people);
      const nobodys = met
        .filter(({ several }) => several.length === 0)
        .map(({ first, count }): Nobody => {
          const given = first.number ?? first.userId;
          return { first, count, meant: given === null ? null : byZeros(given) };
        });
      return [
        ...(nobodys.length > MOST_TOLD ? [unknownMany(nobodys)] : nobodys.map(unknown)),
        ...met.flatMap(({ first, count, several }) => (several.length > 0 ? [ambiguous(first, count, several)] : [])),
      ];
    },
  };
}

/** Somebody who is not on the staff list. `meant`: the one whose number has lost its leading zeros here. */
interface Nobody {
  readonly first: Stamped;
  readonly count: number;
  readonly meant: Person | null;
}

/** More people than these are another department, or a column that lost its zeros: they are told of together. */
const MOST_TOLD = 5;
/** Of many, those who are named. */
const NAMED = 3;

const called = (punch: Stamped): string =>
  [punch.number ?? punch.userId, punch.name].flatMap((words) => (words === null ? [] : [shown(words)])).join(' ');

const unknown = ({ first: punch, count, meant }: Nobody): Issue =>
  warning(
    'punch-person-unknown',
    punch.source,
    text(
      `${called(punch)} is not on the staff list; punches left aside: ${count}.`,
      `员工名单中没有 ${called(punch)}；未采用 ${count} 条打卡。`,
    ),
    meant === null
      ? text(
          'Add the person to the staff list, or correct the number; nothing to do for other departments.',
          '请将其加入员工名单或更正工号；若属其他部门，无需处理。',
        )
      : text(
          `Is it ${shown(meant.id)} ${shown(meant.name)}? Spreadsheets drop leading zeros: export the file again and leave it as it is, or format the column as text.`,
          `是不是 ${shown(meant.id)} ${shown(meant.name)}？表格软件会去掉开头的 0：请重新导出、不要另存，或把该列设为文本格式后补上。`,
        ),
  );

function unknownMany(nobodys: readonly Nobody[]): Issue {
  const punches = nobodys.reduce((sum, { count }) => sum + count, 0);
  const named = nobodys.slice(0, NAMED).map(({ first }) => called(first));
  const lost = nobodys.filter(({ meant }) => meant !== null);
  const [one] = lost;
  return warning(
    'punch-person-unknown',
    nobodys[0]!.first.source,
    text(
      `${nobodys.length} people are not on the staff list: ${named.join(', ')}, ...; punches left aside: ${punches}.`,
      `有 ${nobodys.length} 人不在员工名单中：${named.join('、')}等；未采用 ${punches} 条打卡。`,
    ),
    one === undefined
      ? text(
          'Add them to the staff list, or correct the numbers; nothing to do for other departments.',
          '请将其加入员工名单或更正工号；若属其他部门，无需处理。',
        )
      : text(
          `${lost.length} of them may be on it but for leading zeros (is ${called(one.first)} ${shown(one.meant!.id)} ${shown(one.meant!.name)}?). Spreadsheets drop them: export the file again and leave it as it is, or format the column as text. Nothing to do for other departments.`,
          `其中 ${lost.length} 人可能只是工号缺少开头的 0（${called(one.first)} 是不是 ${shown(one.meant!.id)} ${shown(one.meant!.name)}？）。表格软件会去掉开头的 0：请重新导出、不要另存，或把该列设为文本格式后补上。若属其他部门，无需处理。`,
        ),
  );
}

const ambiguous = (punch: Stamped, count: number, several: readonly StaffId[]): Issue =>
  error(
    'punch-name-ambiguous',
    punch.source,
    text(
      `${called(punch)} has no employee number here and may be ${several.join(' or ')}: ${count} punch${count === 1 ? '' : 'es'} cannot be placed.`,
      `${called(punch)} 没有工号，可能是 ${several.join('、')}：${count} 条打卡无法归属。`,
    ),
    text('Fill in the column 工号.', '请填写“工号”列。'),
  );
