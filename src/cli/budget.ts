/** How long a search may go on, by the clock of the shell. */
import type { Budget } from '../base/budget.js';
import type { Score } from '../roster/roster.js';
import type { Call } from './command.js';

/**
 * Milliseconds where nothing else is said: a roster without hard violations is polished this long in all, a first one is
 * looked for until the second.
 */
const [ENOUGH, LONGEST] = [3_500, 30_000];

export interface SearchBudget extends Budget {
  /** To be told of the best score so far. */
  readonly saw: (best: Score | null) => void;
}

/**
 * `--time` is kept to; `--iterations` without it has no limit in time: the same bytes on every machine. With neither, the
 * search ends soon where nothing hard is broken any more.
 */
export function budgetOf(call: Call): SearchBudget {
  const { time, iterations } = call.flags;
  const began = call.shell.clock();
  const elapsed = (): number => call.shell.clock() - began;
  const isOpen = time === null && iterations === null;
  let isGood = false;
  return {
    elapsed,
    time: time ?? (isOpen ? LONGEST : null),
    iterations,
    cancelled: () => call.interrupts.cancelled() || (isOpen && isGood && elapsed() >= ENOUGH),
    saw: (best) => {
      isGood = best !== null && best.hard === 0;
    },
  };
}
