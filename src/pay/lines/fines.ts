/** 罚款: offences, each at its place in its ladder. */
import { text } from '../../base/text.js';
import type { PayLine } from '../line.js';
import { penalties } from '../penalties.js';

export const fines: PayLine = {
  id: 'fines',
  label: text('fines', '罚款'),
  kind: 'deduction',
  path: 'pay.offences',
  open: (month) => penalties(month, fines, 'offence'),
};
