/** Minutes at a meeting outside one's shift (training-manual/4): worked time where the handbook says so. */
import { type Day, weekday } from '../calendar/day.js';
import type { PayMonth, PersonMonth } from './month.js';
import { workedShifts } from './worked.js';

export interface MeetingMinutes {
  readonly day: Day;
  readonly minutes: number;
}

/** Days on which the person worked and a meeting lay, wholly or partly, outside the shift; who rests does not attend. */
export function meetingMinutes(month: PayMonth, person: PersonMonth): readonly MeetingMinutes[] {
  const meetings = Object.values(month.handbook.values.meetings ?? {}).filter((meeting) => meeting.counts_as_work);
  if (meetings.length === 0) return [];
  const { shifts } = month.handbook.values;
  const days = new Map<Day, (typeof shifts)[string]['parts']>();
  for (const { day, shift } of workedShifts(person)) {
    days.set(day, [...(days.get(day) ?? []), ...(shifts[shift]?.parts ?? [])]);
  }
  return [...days].flatMap(([day, parts]) => {
    const minutes = meetings
      .filter((meeting) => meeting.weekday === weekday(day))
      .reduce((sum, { from, to }) => {
        const inside = parts.reduce(
          (covered, part) => covered + Math.max(0, Math.min(to, part.to) - Math.max(from, part.from)),
          0,
        );
        return sum + Math.max(0, to - from - inside);
      }, 0);
    return minutes === 0 ? [] : [{ day, minutes }];
  });
}
