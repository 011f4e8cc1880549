/** `roster export FORMAT`: the published roster in another form. Nothing is planned or judged anew. */
import { join } from 'node:path';
import { error, hasErrors, type Issue, type Outcome, outcome } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { toJson } from '../../io/json.js';
import { type FileToWrite, writeFiles } from '../../io/write-files.js';
import { ID_COLUMNS, readPlatformIds } from '../../people/platform-ids.js';
import { exchangeFiles } from '../../report/exchange.js';
import type { Problem } from '../../roster/problem.js';
import type { Roster } from '../../roster/roster.js';
import type { Answer, Call } from '../command.js';
import { dutiesBeside } from '../duties.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { FORMATS } from '../formats.js';
import { whileLocked } from '../locked.js';
import { type Place, placeOf, resultPath, shownPath } from '../place.js';
import { readPlanning } from '../planning.js';
import { calendars } from '../publishing.js';
import { currentRoster, rosterNotThere } from '../rosters.js';
import { findTable } from '../tables.js';

type Format = (typeof FORMATS)[number];

const isFormat = (word: string): word is Format => (FORMATS as readonly string[]).includes(word);

const unknownFormat = (word: string): Issue =>
  error(
    'format-unknown',
    null,
    text(`"${word}" is no format.`, `没有“${word}”这种格式。`),
    text(`Formats: ${FORMATS.join(', ')}.`, `可用格式：${FORMATS.join('、')}。`),
  );

export async function exportCommand(call: Call): Promise<Answer> {
  const format = call.args[0] ?? '';
  if (!isFormat(format)) return failed([unknownFormat(format)]);
  const { place, issues } = placeOf(call.flags, call.shell, 'next');
  if (hasErrors(issues)) return failed(issues);
  return whileLocked(place.out, 'roster export', async () => {
    const planning = await readPlanning(place, call.flags);
    if (planning.handbook === null || planning.problem === null) return failed(planning.issues, { month: place.month });
    const current = await currentRoster(place, call.flags.roster, planning.handbook, planning.people);
    if (!current.there) return failed([rosterNotThere(place)], { month: place.month });
    if (current.value === null) return failed(current.issues, { month: place.month });
    const files = await filesOf(format, current.value, planning.problem, place, call);
    if (files.value === null) return failed(files.issues, { month: place.month });
    call.interrupts.stopIfOver();
    const written = await writeFiles(files.value, { home: place.out });
    if (written.value === null) return failed(written.issues, { month: place.month });
    const paths = written.value.map((path) => resultPath(path, place));
    return {
      exit: EXIT.done,
      status: 'ok',
      issues: [...files.issues, ...written.issues],
      document: { month: place.month, revision: current.value.revision, files: paths },
      print: () => paths.map((path) => `  ${path}\n`).join(''),
    };
  });
}

async function filesOf(
  format: Format,
  roster: Roster,
  problem: Problem,
  place: Place,
  call: Call,
): Promise<Outcome<readonly FileToWrite[]>> {
  if (format === 'ics') {
    return outcome(calendars(call, place, problem, roster, await dutiesBeside(place)), []);
  }
  const found = await findTable(null, place.dir, 'ids', ID_COLUMNS, place);
  if (!found.there) return { value: null, issues: found.issues.length > 0 ? found.issues : [idsMissing(place)] };
  if (found.value === null) return { value: null, issues: found.issues };
  const ids = readPlatformIds(found.value);
  if (ids.value === null) return { value: null, issues: ids.issues };
  const { value, issues } = exchangeFiles(format, roster, problem, ids.value);
  const files = (value ?? []).map(({ name, document }) => ({
    path: join(place.out, 'exchange', name),
    content: toJson(document),
  }));
  return outcome(files, [...ids.issues, ...issues]);
}

const idsMissing = (place: Place): Issue =>
  error(
    'ids-missing',
    { file: shownPath(join(place.dir, 'ids.csv'), place) },
    text('there is no list of what the platform calls your people and shifts.', '没有平台编号对照表。'),
    text(
      'Write ids.csv with the headings kind, code, dingtalk, wecom, feishu: one row for each person and shift, one for the group and one for the operator.',
      '请建立 ids.csv，表头：类别、代码、钉钉、企业微信、飞书；每个员工和班次一行，考勤组和操作人各一行。',
    ),
  );
