/** Why there is no line: in figures where days do not suffice, else which sentence given up would make one (each one tried). */
import { type Budget, partOf } from '../../base/budget.js';
import { type Text, text } from '../../base/text.js';
import type { CycleProblem } from './cycle.js';
import { findPattern } from './find.js';
import type { PatternAsk } from './from-handbook.js';

export interface Impossible {
  /** Agent-days a week that cover asks for at least, and that the people who walk the line have. */
  readonly needed: number;
  readonly available: number;
  readonly reasons: readonly Text[];
}

/** @param budget for all that is tried, `iterations` for each */
export function whyImpossible({ cycle, walkers, group }: PatternAsk, seed: number, budget: Budget): Impossible {
  const { weeks, shifts } = cycle;
  const needed = shifts.reduce(
    (sum, { need, limits }) => sum + need.reduce((days, one, day) => days + (limits?.[day]?.least ?? one), 0),
    0,
  );
  const rest = Math.max(cycle.rest?.least ?? 0, cycle.weeklyDayOff === true ? weeks : 0);
  const available = 7 * weeks - rest;
  const people = text(
    group === 1 ? `${weeks} people` : `${weeks} weeks of ${group} people`,
    group === 1 ? `${weeks} 人` : `${weeks} 周（每周 ${group} 人）`,
  );
  if (needed > available) {
    const short = text(
      `cover needs ${needed} agent-days a week, ${people.en} with ${rest} days off have ${available}: ${needed - available} too few.`,
      `各班最少人数每周需 ${needed} 人天，${people.zh}休 ${rest} 天后只有 ${available} 人天：缺 ${needed - available}。`,
    );
    const enough = Math.ceil(needed / (7 - rest / weeks));
    const more = text(
      `With the same rest ${enough * group} people would have enough days (${walkers.length} walk the line).`,
      `休息不变时需 ${enough * group} 人（现有 ${walkers.length} 人轮班）。`,
    );
    return { needed, available, reasons: [short, ...(group === 1 ? [more] : [])] };
  }
  const tried = reliefs(cycle);
  const reasons = tried.flatMap(({ without, problem }, at) => {
    const part = partOf(budget, 1 / (tried.length - at));
    return findPattern(problem, seed, part).status === 'found' ? [without] : [];
  });
  return { needed, available, reasons };
}

/** Each sentence given up by itself. */
function reliefs(cycle: CycleProblem): { readonly without: Text; readonly problem: CycleProblem }[] {
  const { rest, work, shifts, changeOn: _, ...others } = cycle;
  const blocks = (most: number) => shifts.map((shift) => ({ ...shift, block: { least: 1, most } }));
  const gone = <T>(isThere: boolean, relief: T): T[] => (isThere ? [relief] : []);
  return [
    ...gone(cycle.weeklyDayOff === true, {
      without: text('there is one without a day off in every week.', '不要求每周都有休息日，则可行。'),
      problem: { ...cycle, weeklyDayOff: false },
    }),
    ...gone(cycle.forbidden.length > 0, {
      without: text('there is one without forbidden pairs of shifts on following days.', '不限制连班顺序，则可行。'),
      problem: { ...cycle, forbidden: [] },
    }),
    ...gone(cycle.changeOn !== undefined, {
      without: text('there is one if shifts may change on any day.', '允许任何一天换班次，则可行。'),
      problem: { ...others, work, shifts, ...(rest === undefined ? {} : { rest }) },
    }),
    {
      without: text(
        `there is one with ${work.most + 1} working days in a row.`,
        `最多连上 ${work.most + 1} 天，则可行。`,
      ),
      problem: { ...cycle, work: { ...work, most: work.most + 1 }, shifts: blocks(work.most + 1) },
    },
    ...gone(
      shifts.some(({ block }) => block.most < work.most),
      {
        without: text('there is one with longer runs of late shifts.', '允许更长的连续晚班，则可行。'),
        problem: { ...cycle, shifts: blocks(work.most) },
      },
    ),
    ...gone(rest !== undefined && rest.least === rest.most, {
      without: text('there is one with a day off more or less in the whole line.', '整个循环多休或少休一天，则可行。'),
      problem: { ...cycle, rest: { least: (rest?.least ?? 1) - 1, most: (rest?.most ?? 0) + 1 } },
    }),
  ];
}
