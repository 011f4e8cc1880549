import { type Issue, warning } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { showClock } from '../../calendar/clock.js';
import { uncovered } from '../shift-times.js';
import { type Check, placeIn } from './check.js';

/** The shift table reaches from the first to the last minute of service; `stays_until` counts. */
export const serviceCovered: Check = {
  name: 'service-covered',
  part: 'roster',
  find: (inForce) => {
    const { service, shifts } = inForce.values;
    const table = Object.values(shifts);
    if (service === undefined || table.length === 0) return [];
    const parts = table.flatMap((shift) =>
      shift.parts.map((part, index) =>
        index === shift.parts.length - 1 ? { ...part, to: Math.max(part.to, shift.stays_until ?? 0) } : part,
      ),
    );
    return uncovered(service, parts).map(({ from, to }): Issue => {
      const [start, end] = [showClock(from), showClock(to)];
      return warning(
        'service-not-covered',
        placeIn(inForce, 'service'),
        text(
          `from ${start.en} to ${end.en} buyers are served, but no shift is on.`,
          `${start.zh} 至 ${end.zh} 是服务时间，但没有班次。`,
        ),
        text('Change a shift or the service hours.', '请调整班次或服务时间。'),
      );
    });
  },
};
