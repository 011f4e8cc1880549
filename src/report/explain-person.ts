/** A person's month, explained: figures against what is asked, wishes, what is not as wanted. */
import { type Text, text } from '../base/text.js';
import type { WishTold } from '../roster/life/options.js';
import type { Tally } from '../roster/life/tally.js';
import type { Band, Problem } from '../roster/problem.js';
import type { Violation } from '../roster/violation.js';
import { brokenLines } from './consequences.js';
import { optionLines, type Section, wayLine } from './explain.js';
import { shortDay, showHours } from './words.js';

export function explainPerson(
  title: Text,
  tally: Tally,
  wishes: readonly WishTold[],
  violations: readonly Violation[],
  problem: Problem,
): Section[] {
  const nameOf = (staff: string): string => problem.agents.find(({ id }) => id === staff)?.person.name ?? '';
  const hard = violations.filter(({ level }) => level === 'hard');
  const soft = violations.filter(({ level }) => level === 'soft');
  return [
    { title, lines: figures(tally) },
    {
      title: text('Wishes', '意愿'),
      lines: wishes.flatMap((wish) => [wishLine(wish, problem), ...whyNot(wish, nameOf)]),
    },
    { title: text('Broken', '违规'), lines: hard.map(accepted) },
    { title: text('Not as wanted', '不理想之处'), lines: soft.map(accepted) },
  ];
}

const accepted = (violation: Violation): Text =>
  violation.accepted === undefined
    ? violation.level === 'hard'
      ? text(`[X] ${violation.message.en}`, `[X] ${violation.message.zh}`)
      : violation.message
    : text(
        `${violation.message.en} (allowed by ${violation.accepted.by}: ${violation.accepted.because})`,
        `${violation.message.zh}（${violation.accepted.by} 已允许：${violation.accepted.because}）`,
      );

const band = ({ lo, hi }: Band): string => (lo === hi ? String(lo) : `${lo}-${hi}`);

function figures(tally: Tally): Text[] {
  const { minutes, referenceMinutes, fairMinutes } = tally;
  const [hours, fair] = [showHours(minutes), showHours(fairMinutes)];
  const reference = referenceMinutes === null ? null : showHours(referenceMinutes);
  return [
    text(
      `hours ${hours}${reference === null ? '' : `, the reference is ${reference}`}, the fair share is ${fair}`,
      `工时 ${hours}${reference === null ? '' : `，参考值 ${reference}`}，公平份额 ${fair}`,
    ),
    text(
      `working days ${tally.days} (expected ${tally.expectedDays}), rest days ${tally.rest} (asked ${tally.neededRest}), leave ${tally.leave}`,
      `上班 ${tally.days} 天（应上 ${tally.expectedDays}），休息 ${tally.rest} 天（应休 ${tally.neededRest}），请假 ${tally.leave} 天`,
    ),
    tally.fairLate === null
      ? text(`late shifts ${tally.late}: never works late`, `晚班 ${tally.late}：不上晚班`)
      : text(
          `late shifts ${tally.late}, the fair share is ${band(tally.fairLate)}`,
          `晚班 ${tally.late}，公平份额 ${band(tally.fairLate)}`,
        ),
    text(
      `Saturdays and Sundays worked ${tally.weekends} (fair ${band(tally.fairWeekends)}), statutory holidays ${tally.holidays} (fair ${band(tally.fairHolidays)})`,
      `周末上班 ${tally.weekends} 天（公平 ${band(tally.fairWeekends)}），法定节日 ${tally.holidays} 天（公平 ${band(tally.fairHolidays)}）`,
    ),
  ];
}

function wishLine({ request, granted }: WishTold, problem: Problem): Text {
  const day = shortDay(request.day);
  const name = problem.shifts.find(({ code }) => code === request.shift)?.name;
  const what = request.shift === null ? text('a rest day', '休息') : (name ?? text(request.shift, request.shift));
  const not = request.wanted ? text('', '') : text('not ', '不要');
  const answer = granted ? text('granted', '已满足') : text('refused', '未满足');
  return text(`${day} ${not.en}${what.en}: ${answer.en}`, `${day} ${not.zh}${what.zh}：${answer.zh}`);
}

/** Of a refused wish: the best way to grant it, and why that was not worth it. */
function whyNot({ granted, way }: WishTold, nameOf: (staff: string) => string): Text[] {
  if (granted) return [];
  if (way === null) return [text('  no change of this day grants it', '  当天没有可行的改法')];
  const line = wayLine(way, nameOf);
  const hard = way.against.broken.filter(({ level }) => level === 'hard');
  const why = hard.length > 0 ? brokenLines({ ...way.against, broken: hard }) : optionLines(way);
  return [
    text(`  the best way: ${line.en}`, `  最好的办法：${line.zh}`),
    ...why.map(({ en, zh }) => text(`    ${en}`, `    ${zh}`)),
  ];
}
