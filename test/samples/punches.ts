/** When people really came and went: from the month's roster, a little chance, and the mishaps of the plan. */
import type { Random } from '../../src/base/random.js';
import type { Day } from '../../src/calendar/day.js';
import type { Department, Mishap } from './department.js';
import { type Agent, agentsOf, type Code, type MonthPlan } from './people.js';

/** One planned and one real moment, minutes from the start of the shift's day; `real` null: not punched. */
export interface Moment {
  readonly kind: 'in' | 'out';
  readonly planned: number;
  readonly real: number | null;
  /** Not punched, but approved later. */
  readonly approved?: true;
}

export interface WorkedDay {
  readonly agent: Agent;
  readonly day: Day;
  readonly code: Code;
  /** In, out, in, out ... of the shift's parts. Empty on days without a shift. */
  readonly moments: readonly Moment[];
}

/** Nobody punches to the minute; a late shift often has a buyer left at its end. */
function ordinary(from: number, to: number, chance: Random): Moment[] {
  const late = to >= 22 * 60;
  const stays = late && chance.below(10) < 3 ? 5 + chance.below(38) : chance.below(9);
  return [
    { kind: 'in', planned: from, real: from - 2 - chance.below(13) },
    { kind: 'out', planned: to, real: to + stays },
  ];
}

/** Which of a day's moments a mishap is about, and when it happened instead. */
const WHAT_HAPPENED: Readonly<
  Record<Mishap['what'], { readonly at: 'first' | 'last' | 'all'; readonly real: Happened }>
> = {
  absent: { at: 'all', real: () => null },
  'no-arrival': { at: 'first', real: () => null },
  'no-leaving': { at: 'last', real: () => null },
  approved: { at: 'last', real: () => null },
  late: { at: 'first', real: (planned, minutes) => planned + minutes },
  early: { at: 'last', real: (planned, minutes) => planned - minutes },
  extended: { at: 'last', real: (planned, minutes) => planned + minutes },
};
type Happened = (planned: number, minutes: number) => number | null;

function after(mishap: Mishap, moments: readonly Moment[]): Moment[] {
  const { at, real } = WHAT_HAPPENED[mishap.what];
  const touched = (index: number): boolean => at === 'all' || index === (at === 'first' ? 0 : moments.length - 1);
  return moments.map((moment, index) =>
    touched(index)
      ? {
          ...moment,
          real: real(moment.planned, mishap.minutes ?? 0),
          ...(mishap.what === 'approved' ? { approved: true } : {}),
        }
      : moment,
  );
}

/** Every employed day of everybody, by person, then by day. */
export function workedDays(department: Department, plan: MonthPlan, chance: Random): WorkedDay[] {
  return agentsOf(department).flatMap((agent) => {
    let shift = 0;
    return [...(plan.get(agent.id) ?? [])].flatMap(([day, code]): WorkedDay[] => {
      if (code === null) return [];
      const parts = department.shifts[code];
      if (!parts) return [{ agent, day, code, moments: [] }];
      shift += 1;
      const moments = parts.flatMap(([from, to]) => ordinary(from, to, chance));
      const mishap = department.mishaps.find((candidate) => candidate.id === agent.id && candidate.shift === shift);
      return [{ agent, day, code, moments: mishap ? after(mishap, moments) : moments }];
    });
  });
}
