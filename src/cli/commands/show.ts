/** `roster show`: the month's roster as it stands. */

import { join } from 'node:path';
import { hasErrors } from '../../base/issue.js';
import { addMonths } from '../../calendar/day.js';
import { kindOf } from '../../io/workspace.js';
import { gridOf } from '../../report/grid.js';
import { isGrave } from '../../report/violations.js';
import { check } from '../../roster/check.js';
import { codeOf } from '../../roster/file/codes.js';
import type { Answer, Call } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { drawGrid } from '../grid.js';
import { type Place, placeOf } from '../place.js';
import { readPlanning } from '../planning.js';
import { currentRoster, ROSTER_FILE, rosterNotThere } from '../rosters.js';
import { drawViolations, violationJson } from '../violations.js';

/** Next month's roster, else the running month's, unless `--month` says which. */
async function shownMonth(call: Call, place: Place): Promise<Place> {
  if (call.flags.month !== null || call.flags.roster !== null) return place;
  if ((await kindOf(join(place.monthDir, ROSTER_FILE))) !== null) return place;
  const running = placeOf({ ...call.flags, month: addMonths(place.month, -1) }, call.shell, 'next').place;
  return (await kindOf(join(running.monthDir, ROSTER_FILE))) === null ? place : running;
}

export async function showCommand(call: Call): Promise<Answer> {
  const found = placeOf(call.flags, call.shell, 'next');
  if (hasErrors(found.issues)) return failed(found.issues);
  const place = await shownMonth(call, found.place);
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
    print: (page) => `${drawGrid(gridOf(roster, problem, violations), page)}\n${drawViolations(violations, page)}`,
  };
}
