/** `roster duty`: duty list, cleaning list and the book of hand-overs, from the published roster. */
import { join } from 'node:path';
import { error, hasErrors, type Issue } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { showClock } from '../../calendar/clock.js';
import { addMonths, type Month } from '../../calendar/day.js';
import type { HandbookInForce } from '../../handbook/in-force.js';
import { toCsv } from '../../io/csv.js';
import { kindOf } from '../../io/workspace.js';
import { writeFiles } from '../../io/write-files.js';
import { dutyCsv, KIND_WORDS } from '../../report/duty-csv.js';
import { dutyPage, kindsAsked } from '../../report/page/duty-page.js';
import { handOverPage, handOverTime, takers } from '../../report/page/hand-over-page.js';
import { shortDay, shortWeekday } from '../../report/words.js';
import { daySheets, handOverNotes } from '../../roster/duty/day-sheet.js';
import { type HandOver, handOvers } from '../../roster/duty/hand-overs.js';
import { type Duty, dutyLists, type EarlierDuty, nothingAsked } from '../../roster/duty/lists.js';
import { namesOf } from '../../roster/duty/names.js';
import { DUTY_COLUMNS, type DutyEntry, readDuty } from '../../roster/duty/read-duty.js';
import type { Problem } from '../../roster/problem.js';
import type { Roster } from '../../roster/roster.js';
import type { Answer, Call, Page } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { whileLocked } from '../locked.js';
import { pageOn } from '../paper.js';
import { type Place, placeOf, resultPath, shownPath } from '../place.js';
import { readPlanning } from '../planning.js';
import { CALENDARS, calendars } from '../publishing.js';
import { currentRoster, rosterNotThere } from '../rosters.js';
import { findTable } from '../tables.js';
import { painter, type Styled, table } from '../terminal.js';

const DUTY_FILE = 'duty.csv';
/** More names than this are counted on a line of the terminal. */
const MANY = 6;

export async function dutyCommand(call: Call): Promise<Answer> {
  const { place, issues } = placeOf(call.flags, call.shell, 'next');
  if (hasErrors(issues)) return failed(issues);
  return whileLocked(place.out, 'roster duty', () => share(call, place));
}

async function share(call: Call, place: Place): Promise<Answer> {
  const { lang } = call;
  const month = { month: place.month };
  const planning = await readPlanning(place, call.flags);
  if (planning.handbook === null || planning.problem === null) return failed(planning.issues, month);
  const problem = planning.problem;
  const current = await currentRoster(place, call.flags.roster, planning.handbook, planning.people);
  if (!current.there) return failed([rosterNotThere(place)], month);
  if (current.value === null) return failed(current.issues, month);
  const roster = current.value;
  const earlier = await earlierDuties(place, planning.facts?.earlier ?? [], planning.handbook);
  if (hasErrors(earlier.issues)) return failed(earlier.issues, month);
  const lists = dutyLists(roster, problem, earlier.duties);
  const changes = handOvers(roster, problem);
  const sheets = daySheets(roster, problem);
  const list = lists.value ?? [];
  const kinds = kindsAsked(problem);
  if (kinds.length === 0 && changes.length === 0 && sheets.length === 0) return failed([nothingAsked()], month);
  const names = new Map<string, string>(roster.rows.map(({ staff, name }) => [staff, name]));
  const nameOf = (staff: string): string => names.get(staff) ?? staff;
  const csv = toCsv(dutyCsv(list, nameOf, lang));
  const path = join(place.out, DUTY_FILE);
  if (!call.flags.force && (await differs(path, list, place))) return failed([editedByHand(path, place)], month);
  const book = { handOvers: changes, daySheets: sheets, notes: handOverNotes(problem) };
  call.interrupts.stopIfOver();
  const hasCalendars = (await kindOf(join(place.out, CALENDARS))) === 'folder';
  const written = await writeFiles([
    ...(hasCalendars ? calendars(call, place, problem, roster, list) : []),
    ...(kinds.length === 0
      ? []
      : [
          { path, content: csv },
          { path: join(place.out, 'duty.html'), content: pageOn(call.paper, (one) => dutyPage(list, problem, one)) },
        ]),
    ...(changes.length === 0 && sheets.length === 0
      ? []
      : [
          {
            path: join(place.out, 'hand-over.html'),
            content: pageOn(call.paper, (one) => handOverPage(book, problem, one)),
          },
        ]),
  ]);
  if (written.value === null) return failed(written.issues, month);
  const files = written.value.map((one) => resultPath(one, place));
  return {
    exit: EXIT.done,
    status: 'ok',
    issues: [...earlier.issues, ...lists.issues, ...written.issues],
    document: {
      ...month,
      revision: roster.revision,
      duties: list.map(({ day, kind, staff, until }) => ({ day, kind, id: staff, name: nameOf(staff), until })),
      handOvers: changes.map(({ day, from, to, start, end, nextDay, gives, takes }) => ({
        ...{ day, from: from.code, to: to.code, start, end, nextDay, gives, takes },
      })),
      routine: sheets.map(({ day, blocks }) => ({
        day,
        blocks: blocks.map(({ from, to, task, people }) => ({
          ...{ from, to, task: task[lang] },
          people: people.map(({ name, part }) => ({ name, part: part === null ? null : { ...part } })),
        })),
      })),
      files,
    },
    print: (page) => `${draw(list, changes, problem, page)}${files.map((file) => `  ${file}\n`).join('')}`,
  };
}

/** Lists of the year's earlier months beside their rosters; the months without one do not count. */
async function earlierDuties(
  place: Place,
  rosters: readonly Roster[],
  handbook: HandbookInForce,
): Promise<{ readonly duties: readonly EarlierDuty[]; readonly issues: readonly Issue[] }> {
  const duties: EarlierDuty[] = [];
  const issues: Issue[] = [];
  if (handbook.values.duty === undefined && handbook.values.cleaning === undefined) return { duties, issues };
  const last = addMonths(place.month, -1);
  const isNear = (month: Month): boolean => month.slice(0, 4) === place.month.slice(0, 4) || month === last;
  const byMonth = new Map(rosters.filter(({ month }) => isNear(month)).map((roster) => [roster.month, roster]));
  for (const [month, roster] of byMonth) {
    const found = await findTable(null, join(place.dir, month), 'duty', DUTY_COLUMNS, place);
    issues.push(...found.issues);
    if (!found.there || found.value === null) continue;
    const read = readDuty(found.value, month);
    issues.push(...read.issues);
    if (read.value !== null) duties.push({ roster, entries: read.value });
  }
  return { duties, issues };
}

/** Whether another list than this one stands there, in whichever language. */
async function differs(path: string, list: readonly Duty[], place: Place): Promise<boolean> {
  if ((await kindOf(path)) === null) return false;
  const there = await findTable(path, place.out, 'duty', DUTY_COLUMNS, place);
  const read = !there.there || there.value === null ? null : readDuty(there.value, place.month).value;
  const keys = (entries: readonly DutyEntry[]): string[] =>
    entries.map(({ day, kind, staff }) => `${day} ${kind} ${staff}`).sort();
  return read === null || keys(read).join('\n') !== keys(list).join('\n');
}

const editedByHand = (path: string, place: Place): Issue =>
  error(
    'duty-already-there',
    { file: shownPath(path, place) },
    text(
      'the list is there and differs from what the roster gives: it was edited, or the roster has changed since.',
      '已有值班表，且与按班表排出的不同：可能手工改过，或班表已变动。',
    ),
    text('To replace it, run again with --force.', '要替换它，请加 --force 重新运行。'),
  );

/** One line a day: duty, cleaning, hand-overs. */
function draw(list: readonly Duty[], changes: readonly HandOver[], problem: Problem, page: Page): string {
  const { lang } = page;
  const kinds = kindsAsked(problem);
  const names = namesOf(problem);
  const join = (words: readonly string[]): string => words.join(text(', ', '、')[lang]);
  const many = (words: readonly string[]): string =>
    words.length > MANY ? text(`${words.length} agents`, `${words.length} 人`)[lang] : join(words);
  const bold = (words: string): Styled => ({ words, paint: { bold: true } });
  const heading = [
    bold(text('day', '日期')[lang]),
    bold(''),
    ...kinds.map((kind) => bold(KIND_WORDS[kind][lang])),
    ...(changes.length === 0 ? [] : [bold(text('hand-overs', '交接')[lang])]),
  ];
  const rows = problem.days.map(({ day, weekday }): Styled[] => [
    { words: shortDay(day) },
    { words: shortWeekday(weekday)[lang] },
    ...kinds.map((kind) => ({
      words: join(
        list
          .filter((one) => one.kind === kind && one.day === day)
          .map(
            ({ staff, until }) =>
              `${names(staff)}${until === null ? '' : ` ${text('until', '至')[lang]} ${showClock(until)[lang]}`}`,
          ),
      ),
    })),
    ...(changes.length === 0
      ? []
      : [
          {
            words: changes
              .filter((one) => one.day === day)
              .map(
                (one) =>
                  `${handOverTime(one, lang)} ${many(one.gives)} → ${(one.takes?.length ?? 0) > MANY ? many(one.takes ?? []) : takers(one, lang)}`,
              )
              .join('; '),
          },
        ]),
  ]);
  return table([heading, ...rows], painter(page.colour));
}
