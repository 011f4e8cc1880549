/** `roster show`: the month's roster as it stands. */

import { join } from 'node:path';
import { error, hasErrors, type Issue } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { addMonths, type Day, monthOf, parseDay } from '../../calendar/day.js';
import { kindOf } from '../../io/workspace.js';
import { gridOf } from '../../report/grid.js';
import { dayBoard, personLeaves, weekGrids } from '../../report/show-by.js';
import { isGrave } from '../../report/violations.js';
import { check } from '../../roster/check.js';
import { codeOf } from '../../roster/file/codes.js';
import type { Problem } from '../../roster/problem.js';
import type { Roster } from '../../roster/roster.js';
import type { Answer, Call, Page } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { badFlag } from '../flags.js';
import { drawGrid } from '../grid.js';
import { type Place, placeOf, today } from '../place.js';
import { readPlanning } from '../planning.js';
import { currentRoster, ROSTER_FILE, rosterNotThere } from '../rosters.js';
import { drawBoard, drawLeaves } from '../show-pages.js';
import { drawViolations, violationJson } from '../violations.js';

/** Next month's roster, else the running month's, unless `--month` says which. */
async function shownMonth(call: Call, place: Place): Promise<Place> {
  if (call.flags.month !== null || call.flags.roster !== null) return place;
  if ((await kindOf(join(place.monthDir, ROSTER_FILE))) !== null) return place;
  const running = placeOf({ ...call.flags, month: addMonths(place.month, -1) }, call.shell, 'next').place;
  return (await kindOf(join(running.monthDir, ROSTER_FILE))) === null ? place : running;
}

export async function showCommand(call: Call): Promise<Answer> {
  const { view, day, month } = call.flags;
  const named = call.raw.by;
  if (typeof named === 'string' && view === null) {
    return failed([badFlag('view', named, text('week, person or today', 'week、person 或 today'))]);
  }
  const shown = day === null ? today(call.shell) : parseDay(day);
  if (shown === null)
    return failed([badFlag('day', day ?? '', text('a day such as 2026-12-05', '日期，如 2026-12-05'))]);
  // One day is looked up in its own month.
  const isDay = view === 'today' || (view === null && day !== null);
  const flags = isDay && month === null ? { ...call.flags, month: monthOf(shown) } : call.flags;
  const found = placeOf(flags, call.shell, 'next');
  if (hasErrors(found.issues)) return failed(found.issues);
  const place = await shownMonth({ ...call, flags }, found.place);
  if (isDay && monthOf(shown) !== place.month) return failed([outsideMonth(shown, place)], { month: place.month });
  const { handbook, people, problem, issues } = await readPlanning(place, call.flags);
  if (handbook === null || problem === null) return failed(issues, { month: place.month });
  const current = await currentRoster(place, call.flags.roster, handbook, people);
  if (!current.there) return failed([...issues, rosterNotThere(place)], { month: place.month });
  if (current.value === null) return failed([...issues, ...current.issues], { month: place.month });
  const roster = current.value;
  const { violations, score } = check(roster, problem);
  return {
    exit: EXIT.done,
    status: violations.some(isGrave) ? 'violations' : 'ok',
    issues: [...issues, ...current.issues],
    document: {
      month: place.month,
      revision: roster.revision,
      score: { hard: score.hard, soft: score.soft },
      rows: roster.rows.map(({ staff, name, cells }) => ({ id: staff, name, days: cells.map(codeOf) })),
      violations: violations.map((violation) => violationJson(violation, call.lang)),
    },
    print: (page) => {
      const grid = gridOf(roster, problem, violations);
      if (isDay) return drawDays(roster, problem, Number(shown.slice(8)) - 1, page);
      if (view === 'person') return drawLeaves(personLeaves(grid), page);
      const grids = view === 'week' ? weekGrids(grid, roster, problem) : [grid];
      return `${grids.map((one) => drawGrid(one, page)).join('\n')}\n${drawViolations(violations, page)}`;
    },
  };
}

/** The day, and the next where the month has one: who hands over to whom. */
function drawDays(roster: Roster, problem: Problem, at: number, page: Page): string {
  const days = [at, at + 1].filter((each) => each < problem.days.length);
  return days.map((each) => drawBoard(dayBoard(roster, problem, each), page)).join('\n');
}

const outsideMonth = (day: Day, place: Place): Issue =>
  error(
    'show-other-month',
    null,
    text(`${day} is not in ${place.month}.`, `${day} 不在 ${place.month}。`),
    text('Leave --month out, or name a day of that month with --day.', '请去掉 --month，或用 --day 指定该月的日期。'),
  );
