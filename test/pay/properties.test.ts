/** What holds for every month, whatever its facts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fen, fen, formatYuan, sumFen } from '../../src/base/fen.js';
import type { Derivation } from '../../src/pay/derivation.js';
import type { StaffEvent } from '../../src/people/person.js';
import { load } from '../handbook/trees.js';
import { compute, event, lineOf, person, punches, sales, shift } from './department.js';
import { reckon } from './reckon.js';

const STAFF = ['1001', '1002', '1003', '1004'].map((number, at) => person(number, String(2000 + 1234.56 * at)));
const IDS = STAFF.map((one) => one.id as string);
const BANDS = `extends: [three-shift, commission-2017, after-sales]
pay:
  minimum_wage: 2000
  seniority: { per_year: 50 }
  attendance: { late: { per_minute: 1.5 }, absence: { per_day: day-pay }, missing_punch: { per_time: 5 } }`;
const MARGINAL = `extends: [three-shift, commission-2017]
pay:
  commission:
    tiers:
      - { over: 0, up_to: 10000, rate: 3%, on: excess, plus: 0 }
      - { over: 10000, up_to: 20000, rate: 4.5%, on: excess, plus: 300 }
      - { over: 20000, up_to: null, rate: 5.5%, on: excess, plus: 750 }`;
/** `PAY_RUNS=3000 npx vitest run test/pay/properties.test.ts` looks at thousands of months. */
const runs = { numRuns: Number(process.env.PAY_RUNS ?? 40) };

const money = fc.integer({ min: 0, max: 4_000_000 }).map((amount) => formatYuan(fen(amount)));
const someone = fc.constantFrom(...IDS);
const sold = fc.array(fc.tuple(fc.option(someone, { nil: null }), money), { maxLength: 12 });
const dayOfMonth = fc.integer({ min: 1, max: 31 });
const happened = fc.array(
  fc.oneof(
    fc.tuple(
      someone,
      dayOfMonth,
      fc.constant('offence'),
      fc.constantFrom('unrelated', 'unanswered'),
      fc.constant(null),
    ),
    fc.tuple(someone, dayOfMonth, fc.constantFrom('loss', 'complaint', 'deduction'), fc.constant('something'), money),
  ),
  { maxLength: 8 },
);
const shifts = fc.uniqueArray(
  fc.record({
    staff: someone,
    day: dayOfMonth,
    lateMinutes: fc.integer({ min: 0, max: 90 }),
    missingPunches: fc.integer({ min: 0, max: 1 }),
    absent: fc.boolean(),
  }),
  { maxLength: 20, selector: ({ staff, day }) => `${staff} ${day}` },
);
const months = fc.record({ sold, happened, shifts });
type Made = typeof months extends fc.Arbitrary<infer T> ? T : never;

const eventsOf = (made: Made): StaffEvent[] =>
  made.happened.map(([who, date, kind, what, amount]) => event(who, date, kind, what, amount));
const run = (handbook: string, made: Made, events = eventsOf(made)) =>
  compute(handbook, {
    staff: STAFF,
    events,
    sales: sales(...made.sold),
    attendance: punches(made.shifts.map(({ staff, day, ...more }) => shift(staff, day, more))),
  });

describe('properties of pay', () => {
  it('lines sum to gross and deductions, those to net, slips to totals; the pool loses nothing', () => {
    fc.assert(
      fc.property(months, (made) => {
        const result = run(BANDS, made);
        for (const slip of result.payslips) {
          expect(sumFen(slip.lines.map((line) => line.amount))).toBe(slip.net);
          expect(slip.gross + slip.deductions).toBe(slip.net);
        }
        expect(sumFen(result.payslips.map((slip) => slip.net))).toBe(result.totals.net);
        const shares = result.payslips.map((slip) => lineOf(result, 'public-pool', slip.id)?.amount ?? fen(0));
        // 1 % of the pool, half a fen up
        expect(sumFen(shares)).toBe(Math.floor((result.reconciliation!.pool + 50) / 100));
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });

  it('every sum in words comes to the amount beside it', () => {
    let sums = 0;
    const check = (derivation: Derivation): void => {
      const reckoned = reckon(derivation.says.en);
      if (reckoned !== null) {
        sums += 1;
        expect([derivation.says.en, reckoned.left, reckoned.right]).toEqual([
          derivation.says.en,
          derivation.amount,
          derivation.amount,
        ]);
      }
      derivation.parts.forEach(check);
    };
    fc.assert(
      fc.property(months, (made) => {
        for (const slip of run(BANDS, made).payslips) slip.lines.forEach(check);
      }),
      runs,
    );
    // Words without a sum are passed over: most must not be.
    expect(sums).toBeGreaterThan(40 * 4 * 2);
  });

  it('more sales lower pay under a band table only past an edge of which the handbook warned', () => {
    const warned = load('extends: [three-shift, commission-2017]').issues.filter(({ code }) => code === 'tiers-fall');
    // "pay falls as sales rise: 25,000.00 earn 1,025.00, 25,000.01 earn 1,000.00 ... It is won back at 25,625.00."
    expect(
      warned.map(({ message }) => /rise: ([\d,.]+) earn .*won back at ([\d,.]+)\./.exec(message.en)?.slice(1)),
    ).toEqual([['25,000.00', '25,625.00']]);
    let drops = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000 }), fc.integer({ min: 1, max: 2_000_000 }), (first, more) => {
        const at = (amount: number) =>
          compute('extends: [three-shift, commission-2017]', { sales: sales(['1001', formatYuan(fen(amount))]) });
        const [less, lots] = [at(first).totals.net, at(first + more).totals.net];
        if (lots >= less) return;
        drops += 1;
        expect(first).toBeLessThanOrEqual(2_500_000);
        expect(first + more).toBeGreaterThan(2_500_000);
        expect(first + more).toBeLessThan(2_562_500);
      }),
      { ...runs, examples: [[2_499_999, 2]] },
    );
    expect(drops).toBeGreaterThan(0);
  });

  it('another fine never raises anybody’s net pay', () => {
    fc.assert(
      fc.property(months, someone, dayOfMonth, (made, who, date) => {
        const events = eventsOf(made);
        const before = run(BANDS, made, events);
        const after = run(BANDS, made, [...events, event(who, date, 'offence', 'unrelated')]);
        after.payslips.forEach((slip, at) => {
          expect(slip.net).toBeLessThanOrEqual(before.payslips[at]!.net);
        });
      }),
      runs,
    );
  });

  it('more sales never lower pay under a marginal table', () => {
    fc.assert(
      fc.property(months, someone, money, (made, who, more) => {
        const before = run(MARGINAL, made);
        const after = run(MARGINAL, { ...made, sold: [...made.sold, [who, more]] });
        after.payslips.forEach((slip, at) => {
          expect(slip.net).toBeGreaterThanOrEqual(before.payslips[at]!.net);
        });
      }),
      runs,
    );
  });

  it('losses stay in the cap, leave the minimum wage, and nothing of them is forgotten', () => {
    fc.assert(
      fc.property(months, (made) => {
        const result = run(BANDS, made);
        for (const slip of result.payslips) {
          const amountOf = (line: string): Fen => lineOf(result, line, slip.id)?.amount ?? fen(0);
          const taken = -amountOf('losses');
          const penalties = amountOf('fines') + amountOf('complaints') + amountOf('other-deductions');
          const wage = slip.net + taken - penalties;
          expect(taken * 5).toBeLessThanOrEqual(Math.max(0, wage) + 3);
          if (taken > 0) expect(slip.net).toBeGreaterThanOrEqual(200_000);
          const asked = made.happened
            .filter(([who, , kind]) => who === slip.id && kind === 'loss')
            .reduce((sum, [, , , , amount]) => sum + Math.round(Number(amount) * 100), 0);
          expect(taken + slip.handsOn.carried).toBe(asked);
        }
      }),
      runs,
    );
  });

  it('the order of people, orders, events and shifts changes no amount', () => {
    fc.assert(
      fc.property(months, (made) => {
        const turned = {
          sold: [...made.sold].reverse(),
          happened: made.happened,
          shifts: [...made.shifts].reverse(),
        };
        const events = eventsOf(made);
        const amounts = (result: ReturnType<typeof run>) =>
          result.payslips.map((slip) => [slip.id, slip.lines.map((line) => [line.line, line.amount])]);
        expect(amounts(run(BANDS, turned, [...events].reverse()))).toEqual(amounts(run(BANDS, made, events)));
      }),
      runs,
    );
  });
});
