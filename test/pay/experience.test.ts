import { describe, expect, it } from 'vitest';
import { compute, earlier, event, id } from './department.js';

const offence = (day: number) => event('1001', day, 'offence', 'unrelated');
const points = (result: ReturnType<typeof compute>) =>
  result.notices
    .filter(({ says }) => says.en.startsWith('experience points'))
    .map(({ says, clause }) => [says.en, clause]);

describe('experience points (training-manual/7)', () => {
  it('obeys: two offences of one point each, from the balance of the month before', () => {
    const before = earlier('2026-11', { staff: id('1001'), points: -1 });
    const result = compute('extends: [training-manual]', { events: [offence(1), offence(8)], earlier: [before] });
    expect(points(result)).toEqual([
      ['experience points: -1 - 1 - 1 = -3 (-1 at the end of 2026-11)', 'training-manual/7'],
    ]);
    expect(result.payslips[0]!.handsOn.points).toBe(-3);
    // Points are never money.
    expect(result.payslips[0]!.lines.find(({ line }) => line === 'fines')?.amount).toBe(0);
  });

  it('obeys: a quiet month keeps the balance, over a month that was not computed too', () => {
    const before = earlier('2026-10', { staff: id('1001'), points: 98 });
    const handbook = 'extends: [training-manual]\npay: { experience: { opening: 100 } }';
    const result = compute(handbook, { earlier: [before] });
    expect([points(result)[0]![0], result.payslips[0]!.handsOn.points]).toEqual([
      'experience points: 98 (98 at the end of 2026-10)',
      98,
    ]);
    expect(points(compute(handbook))).toEqual([]);
    expect(compute(handbook).payslips[0]!.handsOn.points).toBe(100);
  });

  it('breaks: a handbook of fines knows no points', () => {
    const result = compute('extends: [three-shift]', { events: [offence(1)] });
    expect([points(result), result.payslips[0]!.handsOn.points]).toEqual([[], null]);
  });
});
