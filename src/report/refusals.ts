/**
 * Why a wish was not granted: the judge is asked what the roster would break with the wish granted by the smallest change,
 * alone or with one exchange. Pure, and it searches no further than that.
 */
import { joinTexts, same, type Text, text } from '../base/text.js';
import type { Request } from '../people/person.js';
import { check } from '../roster/check.js';
import { isGranted, judgedRequests } from '../roster/judge/wishes.js';
import type { Problem, Shift } from '../roster/problem.js';
import { type Cell, onShift, REST, type Roster } from '../roster/roster.js';
import { RULES } from '../roster/rules/index.js';
import { viewOf } from '../roster/view.js';
import type { Violation } from '../roster/violation.js';
import { shortDay } from './words.js';

export interface WishAnswer {
  readonly request: Request;
  readonly name: string;
  /** open: somebody on leave, or not employed, on that day. */
  readonly outcome: 'granted' | 'refused' | 'open';
  readonly reason: Text;
}

export const OUTCOMES: Readonly<Record<WishAnswer['outcome'], Text>> = {
  granted: text('granted', '已满足'),
  refused: text('refused [X]', '未满足 [X]'),
  open: text('does not apply', '不适用'),
};

/** `rest`, `not: late shift` */
export function wishText({ shift, wanted }: Request, problem: Problem): Text {
  const named = problem.shifts.find(({ code }) => code === shift)?.name;
  const what = shift === null ? text('rest', '休息') : (named ?? same(shift));
  return wanted ? what : joinTexts([text('not: ', '不要'), what]);
}

/** Rosters that are judged for all wishes together, some milliseconds each: shared among the refused wishes. */
const MOST_JUDGED = 60;
/** The change alone and two exchanges; wishes for which even that is too much have no reason beside them. */
const LEAST_EACH = 3;

export function wishAnswers(roster: Roster, problem: Problem): WishAnswer[] {
  const view = viewOf(roster, problem);
  const judged = new Map(judgedRequests(problem).map((one) => [one.request, one]));
  const now = check(roster, problem);
  const refused = [...judged.values()].filter(
    ({ request, agent, day }) => !isGranted(request, view.shifts(agent, day)),
  );
  const each = Math.max(LEAST_EACH, Math.floor(MOST_JUDGED / Math.max(1, refused.length)));
  let left = MOST_JUDGED;
  return problem.requests.map((request) => {
    const name = problem.agents.find(({ id }) => id === request.staff)?.person.name ?? '';
    const one = judged.get(request);
    if (one === undefined)
      return {
        request,
        name,
        outcome: 'open',
        reason: text('On leave or not employed on that day', '当天请假或不在职'),
      };
    if (isGranted(request, view.shifts(one.agent, one.day)))
      return { request, name, outcome: 'granted', reason: same('') };
    left -= each;
    const reason = left < 0 ? same('') : reasonOf(roster, problem, request, one.day, now.violations, each);
    return { request, name, outcome: 'refused', reason };
  });
}

interface Change {
  readonly roster: Roster;
  readonly how: Text;
}

function reasonOf(
  roster: Roster,
  problem: Problem,
  request: Request,
  day: number,
  before: readonly Violation[],
  most: number,
): Text {
  const tried = changes(roster, problem, request, day, most).map((change) => ({
    ...change,
    ...check(change.roster, problem),
  }));
  const best = tried.reduce<(typeof tried)[number] | null>(
    (least, one) =>
      least === null ||
      one.score.hard < least.score.hard ||
      (one.score.hard === least.score.hard && one.score.soft < least.score.soft)
        ? one
        : least,
    null,
  );
  if (best === null) return same('');
  const known = new Set(before.map(keyOf));
  const fresh = best.violations.filter((violation) => violation.accepted === undefined && !known.has(keyOf(violation)));
  const hard = fresh.filter(({ level }) => level === 'hard');
  if (hard.length > 0) {
    const [first, ...more] = hard;
    const others = more.length === 0 ? same('') : text(` And ${more.length} more.`, `另有 ${more.length} 处。`);
    return joinTexts([
      text('Even the least change (', '最小的改动（'),
      best.how,
      text(') would break: ', '）也会违反：'),
      first!.message,
      others,
    ]);
  }
  const cost = best.score.soft - costOf(before);
  if (cost <= 0)
    return joinTexts([
      text('could be granted: ', '可以满足：'),
      best.how,
      text('; edit and check', '；可手工修改后检查'),
    ]);
  const dearest = [...fresh].sort((a, b) => b.weight * b.offBy - a.weight * a.offBy)[0];
  return joinTexts([
    text(`Granting it would cost ${cost} more than it is worth (`, `满足它的代价更大，多 ${cost}（`),
    best.how,
    dearest === undefined ? same('') : joinTexts([text('; ', '；'), RULES[dearest.rule].sentence]),
    text(')', '）'),
  ]);
}

const costOf = (violations: readonly Violation[]): number =>
  violations.reduce(
    (sum, { level, accepted, weight, offBy }) =>
      sum + (level === 'soft' && accepted === undefined ? weight * offBy : 0),
    0,
  );

const keyOf = ({ rule, level, staff, days, found }: Violation): string => [rule, level, staff, days, found].join('|');

/**
 * At most so many changes that grant the wish: by an exchange with a colleague that day or with another day of the same
 * person, in turns, and alone.
 */
function changes(roster: Roster, problem: Problem, request: Request, day: number, most: number): Change[] {
  const own = roster.rows.findIndex(({ staff }) => staff === request.staff);
  const codes = new Map(problem.shifts.map((shift) => [shift.code, shift]));
  const shiftsOf = (cell: Cell | undefined): readonly Shift[] =>
    cell?.kind === 'shift' ? cell.shifts.flatMap((code) => codes.get(code) ?? []) : [];
  const isMovable = (cell: Cell | undefined): cell is Cell => cell?.kind === 'shift' || cell?.kind === 'rest';
  const grants = (cell: Cell): boolean => isMovable(cell) && isGranted(request, shiftsOf(cell));
  const here = roster.rows[own]?.cells[day];
  if (!isMovable(here)) return [];
  const alone = [REST, ...problem.shifts.map(({ code }) => onShift(code))]
    .filter(grants)
    .map((cell) => ({ roster: edited(roster, [[own, day, cell]]), how: text('alone', '单独调整') }));
  const colleagues = roster.rows.flatMap((row, other): Change[] => {
    const there = row.cells[day];
    if (other === own || !isMovable(there) || !grants(there)) return [];
    const how = text(`in exchange with ${row.staff} ${row.name}`, `与 ${row.staff} ${row.name} 互换`);
    return [
      {
        roster: edited(roster, [
          [own, day, there],
          [other, day, here],
        ]),
        how,
      },
    ];
  });
  const days = roster.rows[own]!.cells.flatMap((there, other): Change[] => {
    if (other === day || !isMovable(there) || !grants(there)) return [];
    const date = shortDay(problem.days[other]!.day);
    const edits: readonly Edit[] = [
      [own, day, there],
      [own, other, here],
    ];
    return [{ roster: edited(roster, edits), how: text(`in exchange with ${date}`, `与 ${date} 对调`) }];
  });
  const exchanges = Array.from({ length: Math.max(colleagues.length, days.length) }, (_, at) =>
    [colleagues[at], days[at]].flatMap((change) => change ?? []),
  ).flat();
  return [...exchanges.slice(0, Math.max(0, most - alone.length)), ...alone];
}

type Edit = readonly [row: number, day: number, cell: Cell];

const edited = (roster: Roster, edits: readonly Edit[]): Roster => ({
  ...roster,
  rows: roster.rows.map((row, at) => {
    const own = edits.filter(([index]) => index === at);
    if (own.length === 0) return row;
    return { ...row, cells: row.cells.map((cell, day) => own.find(([, index]) => index === day)?.[2] ?? cell) };
  }),
});
