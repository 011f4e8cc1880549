/** What differs between two runs of a month, for the terminal and for scripts. */
import { formatYuan, showYuan, sumFen } from '../base/fen.js';
import { type Lang, text } from '../base/text.js';
import { type Change, sayChange } from '../pay/life/difference.js';
import type { Json } from './command.js';
import { harmless } from './say.js';

export const changesJson = (changes: readonly Change[], lang: Lang): Json =>
  changes.map((change) => ({
    staff: change.staff,
    line: change.line,
    label: change.label[lang],
    before: formatYuan(change.before),
    after: formatYuan(change.after),
    by: formatYuan(change.by),
    because: change.reasons.map((reason) => reason[lang]),
  }));

/** One line a change, its causes under it, the sum below. */
export function drawChanges(changes: readonly Change[], lang: Lang): string {
  if (changes.length === 0) return `${text('No line differs.', '没有不同的项目。')[lang]}\n`;
  const by = sumFen(changes.map((change) => change.by));
  const people = new Set(changes.map(({ staff }) => staff)).size;
  const last = text(
    `${changes.length} ${changes.length === 1 ? 'line' : 'lines'} of ${people} ${people === 1 ? 'person' : 'people'} differ, ${by > 0 ? '+' : ''}${showYuan(by)} in all.`,
    `${people} 人共 ${changes.length} 项不同，合计 ${by > 0 ? '+' : ''}${showYuan(by)}。`,
  )[lang];
  const lines = changes.flatMap((change) => [
    `${change.staff} ${change.name}  ${change.label[lang]}  ${sayChange(change)}`,
    ...change.reasons.map((reason) => `    ${reason[lang]}`),
  ]);
  return `${[...lines, last].map(harmless).join('\n')}\n`;
}
