import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/calendar/day.js';
import { amountOf, compute, earlier, event, id, lineOf, person, sales, yuan } from '../department.js';

const HANDBOOK = 'extends: [three-shift, commission-2017]';
const loss = (amount: string | null) => event('1001', 7, 'loss', '发错货', amount);
const carriedOf = (result: ReturnType<typeof compute>) => result.payslips[0]!.handsOn.carried;

describe('losses', () => {
  it('obeys: within 20 % of 5,000.00 all of it is taken', () => {
    const result = compute(HANDBOOK, { events: [loss('999.99'), loss('0.01')] });
    expect([amountOf(result, 'losses'), carriedOf(result)]).toEqual([-100_000, 0]);
    expect(result.exceptions).toEqual([]);
    // The document says who bears a loss; the cap is assumed.
    const { clause, assumed, figures } = lineOf(result, 'losses')!;
    expect([clause, assumed]).toEqual(['commission-2017/5', false]);
    expect(figures.filter((figure) => figure.clause !== null).map((figure) => figure.assumed)).toEqual([true]);
  });

  it('a cap of part of a fen is rounded down: 3,915.69 x 20 % = 783.138', () => {
    const result = compute(HANDBOOK, { staff: [person('1001', '3915.69')], events: [loss('800')] });
    expect([amountOf(result, 'losses'), carriedOf(result)]).toEqual([-78_313, 1_687]);
  });

  it('above it the rest is carried over, with its amount', () => {
    // 5,000 x 20% = 1,000 of 1,500
    const result = compute(HANDBOOK, { events: [loss('1500')] });
    const line = lineOf(result, 'losses')!;
    expect([line.amount, carriedOf(result)]).toEqual([-100_000, 50_000]);
    expect(line.parts.map((part) => part.amount)).toEqual([-150_000, 50_000]);
    expect(line.says.en).toBe('losses 1,500.00, at most 5,000.00 x 20% = 1,000.00: -1,000.00');
    expect(result.exceptions.map(({ id: name, amount }) => [name, amount])).toEqual([['loss-carried:1001', 50_000]]);
  });

  it('the minimum wage stays: 5,000.00 less fines of 10.00, less 4,500.00', () => {
    const handbook = `${HANDBOOK}\npay: { minimum_wage: 4500 }`;
    const events = [loss('1500'), event('1001', 8, 'offence', 'unrelated')];
    const result = compute(handbook, { events });
    expect([amountOf(result, 'losses'), carriedOf(result), result.totals.net]).toEqual([-49_000, 101_000, 450_000]);
  });

  it('what November left is taken first in December', () => {
    const before = earlier('2026-11', { staff: id('1001'), carried: yuan('500') });
    const result = compute(HANDBOOK, { earlier: [before] });
    expect([amountOf(result, 'losses'), carriedOf(result)]).toEqual([-50_000, 0]);
    const more = compute(HANDBOOK, { earlier: [before], events: [loss('800')] });
    // 500 + 800 - 1,000
    expect([amountOf(more, 'losses'), carriedOf(more)]).toEqual([-100_000, 30_000]);
  });

  it('breaks: without the cap all is taken and the article is named', () => {
    const result = compute(`${HANDBOOK}\npay: { loss: { enforce: false } }`, { events: [loss('1500')] });
    expect([amountOf(result, 'losses'), carriedOf(result)]).toEqual([-150_000, 0]);
    expect(result.issues.map((issue) => issue.code)).toContain('loss-over-legal-cap');
  });

  it('breaks: no amount, no line, and the clerk is asked', () => {
    const result = compute(HANDBOOK, { events: [loss(null)] });
    expect(amountOf(result, 'losses')).toBe(null);
    expect(result.exceptions).toHaveLength(1);
  });
});

describe('a loss that is left when somebody has gone', () => {
  const gone = [person('1001', '5000', { left: '2026-11-20' as Day }), person('1002', '5000')];
  const before = [earlier('2026-11', { staff: id('1001'), carried: yuan('500') })];

  it('makes no slip of nothing month after month, and is told', () => {
    const result = compute(HANDBOOK, { staff: gone, earlier: before });
    expect(result.payslips.map((slip) => slip.id)).toEqual(['1002']);
    expect(result.exceptions).toEqual([]);
    expect(result.issues.find(({ code }) => code === 'loss-without-wage')?.message.en).toContain(
      'earn nothing in 2026-12: 1001 员工1001 500.00.',
    );
  });

  it('is taken where there is pay after all, and months without a slip do not forget it', () => {
    const since = [...before, earlier('2026-10', { staff: id('1001'), carried: yuan('900') })];
    const late = compute(HANDBOOK, { staff: gone, earlier: since, sales: sales(['1001', '30000']) });
    const slip = late.payslips.find((one) => one.id === '1001')!;
    expect(slip.lines.find(({ line }) => line === 'losses')!.parts[0]!.amount).toBe(-50_000);
    expect(late.issues.some(({ code }) => code === 'loss-without-wage')).toBe(false);
  });
});

describe('late delivery (after-sales/4)', () => {
  const loss = (goods: string, book = 'extends: [three-shift, commission-2017, after-sales]') =>
    lineOf(compute(book, { events: [event('1001', 9, 'late-delivery', 'T1', goods)] }), 'losses');

  it('obeys: 30 % of 866.60 is 259.98; of 1,666.67 it is 500.00, and more is never taken', () => {
    expect(loss('866.60')?.parts[0]?.says.en).toBe('-(866.60 x 30%) = -259.98');
    expect([loss('1666.67')?.amount, loss('2000')?.amount]).toEqual([-50_000, -50_000]);
    expect(loss('2000')?.parts[0]?.says.zh).toBe('-(2,000.00 x 30%) = -600.00，封顶 500.00：-500.00');
    expect(loss('2000')?.parts[0]?.clause).toBe('after-sales/4');
  });

  it('breaks: a handbook without the clause takes nothing, and asks', () => {
    const result = compute('extends: [three-shift, commission-2017]', {
      events: [event('1001', 9, 'late-delivery', 'T1', '866.60')],
    });
    expect(result.payslips[0]?.net).toBe(500_000);
    expect(result.exceptions.map((one) => one.id.split(':')[0])).toEqual(['late-delivery-no-rule']);
  });
});
