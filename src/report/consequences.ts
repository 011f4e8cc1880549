/** What a change does, in words: cells by person, the score, rule by rule. */
import { shown } from '../base/shown.js';
import { type Text, text } from '../base/text.js';
import { codeOf } from '../roster/file/codes.js';
import type { Consequences, RuleChange } from '../roster/life/consequences.js';
import type { CellChange, Score } from '../roster/roster.js';
import { ruleName } from './rule-names.js';
import { shortDay } from './words.js';

/** `1007 李娜: 12-05 休 -> 晚, 12-09 晚 -> 休`, one line a person. */
export function cellsByPerson(cells: readonly CellChange[], nameOf: (staff: string) => string): Text[] {
  const byStaff = new Map<string, CellChange[]>();
  for (const cell of cells) byStaff.set(cell.staff, [...(byStaff.get(cell.staff) ?? []), cell]);
  return [...byStaff].map(([staff, own]) => {
    const changes = own.map(({ day, was, is }) => `${shortDay(day)} ${codeOf(was)} -> ${codeOf(is)}`);
    const who = `${shown(staff)} ${shown(nameOf(staff))}`.trim();
    return text(`${who}: ${changes.join(', ')}`, `${who}：${changes.join('，')}`);
  });
}

export const signed = (amount: number): string => (amount > 0 ? `+${amount}` : String(amount));

/** `score 120 -> 130 (+10)`; hard violations in front where there are any. */
export function scoreChange(before: Score, after: Score): Text {
  const soft = `${before.soft} -> ${after.soft} (${signed(after.soft - before.soft)})`;
  if (before.hard === 0 && after.hard === 0) return text(`score ${soft}`, `得分 ${soft}`);
  const hard = `${before.hard} -> ${after.hard}`;
  return text(`broken ${hard}, score ${soft}`, `违规 ${hard}，得分 ${soft}`);
}

/** `wishes +10, cover -40`; what must hold says so. Null where nothing changes. */
export function ruleChanges(byRule: readonly RuleChange[]): Text | null {
  if (byRule.length === 0) return null;
  const parts = byRule.map(({ rule, level, before, after }) => {
    const [name, by] = [ruleName(rule), signed(after - before)];
    return level === 'hard'
      ? text(`${name.en} ${by} (must hold)`, `${name.zh} ${by}（硬性）`)
      : text(`${name.en} ${by}`, `${name.zh} ${by}`);
  });
  return text(parts.map(({ en }) => en).join(', '), parts.map(({ zh }) => zh).join('，'));
}

/** What is newly broken, hard first: `[X] ` before what must hold. */
export const brokenLines = ({ broken }: Consequences): Text[] =>
  broken.map(({ level, message }) => (level === 'hard' ? text(`[X] ${message.en}`, `[X] ${message.zh}`) : message));
