/** Random small departments with every rule at a random level, for tests that hold two computations together. */
import { type Random, random } from '../../src/base/random.js';
import type { Day, Weekday } from '../../src/calendar/day.js';
import type { Handbook } from '../../src/handbook/schema/handbook.js';
import type { Rules } from '../../src/handbook/schema/rules.js';
import { type PlanFacts, wantedOf } from '../../src/roster/build-problem.js';
import { calendar, demandOf, endingWith, house, leaveOf, OFF, person, planFacts, rosterOf, wish } from './make.js';

const CODES = ['白', '半', '晚', '夜', '分'];
const day = (number: number): Day => `2026-12-${String(number).padStart(2, '0')}` as Day;

export function world(seed: number): PlanFacts {
  const chance = random(seed);
  const pick = <T>(items: readonly T[]): T => items[chance.below(items.length)]!;
  const sometimes = (percent: number): boolean => chance.below(100) < percent;
  const ids = ['1001', '1002', '1003', '1004'].slice(0, 1 + chance.below(4));
  const people = ids.map((id) =>
    person(id, {
      ...(sometimes(20) ? { hired: day(1 + chance.below(20)) } : {}),
      ...(sometimes(20) ? { left: day(12 + chance.below(20)) } : {}),
      ...(sometimes(30) ? { shifts: CODES.filter(() => sometimes(60)) } : {}),
      ...(sometimes(30) ? { protectedUntil: day(1 + chance.below(31)) } : {}),
      ...(sometimes(40) ? { mentor: pick(ids), probationUntil: day(1 + chance.below(31)) } : {}),
      skills: sometimes(50) ? ['售后'] : [],
    }),
  );
  const row = (length: number): string =>
    Array.from({ length }, () => (sometimes(25) ? '休' : sometimes(5) ? '假' : pick(CODES))).join('');
  const past = ids.filter(() => sometimes(80)).map((id) => [id, row(1 + chance.below(30))] as const);
  const someDay = (): Day => day(1 + chance.below(31));
  return planFacts({
    handbook: house(rulesFrom(chance), meetingsFrom(chance)),
    people,
    leave: ids.flatMap((id) => {
      const from = 1 + chance.below(28);
      return sometimes(50) ? [leaveOf(id, day(from), day(Math.min(31, from + chance.below(9))))] : [];
    }),
    requests: Array.from({ length: chance.below(9) }, () =>
      wish(pick(ids), someDay(), `${sometimes(40) ? '!' : ''}${pick(['休', ...CODES])}`, 1 + chance.below(5)),
    ),
    demand: Array.from({ length: chance.below(4) }, () =>
      demandOf(someDay(), pick([0, 9, 12.5]), pick([14, 23, 26]), 2),
    ),
    previous: sometimes(75) ? endingWith(Object.fromEntries(past)) : null,
    keepTo: sometimes(50) ? wantedOf(rosterOf(Object.fromEntries(ids.map((id) => [id, row(31)])))) : [],
    calendar: calendar([someDay(), someDay()]),
  });
}

function meetingsFrom(chance: Random): Partial<Handbook> {
  const from = [480, 810][chance.below(2)]!;
  const weekday = (1 + chance.below(7)) as Weekday;
  return { meetings: { weekly: { weekday, from, to: from + 30, counts_as_work: true } } };
}

function rulesFrom(chance: Random): Rules {
  const below = (limit: number): number => chance.below(limit);
  const how = () => ({ level: (['hard', 'soft', 'off'] as const)[below(3)]!, weight: below(9) });
  const level = () => ({ level: how().level });
  const heads = () => ({
    min: below(3),
    target: below(2) === 0 ? ('auto' as const) : below(4),
    max: below(3) === 0 ? 2 : ('any' as const),
  });
  const change = (from: string, to: string, next_day: boolean) => ({
    from,
    to,
    overlap: below(60),
    confirm: false,
    next_day,
  });
  const some = (codes: readonly string[]): string[] => codes.filter(() => below(2) === 0);
  return {
    cover: {
      ...{ ...level(), target_weight: below(9), holidays: { 白: { min: 2 } } },
      shifts: Object.fromEntries(CODES.map((code) => [code, heads()])),
      weekdays: { sat: { 晚: { target: 1 } } },
      dates: { [day(12)]: { 白: heads(), 夜: { max: 0 } } },
    },
    'interval-cover': how(),
    'hand-over': {
      ...level(),
      changes: [change('白', '晚', false), change('分', '夜', false), change('晚', '白', true)],
    },
    'one-shift': level(),
    succession: { ...how(), forbidden: [{ after: ['late', '分'], next: ['day', '半'] }] },
    'rest-between': { ...how(), hours: below(16) + 0.5 },
    'rest-days': {
      ...how(),
      mode: (['exactly', 'at-least', 'about'] as const)[below(3)]!,
      days: [4, 2, 'weeks' as const][below(3)]!,
    },
    'weekly-rest': { window: { from: below(2) * 540, to: 1410 }, week: how(), seven_days: how(), month: how() },
    'max-run': { ...level(), most: 1 + below(8), wanted: below(7), wanted_weight: below(9) },
    'late-run': { ...how(), most: below(5), single_weight: below(5) },
    leave: level(),
    protected: { ...OFF.protected, ...level() },
    'allowed-shifts': level(),
    skills: {
      ...how(),
      needs: [
        { shift: '晚', skill: '售后', min: 1 + below(2) },
        { shift: '白', skill: '英语', min: 1 },
      ],
    },
    mentor: how(),
    'balance-hours': {
      ...{ ...how(), spread_weight: below(4), tolerance: below(600) },
      reference: (['standard', 'none', 150.5] as const)[below(3)]!,
    },
    'balance-late': how(),
    'balance-weekends': how(),
    'balance-holidays': how(),
    requests: how(),
    rotation: {
      ...{
        ...how(),
        change_on: below(2) === 0 ? [] : [6, 7],
        change_weight: below(5),
        two_days_off: [],
        cycle_weeks: null,
      },
      ...{ forward: below(2) === 0 ? ['白', '半', '晚', '夜'] : some(CODES), forward_weight: below(5) },
    },
    stability: how(),
    meeting: how(),
  };
}
