/** The minimum wage of somebody's region: the floor under losses, under sick pay, and what the net is held against. */
import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/people/person.js';
import { amountOf, compute, event, leaveOn, lineOf, person, punches, shift } from './department.js';

const REGIONS = `extends: [three-shift, commission-2017]
pay:
  minimum_wage: 2000
  minimum_wage_by_region: { 上海: 2690 }`;

const inRegion = (number: string, region: string | null, salary = '3000'): Person => {
  const one = person(number, salary);
  return region === null ? one : { ...one, terms: one.terms.map((terms) => ({ ...terms, region })) };
};

const staff = [inRegion('1001', '上海'), inRegion('1002', null)];
const loss = [event('1001', 3, 'loss', '错发', '500'), event('1002', 3, 'loss', '错发', '500')];

describe('the minimum wage by region', () => {
  it('obeys: what is left after losses is the minimum of the own region', () => {
    const result = compute(REGIONS, { staff, events: loss });
    // 1001: 3,000.00 - 2,690.00 = 310.00, less than 20% of 3,000.00. 1002: the department's 2,000.00 leaves room for 500.00.
    expect(['1001', '1002'].map((who) => amountOf(result, 'losses', who))).toEqual([-31_000, -50_000]);
    const floor = lineOf(result, 'losses', '1001')!.figures.find(({ name }) => name.en === 'minimum wage')!;
    expect(floor.value).toBe('2,690.00');
    expect(result.issues.map(({ code }) => code)).not.toContain('net-below-minimum-wage');
  });

  it('obeys: sick pay keeps 80% of it', () => {
    const sick =
      'extends: [three-shift]\npay: { post_salary: { sick_rate: 50% }, minimum_wage_by_region: { 上海: 2690 } }';
    const result = compute(sick, {
      staff,
      attendance: punches([], [leaveOn('1001', 3, 'sick'), leaveOn('1002', 3, 'sick')]),
    });
    // A day of 27: 111.11; half of it 55.56. 2,690.00 x 80% / 21.75 = 98.94: 1001 loses 12.17 only, 1002 55.56.
    expect(['1001', '1002'].map((who) => amountOf(result, 'leave', who))).toEqual([-1217, -5556]);
  });

  it('breaks: a net of 2,500.00 is under that of Shanghai, not under the department’s', () => {
    const result = compute(REGIONS, { staff: [inRegion('1001', '上海', '2500'), inRegion('1002', null, '2500')] });
    const found = result.issues.filter(({ code }) => code === 'net-below-minimum-wage');
    expect(found.map(({ message }) => message.en)).toEqual([
      '1001 员工1001: the net pay of 2,500.00 lies under the minimum wage of 2,690.00 for the days of employment (劳动法 48).',
    ]);
    expect(found[0]!.source?.file).toBe('handbook.yaml');
  });

  it('breaks: what is paid for nights does not count towards it', () => {
    // 1,950.00 + 3 x 30.00 = 2,040.00 net, of which 90.00 are for nights.
    const book =
      'extends: [three-shift]\npay: { minimum_wage: 2000, attendance: { night_allowance: { per_shift: 30 } } }';
    const nights = [1, 2, 3].map((number) => shift('1001', number, { shift: '晚' }));
    const result = compute(book, { staff: [person('1001', '1950')], attendance: punches(nights) });
    expect(result.issues.find(({ code }) => code === 'net-below-minimum-wage')?.message.en).toBe(
      '1001 员工1001: the net pay of 2,040.00 less 90.00 for overtime and nights lies under the minimum wage of 2,000.00 for the days of employment (劳动法 48, 最低工资规定 12).',
    );
  });

  it('breaks: a region that the table does not know is told of, and the department’s holds', () => {
    const result = compute(REGIONS, { staff: [inRegion('1001', '成都', '2100')] });
    expect(result.issues.map(({ code }) => code)).toContain('region-without-minimum-wage');
    expect(result.issues.map(({ code }) => code)).not.toContain('net-below-minimum-wage');
  });
});
