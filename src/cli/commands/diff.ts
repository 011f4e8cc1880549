/** `roster diff A [B]`: which cells two rosters of a month differ in, by person, and what that did to the score. */
import { join, resolve } from 'node:path';
import { error, hasErrors, type Issue, type Outcome } from '../../base/issue.js';
import { shown } from '../../base/shown.js';
import { text } from '../../base/text.js';
import { kindOf } from '../../io/workspace.js';
import { check } from '../../roster/check.js';
import { differences, settled } from '../../roster/life/changes.js';
import { consequences } from '../../roster/life/consequences.js';
import type { Roster } from '../../roster/roster.js';
import { cellsJson, consequencesJson, drawCells, drawConsequences, lines } from '../changed.js';
import type { Answer, Call } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { placeOfFile } from '../file-month.js';
import { type Place, shownPath } from '../place.js';
import { readPlanning } from '../planning.js';
import { revisionFile } from '../publishing.js';
import { currentRoster, ROSTER_FILE, readRoster, rosterNotThere } from '../rosters.js';
import { isAnswer, livingPlace } from '../standing.js';

const isRevision = (words: string): boolean => /^\d{1,6}$/.test(words);

export async function diffCommand(call: Call): Promise<Answer> {
  const usual = await livingPlace(call, null);
  if (hasErrors(usual.issues)) return failed(usual.issues);
  const [first, second] = [call.args[0]!, call.args[1] ?? null];
  const file = [first, second].find((words) => words !== null && !isRevision(words)) ?? null;
  const place = file === null ? usual.place : await placeOfFile(call, usual.place, resolve(call.shell.cwd, file));
  if (isAnswer(place)) return place;
  const month = { month: place.month };
  const { handbook, people, problem, issues } = await readPlanning(place, call.flags);
  if (handbook === null || problem === null) return failed(issues, month);
  const context = { handbook, month: place.month, people: null, unknownCodes: 'keep' } as const;
  const current = await currentRoster(place, null, handbook, people);
  const read = async (words: string | null): Promise<Outcome<Roster>> => {
    const published = current.there ? current : { value: null, issues: [rosterNotThere(place)] };
    if (words === null || (isRevision(words) && Number(words) === current.value?.revision)) return published;
    if (!isRevision(words)) return readRoster(resolve(call.shell.cwd, words), context, place);
    const path = join(place.monthDir, revisionFile(Number(words)));
    if ((await kindOf(path)) !== 'file') return { value: null, issues: [noRevision(words, place)] };
    return readRoster(path, context, place);
  };
  // A revision is compared with what is published now; what is published now with a file.
  const [before, after] =
    second !== null
      ? [await read(first), await read(second)]
      : isRevision(first)
        ? [await read(first), await read(null)]
        : [await read(null), await read(first)];
  const all: readonly Issue[] = [...issues, ...before.issues, ...after.issues];
  if (before.value === null || after.value === null || hasErrors(all)) return failed(all, month);
  const cells = differences(before.value, after.value);
  const against = consequences(
    check(settled(before.value, problem), problem),
    check(settled(after.value, problem), problem),
  );
  const touched = new Set(cells.map(({ staff }) => staff)).size;
  return {
    exit: EXIT.done,
    status: cells.length === 0 ? 'same' : 'different',
    issues: all,
    document: {
      ...month,
      ...{ before_revision: before.value.revision, after_revision: after.value.revision },
      changes: cellsJson(cells),
      consequences: consequencesJson(against, call.lang),
    },
    print: (page) => {
      if (cells.length === 0) return lines([text('No cell differs.', '没有不同的格。')], page);
      const head = text(
        `${cells.length} cells differ, ${touched} people:`,
        `${cells.length} 格不同，涉及 ${touched} 人：`,
      );
      const end = text('By the rules and facts of today:', '按现在的规则和资料：');
      return `${lines([head], page)}${drawCells(cells, problem, page)}${lines([end], page)}${drawConsequences(against, page)}`;
    },
  };
}

const noRevision = (words: string, place: Place): Issue =>
  error(
    'revision-not-kept',
    { file: shownPath(join(place.monthDir, revisionFile(Number(words))), place) },
    text(`there is no revision ${shown(words)} of ${place.month}.`, `没有 ${place.month} 的第 ${shown(words)} 版。`),
    text(
      `Look into ${shownPath(join(place.monthDir, 'revisions'), place)}/; the newest stands in ${ROSTER_FILE}.`,
      `请查看 ${shownPath(join(place.monthDir, 'revisions'), place)}/；最新版在 ${ROSTER_FILE} 中。`,
    ),
  );
