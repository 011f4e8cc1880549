/** Ways out that leave shifts open, or break a rule as seldom as can be. */
import { joinTexts, type Text, text } from '../../base/text.js';
import type { RuleId, Rules } from '../../handbook/schema/rules.js';
import { check } from '../check.js';
import { isGap, openShifts } from '../gaps.js';
import { type Generated, generate } from '../generate.js';
import { shortDay } from '../judge/finding.js';
import type { Problem } from '../problem.js';
import type { Violation } from '../violation.js';
import { type Change, withRules } from './facts.js';
import { hardProblem } from './hard-problem.js';
import { nearest } from './possible.js';
import { spell, who } from './say-parts.js';
import type { Exception, WayOut } from './way-out.js';
import type { Trial, WaysInput } from './ways.js';

/** Above any sum of other soft costs that a single exception could save. */
const DEAR = 20_000;
/** Where an exception is counted in minutes. */
const DEAR_MINUTE = 100;
const NAMED = 6;
/** Milliseconds for the fewest open places, and again for the best roster with them. */
const FEWEST = 2000;

/** The best roster with open shifts: `--allow-gaps` makes it. */
export function byOpenShifts({ facts, problem, found, seed, purse }: WaysInput): WayOut[] {
  const isOpenOnly = (violations: readonly Violation[]): boolean =>
    violations.every((one) => one.level === 'soft' || isGap(one));
  const search = (): Generated => {
    const hard = hardProblem(facts);
    const fewest = hard === null ? null : nearest(hard, seed, purse.question(0.4, FEWEST));
    const start = fewest ?? found.roster;
    const options = { seed, budget: purse.slice(0.8, FEWEST), allowGaps: true };
    return generate(problem, start === null ? options : { ...options, start });
  };
  const again = purse.isSpent() ? found : search();
  // With little time left the search before may have found fewer.
  const made = found.roster !== null && found.score.hard < again.score.hard ? found : again;
  if (made.roster === null || !isOpenOnly(made.violations)) return [];
  const gaps = openShifts(problem, made.roster);
  const size = gaps.reduce((sum, { missing }) => sum + missing, 0);
  if (size === 0) return [];
  const names = gaps.map((gap) => {
    const shift = problem.shifts.find(({ code }) => code === gap.shift)!.name;
    const day = shortDay(gap.day);
    return gap.missing === 1
      ? text(`${shift.en} ${day}`, `${day} ${shift.zh}`)
      : text(`${shift.en} ${day} (${gap.missing})`, `${day} ${shift.zh}（${gap.missing} 人）`);
  });
  const list = someOf(names);
  const head =
    size === 1 ? text('Leave one place open', '空一个班') : text(`Leave ${size} places open`, `空 ${size} 个班`);
  const message = text(`${head.en} (--allow-gaps): ${list.en}.`, `${head.zh}（--allow-gaps）：${list.zh}。`);
  return [{ change: { kind: 'open-shifts', gaps }, message, size, score: made.score }];
}

/** Each rule of a clash broken as seldom as can be; where none alone will do, all of them. */
export function byExceptions(input: WaysInput, trial: Trial): WayOut[] {
  const rules = [
    ...new Set(input.clashes.flatMap(({ parts }) => parts.flatMap(({ rule }) => (canGive(rule) ? [rule] : [])))),
  ];
  const singles = rules.flatMap((rule) => exceptionsTo([rule], input, trial));
  return singles.length > 0 || rules.length < 2 ? singles : exceptionsTo(rules, input, trial);
}

/** Cover has its own way; leave, own shifts and what the law protects are no supervisor's to break. */
const KEPT: ReadonlySet<RuleId> = new Set<RuleId>([
  ...(['cover', 'hand-over', 'leave', 'allowed-shifts', 'protected', 'one-shift'] as const),
]);

const canGive = (rule: RuleId | null): rule is RuleId => rule !== null && !KEPT.has(rule);

function exceptionsTo(rules: readonly RuleId[], input: WaysInput, trial: Trial): WayOut[] {
  const { problem, facts, seed, purse } = input;
  const give = softened(rules);
  const hard = hardProblem(facts);
  if (hard === null || purse.isSpent()) return [];
  // First as few as can be, wishes and fairness aside.
  const lenient = { ...hard, handbook: give({ ...facts, handbook: hard.handbook }).handbook };
  const fewest = nearest(lenient, seed, purse.question(0.3, FEWEST));
  const tried = fewest === null ? null : trial.better(give, fewest);
  if (tried === null) return [];
  // Judged by the rules as they stand: what is broken there are the exceptions.
  const { violations, score } = check(tried.roster, problem);
  const broken = violations.filter(({ level }) => level === 'hard');
  if (broken.length === 0 || broken.some(({ rule }) => !rules.includes(rule))) return [];
  const exceptions = broken.map(({ rule, staff, days, offBy }): Exception => ({ rule, staff, days, offBy }));
  const size = broken.reduce((sum, { unit, offBy }) => sum + (unit === 'minutes' || unit === 'points' ? 1 : offBy), 0);
  const list = someOf(sayExceptions(problem, broken));
  const message = text(`Allow what is not allowed: ${list.en}.`, `破例：${list.zh}。`);
  return [{ change: { kind: 'exceptions', rules, exceptions }, message, size, score }];
}

/** The rules soft, and dear. */
const softened = (ids: readonly RuleId[]): Change =>
  withRules((rules) => {
    const soft = { level: 'soft', weight: DEAR } as const;
    const changed: Record<string, unknown> = {};
    for (const id of ids) {
      const rule = rules[id];
      if (id === 'weekly-rest') {
        const give = <T extends { level: string }>(one: T): T => (one.level === 'hard' ? { ...one, ...soft } : one);
        const { week, seven_days, month } = rules[id];
        changed[id] = { ...rule, week: give(week), seven_days: give(seven_days), month: give(month) };
      } else if (id === 'max-run') {
        // Its soft weight is for the length that is wanted: that is raised to what is allowed.
        const { most } = rules[id];
        changed[id] = { ...rule, level: 'soft', wanted: most, wanted_weight: DEAR / 2 };
      } else {
        changed[id] = { ...rule, ...soft, ...(id === 'rest-between' ? { weight: DEAR_MINUTE } : {}) };
      }
    }
    return changed as Partial<Rules>;
  });

/** Who, what is broken and when, without the clause: it stands in the clash. One a person and kind of violation. */
function sayExceptions(problem: Problem, broken: readonly Violation[]): Text[] {
  const groups = new Map<string, { readonly who: string; readonly what: Text; readonly when: string[] }>();
  for (const { rule, staff, days, needed, found, unit } of broken) {
    const names = staff.map((id) => problem.agents.find((agent) => agent.id === id)!).map(({ person }) => who(person));
    const what = SAID[rule]?.(found, needed) ?? otherwise(rule, found, needed, unit);
    const group = groups.get(`${names} ${what.en}`) ?? { who: names.join(' '), what, when: [] };
    if (days.length > 0) group.when.push(spell(days[0]!, days.at(-1)!));
    groups.set(`${names} ${what.en}`, group);
  }
  return [...groups.values()].map((group) => {
    const named = fewOf([...new Set(group.when)]);
    const when = named.length > 0 ? ` (${named.join(', ')})` : '';
    const days = named.length > 0 ? `（${named.join('、')}）` : '';
    return text(`${group.who} ${group.what.en}${when}`.trim(), `${group.who} ${group.what.zh}${days}`.trim());
  });
}

/** Up to four days, else the first three and the last. */
const fewOf = (days: readonly string[]): readonly string[] =>
  days.length > 4 ? [...days.slice(0, 3), '…', days.at(-1)!] : days;

type Says = (found: number, needed: number) => Text;

const SAID: Partial<Record<RuleId, Says>> = {
  'rest-days': (found, needed) =>
    text(`rests ${found} days instead of ${needed}`, `休息 ${found} 天（应为 ${needed} 天）`),
  'weekly-rest': () => text('has no day off', '整周不休息'),
  'max-run': (found) => text(`works ${found} days in a row`, `连上 ${found} 天`),
  'late-run': (found) => text(`works ${found} late shifts in a row`, `连上 ${found} 个晚班`),
  succession: () => text('works an early shift after a late one', '晚班后接早班'),
  skills: (found, needed) =>
    text(`${found} instead of ${needed} with the skill`, `有技能的 ${found} 人（应为 ${needed} 人）`),
  'rest-between': (found) => text(`has ${found} minutes between two shifts`, `两班只隔 ${found} 分钟`),
};

const otherwise = (rule: RuleId, found: number, needed: number, unit: string): Text =>
  text(`${rule}: ${found} instead of ${needed} (${unit})`, `${rule}：${found}（应为 ${needed}）`);

/** The first few of a list, and how many more. */
function someOf(names: readonly Text[]): Text {
  const list = joinTexts(names.slice(0, NAMED), text(', ', '、'));
  const more = names.length - NAMED;
  return more > 0 ? text(`${list.en} and ${more} more`, `${list.zh} 等，另有 ${more} 处`) : list;
}
