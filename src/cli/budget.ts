/** How long a search may go on, by the clock of the shell. */
import type { Budget } from '../base/budget.js';
import type { Call } from './command.js';

/** Milliseconds a search takes where nothing else is said. */
const USUAL = 10_000;

/** `--iterations` without `--time` has no limit in time: the same bytes on every machine. */
export function budgetOf(call: Call): Budget {
  const { time, iterations } = call.flags;
  const began = call.shell.clock();
  return {
    elapsed: () => call.shell.clock() - began,
    time: time ?? (iterations === null ? USUAL : null),
    iterations,
    cancelled: call.interrupts.cancelled,
  };
}
