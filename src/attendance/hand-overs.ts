/**
 * work-six/2: 白班下班前一定要确定晚班客服已上线再下线. A hand-over is confirmed when, at each moment, somebody was there: the
 * first arriving punch of the next shift comes no later than the last leaving punch of the one before.
 */
import { type Issue, warning } from '../base/issue.js';
import { shown } from '../base/shown.js';
import type { SourceRef } from '../base/source.js';
import { type Text, text } from '../base/text.js';
import { DAY_MINUTES, showClock } from '../calendar/clock.js';
import { type Day, dayNumber } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import type { HandOverFact, Punch } from './facts.js';
import type { Matched } from './match.js';
import { moment } from './moment.js';

/** Change-overs that the handbook wants confirmed, for each day on which both shifts are rostered and punched for. */
export function handOverFacts(
  days: readonly Day[],
  matched: readonly Matched[],
  handbook: HandbookInForce,
): HandOverFact[] {
  const changes = handbook.values.rules['hand-over'].changes.filter((change) => change.confirm);
  if (changes.length === 0) return [];
  const ends = endsByShift(matched);
  return days.flatMap((day) =>
    changes.flatMap(({ from, to, next_day }): HandOverFact[] => {
      const before = ends.get(`${day} ${from}`);
      const after = ends.get(`${next_day ? dayAfter(days, day) : day} ${to}`);
      return before === undefined || after === undefined ? [] : [factOf(day, from, to, before, after)];
    }),
  );
}

/** One warning for each hand-over that the punches do not confirm. */
export const handOverIssues = (facts: readonly HandOverFact[], roster: SourceRef): Issue[] =>
  facts
    .filter((fact) => !fact.confirmed)
    .map(({ day, from, to, says, sources }) =>
      warning(
        'hand-over-not-confirmed',
        sources[0] ?? roster,
        text(
          `${day} hand-over ${shown(from)} to ${shown(to)} not confirmed: ${says.en}.`,
          `${day} ${shown(from)}班与${shown(to)}班交接未确认：${says.zh}。`,
        ),
        text('Ask who was there; enter an event if it is an offence.', '请核实当时由谁值守；如属违规，请登记事件。'),
      ),
    );

const dayAfter = (days: readonly Day[], day: Day): string => days[days.indexOf(day) + 1] ?? 'beyond the month';

interface Ends {
  first: Punch | null;
  last: Punch | null;
}

/** By day and shift: who came first, who left last. */
function endsByShift(matched: readonly Matched[]): Map<string, Ends> {
  const ends = new Map<string, Ends>();
  for (const { stretch, arrived, left } of matched) {
    stretch.pieces.forEach(({ rostered }, at) => {
      const key = `${rostered.day} ${rostered.shift.code}`;
      const there = ends.get(key) ?? { first: null, last: null };
      ends.set(key, there);
      if (at === 0 && arrived !== null && (there.first === null || moment(arrived) < moment(there.first))) {
        there.first = arrived;
      }
      const isLast = at === stretch.pieces.length - 1;
      if (isLast && left !== null && (there.last === null || moment(left) > moment(there.last))) there.last = left;
    });
  }
  return ends;
}

const clockOf = (punch: Punch, day: Day): Text => showClock(moment(punch) - dayNumber(day) * DAY_MINUTES);

function factOf(day: Day, from: string, to: string, before: Ends, after: Ends): HandOverFact {
  const [left, arrived] = [before.last, after.first];
  const sources = [left, arrived].flatMap((punch) => punch?.source ?? []);
  const names = { from: shown(from), to: shown(to) };
  if (left === null || arrived === null) {
    const says =
      left === null
        ? text(`nobody of ${names.from} punched on leaving`, `${names.from}班无人打下班卡`)
        : text(`nobody of ${names.to} punched on arriving`, `${names.to}班无人打上班卡`);
    return { day, from, to, confirmed: false, gap: 0, says, sources };
  }
  const gap = Math.max(0, moment(arrived) - moment(left));
  const [out, in_] = [clockOf(left, day), clockOf(arrived, day)];
  const says = text(
    `${names.to} arrived ${in_.en}, ${names.from} left ${out.en}${gap > 0 ? `: nobody there for ${gap} min` : ''}`,
    `${names.to}班 ${in_.zh} 上线，${names.from}班 ${out.zh} 下线${gap > 0 ? `：空岗 ${gap} 分钟` : ''}`,
  );
  return { day, from, to, confirmed: gap === 0, gap, says, sources };
}
