import { describe, expect, it } from 'vitest';
import { compute, event, lineOf } from '../department.js';

const book = (base: string, least: string, most: string) => `extends: [three-shift]
pay:
  social_insurance:
    base: ${base}
    least: ${least}
    most: ${most}
    shares: { pension: { name: 养老, rate: 8% }, medical: { name: 医疗, rate: 2% } }`;

describe('social-insurance', () => {
  it('obeys: 8 % and 2 % of 5,000.00, each rounded by itself', () => {
    const line = lineOf(compute(book('post-salary', 'null', 'null')), 'social-insurance')!;
    expect([line.amount, line.says.en]).toEqual([-50_000, '(-400.00) + (-100.00) = -500.00']);
  });

  it('obeys: the base is the wage with its additions, and stays between its ends', () => {
    const events = [event('1001', 3, 'addition', '补贴', '1000')];
    const taken = (base: string, least: string, most: string) =>
      lineOf(compute(book(base, least, most), { events }), 'social-insurance')?.amount;
    // 6,000.00; at least 7,000.00; at most 4,000.00
    expect([taken('wage', 'null', 'null'), taken('wage', '7000', 'null'), taken('wage', 'null', '4000')]).toEqual([
      -60_000, -70_000, -40_000,
    ]);
  });

  it('breaks: no chapter, no line', () => {
    expect(lineOf(compute('extends: [three-shift]'), 'social-insurance')).toBeNull();
  });
});
