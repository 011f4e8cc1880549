/** 投诉扣款: buyers' complaints, by the handbook's ladder or as the supervisor decides. */
import { text } from '../../base/text.js';
import type { PayLine } from '../line.js';
import { penalties } from '../penalties.js';

export const complaints: PayLine = {
  id: 'complaints',
  label: text('complaints', '投诉扣款'),
  kind: 'deduction',
  path: 'pay.offences',
  open: (month) => penalties(month, complaints, 'complaint'),
};
