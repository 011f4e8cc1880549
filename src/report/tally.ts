/** What a change does to somebody's month, in words. */
import { shown } from '../base/shown.js';
import { type Text, text } from '../base/text.js';
import type { Tally } from '../roster/life/tally.js';
import { showHours } from './words.js';

/** `1007: 168 -> 176 hours, late 8 -> 9, rest days 4 -> 3 of 4`; null where nothing of it changes. */
export function tallyChanges(staff: string, before: Tally, after: Tally): Text | null {
  const parts: Text[] = [];
  if (before.minutes !== after.minutes) {
    const hours = `${showHours(before.minutes)} -> ${showHours(after.minutes)}`;
    parts.push(text(`${hours} hours`, `工时 ${hours}`));
  }
  if (before.late !== after.late) {
    const late = `${before.late} -> ${after.late}`;
    parts.push(text(`late shifts ${late}`, `晚班 ${late}`));
  }
  if (before.rest !== after.rest) {
    const owed = after.neededRest - after.rest;
    const rest = `${before.rest} -> ${after.rest}`;
    parts.push(
      owed > 0
        ? text(`rest days ${rest}, ${owed} owed`, `休息 ${rest}，欠 ${owed} 天`)
        : text(`rest days ${rest}`, `休息 ${rest}`),
    );
  }
  if (parts.length === 0) return null;
  return text(
    `${shown(staff)}: ${parts.map(({ en }) => en).join(', ')}`,
    `${shown(staff)}：${parts.map(({ zh }) => zh).join('，')}`,
  );
}
