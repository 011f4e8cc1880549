/** The handbook's shifts as the engines use them. */
import type { HandbookInForce } from '../../handbook/in-force.js';
import type { Shift } from '../problem.js';

export const shiftsOf = (handbook: HandbookInForce): Shift[] =>
  Object.entries(handbook.values.shifts).map(([code, { name, kind, parts, break: pause }]) => {
    const span = { from: Math.min(...parts.map(({ from }) => from)), to: Math.max(...parts.map(({ to }) => to)) };
    const minutes = parts.reduce((sum, part) => sum + part.to - part.from, 0) - pause;
    return { code, name, kind, late: kind === 'late' || kind === 'split', parts, span, minutes };
  });
