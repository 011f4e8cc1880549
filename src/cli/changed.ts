/** A change of the published roster: its next revision, what it did, and how it is shown. */
import type { Lang } from '../base/text.js';
import { brokenLines, cellsByPerson, ruleChanges, scoreChange } from '../report/consequences.js';
import { check, type Judgement } from '../roster/check.js';
import { codeOf } from '../roster/file/codes.js';
import type { Consequences } from '../roster/life/consequences.js';
import type { Tally } from '../roster/life/tally.js';
import type { Band, Problem } from '../roster/problem.js';
import type { CellChange, Revision, Roster } from '../roster/roster.js';
import type { Call, Json, Page } from './command.js';
import { type Place, today } from './place.js';
import { publish } from './publishing.js';
import { harmless } from './say.js';
import { wrap } from './terminal.js';
import { violationJson } from './violations.js';

/** The roster as the revision after `before`, with a line on what was done and on whose word. */
export function revised(
  call: Call,
  before: Roster | null,
  roster: Roster,
  done: Pick<Revision, 'what' | 'askedBy' | 'approvedBy' | 'because' | 'cells'>,
): Roster {
  const revision = (before?.revision ?? 0) + 1;
  const noted: Revision = { revision, on: today(call.shell), ...done };
  return { ...roster, revision, revisions: [...(before?.revisions ?? []), noted] };
}

/** Judges once more and writes: nothing goes out that `check` has not seen. */
export async function publishChange(
  call: Call,
  place: Place,
  problem: Problem,
  roster: Roster,
  before: Roster | null,
): ReturnType<typeof publish> {
  return publish(call, place, { problem, roster, judgement: check(roster, problem), bound: null }, before);
}

export const cellsJson = (cells: readonly CellChange[]): Json =>
  cells.map(({ staff, day, was, is }) => ({ id: staff, day, was: codeOf(was), is: codeOf(is) }));

export const consequencesJson = ({ before, after, byRule, broken, mended }: Consequences, lang: Lang): Json => ({
  before: { ...before },
  after: { ...after },
  by_rule: byRule.map((change) => ({ ...change })),
  broken: broken.map((violation) => violationJson(violation, lang)),
  mended: mended.map((violation) => violationJson(violation, lang)),
});

const bandJson = (band: Band | null): Json => (band === null ? null : { lo: band.lo, hi: band.hi });

export const tallyJson = (tally: Tally): Json => ({
  minutes: tally.minutes,
  reference_minutes: tally.referenceMinutes,
  fair_minutes: tally.fairMinutes,
  days: tally.days,
  expected_days: tally.expectedDays,
  rest: tally.rest,
  needed_rest: tally.neededRest,
  leave: tally.leave,
  late: tally.late,
  fair_late: bandJson(tally.fairLate),
  weekends: tally.weekends,
  fair_weekends: bandJson(tally.fairWeekends),
  holidays: tally.holidays,
  fair_holidays: bandJson(tally.fairHolidays),
});

/** Lines ready for the terminal; `indent` before each. */
export const lines = (texts: readonly { readonly [lang in Lang]: string }[], page: Page, indent = ''): string =>
  texts.map((each) => `${wrap(harmless(each[page.lang]), page.columns, indent)}\n`).join('');

export const drawCells = (cells: readonly CellChange[], problem: Problem, page: Page, indent = '  '): string =>
  lines(cellsByPerson(cells, nameIn(problem)), page, indent);

export const nameIn =
  (problem: Problem) =>
  (staff: string): string =>
    problem.agents.find(({ id }) => id === staff)?.person.name ?? '';

/** Broken rules that are written out. */
const SHOWN = 6;

/** Score, rules, and what is newly broken. */
export function drawConsequences(found: Consequences, page: Page, indent = '  '): string {
  const rules = ruleChanges(found.byRule);
  const broken = brokenLines(found);
  const more = broken.length - SHOWN;
  const rest = more > 0 ? [{ en: `and ${more} more`, zh: `另有 ${more} 处` }] : [];
  return [
    lines([scoreChange(found.before, found.after), ...(rules === null ? [] : [rules])], page, indent),
    lines([...broken.slice(0, SHOWN), ...rest], page, `${indent}  `),
  ].join('');
}

export const scoreJson = ({ score }: Judgement): Json => ({ hard: score.hard, soft: score.soft });
