/** How long a search may go on, by the clock of the shell. */
import { type Budget, type PatientBudget, patient } from '../base/budget.js';
import type { Call } from './command.js';

/**
 * Milliseconds where nothing else is said: a roster without hard violations is polished this long in all, a first one is
 * looked for until the second.
 */
const [ENOUGH, LONGEST] = [3_500, 30_000];

/**
 * `--time` is kept to; `--iterations` without it has no limit in time: the same bytes on every machine. With neither, the
 * search ends soon where nothing hard is broken any more.
 */
export function budgetOf(call: Call, longest = LONGEST): PatientBudget {
  const { time, iterations } = call.flags;
  const began = call.shell.clock();
  const isOpen = isUnlimited(call);
  const whole: Budget = {
    elapsed: () => call.shell.clock() - began,
    time: time ?? (isOpen ? longest : null),
    iterations,
    cancelled: call.interrupts.cancelled,
  };
  return patient(whole, isOpen ? ENOUGH : null);
}

/** Neither a time nor steps are given. */
export const isUnlimited = ({ flags }: Call): boolean => flags.time === null && flags.iterations === null;
