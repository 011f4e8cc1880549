import { text } from '../../base/text.js';
import { DAY_MINUTES, showClock } from '../../calendar/clock.js';
import { isRest } from '../judge/day-states.js';
import { measure, planDay, shortDay, violation } from '../judge/finding.js';
import { LATE_EVENING, meetingOn } from '../judge/meetings.js';
import type { Rule } from '../violation.js';

export const meeting: Rule = {
  id: 'meeting',
  sentence: text('Few people rest or sleep during the weekly meeting.', '例会时休息或刚下晚班的人尽量少。'),
  find: (view, problem) => {
    const { level, weight } = problem.handbook.values.rules.meeting;
    const counted = measure(level, weight);
    if (counted === null) return [];
    return problem.days.flatMap((_, day) => {
      const held = meetingOn(problem, day);
      if (held === null) return [];
      return problem.agents.flatMap((person, agent) => {
        if (!person.active[day] || person.leave[day] !== null) return [];
        const rests = isRest(view, problem, agent, day);
        const evening = held.early ? view.shifts(agent, day - 1).filter(({ span }) => span.to > LATE_EVENING) : [];
        if (!rests && evening.length === 0) return [];
        const begins = showClock(held.from % DAY_MINUTES);
        const end = showClock(Math.max(...evening.map(({ span }) => span.to)));
        const what = rests
          ? text(`rests on the day of the meeting (${begins.en})`, `例会日（${begins.zh}）休息`)
          : text(
              `worked until ${end.en} on ${shortDay(planDay(problem, day - 1).day)}, the meeting begins at ${begins.en}`,
              `${shortDay(planDay(problem, day - 1).day)} ${end.zh} 才下班，例会 ${begins.zh} 开始`,
            );
        return violation(problem, {
          ...{ rule: 'meeting', path: 'rules.meeting', measure: counted, agent, days: [day] },
          ...{ needed: 0, found: 1, offBy: 1, unit: 'times', what },
        });
      });
    });
  },
};
