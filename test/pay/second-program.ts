/**
 * A second program for the net pay: another shape (one long sum a person, fractions of BigInt), written from docs/pay.md,
 * with no import from src/pay. It knows what the samples use. Two programs seldom make the same mistake.
 */
import type { readPayFacts } from '../../src/cli/pay-facts.js';

type Facts = NonNullable<Awaited<ReturnType<typeof readPayFacts>>['input']>;

/** A fraction of fen. */
type Q = readonly [bigint, bigint];
const q = (n: number | bigint, d: number | bigint = 1n): Q => [BigInt(n), BigInt(d)];
const plus = (a: Q, b: Q): Q => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
const times = (a: Q, b: Q): Q => [a[0] * b[0], a[1] * b[1]];
const fraction = (r: { readonly num: bigint; readonly den: bigint }): Q => [r.num, r.den];
const negate = (a: Q): Q => [-a[0], a[1]];
/** Half away from zero. */
function rounded([n, d]: Q): bigint {
  const [top, bottom] = d < 0n ? [-n, -d] : [n, d];
  const size = ((top < 0n ? -top : top) * 2n + bottom) / (2n * bottom);
  return top < 0n ? -size : size;
}
const lower = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const higher = (a: bigint, b: bigint): bigint => (a > b ? a : b);

const dateOf = (words: string): Date => new Date(`${words}T00:00:00Z`);
const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

/** Net pay in fen by employee number. */
export function secondProgram(facts: Facts): Map<string, bigint> {
  const { pay, rules } = facts.handbook.values;
  const attendance = pay.attendance!;
  const days: string[] = [];
  for (let date = dateOf(`${facts.month}-01`); isoDay(date).startsWith(facts.month); ) {
    days.push(isoDay(date));
    date = new Date(date.getTime() + 86_400_000);
  }
  const last = days.at(-1)!;
  const here = (person: Facts['staff'][number], day: string): boolean =>
    (person.hired ?? '') <= day && day <= (person.left ?? '9999');
  const people = facts.staff
    .filter((person) => days.some((day) => here(person, day)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

  const sold = new Map<string, bigint>();
  const pool = BigInt(facts.sales?.total.pool ?? 0);
  for (const { shares } of facts.sales?.placements ?? []) {
    for (const { staff, amount } of shares) sold.set(staff, (sold.get(staff) ?? 0n) + BigInt(amount));
  }
  const most = people.reduce((best, { id }) => higher(best, sold.get(id) ?? 0n), 0n);

  // The public pool by head: whole fen each, the left-over fen to the first numbers.
  const bonus = pay.pool === undefined ? 0n : rounded(times(q(pool), fraction(pay.pool.rate)));
  const share = bonus / BigInt(people.length);
  const over = Number(bonus - share * BigInt(people.length));

  return new Map(
    people.map((person, place): [string, bigint] => {
      const { id } = person;
      const cells = facts.roster!.rows.find((row) => row.staff === id)?.cells;
      const isDue = (day: string): boolean => ['shift', 'leave'].includes(cells![days.indexOf(day)]!.kind);
      const salaryOn = (day: string): bigint =>
        BigInt(
          person.terms.reduce((pays, { from, postSalary }) => (from === null || from <= day ? postSalary! : pays), 0),
        );
      const employed = days.filter((day) => here(person, day));
      const own = BigInt(employed.filter(isDue).length);
      const rest = rules['rest-days'];
      const sundays = days.filter((day) => dateOf(day).getUTCDay() === 0).length;
      const usual = BigInt(days.length - (rest.level === 'off' || rest.days === 'weeks' ? sundays : rest.days));
      const full = employed.length === days.length ? own : higher(own, usual);
      const worth = (day: string): Q => [salaryOn(day), full];
      const sum = (list: readonly Q[]): Q => list.reduce(plus, q(0));
      const salary = rounded(sum(employed.filter(isDue).map(worth)));

      const mine = sold.get(id) ?? 0n;
      let commission = 0n;
      for (const tier of pay.commission?.tiers ?? []) {
        if (mine <= BigInt(tier.over) || (tier.up_to !== null && mine > BigInt(tier.up_to))) continue;
        const on = tier.on === 'all' ? mine : mine - BigInt(tier.over);
        commission = rounded(plus(times(q(on), fraction(tier.rate)), q(tier.plus)));
      }
      if (pay.commission?.by_kpi !== undefined) {
        const value = (name: string): Q | null => {
          const words = facts.kpis.find((one) => one.staff === id && one.kpi === name)?.value;
          if (words === undefined) return null;
          const [whole = '', part = ''] = words.replace('%', '').split('.');
          return [BigInt(whole + part), 10n ** BigInt(part.length + (words.endsWith('%') ? 2 : 0))];
        };
        const [bought, served] = [value(pay.conversion?.bought ?? ''), value(pay.conversion?.served ?? '')];
        const rate =
          value(pay.commission.by_kpi.kpi) ??
          (bought === null || served === null ? null : ([bought[0] * served[1], bought[1] * served[0]] as Q));
        const step = pay.commission.by_kpi.steps.find(
          ({ up_to: upTo }) => rate !== null && (upTo === null || rate[0] * upTo.den <= upTo.num * rate[1]),
        );
        if (step !== undefined) commission = rounded(times(q(mine), fraction(step.rate)));
      }

      const years = (() => {
        const from = person.seniorityFrom ?? person.hired ?? last;
        const until = employed.at(-1)!;
        const whole = Number(until.slice(0, 4)) - Number(from.slice(0, 4)) - (until.slice(5) < from.slice(5) ? 1 : 0);
        return BigInt(Math.min(Math.max(0, whole), pay.seniority?.most_years ?? 99));
      })();
      const seniority = years * BigInt(pay.seniority?.per_year ?? 0);
      // No earlier months in the samples: the first of the streak's steps.
      const first = pay.top_seller !== undefined && most > 0n && mine === most ? BigInt(pay.top_seller.streak[0]!) : 0n;

      const events = facts.events.filter((event) => event.staff === id && event.day.startsWith(facts.month));
      const amounts = (kind: string): bigint =>
        events.filter((event) => event.kind === kind).reduce((all, { amount }) => all + BigInt(amount ?? 0), 0n);
      const rewards = events
        .filter(({ kind }) => kind === 'reward')
        .reduce((all, { what, amount }) => {
          const set = Object.entries(pay.rewards ?? {}).find(([key, { name }]) =>
            [key, name.zh, name.en].includes(what),
          );
          return all + BigInt(set?.[1].amount ?? amount ?? 0);
        }, 0n);

      const shifts = facts.attendance!.shifts.filter((shift) => shift.staff === id);
      const came = shifts.filter((shift) => !shift.absent).sort((a, b) => (a.day < b.day ? -1 : 1));
      const nights = came.filter(({ shift }) => ['late', 'split'].includes(facts.handbook.values.shifts[shift]!.kind));
      const night = BigInt(nights.length) * BigInt(attendance.night_allowance.per_shift ?? 0);

      const absent = [...new Set(shifts.filter((shift) => shift.absent).map(({ day }) => day))].filter(
        (day) => !came.some((shift) => shift.day === day),
      );
      const absence =
        attendance.absence.per_day === 'day-pay'
          ? lower(salary, rounded(sum(absent.map(worth))))
          : BigInt(absent.length) * BigInt(attendance.absence.per_day ?? 0);
      const leave = facts.attendance!.leave.filter((one) => one.staff === id);
      const unpaid = leave.filter(
        ({ kind, day }) => facts.handbook.values.leave.kinds[kind]!.pay === 'none' && isDue(day),
      );
      const leaveCosts = lower(salary - absence, rounded(sum(unpaid.map(({ day }) => worth(day)))));

      const late = came
        .filter(({ lateMinutes }) => lateMinutes > attendance.late.free_minutes)
        .slice(attendance.late.free_times)
        .reduce(
          (all, { lateMinutes }) =>
            all + BigInt(lateMinutes * (attendance.late.per_minute ?? 0) + (attendance.late.per_time ?? 0)),
          0n,
        );
      const early = came
        .filter(({ earlyMinutes }) => earlyMinutes > 0)
        .reduce(
          (all, { earlyMinutes }) =>
            all + BigInt(earlyMinutes * (attendance.early.per_minute ?? 0) + (attendance.early.per_time ?? 0)),
          0n,
        );
      const missing = came.reduce((all, shift) => all + shift.missingPunches, 0);
      const punches =
        BigInt(Math.max(0, missing - attendance.missing_punch.free_times)) *
        BigInt(attendance.missing_punch.per_time ?? 0);
      const spotless =
        employed.length === days.length &&
        shifts.length > 0 &&
        absent.length === 0 &&
        missing === 0 &&
        came.every(({ lateMinutes, earlyMinutes }) => lateMinutes === 0 && earlyMinutes === 0) &&
        shifts.every((shift) => !shift.absent) &&
        leave.every(({ kind }) => facts.handbook.values.leave.kinds[kind]!.pay === 'full');
      const full_ = spotless ? BigInt(attendance.full_attendance ?? 0) : 0n;

      const fined = new Map<string, number>();
      let fines = 0n;
      for (const event of [...events].sort((a, b) => (a.day < b.day ? -1 : 1))) {
        if (event.kind !== 'offence' && event.kind !== 'complaint') continue;
        const found = Object.entries(pay.offences ?? {}).find(([key, { name }]) =>
          [key, name.zh, name.en].includes(event.what),
        );
        const key = found?.[0] ?? event.what;
        const time = (fined.get(key) ?? 0) + 1;
        fined.set(key, time);
        const ladder = found?.[1].ladder ?? { kind: 'by-event' as const };
        if (ladder.kind === 'by-event') fines += BigInt(event.amount ?? 0);
        if (ladder.kind === 'steps') {
          const step = ladder.steps[Math.min(time, ladder.steps.length) - 1]!;
          if (typeof step === 'number') fines += BigInt(step);
        }
        if (ladder.kind === 'arithmetic') fines += BigInt((ladder.warn_first ? time - 1 : time) * ladder.step);
      }

      const wage =
        salary +
        commission +
        share +
        (place < over ? 1n : 0n) +
        seniority +
        first +
        rewards +
        night +
        amounts('addition') +
        full_ -
        absence -
        leaveCosts -
        late -
        early -
        punches;
      const left = wage - fines - amounts('deduction');
      const asked = amounts('loss');
      const [top, bottom] = times(q(wage), fraction(pay.loss!.cap));
      // A cap is rounded down: what is over it by part of a fen is over it.
      const cap = higher(0n, top / bottom);
      const floor = pay.minimum_wage === null ? cap : higher(0n, left - BigInt(pay.minimum_wage));
      const loss = lower(asked, lower(cap, floor));
      return [id, left + rounded(negate(q(loss)))];
    }),
  );
}
