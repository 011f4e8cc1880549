/** A roster becomes the published one: roster.json and every sheet made from it, all or none. */
import { join } from 'node:path';
import type { Issue } from '../base/issue.js';
import { toCsv } from '../io/csv.js';
import { toIcs } from '../io/ics.js';
import { toJson } from '../io/json.js';
import { readBytes } from '../io/read-table.js';
import { fingerprint, kindOf } from '../io/workspace.js';
import { type FileToWrite, writeFiles } from '../io/write-files.js';
import { toXlsx } from '../io/xlsx-write.js';
import { diaryOf } from '../report/diary.js';
import { gridOf } from '../report/grid.js';
import { rosterPage } from '../report/page/roster-page.js';
import { wishAnswers } from '../report/refusals.js';
import { gridCsv, longCsv } from '../report/roster-csv.js';
import { rosterWorkbook } from '../report/workbook/roster-workbook.js';
import type { Judgement } from '../roster/check.js';
import type { DutyEntry } from '../roster/duty/read-duty.js';
import { rosterDocument } from '../roster/file/document.js';
import type { Problem } from '../roster/problem.js';
import type { Roster, Score } from '../roster/roster.js';
import type { Call } from './command.js';
import { dutiesBeside } from './duties.js';
import { fileNames } from './file-name.js';
import { bookOn, pageOn } from './paper.js';
import { type Place, resultPath, shownPath } from './place.js';
import { ROSTER_FILE } from './rosters.js';

export const CALENDARS = 'calendars';

export interface ToPublish {
  readonly problem: Problem;
  /** With its new revision. */
  readonly roster: Roster;
  readonly judgement: Judgement;
  /** Null: not known. */
  readonly bound: Score | null;
}

/**
 * Writes the roster and all its sheets. The revision before is kept as `revisions/roster-N.json`; calendars follow where the
 * month has any.
 */
export async function publish(
  call: Call,
  place: Place,
  { problem, roster, judgement, bound }: ToPublish,
  before: Roster | null,
): Promise<{ readonly files: string[]; readonly issues: readonly Issue[] }> {
  const { violations, score } = judgement;
  const { lang, paper } = call;
  const grid = gridOf(roster, problem, violations);
  const wishes = wishAnswers(roster, problem);
  const book = bookOn(paper, (one) => rosterWorkbook(roster, problem, violations, wishes, one));
  const page = pageOn(paper, (one) => rosterPage(roster, problem, violations, score, bound, wishes, one));
  const sheets = [
    { name: ROSTER_FILE, content: toJson(rosterDocument(roster, await madeFrom(place))) },
    { name: 'roster.csv', content: toCsv(gridCsv(grid, lang)) },
    { name: 'roster-long.csv', content: toCsv(longCsv(roster, problem, lang)) },
    { name: 'roster.html', content: page },
    { name: 'roster.xlsx', content: await toXlsx(book) },
  ].map(({ name, content }): FileToWrite => ({ path: join(place.out, name), content }));
  const hasCalendars = (await kindOf(join(place.out, CALENDARS))) === 'folder';
  const kept = await keptRevision(place, before);
  const diaries = hasCalendars ? calendars(call, place, problem, roster, await dutiesBeside(place)) : [];
  const files = [...sheets, ...kept, ...diaries];
  call.interrupts.stopIfOver();
  const { value, issues } = await writeFiles(files, { home: place.out });
  return { files: (value ?? []).map((path) => resultPath(path, place)), issues };
}

/** A calendar file for each person of the roster, with the duty list that lies beside it. */
export const calendars = (
  call: Call,
  place: Place,
  problem: Problem,
  roster: Roster,
  duties: readonly DutyEntry[],
): FileToWrite[] => {
  const nameOf = fileNames(roster.rows.map(({ staff }) => staff));
  return roster.rows.flatMap(({ staff }) => {
    const diary = diaryOf(roster, problem, staff, call.lang, duties);
    return diary === null ? [] : [{ path: join(place.out, CALENDARS, `${nameOf(staff)}.ics`), content: toIcs(diary) }];
  });
};

export const revisionFile = (revision: number): string => join('revisions', `roster-${revision}.json`);

/** The published file as it stands, byte for byte. */
async function keptRevision(place: Place, before: Roster | null): Promise<FileToWrite[]> {
  const path = join(place.out, ROSTER_FILE);
  if (before === null || before.revision === 0 || (await kindOf(path)) !== 'file') return [];
  const bytes = (await readBytes(path, path)).value;
  return bytes === null ? [] : [{ path: join(place.out, revisionFile(before.revision)), content: bytes }];
}

/** What the roster was made from: each input with its fingerprint; roster files themselves are none. */
export async function madeFrom(place: Place): Promise<Record<string, string>> {
  const prints = await Promise.all(
    [...place.used]
      .filter((path) => ![join(place.out, ROSTER_FILE), join(place.monthDir, ROSTER_FILE)].includes(path))
      .map(async (path) => {
        const bytes = (await readBytes(path, path)).value;
        return [shownPath(path, place), bytes === null ? '' : fingerprint(bytes)] as const;
      }),
  );
  return Object.fromEntries(prints.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** One fingerprint for all inputs: a bound holds as long as it is the same. */
export const inputsPrint = async (place: Place): Promise<string> =>
  fingerprint(JSON.stringify(Object.entries(await madeFrom(place)))).slice(0, 16);
