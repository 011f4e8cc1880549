import { describe, expect, it } from 'vitest';
import { amountOf, compute, earlier, id, kpi, lineOf, punches, sales, shift } from '../department.js';

/** The user's own table: the document's is lost. */
const BOOK = `extends: [three-shift, commission-2017]
pay:
  grades:
    table:
      - { grade: A, name: A, from: 90, payout: 120% }
      - { grade: B, name: B, from: 60, payout: 100% }
      - { grade: C, name: C, from: 0, payout: 80% }`;
const scores = (performance: string, ability: string, attitude: string) => [
  kpi('1001', 'performance', performance),
  kpi('1001', '工作能力', ability),
  kpi('1001', 'attitude', attitude),
];
const facts = { sales: sales(['1001', '12345']) };

describe('grade-payout', () => {
  it('obeys: (95 + 90 + 85) / 3 = 90 is an A and pays 405.53 x 20 % more', () => {
    const line = lineOf(compute(BOOK, { ...facts, kpis: scores('95', '90', '85') }), 'grade-payout')!;
    // 81.106
    expect([line.amount, line.says.en]).toEqual([8_111, 'A: 405.53 x (120% - 100%) = 81.11']);
    expect(line.figures[0]?.value).toBe('(95 x 1 + 90 x 1 + 85 x 1) / 3 = 90');
  });

  it('obeys: below 60 a fifth is kept back, and 60 to 90 changes nothing', () => {
    const paid = (score: string) =>
      amountOf(compute(BOOK, { ...facts, kpis: scores(score, score, score) }), 'grade-payout');
    // -81.106; the thresholds themselves belong to the better grade.
    expect([paid('59.9'), paid('60'), paid('89.99'), paid('90')]).toEqual([-8_111, null, null, 8_111]);
  });

  it('obeys: commission-2017/1, away for more than two months since January is not appraised', () => {
    const away = (days: number) => ({ away: { days, of: 26 }, staff: id('1001') });
    const before = [earlier('2026-10', away(26)), earlier('2026-11', away(26))];
    const attendance = punches([shift('1001', 1, { absent: true })]);
    const all = { ...facts, kpis: scores('10', '10', '10'), earlier: before };
    // Exactly two months are not more than two; a day of December's 27 is.
    expect(amountOf(compute(BOOK, all), 'grade-payout')).toBe(-8_111);
    const line = lineOf(compute(BOOK, { ...all, attendance }), 'grade-payout')!;
    expect([line.amount, line.clause]).toEqual([0, 'commission-2017/1']);
  });

  it('breaks: half an appraisal is none; paid whole, and the clerk is told', () => {
    const result = compute(BOOK, { ...facts, kpis: scores('95', '90', '85').slice(1) });
    expect(amountOf(result, 'grade-payout')).toBeNull();
    expect(result.exceptions.map((one) => one.id)).toEqual(['appraisal-missing:1001']);
    // The preset's own table pays every grade whole: nothing is asked for.
    expect(compute('extends: [three-shift, commission-2017]', facts).exceptions).toEqual([]);
  });
});
