/** 其他扣项: what somebody decided to take off, with the amount on the event. */
import { text } from '../../base/text.js';
import { givenAmounts } from '../given.js';
import type { PayLine } from '../line.js';

export const otherDeductions: PayLine = {
  id: 'other-deductions',
  label: text('other deductions', '其他扣项'),
  kind: 'deduction',
  path: 'pay',
  open: (month) => givenAmounts(month, otherDeductions, 'deduction', -1),
};
