import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/calendar/day.js';
import { amountOf, compute, day, lineOf, person, roster } from '../department.js';

const ROSTERED = 'extends: [three-shift]';
const by = (divisor: string) => `${ROSTERED}\npay: { post_salary: { divisor: ${divisor} } }`;
/** From Friday the 11th: 21 calendar days, 18 rostered (the 12th, 19th, 26th are free), 15 Monday to Friday. */
const joiner = person('1001', '5000', { hired: day(11) });
const leaver = person('1001', '5000', { left: day(10) });

describe('post-salary', () => {
  it.each(['rostered', '"21.75"', 'calendar'])(
    'obeys: a full month is the salary, whatever the divisor (%s)',
    (divisor) => {
      const line = lineOf(compute(by(divisor)), 'post-salary')!;
      expect([line.amount, line.says.en]).toEqual([500_000, '5,000.00']);
    },
  );

  it.each([
    // 5,000 x 18 / 27 = 3,333.33; a full month has 31 - 4 rest days
    ['rostered', joiner, 333_333, '5,000.00 x 18 / 27 = 3,333.33'],
    // 5,000 x 9 / 27 = 1,666.666 (ten days, the 5th free)
    ['rostered', leaver, 166_667, '5,000.00 x 9 / 27 = 1,666.67'],
    // 5,000 x 21 / 31 = 3,387.096
    ['calendar', joiner, 338_710, '5,000.00 x 21 / 31 = 3,387.10'],
    // 5,000 x 15 / 21.75 = 3,448.275
    ['"21.75"', joiner, 344_828, '5,000.00 x 15 / 21.75 = 3,448.28'],
  ])('joiners and leavers by %s', (divisor, someone, amount, says) => {
    const line = lineOf(compute(by(divisor), { staff: [someone] }), 'post-salary')!;
    expect([line.amount, line.says.en]).toEqual([amount, says]);
  });

  it('21.75: somebody who misses one of 23 weekdays gets no more than the salary', () => {
    // 22 / 21.75 would be more than 1
    const staff = [person('1001', '5000', { hired: day(2) })];
    expect(amountOf(compute(by('"21.75"'), { staff }), 'post-salary')).toBe(500_000);
  });

  it('a raise on the 16th: 13 of 27 days at 5,000, 14 at 5,500', () => {
    // 65,000 / 27 + 77,000 / 27 = 142,000 / 27 = 5,259.259, rounded once
    const staff = [person('1001', '5000', {}, [[day(16), '5500']])];
    const line = lineOf(compute(ROSTERED, { staff }), 'post-salary')!;
    expect(line.amount).toBe(525_926);
    expect(line.says.en).toBe('5,000.00 x 13 / 27 + 5,500.00 x 14 / 27 = 5,259.26');
    expect(line.sources.map((source) => source.row)).toEqual([2, 3]);
  });

  it('probation to the 10th at 80 %', () => {
    // 4,000 x 9 / 27 + 5,000 x 18 / 27 = 4,666.666
    const staff = [person('1001', '5000', { probationUntil: day(10) })];
    const handbook = `${ROSTERED}\npay: { post_salary: { probation_rate: 80% } }`;
    expect(amountOf(compute(handbook, { staff }), 'post-salary')).toBe(466_667);
    const all = [person('1001', '5000', { probationUntil: '2027-03-01' as Day })];
    expect(lineOf(compute(handbook, { staff: all }), 'post-salary')!.says.en).toBe('5,000.00 x 80% = 4,000.00');
  });

  it('breaks: without a salary there is no line, and the clerk is told', () => {
    const result = compute(ROSTERED, { staff: [person('1001', null)] });
    expect(lineOf(result, 'post-salary')).toBe(null);
    expect(result.exceptions.map((exception) => exception.id)).toEqual(['no-post-salary:1001']);
  });

  it('breaks: without a roster days are counted by the calendar, and the program says so', () => {
    const result = compute(ROSTERED, { staff: [joiner], roster: null });
    expect(amountOf(result, 'post-salary')).toBe(338_710);
    expect(result.issues.map((issue) => issue.code)).toContain('pay-without-roster');
    expect(amountOf(compute(ROSTERED, { staff: [joiner], roster: roster([joiner]) }), 'post-salary')).toBe(333_333);
  });
});
