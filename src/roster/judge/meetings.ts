/** The weekly meetings, and who would come to them from bed. */
import type { Problem } from '../problem.js';

/** Who worked past 22:00 sleeps in the morning. */
export const LATE_EVENING = 22 * 60;

const NOON = 12 * 60;

interface Meeting {
  /** Minutes from the start of the day. */
  readonly from: number;
  /** Begins before noon: the evening before counts. */
  readonly early: boolean;
}

/** The day's first meeting, null where there is none. */
export function meetingOn(problem: Problem, day: number): Meeting | null {
  const today = Object.values(problem.handbook.values.meetings ?? {}).filter(
    (meeting) => meeting.weekday === problem.days[day]!.weekday,
  );
  if (today.length === 0) return null;
  const from = Math.min(...today.map((meeting) => meeting.from));
  return { from, early: from < NOON };
}
