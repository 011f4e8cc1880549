/** The month's roster as it stands, laid over its problem and judged: what every command after `generate` begins with. */
import { join } from 'node:path';
import { error, hasErrors, type Issue } from '../base/issue.js';
import { nearest } from '../base/nearest.js';
import { shown } from '../base/shown.js';
import { text } from '../base/text.js';
import { addMonths, type Day, type Month, monthOf, parseDay, parseShortDay } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import { kindOf } from '../io/workspace.js';
import type { Person } from '../people/person.js';
import { lostZeros } from '../people/reading.js';
import type { PlanFacts } from '../roster/build-problem.js';
import { check, type Judgement } from '../roster/check.js';
import { settled } from '../roster/life/changes.js';
import type { PlanAgent, Problem } from '../roster/problem.js';
import type { Roster } from '../roster/roster.js';
import type { Answer, Call } from './command.js';
import { failed } from './failed.js';
import { type Place, placeOf } from './place.js';
import { readPlanning } from './planning.js';
import { currentRoster, ROSTER_FILE, rosterNotThere } from './rosters.js';

export interface Standing {
  readonly place: Place;
  readonly handbook: HandbookInForce;
  readonly people: readonly Person[];
  readonly facts: PlanFacts;
  readonly problem: Problem;
  /** As the file has it. */
  readonly published: Roster;
  /** The same, put as the facts have it by now. */
  readonly roster: Roster;
  readonly judgement: Judgement;
  readonly issues: readonly Issue[];
}

/** The month asked for; where none is, the day's, else next month where it has a roster, else the running one. */
export async function livingPlace(call: Call, day: Day | null): Promise<{ place: Place; issues: Issue[] }> {
  const found = placeOf(call.flags, call.shell, 'next');
  if (call.flags.month !== null || hasErrors(found.issues)) return found;
  const at = (month: Month): { place: Place; issues: Issue[] } => placeOf({ ...call.flags, month }, call.shell, 'next');
  if (day !== null) return at(monthOf(day));
  if (call.flags.roster !== null || (await hasRoster(found.place))) return found;
  const running = at(addMonths(found.place.month, -1));
  return (await hasRoster(running.place)) ? running : found;
}

const hasRoster = async (place: Place): Promise<boolean> => (await kindOf(join(place.monthDir, ROSTER_FILE))) !== null;

/** An answer where something is in the way. */
export async function readStanding(call: Call, place: Place): Promise<Standing | Answer> {
  const { handbook, people, problem, facts, issues } = await readPlanning(place, call.flags);
  const month = { month: place.month };
  if (handbook === null || people === null || problem === null || facts === null) return failed(issues, month);
  const current = await currentRoster(place, call.flags.roster, handbook, people);
  if (!current.there) return failed([...issues, rosterNotThere(place)], month);
  if (current.value === null) return failed([...issues, ...current.issues], month);
  const roster = settled(current.value, problem);
  const judgement = check(roster, problem);
  return {
    place,
    handbook,
    people,
    facts,
    problem,
    published: current.value,
    roster,
    judgement,
    issues: [...issues, ...current.issues],
  };
}

export const isAnswer = (found: object): found is Answer => 'exit' in found;

/** `2026-12-05`, or in a known month `12-05`, `12月5日` and `5`. */
export function dayFrom(words: string, month: Month | null): Day | Issue {
  const short = /^(?:(\d{1,2})[-/.])?(\d{1,2})$/.exec(words.trim());
  const inMonth = (known: Month): Day | null =>
    short !== null && (short[1] === undefined || Number(short[1]) === Number(known.slice(5)))
      ? parseDay(`${known}-${short[2]!.padStart(2, '0')}`)
      : null;
  const day = parseDay(words.trim()) ?? (month === null ? null : (inMonth(month) ?? parseShortDay(words, month)));
  return (
    day ??
    error(
      'bad-day',
      null,
      text(`"${shown(words)}" is no day.`, `“${shown(words)}”不是日期。`),
      text('Write it like 2026-12-05.', '请写成 2026-12-05。'),
    )
  );
}

/** The place and the days of a command whose arguments are days; an answer where one is none or lies elsewhere. */
export async function placeForDays(
  call: Call,
  words: readonly string[],
): Promise<{ readonly place: Place; readonly days: readonly Day[] } | Answer> {
  const whole = words.flatMap((each) => parseDay(each.trim()) ?? [])[0] ?? null;
  const { place, issues } = await livingPlace(call, whole);
  if (hasErrors(issues)) return failed(issues);
  const days = words.map((each) => dayFrom(each, place.month));
  const faults = days.filter((day) => typeof day !== 'string');
  if (faults.length > 0) return failed(faults, { month: place.month });
  const known = days as Day[];
  if (new Set(known.map(monthOf)).size > 1) return failed([inTwoMonths(known)], { month: place.month });
  const outside = known.filter((day) => monthOf(day) !== place.month).map((day) => dayElsewhere(day, place.month));
  return outside.length > 0 ? failed(outside, { month: place.month }) : { place, days: known };
}

const inTwoMonths = (days: readonly Day[]): Issue =>
  error(
    'days-in-two-months',
    null,
    text(
      `${days.join(' and ')} lie in two months; a roster is one month's.`,
      `${days.join(' 和 ')} 不在同一个月；班表按月发布。`,
    ),
    text(
      'Swap within one month, or change the sheet of each month and hand both to roster publish.',
      '请在同一个月内调换，或分别修改两个月的表格，再用 roster publish 各自发布。',
    ),
  );

const dayElsewhere = (day: Day, month: Month): Issue =>
  error(
    'day-outside-month',
    null,
    text(`${day} is not in ${month}.`, `${day} 不在 ${month} 月内。`),
    text(
      `Name the month with --month ${monthOf(day)}, or another day.`,
      `请用 --month ${monthOf(day)} 指定月份，或换一天。`,
    ),
  );

/** Who is meant; people are known by number. */
export function agentFrom(words: string, problem: Problem): PlanAgent | Issue {
  const given = words.trim();
  const found = problem.agents.find(({ id }) => id === given);
  if (found !== undefined) return found;
  const named = problem.agents.filter(({ person }) => person.name === given).map(({ id }) => id as string);
  const near =
    named.length > 0
      ? named.join(', ')
      : (lostZeros(
          problem.agents.map(({ person }) => person),
          given,
        )?.id ??
        nearest(
          given,
          problem.agents.map(({ id }) => id as string),
        ));
  const hint =
    near === null
      ? text('Use a number of the staff list of somebody employed in the month.', '请使用本月在职员工的工号。')
      : text(`Is it ${shown(near)}?`, `是不是 ${shown(near)}？`);
  return error(
    'person-not-found',
    null,
    text(
      `nobody employed in ${problem.month} has the number "${shown(given)}".`,
      `${problem.month} 在职员工中没有工号“${shown(given)}”。`,
    ),
    hint,
  );
}
