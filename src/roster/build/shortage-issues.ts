/** Says before the search what cannot be covered. */
import { type Issue, warning } from '../../base/issue.js';
import { type Text, text } from '../../base/text.js';
import { shortDay } from '../judge/finding.js';
import type { Problem } from '../problem.js';
import { type Shortage, shortages } from '../shortage.js';

export function shortageIssues(problem: Problem): Issue[] {
  const all = shortages(problem);
  const month = all.filter(({ kind }) => kind === 'month').map((shortage) => tooFewDays(problem, shortage));
  const days = all.filter(({ kind }) => kind === 'day').map((shortage) => tooFewPeople(problem, shortage));
  return [...month, ...days, ...shiftIssues(problem, all)];
}

const HINT: Text = text(
  'Add people or their shifts, move leave, lower the least cover, or generate with --allow-gaps to see the open shifts.',
  '请增加人手或其可上班次、调整请假、降低最少人数，或用 --allow-gaps 查看空缺的班。',
);

const tooFewDays = ({ month }: Problem, { needed, available }: Shortage): Issue =>
  warning(
    'too-few-working-days',
    null,
    text(
      `${month}: the least cover of all shifts needs ${needed} working days, the staff has ${available} after leave and rest days.`,
      `${month}：各班最少人数共需 ${needed} 个人次，扣除请假和休息后只有 ${available} 个。`,
    ),
    HINT,
  );

const tooFewPeople = (problem: Problem, { day, needed, available }: Shortage): Issue =>
  warning(
    'too-few-people',
    null,
    text(
      `${problem.days[day!]!.day}: all shifts together need at least ${needed} people, ${available} can work.`,
      `${problem.days[day!]!.day}：各班合计至少要 ${needed} 人，可上班的只有 ${available} 人。`,
    ),
    HINT,
  );

/** One issue a shift and figure, with its days. */
function shiftIssues(problem: Problem, all: readonly Shortage[]): Issue[] {
  const groups = new Map<string, Shortage[]>();
  for (const shortage of all.filter(({ kind }) => kind === 'shift')) {
    const key = `${shortage.shift} ${shortage.needed} ${shortage.available}`;
    groups.set(key, [...(groups.get(key) ?? []), shortage]);
  }
  return [...groups.values()].map((group) => {
    const { shift, needed, available } = group[0]!;
    const days = group.map(({ day }) => shortDay(problem.days[day!]!.day));
    const named = days.length > 4 ? [...days.slice(0, 3), '…', days.at(-1)!].join(' ') : days.join(' ');
    const name = problem.shifts.find(({ code }) => code === shift)!.name;
    const message = text(
      `${name.en} needs at least ${needed}, ${available} may work it (${days.length} days: ${named}).`,
      `${name.zh}至少要 ${needed} 人，可上的只有 ${available} 人（${days.length} 天：${named}）。`,
    );
    return warning('shift-without-staff', null, message, HINT);
  });
}
