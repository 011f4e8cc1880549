import { describe, expect, it } from 'vitest';
import { amountOf, compute, lineOf, punches, shift } from '../department.js';

const handbook = (more: string) => `extends: [three-shift]\npay: { attendance: { night_allowance: { ${more} } } }`;
/** 晚 is 17:00-23:30, 半 10:00-15:30. */
const attendance = punches([
  shift('1001', 1, { shift: '晚' }),
  shift('1001', 2, { shift: '晚' }),
  shift('1001', 3, { shift: '半' }),
  shift('1001', 4, { shift: '晚', absent: true }),
]);

describe('night-allowance', () => {
  it('obeys: two late shifts worked at 20.00, the absent one not', () => {
    const line = lineOf(compute(handbook('per_shift: 20'), { attendance }), 'night-allowance')!;
    expect([line.amount, line.says.en]).toEqual([4_000, '2 x 20.00 = 40.00']);
  });

  it('by the clock: 23:30 lies after 23:00, not after 23:30', () => {
    const paidFrom = (clock: string) =>
      amountOf(compute(handbook(`per_shift: 20, from: "${clock}"`), { attendance }), 'night-allowance');
    expect([paidFrom('23:00'), paidFrom('23:30')]).toEqual([4_000, null]);
  });

  it('breaks: not set, there is no line', () => {
    expect(amountOf(compute('extends: [three-shift]', { attendance }), 'night-allowance')).toBe(null);
  });
});
