/** `roster check [FILE]`: judges a roster; without a file looks over the month's inputs. */
import { join, resolve } from 'node:path';
import { hasErrors, type Issue } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { kindOf } from '../../io/workspace.js';
import { isGrave } from '../../report/violations.js';
import { check } from '../../roster/check.js';
import { accept } from '../../roster/life/accept.js';
import { drawChecklist, itemJson } from '../checklist.js';
import type { Answer, Call } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { placeOfFile } from '../file-month.js';
import { type Place, placeOf, shownPath, typedHere } from '../place.js';
import { readPlanning } from '../planning.js';
import { rosterChecklist } from '../roster-checklist.js';
import { currentRoster, ROSTER_FILE, readRoster } from '../rosters.js';
import { isAnswer } from '../standing.js';
import { allTeams } from '../teams/all.js';
import { drawViolations, violationJson } from '../violations.js';

export async function checkCommand(call: Call): Promise<Answer> {
  if (call.flags.all) return allTeams(call, { program: 'roster', command: 'check', fallback: 'next' });
  const { place, issues } = placeOf(call.flags, call.shell, 'next');
  if (hasErrors(issues)) return failed(issues);
  const file = call.args[0];
  return file === undefined ? lookOver(call, place) : judge(call, place, file);
}

async function judge(call: Call, usual: Place, file: string): Promise<Answer> {
  const path = resolve(call.shell.cwd, file);
  const place = await placeOfFile(call, usual, path);
  if (isAnswer(place)) return place;
  const { handbook, people, problem, issues } = await readPlanning(place, call.flags);
  if (handbook === null) return failed(issues, { month: place.month });
  const roster = await readRoster(path, { handbook, month: place.month, people, unknownCodes: 'refuse' }, place);
  if (problem === null || roster.value === null) return failed([...issues, ...roster.issues], { month: place.month });
  // A sheet cannot carry what was allowed when the roster was published.
  const published = /\.json$/i.test(path) ? null : (await currentRoster(place, null, handbook, people)).value;
  const known = { ...roster.value, accepted: published?.accepted ?? roster.value.accepted };
  const allowed = accept(known, problem, call.flags.accept, call.flags.because, call.flags.by);
  const all: readonly Issue[] = [...issues, ...roster.issues, ...allowed.issues];
  if (allowed.value === null || hasErrors(allowed.issues)) return failed(all, { month: place.month });
  const { violations, score } = check(allowed.value, problem);
  const grave = violations.some(isGrave);
  return {
    exit: grave ? EXIT.look : EXIT.done,
    status: grave ? 'violations' : 'ok',
    issues: all,
    document: {
      month: place.month,
      score: { hard: score.hard, soft: score.soft },
      violations: violations.map((violation) => violationJson(violation, call.lang)),
    },
    print: (page) => {
      const end = grave
        ? text(
            `${shownPath(path, place)} breaks rules that must hold.`,
            `${shownPath(path, place)} 违反了必须遵守的规则。`,
          )
        : text(
            `${shownPath(path, place)} keeps every rule that must hold.`,
            `${shownPath(path, place)} 遵守全部硬性规则。`,
          );
      return `${drawViolations(violations, page)}${end[page.lang]}\n`;
    },
  };
}

async function lookOver(call: Call, place: Place): Promise<Answer> {
  const planning = await readPlanning(place, call.flags);
  const { problem, issues } = planning;
  const inputs = [...place.used].map((path) => shownPath(path, place));
  const items = await rosterChecklist(place, call.flags, planning);
  const checklist = items.map((item) => itemJson(item, call.lang));
  if (problem === null) {
    const answer = failed(issues, { month: place.month, inputs, checklist });
    return { ...answer, print: (page) => drawChecklist(items, page) };
  }
  const people = problem.agents.length;
  const published = (await kindOf(join(place.monthDir, ROSTER_FILE))) !== null;
  return {
    exit: EXIT.done,
    status: 'ok',
    issues,
    document: { month: place.month, inputs, checklist, people, published, violations: [] },
    print: (page) => {
      const end = published
        ? text(
            `${place.month} has its roster. Look at it: ${typedHere(`roster show --month ${place.month}`, call.flags)}`,
            `${place.month} 已有班表。查看：${typedHere(`roster show --month ${place.month}`, call.flags)}`,
          )
        : text(
            `${place.month} can be planned for ${people} people: ${typedHere(`roster generate --month ${place.month}`, call.flags)}`,
            `${place.month} 可以排班，共 ${people} 人：${typedHere(`roster generate --month ${place.month}`, call.flags)}`,
          );
      return `${drawChecklist(items, page)}${end[page.lang]}\n`;
    },
  };
}
