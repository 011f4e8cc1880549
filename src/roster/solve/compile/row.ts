/** One agent's row of the model: everything the row decides alone. */
import type { Pattern, Row } from '../model.js';
import { plainPattern } from '../model.js';
import { cellCosts } from './cells.js';
import { counters } from './counters.js';
import { freeDayGroups, sevenDays, spillOf } from './free-days.js';
import { pairCosts } from './pairs.js';
import { shiftRuns, singleLates } from './runs.js';
import { pastValue, type Sheet } from './sheet.js';
import { shiftChanges } from './shift-changes.js';

export interface Agent {
  readonly sheet: Sheet;
  readonly index: number;
  /** How the agent's hard rules are said: forbidden, or priced where no row keeps them all. */
  readonly hard: 'forbidden' | 'priced';
}

/** `shared` keeps the patterns met so far: rows with the same rules share one object. */
export function rowOf(agent: Agent, shared: Map<string, Pattern>): Row {
  const { sheet, index } = agent;
  const history = Uint8Array.from(sheet.problem.agents[index]!.history, (cell) => pastValue(sheet, cell));
  const groups = freeDayGroups(agent);
  const seven = sevenDays(agent);
  const pattern: Pattern = {
    ...plainPattern(sheet),
    pairs: pairCosts(agent),
    runs: [...shiftRuns(agent), ...seven],
    singles: singleLates(agent),
    change: shiftChanges(agent),
    groups,
    spill: groups.length + seven.length > 0 ? spillOf(sheet) : null,
  };
  const key = fingerprint(pattern);
  if (!shared.has(key)) shared.set(key, pattern);
  return { cell: cellCosts(agent), history, pattern: shared.get(key)!, counters: counters(agent) };
}

const fingerprint = (pattern: Pattern): string =>
  JSON.stringify(pattern, (_, value: unknown) => (ArrayBuffer.isView(value) ? String(value) : value));
