/** The handbook's shifts as the engines use them. */
import { type Text, text } from '../../base/text.js';
import type { HandbookInForce } from '../../handbook/in-force.js';
import type { Shift } from '../problem.js';

/** Handbooks call a shift `late`; a sentence calls it a late shift. */
const spelledOut = ({ en, zh }: Text): Text => text(/shift/i.test(en) ? en : `${en} shift`, zh);

export const shiftsOf = (handbook: HandbookInForce): Shift[] =>
  Object.entries(handbook.values.shifts).map(([code, { name, kind, parts, break: pause }]) => {
    const span = { from: Math.min(...parts.map(({ from }) => from)), to: Math.max(...parts.map(({ to }) => to)) };
    const minutes = parts.reduce((sum, part) => sum + part.to - part.from, 0) - pause;
    return { code, name: spelledOut(name), kind, late: kind === 'late' || kind === 'split', parts, span, minutes };
  });
