/** The hard rules as parts of a clash, each with its figure and its clause. */
import { shown } from '../../base/shown.js';
import { joinTexts, same, type Text, text } from '../../base/text.js';
import { showClock } from '../../calendar/clock.js';
import type { RuleId, Rules } from '../../handbook/schema/rules.js';
import type { PlanFacts } from '../build-problem.js';
import { RULES } from '../rules/index.js';
import { withRules } from './facts.js';
import type { Part } from './parts.js';

/** Cover has parts of its own; one shift a day is the roster's form. */
const LEFT_OUT: ReadonlySet<string> = new Set<RuleId>(['cover', 'one-shift', 'weekly-rest']);

/** Rules that say when people rest stand last: they say most. */
const LAST: readonly string[] = ['max-run', 'rest-days', 'weekly-rest'];

export function ruleParts({ handbook }: PlanFacts): Part[] {
  const { rules } = handbook.values;
  const ids = Object.keys(rules).filter((id) => !LEFT_OUT.has(id)) as Exclude<RuleId, 'weekly-rest'>[];
  const plain = ids
    .filter((id) => rules[id].level === 'hard' && !(id === 'hand-over' && rules[id].changes.length === 0))
    .map((id): Part => {
      const { clause, source } = handbook.origin(`rules.${id}${MAIN[id] ?? ''}`);
      const without = withRules((now) => ({ [id]: { ...now[id], level: 'off' } }));
      return { rule: id, clause, source, fact: null, says: sentence(id, rules), without };
    });
  const weekly = (['month', 'seven_days', 'week'] as const)
    .filter((span) => rules['weekly-rest'][span].level === 'hard')
    .map((span): Part => {
      const { clause, source } = handbook.origin(`rules.weekly-rest.${span}`);
      const without = withRules(({ 'weekly-rest': now }) => ({
        'weekly-rest': { ...now, [span]: { ...now[span], level: 'off' as const } },
      }));
      return { rule: 'weekly-rest', clause, source, fact: null, says: WEEKLY[span], without };
    });
  const rank = ({ rule }: Part): number => LAST.indexOf(rule ?? '');
  return [...plain, ...weekly].sort((a, b) => rank(a) - rank(b));
}

/** Where a rule's main figure stands. */
const MAIN: Partial<Record<RuleId, string>> = {
  'max-run': '.most',
  'rest-days': '.days',
  'late-run': '.most',
  succession: '.forbidden',
  'rest-between': '.hours',
};

const WEEKLY = {
  week: text('a day off in every calendar week', '每个自然周休息一天'),
  seven_days: text('a day off in any seven days', '任意连续七天内休息一天'),
  month: text('a day off in the month', '当月至少休息一天'),
} as const;

function sentence(id: Exclude<RuleId, 'weekly-rest'>, rules: Rules): Text {
  if (id === 'max-run') {
    const { most } = rules[id];
    return text(`at most ${most} days in a row`, `最多连上 ${most} 天`);
  }
  if (id === 'late-run') {
    const { most } = rules[id];
    return text(`at most ${most} late shifts in a row`, `最多连上 ${most} 个晚班`);
  }
  if (id === 'rest-between') {
    const { hours } = rules[id];
    return text(`at least ${hours} hours between two shifts`, `两班之间至少间隔 ${hours} 小时`);
  }
  if (id === 'rest-days') {
    const { days, mode } = rules[id];
    const how = mode === 'at-least' ? text('at least ', '至少 ') : text('exactly ', '');
    return days === 'weeks'
      ? text(`${how.en}one rest day for each Sunday of the month`, `休息日${how.zh}与当月周日数相同`)
      : text(`${how.en}${days} rest days in the month`, `每月${how.zh}休息 ${days} 天`);
  }
  if (id === 'succession') {
    const pairs = rules[id].forbidden.map(({ after, next }) => [named(after), named(next)] as const);
    return text(
      pairs.map(([after, next]) => `no ${next.en} shift on the day after ${after.en}`).join('; '),
      pairs.map(([after, next]) => `${after.zh}的第二天不上${next.zh}`).join('；'),
    );
  }
  if (id === 'protected') {
    const { from, to } = rules[id];
    const window = [showClock(from), showClock(to)] as const;
    return text(
      `no night work (${window[0].en}-${window[1].en}) for those protected`,
      `受保护人员不上夜班（${window[0].zh}-${window[1].zh}）`,
    );
  }
  return OTHERS[id] ?? withoutStop(RULES[id].sentence);
}

/** Kinds in words; codes as they are. */
const KINDS: Readonly<Record<string, Text>> = {
  day: text('day', '白班'),
  'half-day': text('half-day', '半白班'),
  late: text('late', '晚班'),
  split: text('split', '两段班'),
};

const named = (words: readonly string[]): Text => {
  const each = words.map((one) => KINDS[one] ?? same(shown(one)));
  return joinTexts(each, text(' or ', '、'));
};

const OTHERS: Partial<Record<RuleId, Text>> = {
  leave: text('nobody works on approved leave', '批准的假不排班'),
  'allowed-shifts': text(
    'nobody works a shift that is not theirs, or outside employment',
    '只排本人可上的班次，且只在在职期间',
  ),
  'hand-over': text('at each change-over both sides are staffed', '每次交接班双方都有人'),
};

const withoutStop = ({ en, zh }: Text): Text => text(en.replace(/\.$/, ''), zh.replace(/。$/, ''));
