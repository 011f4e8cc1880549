/** 早退: leaving before the shift's end. */
import { text } from '../../base/text.js';
import type { PayLine } from '../line.js';
import { chargeMinutes } from '../minutes.js';

export const earlyLeave: PayLine = {
  id: 'early-leave',
  label: text('early leave', '早退'),
  kind: 'attendance',
  path: 'pay.attendance.early',
  open: (month) => {
    const chapter = month.pay.attendance?.early;
    if (chapter === undefined) return null;
    return chargeMinutes(month, {
      line: earlyLeave,
      minutes: (shift) => shift.earlyMinutes,
      perMinute: chapter.per_minute,
      perTime: chapter.per_time,
      freeMinutes: 0,
      freeTimes: 0,
      name: text('early leaves', '早退'),
    });
  },
};
