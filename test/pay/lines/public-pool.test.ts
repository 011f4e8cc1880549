import { describe, expect, it } from 'vitest';
import { amountOf, compute, day, lineOf, person, punches, sales, shift } from '../department.js';

const HANDBOOK = 'extends: [three-shift, commission-2017]';
const staff = ['1001', '1002', '1003'].map((number) => person(number));

describe('public-pool', () => {
  it('obeys: commission-2017/4, shared by head, nothing lost', () => {
    // 10,000 x 1% = 100.00 / 3 = 33.33 each, one fen left for the first
    const result = compute(HANDBOOK, { staff, sales: sales([null, '10000']) });
    expect(staff.map(({ id }) => amountOf(result, 'public-pool', id))).toEqual([3_334, 3_333, 3_333]);
    const line = lineOf(result, 'public-pool', '1002')!;
    expect(line.says.en).toBe('10,000.00 x 1% / 3 = 33.33');
    expect(line.clause).toBe('commission-2017/4');
    expect(lineOf(result, 'public-pool')!.says.en).toBe('10,000.00 x 1% / 3 = 33.33; shared out to the fen: 33.34');
  });

  it('the order of the staff list moves no fen', () => {
    const result = compute(HANDBOOK, { staff: [...staff].reverse(), sales: sales([null, '10000']) });
    expect(staff.map(({ id }) => amountOf(result, 'public-pool', id))).toEqual([3_334, 3_333, 3_333]);
  });

  it('heads: a joiner counts as employed, not as there all month', () => {
    const some = [person('1001'), person('1002', '5000', { hired: day(20) })];
    const whole = `${HANDBOOK}\npay: { pool: { heads: whole-month } }`;
    const pool = sales([null, '10000']);
    expect(amountOf(compute(HANDBOOK, { staff: some, sales: pool }), 'public-pool', '1002')).toBe(5_000);
    const result = compute(whole, { staff: some, sales: pool });
    expect([amountOf(result, 'public-pool', '1001'), amountOf(result, 'public-pool', '1002')]).toEqual([10_000, null]);
  });

  it('by sales: 100.00 as 3 to 1', () => {
    const handbook = `${HANDBOOK}\npay: { pool: { share: sales } }`;
    const result = compute(handbook, { staff, sales: sales([null, '10000'], ['1001', '300'], ['1002', '100']) });
    expect(staff.map(({ id }) => amountOf(result, 'public-pool', id))).toEqual([7_500, 2_500, 0]);
  });

  it('by hours: 1020 and 510 minutes', () => {
    const handbook = `${HANDBOOK}\npay: { pool: { share: hours } }`;
    const attendance = punches([
      shift('1001', 1),
      shift('1001', 2),
      shift('1002', 1),
      shift('1003', 1, { absent: true }),
    ]);
    const result = compute(handbook, { staff, attendance, sales: sales([null, '10000']) });
    // 100.00 x 2/3, x 1/3
    expect(staff.map(({ id }) => amountOf(result, 'public-pool', id))).toEqual([6_667, 3_333, 0]);
  });

  it('breaks: a pool that nobody can have is shown with its amount', () => {
    const handbook = `${HANDBOOK}\npay: { pool: { heads: worked } }`;
    const result = compute(handbook, { staff, sales: sales([null, '10000']) });
    expect(amountOf(result, 'public-pool')).toBe(null);
    expect(result.exceptions.map(({ id, amount }) => [id, amount])).toEqual([['pool-unshared', 10_000]]);
  });
});
