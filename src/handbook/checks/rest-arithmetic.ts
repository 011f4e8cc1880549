import { type Issue, warning } from '../../base/issue.js';
import { text } from '../../base/text.js';
import type { HandbookInForce } from '../in-force.js';
import { type Check, placeIn } from './check.js';

const WEEKS = 52;
const MONTHS = 12;
const DAYS = 365;

/** Rest days a month, over a year, against the weeks of the year and the longest run allowed. */
export const restArithmetic: Check = {
  name: 'rest-arithmetic',
  part: 'roster',
  find: (inForce) => {
    const { days, level, mode } = inForce.values.rules['rest-days'];
    if (days === 'weeks' || level === 'off') return [];
    const year = days * MONTHS;
    const few = year < WEEKS ? belowWeeks(inForce, days, year) : [];
    return mode === 'exactly' ? [...few, ...runTooShort(inForce, days, year)] : few;
  },
};

function belowWeeks(inForce: HandbookInForce, days: number, year: number): Issue[] {
  const { week } = inForce.values.rules['weekly-rest'];
  const law = warning(
    'rest-days-below-weeks',
    placeIn(inForce, 'rules.rest-days.days'),
    text(
      `${days} rest days a month are ${year} a year, fewer than its ${WEEKS} weeks; Labour Law art. 38 asks for one day a week.`,
      `每月休息 ${days} 天，一年 ${year} 天，少于 ${WEEKS} 周；劳动法第三十八条要求每周至少休息一日。`,
    ),
    text(
      'The roster follows the handbook. Raise rules.rest-days.days to 5, or agree on days in lieu.',
      '排班按手册执行。可把 rules.rest-days.days 提高到 5，或另行安排补休。',
    ),
  );
  if (week.level !== 'hard') return [law];
  const clash = warning(
    'rest-days-contradict-week',
    placeIn(inForce, 'rules.weekly-rest.week'),
    text(
      `a free day in every calendar week is a must, but ${days} rest days a month do not reach for every week.`,
      `要求每个自然周都有休息日，但每月 ${days} 天休息不够每周一天。`,
    ),
    text(
      'Set rules.rest-days.days: weeks, or make the week soft.',
      '请设 rules.rest-days.days: weeks，或把每周休息改为 soft。',
    ),
  );
  return [law, clash];
}

/** Rest days cut the year into year + 1 runs at most; where even equal runs are too long, no roster lasts. */
function runTooShort(inForce: HandbookInForce, days: number, year: number): Issue[] {
  const { level, most } = inForce.values.rules['max-run'];
  if (level !== 'hard' || year === 0 || most * year >= DAYS - year) return [];
  const average = ((DAYS - year) / year).toFixed(1);
  return [
    warning(
      'run-too-short-for-rest-days',
      placeIn(inForce, 'rules.max-run.most'),
      text(
        `with exactly ${days} rest days a month people work ${average} days in a row on average, but at most ${most} are allowed.`,
        `每月恰好休息 ${days} 天，平均要连上 ${average} 天，但最多只允许连上 ${most} 天。`,
      ),
      text('Allow longer runs, or give more rest days.', '请放宽连上天数，或增加休息日。'),
    ),
  ];
}
