/** `pay attendance`: the month's punches alone: what became of every rostered shift, person by person, and what contradicts it. */
import { join } from 'node:path';
import { error, hasErrors } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { attendanceOf, punchFacts } from '../attendance-facts.js';
import { attendanceDocument, drawAttendance } from '../attendance-pages.js';
import type { Answer, Call } from '../command.js';
import { concerning } from '../concerns.js';
import { EXIT } from '../exit.js';
import { eventFacts, leaveFacts, staffFacts } from '../facts.js';
import { failed } from '../failed.js';
import { readHandbook } from '../handbook.js';
import { placeOf, shownPath } from '../place.js';
import { currentRoster, previousRoster, ROSTER_FILE } from '../rosters.js';

export async function attendanceCommand(call: Call): Promise<Answer> {
  const { flags } = call;
  const { place, issues: wrong } = placeOf(flags, call.shell, 'last');
  if (hasErrors(wrong)) return failed(wrong);
  const handbook = await readHandbook(place, flags.handbook, 'pay');
  const staff = await staffFacts(place, flags, handbook.value);
  const leave = await leaveFacts(place, flags.leave, staff.value, handbook.value);
  const events = await eventFacts(place, flags.events, staff.value);
  const read = [...concerning('attendance', handbook.issues), ...staff.issues, ...leave.issues, ...events.issues];
  const [rules, people] = [handbook.value, staff.value];
  if (rules === null || people === null) return failed(read, { month: place.month });
  const roster = await currentRoster(place, flags.roster, rules, people);
  const before = await previousRoster(place, flags.previous, rules);
  const punches = await punchFacts(place, flags, people);
  const facts = attendanceOf(place, flags, {
    rules,
    people,
    roster: roster.value,
    before: before.value,
    leave: leave.value,
    events: events.value,
    punches: punches.value,
  });
  const issues = [...read, ...[roster, before, punches, facts].flatMap((part) => part.issues)];
  if (hasErrors(issues)) return failed(issues, { month: place.month });
  const result = facts.value;
  if (result === null) {
    const missing = error(
      'attendance-without-roster',
      { file: shownPath(join(place.monthDir, ROSTER_FILE), place) },
      text(
        `there is no roster of ${place.month} to compare the punches with.`,
        `没有 ${place.month} 的班表，无法核对打卡。`,
      ),
      text('Put roster.json there, or name one with --roster.', '请放入 roster.json，或用 --roster 指定。'),
    );
    return failed([...issues, missing], { month: place.month });
  }
  const input = {
    month: place.month,
    handbook: rules,
    people,
    roster: roster.value!,
    events: events.value ?? [],
    facts: result,
  };
  return {
    exit: issues.some(({ severity }) => severity === 'warning') ? EXIT.look : EXIT.done,
    status: issues.some(({ severity }) => severity === 'warning') ? 'problems' : 'ok',
    issues,
    document: { month: place.month, ...attendanceDocument(input, call.lang) },
    print: (page) => drawAttendance(input, page),
  };
}
