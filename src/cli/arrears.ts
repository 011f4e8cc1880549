/** Looks back at the closed months that lie directly before an open one: what would they come to with today's files? */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fen } from '../base/fen.js';
import { type Issue, type Outcome, outcome, warning } from '../base/issue.js';
import { cite } from '../base/source.js';
import { text } from '../base/text.js';
import { addMonths, type Month, parseMonth } from '../calendar/day.js';
import { parseJson } from '../io/json.js';
import { filesIn, kindOf, readText } from '../io/workspace.js';
import { parseYaml } from '../io/yaml.js';
import { computePay } from '../pay/compute.js';
import { type Arrears, arrearsOf, withRefunds } from '../pay/life/arrears.js';
import { closedBy, type Manifest } from '../pay/life/manifest.js';
import { type Run, readRun, runOf } from '../pay/life/run.js';
import type { StaffId } from '../people/person.js';
import { inFolder } from './find.js';
import type { Flags } from './flags.js';
import { handbookFrom } from './handbook.js';
import { changedSince, manifestIn } from './manifests.js';
import { PAY_FILE, readPayFacts } from './pay-facts.js';
import { type Place, shownPath } from './place.js';
import { ROSTER_FILE } from './rosters.js';
import { version } from './version.js';

/** A month that is closed: its manifest and what it paid. */
interface ClosedMonth {
  readonly place: Place;
  readonly manifest: Manifest;
  readonly rules: string;
  readonly run: Run;
}

/** Further back nobody corrects wages (劳动争议调解仲裁法 27 gives a year). */
const MOST_MONTHS = 12;

/**
 * Arrears that this month settles: of the closed months that lie before it without an open one in between, the latest
 * first. An open month in between settles them itself.
 */
export async function readArrears(place: Place, flags: Flags): Promise<Outcome<readonly Arrears[]>> {
  const arrears: Arrears[] = [];
  const issues: Issue[] = [];
  const later: Run[] = [];
  for (let back = 1; back <= MOST_MONTHS; back += 1) {
    const closed = await closedMonth(place, addMonths(place.month, -back));
    issues.push(...closed.issues);
    if (closed.value === null) break;
    const found = await arrearsSince(closed.value, later, flags);
    arrears.push(...(found.value ?? []));
    issues.push(...found.issues);
    for (const path of closed.value.place.used) place.lookedBack?.add(path);
    later.push(closed.value.run);
  }
  return outcome(arrears, issues);
}

/** Null without an issue: the month is open, or was never computed. */
async function closedMonth(now: Place, month: Month): Promise<Outcome<ClosedMonth>> {
  const folder = join(now.dir, month);
  const { value: manifest, issues } = await manifestIn(folder, now);
  if (manifest === null || closedBy(manifest) === null || manifest.rules === null) return { value: null, issues };
  const path = join(folder, PAY_FILE);
  const source = { file: shownPath(path, now) };
  const words = await readText(path, source.file);
  if (words.value === null) return { value: null, issues: [...issues, ...words.issues] };
  const document = parseJson(words.value, source);
  if (document.value === null) return { value: null, issues: [...issues, ...document.issues] };
  const run = readRun(document.value, source);
  if (run.value === null) return { value: null, issues: [...issues, ...run.issues] };
  const place: Place = { ...now, month, monthDir: folder, out: folder, used: new Set([path]) };
  return outcome({ place, manifest, rules: manifest.rules, run: run.value }, issues);
}

/** Nothing of another month's flags holds for a closed one: it is read from its usual places. */
const usualPlaces = (flags: Flags): Flags => ({
  ...flags,
  handbook: null,
  leave: null,
  orders: [],
  punches: [],
  events: null,
  kpi: null,
  roster: null,
  previous: null,
});

async function arrearsSince(
  closed: ClosedMonth,
  later: readonly Run[],
  flags: Flags,
): Promise<Outcome<readonly Arrears[]>> {
  const { place, manifest } = closed;
  const corrected = later.some(({ slips }) =>
    slips.some((slip) => slip.arrears.some(({ month }) => month === manifest.month)),
  );
  if (!corrected && (await isUntouched(closed))) return { value: [], issues: [] };
  // The handbook of the close judges the month for ever: a new rate does not reach back.
  const tree = await parseYaml(closed.rules, { file: 'handbook.yaml' });
  if (tree.value === null) return { value: null, issues: tree.issues };
  const handbook = await handbookFrom(tree.value);
  const facts = await readPayFacts(place, usualPlaces(flags), handbook);
  if (facts.input === null) return { value: null, issues: facts.issues };
  const read = new Set([...place.used].map((path) => shownPath(path, place)));
  const unread = manifest.inputs.find(({ file }) => !read.has(file) && !HANDBOOKS.test(file));
  if (unread !== undefined) return { value: [], issues: [inputGone(manifest.month, unread.file)] };
  const today = computePay({ ...facts.input, arrears: settledThen(closed.run) });
  const found = arrearsOf(closed.run, runOf(today), later, manifest.language);
  // Of millions of placements, made as they are asked for, only those with a refund are kept.
  const refunds = new Map<string, Fen>();
  for (const { order } of facts.input.sales?.placements ?? []) {
    if (order.refunded > 0) refunds.set(cite(order.source), order.refunded);
  }
  return outcome(withRefunds(found, closed.run, refunds), []);
}

/** Every input is as it was and none has come: nothing can differ, and a large month need not be computed again. */
async function isUntouched({ place, manifest }: ClosedMonth): Promise<boolean> {
  const known = new Set(manifest.inputs.map(({ file }) => file));
  const names = (await readdir(place.dir)).filter((name) => parseMonth(name) === name && name < place.month);
  const roster = join(place.monthDir, ROSTER_FILE);
  const found = [
    ...((await kindOf(roster)) === 'file' ? [roster] : []),
    ...(await filesIn(join(place.monthDir, 'orders'))),
    ...(await Promise.all([-1, 0, 1].map((away) => filesIn(join(place.dir, addMonths(place.month, away), 'punches'))))),
    ...(await Promise.all(
      [
        ...['leave', 'events', 'kpi', 'duty'].map((stem) => [place.month, stem]),
        ...names.map((name) => [name, 'events']),
      ].map(async ([folder, stem]) => (await inFolder(join(place.dir, folder!), stem!, place)).path ?? []),
    )),
  ].flat();
  if (found.some((path) => !known.has(shownPath(path, place)))) return false;
  const facts = manifest.inputs.filter(({ file }) => !HANDBOOKS.test(file));
  return manifest.version === version() && (await changedSince(facts, place)).length === 0;
}

/** The month is judged by the handbook of its close, whatever the file says by now. */
const HANDBOOKS = /(?:^|\/)[^/]*\.ya?ml$/;

/** What the closed month itself settled of still earlier ones stands as it is. */
const settledThen = (run: Run): Arrears[] =>
  run.slips.flatMap(({ id, name, arrears }) =>
    arrears.map(({ month, line, amount }) => ({
      staff: id as StaffId,
      name,
      month,
      line,
      label: { en: line, zh: line },
      amount,
      frozen: 0 as Arrears['frozen'],
      today: amount,
      settled: 0 as Arrears['settled'],
      reasons: [],
    })),
  );

const inputGone = (month: Month, file: string): Issue =>
  warning(
    'closed-input-gone',
    { file },
    text(
      `${month} was computed from this file, which is not read any more; whether anything changed since the close cannot be told.`,
      `${month} 曾据此文件计算，现已读不到，无法判断关账后有无变动。`,
    ),
    text('Put it back where it was.', '请把文件放回原处。'),
  );
