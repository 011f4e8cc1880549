/** Small words that several documents share. */
import { type Text, text } from '../base/text.js';
import type { Day, Month } from '../calendar/day.js';
import type { Unit } from '../roster/violation.js';

const EN = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
const ZH = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** Two columns wide in both languages. `weekday`: Monday = 1. */
export const shortWeekday = (weekday: number): Text => text(EN[weekday - 1]!, ZH[weekday - 1]!);

/** `12-06` */
export const shortDay = (day: Day): string => day.slice(5);

export const showMonth = (month: Month): Text => text(month, `${month.slice(0, 4)}年${Number(month.slice(5))}月`);

/** Minutes as hours: `176.5`, `8`, `7.33`. */
export function showHours(minutes: number): string {
  const hundredths = Math.round((minutes * 100) / 60);
  const rest = hundredths % 100;
  const decimals = rest === 0 ? '' : `.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
  return `${Math.floor(hundredths / 100)}${decimals}`;
}

const UNITS: Readonly<Record<Unit, Text>> = {
  agents: text('agents', '人'),
  minutes: text('minutes', '分钟'),
  hours: text('hours', '小时'),
  days: text('days', '天'),
  shifts: text('shifts', '班'),
  times: text('times', '次'),
  points: text('points', '分'),
};

export const unitWord = (unit: Unit): Text => UNITS[unit];
