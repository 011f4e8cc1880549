/** Where punches, shifts and leave say different things: one issue for each person and day. */
import { type Issue, warning } from '../base/issue.js';
import { shown } from '../base/shown.js';
import { joinTexts, text } from '../base/text.js';
import { showClock } from '../calendar/clock.js';
import type { Day } from '../calendar/day.js';
import type { LeaveFact, LeaveInFile, Punch, ShiftFact } from './facts.js';

export interface StrayTerms {
  /** `1007 李娜` */
  readonly called: (staff: Punch['staff']) => string;
  /** Shifts rostered for a person on a day. */
  readonly shiftsOn: (staff: Punch['staff'], day: Day) => readonly string[];
  readonly leaveOn: (staff: Punch['staff'], day: Day) => LeaveFact | null;
}

/** Strays in order of person and time. */
export function strayIssues(strays: readonly Punch[], terms: StrayTerms): Issue[] {
  const days = new Map<string, Punch[]>();
  for (const punch of strays) {
    const key = `${punch.staff} ${punch.day}`;
    const day = days.get(key);
    if (day === undefined) days.set(key, [punch]);
    else day.push(punch);
  }
  return [...days.values()].map((punches) => strayDay(punches, terms));
}

function strayDay(punches: readonly Punch[], terms: StrayTerms): Issue {
  const { staff, day, source } = punches[0]!;
  const who = `${terms.called(staff)} ${day}`;
  const times = joinTexts(
    punches.map((punch) => showClock(punch.minute)),
    text(', ', '、'),
  );
  const found = text(
    `${punches.length} punch${punches.length === 1 ? '' : 'es'} (${times.en})`,
    `${punches.length} 次打卡（${times.zh}）`,
  );
  const leave = terms.leaveOn(staff, day);
  if (leave !== null) {
    return warning(
      'leave-and-punches',
      source,
      text(`${who}: leave (${leave.kind}) and ${found.en}.`, `${who}：已请假（${leave.kind}），却有 ${found.zh}。`),
      text('It counts as leave. Shorten the leave if the person worked.', '按请假计。如当天实际上班，请缩短请假。'),
    );
  }
  const shifts = terms.shiftsOn(staff, day);
  return shifts.length === 0
    ? warning(
        'punch-without-shift',
        source,
        text(`${who} has no shift but ${found.en}.`, `${who} 没有排班，却有 ${found.zh}。`),
        text(
          'Add the shift to the roster, or leave it if nothing is to be paid.',
          '请在排班表中补上班次；如不计酬，无需处理。',
        ),
      )
    : warning(
        'punch-outside-shift',
        source,
        text(
          `${who}: ${found.en} far from the shift ${shifts.join(', ')}.`,
          `${who}：${found.zh}，与班次 ${shifts.join('、')} 相距过远。`,
        ),
        text('Was the shift swapped? Correct the roster.', '是否换过班？请更正排班表。'),
      );
}

/** The attendance system knows of leave that the leave list does not have: the day counts as absence. */
export function leaveInFilesOnly(
  shifts: readonly ShiftFact[],
  stated: readonly LeaveInFile[],
  called: (staff: Punch['staff']) => string,
): Issue[] {
  const words = new Map(stated.map((one) => [`${one.staff} ${one.day}`, one]));
  return shifts.flatMap((fact): Issue[] => {
    const one = fact.absent ? words.get(`${fact.staff} ${fact.day}`) : undefined;
    if (one === undefined) return [];
    const who = `${called(fact.staff)} ${fact.day}`;
    return [
      warning(
        'leave-only-in-punches',
        one.source,
        text(
          `${who}: the attendance file shows leave (${shown(one.words)}), the leave list has none: the day counts as absence without leave.`,
          `${who}：考勤文件显示请假（${shown(one.words)}），请假表中没有：按旷工计。`,
        ),
        text('Enter the leave in leave.csv if it was granted.', '如已批准，请补录到请假表。'),
      ),
    ];
  });
}
