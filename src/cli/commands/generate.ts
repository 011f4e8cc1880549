/** `roster generate`: read, search, judge, write. */
import { join } from 'node:path';
import { error, hasErrors, type Issue, warning } from '../../base/issue.js';
import { type Text, text } from '../../base/text.js';
import { firstDay } from '../../calendar/day.js';
import type { HandbookInForce } from '../../handbook/in-force.js';
import { kindOf } from '../../io/workspace.js';
import { gridOf } from '../../report/grid.js';
import { isGrave } from '../../report/violations.js';
import type { PlanFacts } from '../../roster/build-problem.js';
import { check } from '../../roster/check.js';
import { type Explained, explain } from '../../roster/conflict/explain.js';
import type { Stretch } from '../../roster/conflict/stretch.js';
import { type Generated, generate } from '../../roster/generate.js';
import { generatePatiently } from '../../roster/generate-patiently.js';
import { keepPattern, type PatternKept } from '../../roster/pattern/keep.js';
import type { Problem } from '../../roster/problem.js';
import type { Roster, Score } from '../../roster/roster.js';
import type { Model } from '../../roster/solve/model.js';
import type { Progress, SolveOptions } from '../../roster/solve/solve.js';
import { solveBeside } from '../../roster/solve/threads.js';
import { budgetOf, isUnlimited } from '../budget.js';
import { cellsJson, drawCells } from '../changed.js';
import type { Answer, Call, Json, Page } from '../command.js';
import { conflictJson, drawConflict, explanationBudget } from '../conflicts.js';
import { editedSheets } from '../edited-sheets.js';
import { EXIT, type ExitCode } from '../exit.js';
import { failed } from '../failed.js';
import { noWorkspace } from '../folders.js';
import { drawGrid } from '../grid.js';
import { whileLocked } from '../locked.js';
import { type Place, placeOf, shownPath, today } from '../place.js';
import { type Planning, readPlanning } from '../planning.js';
import { inputsPrint, publish } from '../publishing.js';
import { currentRoster, ROSTER_FILE } from '../rosters.js';
import { allTeams } from '../teams/all.js';
import { changedInputs } from '../teams/up-to-date.js';
import { drawViolations, violationJson } from '../violations.js';

const EXITS: Readonly<Record<Generated['status'], ExitCode>> = {
  optimal: EXIT.done,
  feasible: EXIT.done,
  gaps: EXIT.look,
  infeasible: EXIT.impossible,
  unknown: EXIT.timeUp,
};

export async function generateCommand(call: Call): Promise<Answer> {
  if (call.flags.all) return allTeams(call, { program: 'roster', command: 'generate', fallback: 'next' });
  const { place, issues } = placeOf(call.flags, call.shell, 'next');
  if (hasErrors(issues)) return failed(issues);
  if ((await kindOf(place.dir)) !== 'folder') return failed([noWorkspace(place, call)], { month: place.month });
  return whileLocked(place.out, 'roster generate', () => plan(call, place));
}

const published = (place: Place, path: string): Issue =>
  error(
    'roster-published',
    { file: shownPath(path, place) },
    text(`the roster of ${place.month} is already published.`, `${place.month} 的排班表已经发布。`),
    text(
      'To replace it, run again with --force; to publish an edited sheet: roster publish FILE; to change as little as may be: roster replan.',
      '要替换它请加 --force 重新运行；发布改过的表格请用 roster publish 文件；只作少量调整请用 roster replan。',
    ),
  );

async function plan(call: Call, place: Place): Promise<Answer> {
  const path = join(place.out, ROSTER_FILE);
  const isThere = (await kindOf(path)) !== null;
  const { force, ifChanged } = call.flags;
  if (isThere && !force && !ifChanged) return failed([published(place, path)], { month: place.month });
  const first = await readPlanning(place, call.flags);
  if (first.problem === null || first.handbook === null) return failed(first.issues, { month: place.month });
  // With --force: the revision rises, pinned cells stay. A file nobody can read is simply replaced.
  const known = isThere ? await currentRoster(place, path, first.handbook, null) : null;
  const old = known?.value ?? null;
  if (known !== null && !force) {
    if (old === null) return failed([...first.issues, ...known.issues], { month: place.month });
    const done = await standing(call, place, old, first, path);
    if (done !== null) return done;
  }
  const pinned = old !== null && old.pins.length > 0;
  const { problem, facts, issues } = pinned ? await readPlanning(place, call.flags, old) : first;
  if (problem === null || facts === null) return failed(issues, { month: place.month });
  return search(call, place, problem, facts, old, issues);
}

/**
 * `--if-changed`: the answer where the published roster stays. Null: it is only what an earlier run generated, its inputs
 * have changed and its month has not begun, so it is made anew.
 */
async function standing(
  call: Call,
  place: Place,
  old: Roster,
  { problem, handbook, issues }: Planning,
  path: string,
): Promise<Answer | null> {
  if (problem === null || handbook === null) return failed(issues, { month: place.month });
  const changed = await changedInputs(place, path);
  const same = changed !== null && changed.length === 0;
  if (!same && !(await isInUse(call, place, old, handbook))) return null;
  const { violations, score } = check(old, problem);
  const broken = violations.some(isGrave);
  return {
    exit: same && !broken ? EXIT.done : EXIT.look,
    status: same ? 'unchanged' : 'outdated',
    issues: same ? issues : [...issues, inputsChanged(place, path, changed)],
    document: {
      ...{ month: place.month, revision: old.revision, score: { hard: score.hard, soft: score.soft } },
      ...{ changed: changed ?? [], files: [] },
    },
    print: (page) =>
      same
        ? `${text(`${place.month}: done before, nothing has changed since.`, `${place.month}：此前已完成，输入未变。`)[page.lang]}\n`
        : '',
  };
}

/** Has somebody worked with it, or has its month begun? Then only a person may replace it. */
async function isInUse(call: Call, place: Place, roster: Roster, handbook: HandbookInForce): Promise<boolean> {
  const touched = [roster.revisions ?? [], roster.leave ?? [], roster.pins, roster.accepted].some(
    (each) => each.length,
  );
  if (touched || firstDay(place.month) <= today(call.shell)) return true;
  return (await editedSheets({ ...place, monthDir: place.out }, roster, handbook)).length > 0;
}

const inputsChanged = (place: Place, path: string, changed: readonly string[] | null): Issue => {
  const what =
    changed === null
      ? text('it does not say what it was made from', '文件没有注明排班依据')
      : text(
          `these inputs have changed since it was made: ${changed.join(', ')}`,
          `班表排出后这些输入有变动：${changed.join('、')}`,
        );
  return warning(
    'roster-inputs-changed',
    { file: shownPath(path, place) },
    text(`${what.en}. It is in use and was left as it is.`, `${what.zh}。班表已在使用，未作改动。`),
    text(
      'To change as little as may be: roster replan --from DAY; to make it anew: roster generate --force.',
      '只作少量调整请用 roster replan --from 日期；重新排班请用 roster generate --force。',
    ),
  );
};

async function search(
  call: Call,
  place: Place,
  problem: Problem,
  facts: PlanFacts,
  old: Roster | null,
  issues: readonly Issue[],
): Promise<Answer> {
  const seed = call.flags.seed ?? 1;
  const budget = budgetOf(call);
  const options = {
    ...(call.flags.jobs === 1 ? {} : { solveWith: (model: Model, asked: SolveOptions) => solveBeside(model, asked) }),
    seed,
    budget,
    allowGaps: call.flags.allowGaps,
    onProgress: (now: Progress): void => {
      budget.saw(now.best?.hard === 0);
      call.progress(progressText(now));
    },
  };
  const price = call.flags.price ?? CELL;
  let kept: PatternKept | null = null;
  let stretch: Stretch | null = null;
  const searched = await call.interrupts.softly(
    async () => {
      if (problem.keepTo.length === 0 && isUnlimited(call)) {
        const patient = generatePatiently(problem, facts, options);
        stretch = patient.clash;
        return patient.found;
      }
      if (problem.keepTo.length === 0) return generate(problem, options);
      kept = keepPattern(problem, { ...options, price, enough: isUnlimited(call) ? COUNT : null });
      return byOwnRules(kept);
    },
    () => call.talk(text('Ctrl-C: the search ends; once more ends the run.', 'Ctrl-C：搜索结束；再按一次则退出。')),
  );
  call.progress(null);
  const found = await explained(call, problem, facts, searched, { seed, stretch, spent: budget.elapsed() });
  const seconds = Math.round(budget.elapsed() / 100) / 10;
  const exit = EXITS[found.status];
  const bound = kept === null ? found.bound : null;
  const roster = found.roster === null ? null : await withPast(place, found.roster, bound, old);
  const publishes = roster !== null && (exit === EXIT.done || exit === EXIT.look);
  call.interrupts.stopIfOver();
  const written = publishes
    ? await publish(call, place, { problem: { ...problem, keepTo: [] }, roster, judgement: found, bound }, old)
    : { files: [], issues: [] };
  const all = [...issues, ...found.issues, ...written.issues];
  if (hasErrors(written.issues)) return failed(all, { month: place.month });
  return {
    exit,
    status: found.status,
    issues: all,
    document: {
      month: place.month,
      score: { hard: found.score.hard, soft: found.score.soft },
      bound: { hard: found.bound.hard, soft: found.bound.soft },
      gap: found.gap,
      seconds,
      seed,
      iterations: found.iterations,
      violations: found.violations.map((violation) => violationJson(violation, call.lang)),
      gaps: found.gaps.map((gap) => ({ ...gap })),
      conflict: found.conflict === null ? null : conflictJson(found.conflict, call.lang),
      ...(kept === null ? {} : { pattern: patternJson(kept) }),
      files: written.files,
    },
    print: (page) => draw(page, place, problem, roster, found, kept, written.files, seconds),
  };
}

/** Points that leaving the pattern at one cell must be worth, and milliseconds for counting the least changes. */
const [CELL, COUNT] = [100, 2_000];

/** Scored as `check` will: the pattern's price stands in no file. What is proved at these prices is no bound without them. */
function byOwnRules({ found, judgement }: PatternKept): Generated {
  const { score, violations } = judgement;
  if (found.status === 'infeasible' || found.status === 'unknown') return found;
  const bound = { hard: found.bound.hard, soft: 0 };
  const status = found.status === 'optimal' ? 'feasible' : found.status;
  return { ...found, status, score, violations, bound, gap: null };
}

/** Where there is no roster: why, and what would make one possible. What was only not found may turn out impossible. */
async function explained(
  call: Call,
  problem: Problem,
  facts: PlanFacts,
  found: Generated,
  { seed, stretch, spent }: { readonly seed: number; readonly stretch: Stretch | null; readonly spent: number },
): Promise<Explained> {
  if (found.conflict === null) return found;
  call.progress(text('looking for the reasons and for ways out ...', '正在查找原因和可行的办法……'));
  const why = await call.interrupts.softly(
    async () => explain(facts, problem, found, { seed, stretch, budget: explanationBudget(call, spent) }),
    () => call.talk(text('Ctrl-C: once more ends the run.', 'Ctrl-C：再按一次则退出。')),
  );
  call.progress(null);
  return why;
}

/** The revision rises; pins and leave that came up stay; the bound is kept with the inputs it holds for. */
async function withPast(place: Place, found: Roster, bound: Score | null, old: Roster | null): Promise<Roster> {
  return {
    ...found,
    revision: (old?.revision ?? 0) + 1,
    pins: old?.pins ?? found.pins,
    ...(old?.leave === undefined ? {} : { leave: old.leave }),
    ...(bound === null ? {} : { bound: { hard: bound.hard, soft: bound.soft, inputs: await inputsPrint(place) } }),
  };
}

function progressText({ best, bound, iterations }: Progress): Text {
  if (best === null) return text('looking for a first roster ...', '正在寻找第一个方案……');
  const broken = best.hard > 0;
  const gap = Math.round((100 * Math.max(0, best.soft - bound.soft)) / Math.max(1, best.soft));
  return text(
    `score ${broken ? `${best.hard} broken, ` : ''}${best.soft}, at least ${bound.soft} (gap ${gap}%), ${iterations} steps   Ctrl-C: enough`,
    `得分 ${broken ? `违规 ${best.hard}，` : ''}${best.soft}，下限 ${bound.soft}（差距 ${gap}%），${iterations} 步   Ctrl-C：够了`,
  );
}

const patternJson = ({ cells, changed, atLeast }: PatternKept): Json => ({
  ...{ cells, changed: cellsJson(changed), at_least: atLeast },
  fewest_proved: atLeast === changed.length,
});

function drawKept({ cells, changed, atLeast }: PatternKept, problem: Problem, page: Page): string {
  const count = changed.length;
  const proof =
    count === 0 || atLeast === null || atLeast === 0
      ? text('', '')
      : atLeast === count
        ? text(' (fewer is impossible, proved)', '（已证明不能再少）')
        : text(` (at least ${atLeast}, proved)`, `（已证明至少 ${atLeast} 格）`);
  const head =
    count === 0
      ? text(`The pattern is kept in all ${cells} cells.`, `${cells} 格全部按循环表。`)
      : text(
          `The pattern is kept in ${cells - count} of ${cells} cells; ${count} ${count === 1 ? 'differs' : 'differ'}${proof.en}:`,
          `${cells} 格中有 ${cells - count} 格按循环表，${count} 格有改动${proof.zh}：`,
        );
  return `${head[page.lang]}\n${drawCells(changed, problem, page)}`;
}

const STATUS: Readonly<Record<Generated['status'], Text>> = {
  optimal: text('the best there is (proved)', '已证明为最优'),
  feasible: text('no rule that must hold is broken', '未违反任何硬性规则'),
  gaps: text('shifts are open', '有空缺班次'),
  infeasible: text('no roster exists', '不存在可行的班表'),
  unknown: text('no roster found in time', '限定时间内未找到班表'),
};

function draw(
  page: Page,
  place: Place,
  problem: Problem,
  roster: Roster | null,
  found: Generated,
  kept: PatternKept | null,
  files: readonly string[],
  seconds: number,
): string {
  const { lang } = page;
  const why = found.conflict === null ? '' : drawConflict(found.conflict, page);
  if (roster === null || files.length === 0) return why;
  const gap = found.gap === null ? '' : text(`, at least ${found.bound.soft}`, `，下限 ${found.bound.soft}`)[lang];
  const end = text(
    `${place.month}: ${STATUS[found.status].en}. Score ${found.score.soft}${gap}, ${seconds} s.`,
    `${place.month}：${STATUS[found.status].zh}。得分 ${found.score.soft}${gap}，用时 ${seconds} 秒。`,
  );
  const open = found.gaps
    .map(
      (one) =>
        text(
          `  ${one.day} ${one.shift}: ${one.missing} missing\n`,
          `  ${one.day} ${one.shift}：缺 ${one.missing} 人\n`,
        )[lang],
    )
    .join('');
  return [
    drawGrid(gridOf(roster, problem, found.violations), page),
    '\n',
    drawViolations(found.violations, page),
    open,
    kept === null ? '' : drawKept(kept, problem, page),
    `${end[lang]}\n`,
    ...files.map((file) => `  ${file}\n`),
  ].join('');
}
