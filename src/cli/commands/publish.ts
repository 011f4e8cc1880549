/** `roster publish FILE`: a roster edited by hand becomes the published one, where it breaks nothing that must hold. */
import { resolve } from 'node:path';
import { hasErrors, type Issue, warning } from '../../base/issue.js';
import { shown } from '../../base/shown.js';
import { text } from '../../base/text.js';
import { isGrave } from '../../report/violations.js';
import { check } from '../../roster/check.js';
import { accept } from '../../roster/life/accept.js';
import { differences, leaveWithoutFact, settled } from '../../roster/life/changes.js';
import type { Accepted, Roster } from '../../roster/roster.js';
import { cellsJson, drawCells, publishChange, revised, scoreJson } from '../changed.js';
import type { Answer, Call } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { placeOfFile } from '../file-month.js';
import { whileLocked } from '../locked.js';
import { type Place, placeOf, shownPath } from '../place.js';
import { readPlanning } from '../planning.js';
import { currentRoster, readRoster } from '../rosters.js';
import { isAnswer } from '../standing.js';
import { drawViolations, violationJson } from '../violations.js';

export async function publishCommand(call: Call): Promise<Answer> {
  const usual = placeOf(call.flags, call.shell, 'next');
  if (hasErrors(usual.issues)) return failed(usual.issues);
  const path = resolve(call.shell.cwd, call.args[0]!);
  const place = await placeOfFile(call, usual.place, path);
  if (isAnswer(place)) return place;
  return whileLocked(place.out, 'roster publish', () => publishFile(call, place, path));
}

async function publishFile(call: Call, place: Place, path: string): Promise<Answer> {
  const month = { month: place.month };
  const { handbook, people, problem, issues } = await readPlanning(place, call.flags);
  if (handbook === null || problem === null) return failed(issues, month);
  const read = await readRoster(path, { handbook, month: place.month, people, unknownCodes: 'refuse' }, place);
  const current = await currentRoster(place, null, handbook, people);
  const found: readonly Issue[] = [...issues, ...read.issues, ...(current.there ? current.issues : [])];
  if (read.value === null || hasErrors(found)) return failed(found, month);
  const old = current.value;
  const merged = settled(withPast(read.value, old), problem);
  const allowed = accept(merged, problem, call.flags.accept, call.flags.because, call.flags.by);
  const doubts = leaveWithoutFact(read.value, problem).map(({ staff, name, day }) =>
    warning(
      'roster-leave-not-approved',
      { file: shownPath(path, place) },
      text(
        `${shown(staff)} ${shown(name)} ${day}: the sheet shows leave that nobody approved; it counts as a rest day.`,
        `${shown(staff)} ${shown(name)} ${day}：表中为请假，但没有已批准的记录；按休息日计。`,
      ),
      text(
        'Enter the leave in leave.csv with approved_by, or write 休.',
        '请在 leave.csv 中登记并填写批准人，或改为“休”。',
      ),
    ),
  );
  const all = [...found, ...doubts, ...allowed.issues];
  if (allowed.value === null || hasErrors(allowed.issues)) return failed(all, month);

  const roster = allowed.value;
  const judgement = check(roster, problem);
  const { violations } = judgement;
  const cells = old === null ? [] : differences(old, roster);
  const document = {
    ...month,
    score: scoreJson(judgement),
    changes: cellsJson(cells),
    violations: violations.map((violation) => violationJson(violation, call.lang)),
  };
  const name = shownPath(path, place);
  if (violations.some(isGrave)) {
    const end = text(
      `${name} breaks rules that must hold; nothing was published. What you may allow: --accept RULE:ID:DAY --because "..." --by NAME.`,
      `${name} 违反了必须遵守的规则，没有发布。可以允许的请加 --accept 规则:工号:日期 --because "原因" --by 姓名。`,
    );
    return {
      ...{ exit: EXIT.look, status: 'violations', issues: all },
      document: { ...document, revision: old?.revision ?? null, files: [] },
      print: (page) => `${drawViolations(violations, page)}${end[page.lang]}\n`,
    };
  }
  if (old !== null && cells.length === 0 && roster.accepted.length === old.accepted.length) {
    const same = text(
      `${place.month} is published as it stands in ${name}: revision ${old.revision}.`,
      `${place.month} 已按 ${name} 发布：第 ${old.revision} 版。`,
    );
    return {
      ...{ exit: EXIT.done, status: 'unchanged', issues: all },
      document: { ...document, revision: old.revision, files: [] },
      print: (page) => `${same[page.lang]}\n`,
    };
  }
  const done = {
    what: 'publish',
    askedBy: '',
    approvedBy: call.flags.by ?? '',
    because: call.flags.because ?? '',
  } as const;
  const next = revised(call, old, roster, { ...done, cells });
  const written = await publishChange(call, place, problem, next, old);
  if (hasErrors(written.issues)) return failed([...all, ...written.issues], month);
  return {
    ...{ exit: EXIT.done, status: 'published', issues: [...all, ...written.issues] },
    document: { ...document, revision: next.revision, files: written.files },
    print: (page) => {
      const end = text(
        `${place.month}: revision ${next.revision} is published, score ${judgement.score.soft}.`,
        `${place.month}：已发布第 ${next.revision} 版，得分 ${judgement.score.soft}。`,
      );
      return [
        drawCells(cells, problem, page),
        drawViolations(violations, page),
        `${end[page.lang]}\n`,
        ...written.files.map((file) => `  ${file}\n`),
      ].join('');
    },
  };
}

/** What a sheet cannot carry comes from the published roster: pins, what was allowed, leave that came up, the past. */
function withPast(read: Roster, old: Roster | null): Roster {
  const key = ({ rule, staff, day }: Accepted): string => `${rule} ${staff} ${day}`;
  const accepted = new Map([...(old?.accepted ?? []), ...read.accepted].map((one) => [key(one), one]));
  const pins = new Map([...(old?.pins ?? []), ...read.pins].map((pin) => [`${pin.staff} ${pin.day}`, pin]));
  const [leave, bound] = [read.leave ?? old?.leave, old?.bound ?? read.bound];
  return {
    ...{ month: read.month, revision: old?.revision ?? 0, rows: read.rows },
    ...{ pins: [...pins.values()], accepted: [...accepted.values()] },
    ...(leave === undefined ? {} : { leave }),
    ...(bound === undefined ? {} : { bound }),
  };
}
