/** 其他加项: what somebody decided to add, with the amount on the event. */
import { text } from '../../base/text.js';
import { givenAmounts } from '../given.js';
import type { PayLine } from '../line.js';

export const otherAdditions: PayLine = {
  id: 'other-additions',
  label: text('other additions', '其他加项'),
  kind: 'earning',
  path: 'pay',
  open: (month) => givenAmounts(month, otherAdditions, 'addition', 1),
};
