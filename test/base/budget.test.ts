import { describe, expect, it } from 'vitest';
import { type Budget, partOf, patient } from '../../src/base/budget.js';

/** A clock that is set by hand. */
function clocked(time: number | null): { budget: Budget; set: (now: number) => void } {
  let now = 0;
  const budget = { elapsed: () => now, time, iterations: 7, cancelled: () => false };
  return {
    budget,
    set: (to) => {
      now = to;
    },
  };
}

describe('budgets', () => {
  it('a part counts from now on and takes its share of what is left', () => {
    const { budget, set } = clocked(1000);
    set(400);
    const part = partOf(budget, 0.5);
    set(450);
    expect([part.elapsed(), part.time, part.iterations]).toEqual([50, 300, 7]);
    set(2000);
    expect(partOf(budget, 1).time).toBe(0);
    expect(partOf(clocked(null).budget, 0.5).time).toBeNull();
  });

  it('patience ends once something good is there and enough time has gone', () => {
    const { budget, set } = clocked(1000);
    const waiting = patient(budget, 300);
    set(500);
    expect(waiting.cancelled()).toBe(false);
    waiting.saw(true);
    expect(waiting.cancelled()).toBe(true);
    set(200);
    expect(waiting.cancelled()).toBe(false);
    set(900);
    waiting.saw(false);
    expect(waiting.cancelled()).toBe(false);
    const endless = patient(budget, null);
    endless.saw(true);
    expect(endless.cancelled()).toBe(false);
  });
});
