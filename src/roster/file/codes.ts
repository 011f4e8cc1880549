/**
 * What a cell of a roster file says: a shift code (白), two of them (`白+晚`), rest (休), leave (`假:事假`), nothing because
 * not employed (-).
 */
import type { HandbookInForce } from '../../handbook/in-force.js';
import { ABSENT, type Cell, REST } from '../roster.js';

const LEAVE = '假:';
const REST_WORDS = new Set(['休', '休息', '轮休', '休假', 'off', 'rest']);
const ABSENT_WORDS = new Set(['-', '–', '—', '--', '——']);

export function codeOf(cell: Cell): string {
  if (cell.kind === 'shift') return cell.shifts.join('+');
  if (cell.kind === 'leave') return `${LEAVE}${cell.leave}`;
  return cell.kind === 'rest' ? '休' : '-';
}

/** What may stand in a cell. */
export interface Codes {
  /** Code or name of a shift -> its code. */
  readonly shifts: ReadonlyMap<string, string>;
  /** Word for a kind of leave -> the handbook's key. */
  readonly leave: ReadonlyMap<string, string>;
}

export function codesOf(handbook: HandbookInForce): Codes {
  const shifts = new Map<string, string>();
  for (const [code, { name }] of Object.entries(handbook.values.shifts)) {
    for (const word of [name.en, name.zh]) if (!shifts.has(word)) shifts.set(word, code);
  }
  for (const code of Object.keys(handbook.values.shifts)) shifts.set(code, code);
  const leave = new Map<string, string>();
  for (const [key, { also, name }] of Object.entries(handbook.values.leave.kinds)) {
    for (const word of [key, name.en, name.zh, ...also]) leave.set(word, key);
  }
  return { shifts, leave };
}

/**
 * Workbooks mark cells in which a rule is broken: `晚[X]`; csv files guard `-` against being calculated: `'-`. Neither says
 * anything about the cell.
 */
function unmarked(words: string): string {
  const trimmed = words.trim().replace(/^'/, '');
  return trimmed.toUpperCase().endsWith('[X]') ? trimmed.slice(0, -3).trimEnd() : trimmed;
}

/** Null where the words say nothing known; an empty cell says nothing. */
export function readCode(words: string, codes: Codes): Cell | null {
  const trimmed = unmarked(words);
  if (REST_WORDS.has(trimmed.toLowerCase())) return REST;
  if (ABSENT_WORDS.has(trimmed)) return ABSENT;
  const marked = leaveWords(trimmed);
  const kind = codes.leave.get(marked ?? trimmed);
  if (kind !== undefined) return { kind: 'leave', leave: kind };
  if (marked !== null) return null;
  const shifts = trimmed.split(/[+＋]/).map((part) => codes.shifts.get(part.trim()));
  return shifts.every((code) => code !== undefined) ? { kind: 'shift', shifts } : null;
}

/**
 * Takes the words as they are, for rosters of the past whose shifts the handbook may no longer know: only an empty cell
 * is refused.
 */
export function readOldCode(words: string, codes: Codes): Cell | null {
  const known = readCode(words, codes);
  if (known !== null) return known;
  const trimmed = unmarked(words);
  const marked = leaveWords(trimmed);
  if (marked !== null) return { kind: 'leave', leave: marked };
  return trimmed === '' ? null : { kind: 'shift', shifts: trimmed.split(/[+＋]/).map((part) => part.trim()) };
}

/** The words behind `假:` or in brackets; null where there are none. */
function leaveWords(words: string): string | null {
  if (/^假[:：]/.test(words)) return words.slice(2).trim();
  const bracketed = /^[[(（【]([^\])）】]*)[\])）】]$/.exec(words);
  return bracketed ? bracketed[1]!.trim() : null;
}
