/** `roster pattern`: a line that everybody walks one week apart, found or proved impossible. */
import { join } from 'node:path';
import { type Budget, partOf } from '../../base/budget.js';
import { error, hasErrors, type Issue, info, warning } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { toCsv } from '../../io/csv.js';
import { kindOf, readText } from '../../io/workspace.js';
import { writeFiles } from '../../io/write-files.js';
import { patternPage } from '../../report/page/pattern-page.js';
import {
  changesOf,
  codesOf,
  FIGURE_WORDS,
  OFF,
  patternCsv,
  SUITS_HEAD,
  suitsWords,
  weeksOf,
} from '../../report/pattern-words.js';
import { shortWeekday } from '../../report/words.js';
import type { PlanFacts } from '../../roster/build-problem.js';
import { type Alternative, type Alternatives, alternatives } from '../../roster/pattern/alternatives.js';
import { type PatternAsk, patternAsk } from '../../roster/pattern/from-handbook.js';
import { type Impossible, whyImpossible } from '../../roster/pattern/impossible.js';
import { type MonthFit, suits } from '../../roster/pattern/suits.js';
import { type Pattern, patternStart, startWeeks } from '../../roster/pattern/walk.js';
import type { Problem } from '../../roster/problem.js';
import type { Answer, Call, Page } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { whileLocked } from '../locked.js';
import { pageOn } from '../paper.js';
import { type Place, placeOf, resultPath, shownPath } from '../place.js';
import { readPlanning } from '../planning.js';
import { painter, type Styled, table } from '../terminal.js';

export const PATTERN_FILE = 'pattern.csv';
/** Milliseconds where no time is given: to look for lines, then to mend the months or to try what would make a line possible. */
const [LINES, AFTER] = [5_000, 4_000];
/** Part of a time that is given for what comes after the lines. */
const AFTER_SHARE = 0.4;
/** The months to come. */
const MONTHS = 24;

export async function patternCommand(call: Call): Promise<Answer> {
  const { place, issues } = placeOf(call.flags, call.shell, 'next');
  if (hasErrors(issues)) return failed(issues);
  return whileLocked(place.out, 'roster pattern', () => plan(call, place));
}

/** Time from now on; `--iterations` counts nodes of each run and has no limit in time. */
function budgetFrom({ shell, flags, interrupts }: Call, usual: number, share: number): Budget {
  const start = shell.clock();
  const { time, iterations } = flags;
  return {
    elapsed: () => shell.clock() - start,
    time: time !== null ? share * time : iterations === null ? usual : null,
    iterations,
    cancelled: interrupts.cancelled,
  };
}

const budgetForLines = (call: Call): Budget => budgetFrom(call, LINES, 1 - AFTER_SHARE);
const budgetAfter = (call: Call): Budget => budgetFrom(call, AFTER, AFTER_SHARE);

const searching = <T>(call: Call, work: () => T): Promise<T> =>
  call.interrupts.softly(
    async () => work(),
    () => call.talk(text('Ctrl-C: the search ends.', 'Ctrl-C：搜索结束。')),
  );

async function plan(call: Call, place: Place): Promise<Answer> {
  const month = { month: place.month };
  const { problem, facts, issues } = await readPlanning(place, call.flags);
  if (problem === null || facts === null) return failed(issues, month);
  const seed = call.flags.seed ?? 1;
  const found = await searching(call, () => search(call, problem, seed));
  if (found.ask.walkers.length === 0) return failed([...issues, nobodyWalks()], month);
  if (found.result.status === 'unknown') return failed([...issues, notFound()], month, EXIT.timeUp);
  if (found.result.status === 'impossible') return impossible(call, place, found.ask, seed);
  return keep(call, place, problem, facts, found.ask, found.result.lines, [...issues, ...found.issues], seed);
}

/** With the handbook's cycle; where that is proved impossible and is shorter than the department, with one week a person. */
function search(
  call: Call,
  problem: Problem,
  seed: number,
): { readonly ask: PatternAsk; readonly result: Alternatives; readonly issues: readonly Issue[] } {
  const ask = patternAsk(problem, call.flags.weeks);
  if (ask.walkers.length === 0) return { ask, result: { status: 'impossible' }, issues: [] };
  const budget = budgetForLines(call);
  const result = alternatives(ask, seed, budget);
  const whole = ask.walkers.length;
  if (result.status !== 'impossible' || call.flags.weeks !== null || ask.cycle.weeks === whole)
    return { ask, result, issues: [] };
  const longer = patternAsk(problem, whole);
  const other = alternatives(longer, seed, partOf(budget, 1));
  return other.status === 'found'
    ? { ask: longer, result: other, issues: [cycleTooShort(ask, whole)] }
    : { ask, result, issues: [] };
}

async function impossible(call: Call, place: Place, ask: PatternAsk, seed: number): Promise<Answer> {
  const why = await searching(call, () => whyImpossible(ask, seed, budgetAfter(call)));
  return {
    exit: EXIT.impossible,
    status: 'impossible',
    issues: [noPattern(ask, why)],
    document: {
      month: place.month,
      weeks: ask.cycle.weeks,
      walkers: ask.walkers.length,
      needed: why.needed,
      available: why.available,
      reasons: why.reasons.map((reason) => reason[call.lang]),
    },
    print: (page) => why.reasons.map((reason) => `  ${reason[page.lang]}\n`).join(''),
  };
}

async function keep(
  call: Call,
  place: Place,
  problem: Problem,
  facts: PlanFacts,
  ask: PatternAsk,
  lines: readonly Alternative[],
  issues: readonly Issue[],
  seed: number,
): Promise<Answer> {
  const month = { month: place.month };
  const { lang } = call;
  const choice = call.flags.choice ?? 1;
  const chosen = lines[choice - 1];
  if (chosen === undefined) return failed([...issues, noSuchChoice(choice, lines.length)], month);
  const codes = problem.shifts.map(({ code }) => code);
  const line = codesOf(chosen.line, codes);
  const isForbidden = (first: string, next: string): boolean =>
    ask.cycle.forbidden.some(([a, b]) => codes[a] === first && codes[b] === next);
  const weeks = startWeeks(line, ask.walkers, problem, isForbidden, ask.cycle.work.most);
  const pattern: Pattern = { from: patternStart(problem), line, weeks };
  const fits = await searching(call, () => suits(pattern, facts, MONTHS, { seed, budget: budgetAfter(call) }));
  const names = new Map<string, string>(problem.agents.map(({ id, person }) => [id, person.name]));
  const nameOf = (staff: string): string => names.get(staff) ?? staff;
  const path = join(place.out, PATTERN_FILE);
  const content = toCsv(patternCsv(pattern, nameOf, lang));
  if (!call.flags.force && (await differs(path, content, place)))
    return failed([...issues, alreadyThere(path, place)], month);
  call.interrupts.stopIfOver();
  const sheet = { pattern, alternatives: lines, codes, choice, fits, nameOf };
  const written = await writeFiles([
    { path, content },
    { path: join(place.out, 'pattern.html'), content: pageOn(call.paper, (one) => patternPage(sheet, problem, one)) },
  ]);
  if (written.value === null) return failed([...issues, ...written.issues], month);
  const files = written.value.map((one) => resultPath(one, place));
  return {
    exit: EXIT.done,
    status: 'found',
    issues: [...issues, ...(ask.others.length > 0 ? [notWalking(ask)] : [])],
    document: {
      ...month,
      weeks: ask.cycle.weeks,
      from: pattern.from,
      choice,
      alternatives: lines.map(({ about, line: one, figures }) => ({
        about: about[lang],
        weeks: weeksOf(codesOf(one, codes), lang).map((days) => days.join(' ')),
        figures: { ...figures },
      })),
      walkers: weeks.map((people) => [...people]),
      months: fits.map(({ month: one, restOff, changes, atLeast, isImpossible }) => ({
        month: one,
        changes,
        at_least: atLeast,
        fewest_proved: changes !== null && changes === atLeast,
        impossible: isImpossible,
        rest_off: restOff,
      })),
      files,
    },
    print: (page) =>
      [
        drawLine(pattern, nameOf, page),
        '\n',
        drawAlternatives(lines, choice, page),
        '\n',
        drawMonths(fits, ask, page),
        ...files.map((file) => `  ${file}\n`),
      ].join(''),
  };
}

async function differs(path: string, content: string, place: Place): Promise<boolean> {
  if ((await kindOf(path)) === null) return false;
  const there = await readText(path, shownPath(path, place));
  return there.value?.replace(/^\ufeff/, '') !== content.replace(/^\ufeff/, '');
}

function drawLine(pattern: Pattern, nameOf: (staff: string) => string, page: Page): string {
  const { lang } = page;
  const bold = (words: string): Styled => ({ words, paint: { bold: true } });
  const heading = [
    bold(text('week', '周')[lang]),
    ...[1, 2, 3, 4, 5, 6, 7].map((day) => bold(shortWeekday(day)[lang])),
    bold(text(`begins there on ${pattern.from}`, `${pattern.from} 起由此开始`)[lang]),
  ];
  const rows = weeksOf(pattern.line, lang).map((codes, week): Styled[] => [
    { words: String(week + 1), right: true },
    ...codes.map((words): Styled => (words === OFF[lang] ? { words, paint: { dim: true } } : { words })),
    { words: (pattern.weeks[week] ?? []).map((staff) => `${staff} ${nameOf(staff)}`).join(text(', ', '、')[lang]) },
  ]);
  return table([heading, ...rows], painter(page.colour));
}

function drawAlternatives(lines: readonly Alternative[], choice: number, page: Page): string {
  const { lang } = page;
  const heading = ['', ...lines.map((_, at) => `${at + 1}${at + 1 === choice ? '*' : ''}`)];
  const rows = FIGURE_WORDS.map(({ key, words }) => [words[lang], ...lines.map(({ figures }) => String(figures[key]))]);
  const about = lines.map((one, at) => `  ${at + 1}: ${one.about[lang]}\n`).join('');
  const cells = (row: readonly string[]): Styled[] => row.map((words, at) => ({ words, right: at > 0 }));
  return `${table([heading, ...rows].map(cells), painter(page.colour))}${about}`;
}

function drawMonths(fits: readonly MonthFit[], ask: PatternAsk, { lang }: Page): string {
  const cells = fits.map((fit) => `${fit.month} ${changesOf(fit)[lang]}`);
  const rows = [0, 1, 2, 3].map((row) => `  ${cells.slice(6 * row, 6 * row + 6).join('   ')}\n`);
  const says = suitsWords(fits, ask.walkers.length).map((words) => `${words[lang]}\n`);
  return `${SUITS_HEAD[lang]}\n${rows.join('')}${says.join('')}`;
}

const names = (ask: PatternAsk): string => ask.others.map(({ id, person }) => `${id} ${person.name}`).join(', ');

const notWalking = (ask: PatternAsk): Issue =>
  info(
    'pattern-without-some',
    null,
    text(
      `${names(ask)}: not on every shift or not there all month, so outside the pattern.`,
      `${names(ask)}：不能上所有班次或当月不全程在职，不参加循环。`,
    ),
    text('generate plans them beside it.', 'generate 会另行为其排班。'),
  );

const nobodyWalks = (): Issue =>
  error(
    'pattern-without-walkers',
    null,
    text('nobody may work every shift for the whole month.', '没有人能全月上所有班次。'),
    text('Look at the columns shifts and protected_until of the staff list.', '请检查员工名单中的可上班次和保护期。'),
  );

const notFound = (): Issue =>
  error(
    'pattern-not-found',
    null,
    text(
      'the time was up before a pattern was found, or proved impossible.',
      '时间用完，既没有找到循环，也未能证明不存在。',
    ),
    text('Give more time with --time.', '请用 --time 增加时间。'),
  );

const noPattern = ({ cycle }: PatternAsk, { reasons }: Impossible): Issue =>
  error(
    'pattern-impossible',
    null,
    text(
      `no line of ${cycle.weeks} weeks keeps the handbook's rules; this is proved.`,
      `已证明：不存在满足手册规则的 ${cycle.weeks} 周循环。`,
    ),
    reasons[0] ?? text('Change cover, rest days or the order of shifts.', '请调整人数、休息天数或连班规则。'),
  );

const cycleTooShort = ({ cycle, walkers }: PatternAsk, weeks: number): Issue =>
  warning(
    'pattern-cycle-too-short',
    null,
    text(
      `${walkers.length} people cannot keep the rules in a cycle of ${cycle.weeks} weeks (proved); this one has ${weeks}.`,
      `${walkers.length} 人按 ${cycle.weeks} 周一个循环无法满足规则（已证明），以下为 ${weeks} 周循环。`,
    ),
    text('Change cover, or set rules.rotation.cycle_weeks.', '请调整人数，或修改 rules.rotation.cycle_weeks。'),
  );

const noSuchChoice = (choice: number, count: number): Issue =>
  error(
    'pattern-choice-unknown',
    null,
    text(`there is no alternative ${choice}, only ${count}.`, `没有第 ${choice} 个方案，共 ${count} 个。`),
    text(`Write --choice 1 to ${count}.`, `请写 --choice 1 到 ${count}。`),
  );

const alreadyThere = (path: string, place: Place): Issue =>
  error(
    'pattern-already-there',
    { file: shownPath(path, place) },
    text('another pattern is kept there, perhaps edited.', '已有另一份循环表，可能手工改过。'),
    text('To replace it, run again with --force.', '要替换它，请加 --force 重新运行。'),
  );
