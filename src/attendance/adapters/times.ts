/** Days and times as attendance systems write them. */
import { DAY_MINUTES, parseClock } from '../../calendar/clock.js';
import { addDays, type Day, parseDay } from '../../calendar/day.js';

/** A moment; null stands for what cannot be read. */
export interface Moment {
  /** Null: a time without a day, to be counted from the row's day. */
  readonly day: Day | null;
  /** Minutes from the start of the day; negative or past 1440 for 昨日 and 次日. */
  readonly minute: number;
}

/** `26-12-05 星期六` (two-digit years are of this century), `2026/12/05 星期六`, `2026-12-05`. */
export function parseSheetDay(words: string): Day | null {
  const date = words.trim().split(/\s/, 1)[0]!;
  return parseDay(/^\d{2}[-/.]\d{1,2}[-/.]\d{1,2}$/.test(date) ? `20${date}` : date);
}

/** `2026-12-05 09:01:30`, `26-12-05 09:01`, `09:01`, `次日 00:15`, `昨日23:58`. */
export function parseMoment(words: string): Moment | null {
  const trimmed = words.trim();
  const clock = parseClock(trimmed);
  if (clock !== null) return { day: null, minute: clock };
  const space = trimmed.search(/[\sT]/);
  if (space < 0) return null;
  const [day, minute] = [parseSheetDay(trimmed.slice(0, space)), parseClock(trimmed.slice(space + 1))];
  return day === null || minute === null ? null : { day, minute };
}

/** The moment on its own calendar day: minute 0 to 1439. */
export function onItsDay(day: Day, minute: number): { readonly day: Day; readonly minute: number } {
  const days = Math.floor(minute / DAY_MINUTES);
  return { day: days === 0 ? day : addDays(day, days), minute: minute - days * DAY_MINUTES };
}

const CLOCK = '(?:次日|昨日)?\\s?\\d{1,2}:\\d{2}';
const PERIOD = new RegExp(`(${CLOCK})\\s?[-~至—]\\s?(${CLOCK})`, 'g');

/** The planned times in a shift's words: `白班 09:00-17:30` -> 540, 1050; an end before its start lies on the next day. */
export function plannedTimes(words: string): number[] {
  return [...words.slice(0, 200).matchAll(PERIOD)].flatMap((match) => {
    const [from, to] = [parseClock(match[1]!), parseClock(match[2]!)];
    if (from === null || to === null) return [];
    return [from, to <= from ? to + DAY_MINUTES : to];
  });
}
