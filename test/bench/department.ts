/**
 * Seeded departments as customer service has them, straight as models: a day, a late and a half-day shift (more on
 * request), rest days, leave, wishes, skills, a history, promotion days and fair bands. For timing the solver without
 * the readers in front of it.
 */
import { type Random, random } from '../../src/base/random.js';
import {
  band,
  type Counter,
  FORBIDDEN,
  HARD,
  type Line,
  level,
  type Model,
  penalty,
  plainPattern,
  type Row,
} from '../../src/roster/solve/model.js';

export interface DepartmentSizes {
  readonly agents: number;
  readonly days: number;
  /** Kinds of shift, 2..6: day, late, half-day, split, early, night. */
  readonly shifts: number;
}

const BEFORE = 7;
/** Minutes of each kind in half hours. */
const HALF_HOURS = [0, 18, 16, 10, 18, 16, 16];
const SHARES = [0, 0.42, 0.3, 0.12, 0.08, 0.05, 0.03];
const LATE = [0, 0, 1, 0, 1, 0, 1];

export function department(seed: number, { agents, days, shifts }: DepartmentSizes): Model {
  const chance = random(seed);
  const values = shifts + 1;
  const long = BEFORE + days;
  const weeks = Math.floor(days / 7);
  const rest = Math.round((8 * days) / 30);
  const share = SHARES.slice(0, values);
  const sum = share.reduce((total, part) => total + part, 0);
  const working = agents * (days - rest) * 0.97;
  const target = share.map((part) => Math.max(1, (working * part) / sum / days));
  const works = (of: (value: number) => number): Uint8Array =>
    Uint8Array.from({ length: long * values }, (_, cell) => of(cell % values));
  const forbidden = new Float64Array(values * values);
  for (let late = 1; late < values; late += 1) {
    for (let other = 1; other < values; other += 1)
      if (LATE[late] === 1 && LATE[other] === 0 && other !== 3) forbidden[late * values + other] = FORBIDDEN;
  }
  const pattern = {
    ...plainPattern({ before: BEFORE, days }),
    pairs: new Array<Float64Array>(long).fill(forbidden),
    runs: [
      {
        member: works((value) => (value > 0 ? 1 : 0)),
        cost: Float64Array.of(0, 0, 0, 0, 0, 0, 10, FORBIDDEN),
        least: 1,
      },
      { member: works((value) => LATE[value]!), cost: Float64Array.of(0, 0, 0, 0, 0, 5, 10), least: 1 },
    ],
    singles: [
      {
        lone: Uint8Array.from({ length: values }, (_, value) => LATE[value]!),
        beside: Uint8Array.from({ length: values }, (_, value) => (value > 0 && LATE[value] === 0 ? 1 : 0)),
        cost: new Float64Array(long).fill(2),
      },
    ],
    groups: [
      {
        // Whole calendar weeks after the history's; each needs a free day.
        of: Int16Array.from({ length: long }, (_, at) => (at >= 7 && at < 7 * weeks + 7 ? Math.floor(at / 7) : -1)),
        member: works((value) => (value === 0 ? 1 : 0)),
        penalty: penalty(0, weeks, (free) => (weeks - free) * HARD),
      },
    ],
  };
  const isWeekend = (day: number): boolean => (BEFORE + day) % 7 >= 5;
  const counter = (from: (day: number, value: number) => number, cost: Counter['penalty']): Counter => ({
    add: Int32Array.from({ length: days * values }, (_, cell) => from(Math.floor(cell / values), cell % values)),
    penalty: cost,
  });
  const weekends = Array.from({ length: days }, (_, day) => day).filter(isWeekend).length;
  const lateShare = share.reduce((total, part, value) => total + (LATE[value] === 1 ? part : 0), 0) / sum;
  const meanHalfHours = share.reduce((total, part, value) => total + part * HALF_HOURS[value]!, 0) / sum;
  const rows = Array.from({ length: agents }, (): Row => {
    const cell = new Float64Array(days * values);
    const noLate = chance.next() < 0.08;
    let away = 0;
    if (chance.next() < 0.25) {
      const from = chance.below(days);
      const to = Math.min(days, from + 1 + chance.below(5));
      for (let day = from; day < to; day += 1) cell.fill(FORBIDDEN, day * values + 1, (day + 1) * values);
      away = to - from;
    }
    const isAway = (day: number): boolean => cell[day * values + 1] === FORBIDDEN;
    for (let day = 0; day < days; day += 1) {
      if (noLate)
        for (let value = 1; value < values; value += 1) if (LATE[value] === 1) cell[day * values + value] = FORBIDDEN;
    }
    for (let wish = chance.below(4); wish > 0; wish -= 1) {
      const day = chance.below(days);
      const weight = 5 + chance.below(15);
      if (isAway(day)) continue;
      for (let value = 1; value < values; value += 1) cell[day * values + value]! += weight;
    }
    const expected = days - rest - away;
    const around = (mean: number): [number, number] => [Math.floor(mean), Math.ceil(mean)];
    const [lateLow, lateHigh] = noLate ? [0, 0] : around(expected * lateShare);
    const [weekendLow, weekendHigh] = around((expected / days) * weekends);
    const hours = Math.round(expected * meanHalfHours);
    const off = (total: number): number => Math.ceil(Math.max(0, Math.abs(total - hours) - 16) / 2) * 3;
    return {
      cell,
      history: history(chance, values),
      pattern,
      counters: [
        counter(
          (day, value) => (value === 0 && !isAway(day) ? 1 : 0),
          penalty(0, days, (total) => (total === rest ? 0 : FORBIDDEN)),
        ),
        counter((_, value) => LATE[value]!, band(0, days, lateLow, lateHigh, 6, 6)),
        counter((day, value) => (isWeekend(day) && value > 0 ? 1 : 0), band(0, days, weekendLow, weekendHigh, 6, 6)),
        counter((_, value) => HALF_HOURS[value]!, penalty(0, days * 18, off)),
      ],
    };
  });
  const lines: Line[] = [];
  const skilled = rows.map((_, agent) => agent).filter((agent) => agent === 0 || chance.next() < 0.4);
  for (let day = 0; day < days; day += 1) {
    const promotion = chance.next() < 0.07 ? 1.25 : 1;
    for (let value = 1; value < values; value += 1) {
      const wanted = target[value]! * promotion;
      const [low, high] = [Math.floor(wanted), Math.ceil(wanted)];
      const least = Math.max(1, Math.floor(low * 0.6));
      const cost = (total: number): number => {
        const soft = (total < low ? low - total : Math.max(0, total - high)) * 4;
        return level(Math.max(0, least - total), soft);
      };
      lines.push({
        parts: [{ agents: null, cells: [day * values + value], coefficient: 1 }],
        base: 0,
        penalty: penalty(0, agents, cost),
        when: -1,
      });
      if (value > 2) continue;
      lines.push({
        parts: [{ agents: skilled, cells: [day * values + value], coefficient: 1 }],
        base: 0,
        penalty: band(0, agents, 1, agents, 20, 0),
        when: lines.length - 1,
      });
    }
  }
  return { days, before: BEFORE, values, rows, lines };
}

/** A legal week before: some days on, some off. */
function history(chance: Random, values: number): Uint8Array {
  const off = chance.below(5);
  const kind = 1 + chance.below(Math.min(2, values - 1));
  return Uint8Array.from({ length: BEFORE }, (_, day) => (day === off || day === off + 1 ? 0 : day < off ? 1 : kind));
}
