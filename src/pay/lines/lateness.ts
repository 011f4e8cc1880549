/** 迟到: late arrivals, past the free minutes and the free times. */
import { text } from '../../base/text.js';
import type { PayLine } from '../line.js';
import { chargeMinutes } from '../minutes.js';

export const lateness: PayLine = {
  id: 'lateness',
  label: text('late arrivals', '迟到'),
  kind: 'attendance',
  path: 'pay.attendance.late',
  open: (month) => {
    const chapter = month.pay.attendance?.late;
    if (chapter === undefined) return null;
    return chargeMinutes(month, {
      line: lateness,
      minutes: (shift) => shift.lateMinutes,
      perMinute: chapter.per_minute,
      perTime: chapter.per_time,
      freeMinutes: chapter.free_minutes,
      freeTimes: chapter.free_times,
      name: text('late arrivals', '迟到'),
    });
  },
};
