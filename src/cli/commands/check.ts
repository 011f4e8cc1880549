/** `roster check [FILE]`: judges a roster; without a file looks over the month's inputs. */
import { resolve } from 'node:path';
import { hasErrors, type Issue, type Outcome } from '../../base/issue.js';
import { text } from '../../base/text.js';
import type { Month } from '../../calendar/day.js';
import { isGrave } from '../../report/violations.js';
import { check } from '../../roster/check.js';
import type { Answer, Call } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { readHandbook } from '../handbook.js';
import { type Place, placeOf, shownPath } from '../place.js';
import { readPlanning } from '../planning.js';
import { readRoster } from '../rosters.js';
import { drawViolations, violationJson } from '../violations.js';

export async function checkCommand(call: Call): Promise<Answer> {
  const { place, issues } = placeOf(call.flags, call.shell, 'next');
  if (hasErrors(issues)) return failed(issues);
  const file = call.args[0];
  return file === undefined ? lookOver(call, place) : judge(call, place, file);
}

/** The month a roster file is of: what `--month` says, else the file itself. Value null without an issue: the handbook is at fault. */
async function monthOfFile(call: Call, place: Place, path: string): Promise<Outcome<Month>> {
  if (call.flags.month !== null) return { value: place.month, issues: [] };
  const handbook = (await readHandbook(place, call.flags.handbook, 'roster')).value;
  if (handbook === null) return { value: null, issues: [] };
  const peek = await readRoster(path, { handbook, month: null, people: null, unknownCodes: 'keep' }, place);
  return { value: peek.value?.month ?? null, issues: peek.value === null ? peek.issues : [] };
}

async function judge(call: Call, usual: Place, file: string): Promise<Answer> {
  const path = resolve(call.shell.cwd, file);
  const month = await monthOfFile(call, usual, path);
  if (hasErrors(month.issues)) return failed(month.issues);
  const { place } =
    month.value === null ? { place: usual } : placeOf({ ...call.flags, month: month.value }, call.shell, 'next');
  const { handbook, people, problem, issues } = await readPlanning(place, call.flags);
  if (handbook === null) return failed(issues, { month: place.month });
  const roster = await readRoster(path, { handbook, month: place.month, people, unknownCodes: 'refuse' }, place);
  const all: readonly Issue[] = [...issues, ...roster.issues];
  if (problem === null || roster.value === null) return failed(all, { month: place.month });
  const { violations, score } = check(roster.value, problem);
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
  const { problem, issues } = await readPlanning(place, call.flags);
  const inputs = [...place.used].map((path) => shownPath(path, place));
  if (problem === null) return failed(issues, { month: place.month, inputs });
  const people = problem.agents.length;
  return {
    exit: EXIT.done,
    status: 'ok',
    issues,
    document: { month: place.month, inputs, people, violations: [] },
    print: (page) => {
      const read = text(`Read: ${inputs.join(', ')}.`, `已读取：${inputs.join('、')}。`);
      const can = text(
        `${place.month} can be planned for ${people} people: roster generate --month ${place.month}`,
        `${place.month} 可以排班，共 ${people} 人：roster generate --month ${place.month}`,
      );
      return `${read[page.lang]}\n${can[page.lang]}\n`;
    },
  };
}
