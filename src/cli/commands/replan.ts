/** `roster replan --from DAY`: the rest of the month anew, with as few changes as may be. */
import { error, hasErrors, type Issue } from '../../base/issue.js';
import { shown } from '../../base/shown.js';
import { type Text, text } from '../../base/text.js';
import { addDays, type Day, firstDay, monthOf } from '../../calendar/day.js';
import { consequences } from '../../roster/life/consequences.js';
import { type Replan, type ReplanStatus, replan } from '../../roster/life/replan.js';
import { budgetOf, isUnlimited } from '../budget.js';
import {
  cellsJson,
  consequencesJson,
  drawCells,
  drawConsequences,
  lines,
  publishChange,
  revised,
  scoreJson,
} from '../changed.js';
import type { Answer, Call, Json, Page } from '../command.js';
import { EXIT, type ExitCode } from '../exit.js';
import { failed } from '../failed.js';
import { whileLocked } from '../locked.js';
import { type Place, today } from '../place.js';
import { isAnswer, placeForDays, readStanding, type Standing } from '../standing.js';
import { violationJson } from '../violations.js';

/** Milliseconds where nothing is said: in all, and for the count of changes and the whole once nothing hard is broken. */
const [LONGEST, ENOUGH] = [8_000, { count: 2_000, all: 3_500 }];
/** A changed cell must be worth so many points. */
const USUAL_PRICE = 100;

/** Violations of the past that are written out. */
const SHOWN = 6;

const EXITS: Readonly<Record<ReplanStatus, ExitCode>> = {
  kept: EXIT.done,
  gaps: EXIT.look,
  impossible: EXIT.impossible,
  unknown: EXIT.timeUp,
};

export async function replanCommand(call: Call): Promise<Answer> {
  const found = await placeForDays(call, call.flags.from === null ? [] : [call.flags.from]);
  if (isAnswer(found)) return found;
  return whileLocked(found.place.out, 'roster replan', async () => {
    const standing = await readStanding(call, found.place);
    return isAnswer(standing) ? standing : plan(call, standing, found.days[0] ?? firstOpen(call, found.place));
  });
}

/** Tomorrow, or the month's first day where that is later. */
function firstOpen(call: Call, { month }: Place): Day {
  const tomorrow = addDays(today(call.shell), 1);
  return monthOf(tomorrow) < month ? firstDay(month) : tomorrow;
}

async function plan(call: Call, standing: Standing, from: Day): Promise<Answer> {
  const { place, problem, roster, judgement, issues } = standing;
  const month = { month: place.month };
  if (monthOf(from) > place.month) return failed([...issues, monthIsOver(place)], month);
  const { flags, lang } = call;
  const budget = budgetOf(call, LONGEST);
  const found = await call.interrupts.softly(
    async () =>
      replan(standing.published, problem, {
        ...{ from, budget, seed: flags.seed ?? 1, price: flags.price ?? USUAL_PRICE, allowGaps: flags.allowGaps },
        enough: isUnlimited(call) ? ENOUGH : null,
        onProgress: (words) => call.progress(words),
      }),
    () => call.talk(text('Ctrl-C: the search ends; once more ends the run.', 'Ctrl-C：搜索结束；再按一次则退出。')),
  );
  call.progress(null);
  call.interrupts.stopIfOver();
  const against = consequences(judgement, found.judgement);
  const exit = EXITS[found.status];
  const isDone = exit === EXIT.done || exit === EXIT.look;
  const isSame = found.changed.length === 0 && found.fallen.length === 0;
  const cells = [...found.fallen, ...found.changed];
  const done = { what: 'replan', askedBy: flags.askedBy ?? '', approvedBy: flags.by ?? '' } as const;
  const next = revised(call, standing.published, found.roster, { ...done, because: flags.because ?? '', cells });
  const written =
    isDone && !isSame ? await publishChange(call, place, problem, next, standing.published) : { files: [], issues: [] };
  const all: readonly Issue[] = [...issues, ...(isDone ? [] : [notKept(place, from, found.status)]), ...written.issues];
  if (hasErrors(written.issues)) return failed(all, month);
  const { violations } = found.judgement;
  return {
    exit,
    status: isDone && isSame ? 'unchanged' : found.status === 'kept' ? 'replanned' : found.status,
    issues: all,
    document: {
      ...{ ...month, from, revision: written.files.length > 0 ? next.revision : roster.revision },
      score: scoreJson(found.judgement),
      changed: cellsJson(found.changed),
      fallen: cellsJson(found.fallen),
      at_least: found.atLeast,
      fewest_proved: found.isFewest,
      best_proved: found.isBest,
      consequences: consequencesJson(against, lang),
      violations: violations.map((violation) => violationJson(violation, lang)),
      gaps: found.gaps.map((gap): Json => ({ ...gap })),
      conflict:
        isDone || found.conflict === null
          ? null
          : found.conflict.reasons.map(({ rules, message }): Json => ({ rules, message: message[lang] })),
      iterations: found.iterations,
      files: written.files,
    },
    print: (page) => draw(found, standing, against, next.revision, written.files, page),
  };
}

function draw(
  found: Replan,
  { problem, roster }: Standing,
  against: ReturnType<typeof consequences>,
  revision: number,
  files: readonly string[],
  page: Page,
): string {
  const section = (title: Text, body: string): string => (body === '' ? '' : `${lines([title], page)}${body}`);
  if (found.status === 'impossible' || found.status === 'unknown') {
    const reasons = (found.conflict?.reasons ?? []).map(({ message }) => message);
    return section(text('What is in the way:', '冲突之处：'), lines(reasons, page, '  '));
  }
  const [few, people] = [found.changed.length, new Set(found.changed.map(({ staff }) => staff)).size];
  const counted =
    few === 0
      ? text('No cell has to change.', '不需要改动。')
      : text(
          `${few === 1 ? '1 cell changes' : `${few} cells change`}, ${people === 1 ? '1 person' : `${people} people`}:`,
          `改动 ${few} 格，涉及 ${people} 人：`,
        );
  const end =
    files.length === 0
      ? text(`Nothing was written; revision ${roster.revision} stands.`, `没有写入，第 ${roster.revision} 版仍然有效。`)
      : text(
          `Revision ${revision} is published; the one before is kept as ${keptFile(files)}.`,
          `已发布第 ${revision} 版，上一版保存为 ${keptFile(files)}。`,
        );
  return [
    section(text('Shifts that fall away:', '因请假或离职空出的班：'), drawCells(found.fallen, problem, page)),
    section(counted, drawCells(found.changed, problem, page)),
    few === 0 || found.atLeast === null ? '' : lines([proof(found, found.atLeast)], page),
    section(text('Open shifts:', '空缺班次：'), found.status === 'gaps' ? gapLines(found, page) : ''),
    section(text('What it does:', '影响：'), drawConsequences(against, page)),
    section(
      text('Broken before, and past mending:', '此前已违反，无法再弥补：'),
      lines(
        [...found.past.slice(0, SHOWN).map(({ message }) => message), ...moreThan(found.past.length - SHOWN)],
        page,
        '  ',
      ),
    ),
    lines([end], page),
    ...files.map((file) => `  ${shown(file)}\n`),
  ].join('');
}

const keptFile = (files: readonly string[]): string => files.find((file) => /revisions/.test(file)) ?? '';

const gapLines = ({ gaps }: Replan, page: Page): string =>
  lines(
    gaps.map(({ day, shift, missing }) =>
      text(`${day} ${shift}: ${missing} missing`, `${day} ${shift}：缺 ${missing} 人`),
    ),
    page,
    '  ',
  );

/** What is proved of the number of changes. */
function proof({ changed, isFewest, isBest }: Replan, atLeast: number): Text {
  if (isFewest)
    return text('Fewer changes cannot keep what must hold (proved).', '已证明：再少改动就无法遵守硬性规则。');
  const best = isBest
    ? text('no roster is better at these prices (proved)', '按此代价已证明为最优')
    : text('not proved to be the best', '未证明为最优');
  const more = changed.length - atLeast;
  const must = atLeast === 1 ? '1 cell' : `${atLeast} cells`;
  return text(
    `To keep what must hold at least ${must} must change (proved), here ${more} more; ${best.en}.`,
    `遵守硬性规则至少要改 ${atLeast} 格（已证明），这里多改 ${more} 格；${best.zh}。`,
  );
}

const monthIsOver = ({ month }: Place): Issue =>
  error(
    'replan-month-over',
    null,
    text(`${month} has no day left to plan.`, `${month} 已没有可重排的日期。`),
    text('Name the first day that may change with --from.', '请用 --from 写明可以改动的第一天。'),
  );

const notKept = ({ month }: Place, from: Day, status: ReplanStatus): Issue =>
  status === 'impossible'
    ? error(
        'replan-impossible',
        null,
        text(
          `${month} from ${from}: what must hold cannot be kept any more; this is proved. Nothing was written.`,
          `${month} 自 ${from} 起：已证明无法再遵守全部硬性规则。没有写入。`,
        ),
        text(
          'Let shifts stay open with --allow-gaps, take out a pin, or change what is in the way.',
          '可加 --allow-gaps 允许空班、取消固定，或调整冲突之处。',
        ),
      )
    : error(
        'replan-not-found',
        null,
        text(
          `${month} from ${from}: nothing that keeps what must hold was found in time. Nothing was written.`,
          `${month} 自 ${from} 起：限定时间内没有找到遵守硬性规则的办法。没有写入。`,
        ),
        text('Give more time with --time, or --allow-gaps.', '请用 --time 增加时间，或加 --allow-gaps。'),
      );

const moreThan = (left: number): Text[] => (left > 0 ? [text(`and ${left} more`, `另有 ${left} 处`)] : []);
