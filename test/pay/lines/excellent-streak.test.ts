import { describe, expect, it } from 'vitest';
import { amountOf, compute, earlier, id, kpi, lineOf } from '../department.js';

const BOOK = 'extends: [three-shift, commission-2017]';
const graded = (score: string) => ['performance', 'ability', 'attitude'].map((part) => kpi('1001', part, score));
const months = (...grades: readonly (readonly [string, string])[]) =>
  grades.map(([month, grade]) => earlier(month, { staff: id('1001'), grade }));

describe('excellent-streak', () => {
  it('obeys: commission-2017/7, the third excellent month in a row, once 200.00, and says which months', () => {
    const past = months(['2026-10', '优秀'], ['2026-11', '优秀']);
    const line = lineOf(compute(BOOK, { kpis: graded('90'), earlier: past }), 'excellent-streak')!;
    expect([line.amount, line.clause]).toEqual([20_000, 'commission-2017/7']);
    expect(line.figures[0]?.value).toBe('2026-10 优秀, 2026-11 优秀, 2026-12 优秀');
    expect(line.figures[0]?.sources.map(({ file }) => file)).toEqual(['2026-11/pay.json', '2026-10/pay.json']);
  });

  it('breaks: the fourth month is the same streak, a month between ends one, 89 is not excellent', () => {
    const paid = (score: string, ...past: readonly (readonly [string, string])[]) =>
      amountOf(compute(BOOK, { kpis: graded(score), earlier: months(...past) }), 'excellent-streak');
    const [sep, oct, nov] = [['2026-09', '优秀'] as const, ['2026-10', '优秀'] as const, ['2026-11', '优秀'] as const];
    expect(paid('95', sep, oct, nov)).toBeNull();
    expect(paid('95', sep, nov)).toBeNull();
    expect(paid('95', oct, ['2026-11', '良好'])).toBeNull();
    expect(paid('89', oct, nov)).toBeNull();
  });

  it('three failed months are a notice of resignation and no money', () => {
    const past = months(['2026-10', '不及格'], ['2026-11', '不及格']);
    const result = compute(BOOK, { kpis: graded('59'), earlier: past });
    expect(result.notices.map(({ kind, clause }) => [kind, clause])).toEqual([['resignation', 'commission-2017/7']]);
    expect(amountOf(result, 'excellent-streak')).toBeNull();
  });
});
