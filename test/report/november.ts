/** A month's pay of three people, with everything a sheet must show, and a hostile name and remark. */
import { LINES } from '../../src/pay/lines/index.js';
import { scoreSheetOf } from '../../src/pay/score-sheet.js';
import { registerOf } from '../../src/report/register.js';
import { inForce } from '../handbook/trees.js';
import { compute, event, person, punches, sales, shift } from '../pay/department.js';
import { calendar } from '../roster/make.js';
import { HOSTILE } from './december.js';

const staff = [
  person('1001', '5000', { name: '王婷' }),
  person('1002', '4321.09', { name: HOSTILE }),
  person('1007', '3300', { name: '李娜' }),
];

export const HANDBOOK = `
extends: [three-shift, commission-2017, after-sales]
department: { name: { en: Shop, zh: 甲店客服部 } }
`;

export const pay = compute(HANDBOOK, {
  staff,
  attendance: punches([
    shift('1001', 2, { lateMinutes: 12, workedMinutes: 498 }),
    shift('1002', 3, { absent: true }),
    shift('1007', 4),
  ]),
  sales: sales(['1001', '25000'], ['1002', '25001'], ['1007', '10000.01'], [null, '192154.59'], ['9999', '5.55']),
  events: [
    event('1002', 5, 'loss', '=HYPERLINK("http://evil","x")', '86.50'),
    event('1007', 6, 'reward', '+cmd|calc', '20'),
    event('1007', 6, 'offence', 'unrelated'),
    event('1007', 7, 'offence', 'unrelated'),
  ],
});

export const register = registerOf(
  pay.payslips,
  LINES.map(({ id }) => id),
);

/** Payday is the 15th; the sheet is due on the workday before. */
export const score = scoreSheetOf(pay, inForce(HANDBOOK), calendar());
