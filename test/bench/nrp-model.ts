/** The Curtois-Qu staff-scheduling format, read into the solver's model. One roster line for each member of staff. */

import type { Group, Pattern, Run } from '../../src/roster/solve/model.js';
import {
  type Counter,
  FORBIDDEN,
  type Line,
  type Model,
  penalty,
  plainPattern,
  type Row,
} from '../../src/roster/solve/model.js';

export interface NrpInstance {
  readonly model: Model;
  readonly staff: readonly string[];
  /** Shift codes; the code of value v is `codes[v - 1]`. */
  readonly codes: readonly string[];
}

interface Shift {
  readonly code: string;
  readonly minutes: number;
  readonly notBefore: readonly string[];
}

export function readNrp(text: string): NrpInstance {
  const section = sections(text);
  const days = Number(section('HORIZON')[0]![0]);
  const shifts = section('SHIFTS').map(
    ([code, minutes, after]): Shift => ({
      code: code!,
      minutes: Number(minutes),
      notBefore: (after ?? '').split('|').filter((other) => other !== ''),
    }),
  );
  const codes = shifts.map((shift) => shift.code);
  const values = codes.length + 1;
  const numbers = new Map(codes.map((code, index) => [code, index + 1]));
  const valueNamed = (code: string): number => numbers.get(code) ?? 0;
  const staffRows = section('STAFF');
  const staff = staffRows.map((row) => row[0]!);
  const frame = { days, before: 0 };
  const pairs = pairTable(shifts, values, valueNamed);
  const patterns = new Map<string, Pattern>();
  // All rows count the same way: they share these.
  const addsOfKind = shifts.map((_, index) => perCell(days, values, (value) => (value === index + 1 ? 1 : 0)));
  const minutes = perCell(days, values, (value) => (value === 0 ? 0 : shifts[value - 1]!.minutes));
  const places = new Map(staff.map((person, place) => [person, place]));
  const rows = staffRows.map((fields): Row => {
    const [maxMinutes, minMinutes, maxRun, minRun, minOff, maxWeekends] = fields.slice(2, 8).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const key = [maxRun, minRun, minOff, maxWeekends].join();
    let pattern = patterns.get(key);
    if (pattern === undefined) {
      pattern = patternOf(frame, values, pairs, maxRun, minRun, minOff, maxWeekends);
      patterns.set(key, pattern);
    }
    const limits = new Map(fields[1]!.split('|').map((limit) => limit.split('=') as [string, string]));
    const counters: Counter[] = shifts.map(({ code }, index) => ({
      add: addsOfKind[index]!,
      penalty: penalty(0, Number(limits.get(code) ?? 0), () => 0),
    }));
    counters.push({
      add: minutes,
      penalty: penalty(minMinutes, maxMinutes, () => 0),
    });
    return { cell: new Float64Array(days * values), history: new Uint8Array(0), pattern, counters };
  });
  for (const [person, ...off] of section('DAYS_OFF')) {
    const { cell } = rows[places.get(person!)!]!;
    for (const day of off.map(Number)) cell.fill(FORBIDDEN, day * values + 1, (day + 1) * values);
  }
  for (const [person, day, code, weight] of section('SHIFT_ON_REQUESTS')) {
    const { cell } = rows[places.get(person!)!]!;
    for (let value = 0; value < values; value += 1) {
      if (value !== valueNamed(code!)) cell[Number(day) * values + value]! += Number(weight);
    }
  }
  for (const [person, day, code, weight] of section('SHIFT_OFF_REQUESTS')) {
    rows[places.get(person!)!]!.cell[Number(day) * values + valueNamed(code!)]! += Number(weight);
  }
  const lines = section('COVER').map(([day, code, needed, under, over]): Line => {
    const need = Number(needed);
    const cost = (total: number): number =>
      total < need ? (need - total) * Number(under) : (total - need) * Number(over);
    const cells = [Number(day) * values + valueNamed(code!)];
    return {
      parts: [{ agents: null, cells, coefficient: 1 }],
      base: 0,
      penalty: penalty(0, staff.length, cost),
      when: -1,
    };
  });
  return { model: { days, before: 0, values, rows, lines }, staff, codes };
}

export function sections(text: string): (name: string) => string[][] {
  const found = new Map<string, string[][]>();
  let current: string[][] = [];
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('SECTION_')) {
      current = [];
      found.set(line.slice('SECTION_'.length), current);
    } else current.push(line.split(','));
  }
  return (name) => found.get(name) ?? [];
}

function perCell(days: number, values: number, amount: (value: number) => number): Int32Array {
  const one = Int32Array.from({ length: values }, (_, value) => amount(value));
  const all = new Int32Array(days * values);
  for (let day = 0; day < days; day += 1) all.set(one, day * values);
  return all;
}

function pairTable(shifts: readonly Shift[], values: number, valueNamed: (code: string) => number): Float64Array {
  const table = new Float64Array(values * values);
  for (const { code, notBefore } of shifts)
    for (const other of notBefore) table[valueNamed(code) * values + valueNamed(other)] = FORBIDDEN;
  return table;
}

function patternOf(
  frame: { days: number; before: number },
  values: number,
  pairs: Float64Array,
  maxRun: number,
  minRun: number,
  minOff: number,
  maxWeekends: number,
): Pattern {
  const { days } = frame;
  const works = Uint8Array.from({ length: days * values }, (_, cell) => (cell % values === 0 ? 0 : 1));
  const rests = works.map((work) => 1 - work);
  const work: Run = {
    member: works,
    cost: Float64Array.from({ length: maxRun + 2 }, (_, length) => (length > maxRun ? FORBIDDEN : 0)),
    least: minRun,
  };
  const rest: Run = { member: rests, cost: new Float64Array(1), least: minOff };
  const weekends: Group = {
    of: Int16Array.from({ length: days }, (_, day) => (day % 7 >= 5 ? Math.floor(day / 7) : -1)),
    member: works,
    penalty: penalty(0, maxWeekends, () => 0),
  };
  return {
    ...plainPattern(frame),
    pairs: new Array<Float64Array>(days).fill(pairs),
    runs: [work, rest],
    groups: [weekends],
  };
}

/** The roster as the independent evaluator reads it. */
export function writeRoster({ model, staff, codes }: NrpInstance, answer: Uint8Array): string {
  return staff
    .map((person, agent) => {
      const row = [...answer.subarray(agent * model.days, (agent + 1) * model.days)];
      return `${[person, ...row.map((value) => (value === 0 ? '-' : codes[value - 1]!))].join()}\n`;
    })
    .join('');
}
