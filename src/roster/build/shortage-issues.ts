/** Says before the search what cannot be covered. */
import { type Issue, warning } from '../../base/issue.js';
import { type Text, text } from '../../base/text.js';
import { sayShortage, shiftNames } from '../conflict/say-shortage.js';
import { shortDay } from '../judge/finding.js';
import type { Problem } from '../problem.js';
import { alike, leastHeads, type Shortage, shortages } from '../shortage.js';

export function shortageIssues(problem: Problem): Issue[] {
  const all = shortages(problem, leastHeads(problem, true));
  const inDays = all.filter(
    ({ kind }) => kind === 'month' || kind === 'week' || kind === 'stretch' || kind === 'surplus',
  );
  const people = all.filter(({ kind }) => kind === 'day' || kind === 'skill');
  return [...tooFewDays(problem, inDays), ...tooFewPeople(problem, people), ...shiftIssues(problem, all)];
}

const HINT: Text = text(
  'Add people or their shifts, move leave, lower the least cover, or generate with --allow-gaps to see the open shifts.',
  '请增加人手或其可上班次、调整请假、降低最少人数，或用 --allow-gaps 查看空缺的班。',
);

/** The month where it fails as a whole, else the first week or stretch. */
function tooFewDays(problem: Problem, found: readonly Shortage[]): Issue[] {
  const worst = found.find(({ kind }) => kind === 'month' || kind === 'surplus') ?? found[0];
  return worst === undefined ? [] : [warning('too-few-working-days', null, sayShortage(problem, worst), HINT)];
}

const tooFewPeople = (problem: Problem, found: readonly Shortage[]): Issue[] =>
  alike(found).map(([first, ...others]) => warning('too-few-people', null, sayShortage(problem, first!, others), HINT));

/** One issue a shift and figure, with its days. */
function shiftIssues(problem: Problem, all: readonly Shortage[]): Issue[] {
  return alike(all.filter(({ kind }) => kind === 'shift')).map((group) => {
    const { shifts, needed, available } = group[0]!;
    const days = group.map(({ from }) => shortDay(problem.days[from]!.day));
    const named = days.length > 4 ? [...days.slice(0, 3), '…', days.at(-1)!].join(' ') : days.join(' ');
    const name = shiftNames(problem, shifts);
    const message = text(
      `${name.en} needs at least ${needed}, ${available} may work it (${days.length} days: ${named}).`,
      `${name.zh}至少要 ${needed} 人，可上的只有 ${available} 人（${days.length} 天：${named}）。`,
    );
    return warning('shift-without-staff', null, message, HINT);
  });
}
