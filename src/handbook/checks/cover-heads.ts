import { error, type Issue } from '../../base/issue.js';
import { text } from '../../base/text.js';
import type { Heads } from '../schema/rules.js';
import { type Check, placeIn } from './check.js';

type Some = Readonly<Record<string, { readonly [Key in keyof Heads]?: Heads[Key] | undefined }>>;

/** min <= target <= max, on ordinary days and wherever a weekday, a holiday or a date says otherwise. */
export const coverHeads: Check = {
  name: 'cover-heads',
  part: 'roster',
  find: (inForce) => {
    const { cover } = inForce.values.rules;
    const chapters: [string, Some][] = [
      ['shifts', cover.shifts],
      ...Object.entries(cover.weekdays).map(([day, heads]): [string, Some] => [`weekdays.${day}`, heads ?? {}]),
      ['holidays', cover.holidays],
      ...Object.entries(cover.dates).map(([day, heads]): [string, Some] => [`dates.${day}`, heads]),
    ];
    return chapters.flatMap(([chapter, some]) =>
      Object.entries(some).flatMap(([code, heads]): Issue[] => {
        const own = Object.fromEntries(Object.entries(heads).filter(([, value]) => value !== undefined));
        const { min = 0, target = 'auto', max = 'any' } = { ...cover.shifts[code], ...own };
        const [low, high] = [typeof target === 'number' ? target : min, max === 'any' ? Number.POSITIVE_INFINITY : max];
        if (min <= low && low <= high) return [];
        const path = `rules.cover.${chapter}.${code}`;
        return [
          error(
            'cover-heads-order',
            placeIn(inForce, path),
            text(
              `min ${min}, target ${target} and max ${max} of shift ${code} contradict each other.`,
              `班次 ${code} 的 min ${min}、target ${target}、max ${max} 互相矛盾。`,
            ),
            text('Let min be at most target, and target at most max.', '请使 min ≤ target ≤ max。'),
          ),
        ];
      }),
    );
  },
};
