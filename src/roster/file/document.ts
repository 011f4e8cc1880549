/** roster.json: the roster with its pins and accepted violations, one code a day, readable by people. */
import { error, type Issue, type Outcome, outcome } from '../../base/issue.js';
import type { SourceRef } from '../../base/source.js';
import { text } from '../../base/text.js';
import { type Day, daysOf, parseDay, parseMonth } from '../../calendar/day.js';
import type { RuleId } from '../../handbook/schema/rules.js';
import type { StaffId } from '../../people/person.js';
import type { Accepted, Cell, KeptLeave, Pin, ProvedBound, Revision, Roster, RosterRow } from '../roster.js';
import { RULES } from '../rules/index.js';
import { codeOf } from './codes.js';
import { cellReader, named, type RosterContext, rowFaults } from './context.js';

/** The document as it stands in the file. `madeFrom`: input file -> what it was (a digest); for people. */
export interface RosterDocument {
  readonly month: string;
  readonly revision: number;
  readonly madeFrom: Readonly<Record<string, string>>;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly days: readonly string[] }[];
  readonly pins: readonly { readonly id: string; readonly day: string; readonly by: string }[];
  readonly accepted: readonly {
    readonly rule: string;
    readonly id: string | null;
    readonly day: string;
    readonly because: string;
    readonly by: string;
  }[];
  /** Only where there is any. */
  readonly leave?: readonly LeaveEntry[];
  readonly revisions?: readonly RevisionEntry[];
  readonly bound?: ProvedBound;
}

interface LeaveEntry {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly by: string;
}

/** A cell is a row: `["1007", "2026-12-05", "白", "休"]`. */
interface RevisionEntry {
  readonly revision: number;
  readonly what: string;
  readonly on: string | null;
  readonly asked_by: string;
  readonly approved_by: string;
  readonly because: string;
  readonly cells: readonly (readonly [id: string, day: string, was: string, is: string])[];
}

export const rosterDocument = (roster: Roster, madeFrom: Readonly<Record<string, string>> = {}): RosterDocument => ({
  month: roster.month,
  revision: roster.revision,
  madeFrom,
  rows: roster.rows.map(({ staff, name, cells }) => ({ id: staff, name, days: cells.map(codeOf) })),
  pins: roster.pins.map(({ staff, day, by }) => ({ id: staff, day, by })),
  accepted: roster.accepted.map(({ rule, staff, day, because, by }) => ({ rule, id: staff, day, because, by })),
  ...(roster.leave === undefined || roster.leave.length === 0
    ? {}
    : { leave: roster.leave.map(({ staff, from, to, kind, by }) => ({ id: staff, from, to, kind, by })) }),
  ...(roster.revisions === undefined || roster.revisions.length === 0
    ? {}
    : { revisions: roster.revisions.map(revisionEntry) }),
  ...(roster.bound === undefined ? {} : { bound: roster.bound }),
});

const revisionEntry = ({ revision, what, on, askedBy, approvedBy, because, cells }: Revision): RevisionEntry => ({
  ...{ revision, what, on, asked_by: askedBy, approved_by: approvedBy, because },
  cells: cells.map(({ staff, day, was, is }) => [staff, day, codeOf(was), codeOf(is)] as const),
});

/** Reads a document of unknown shape. */
export function readRosterDocument(document: unknown, source: SourceRef, context: RosterContext): Outcome<Roster> {
  const month = isRecord(document) && typeof document.month === 'string' ? parseMonth(document.month) : null;
  if (!isRecord(document) || month === null || !Array.isArray(document.rows)) {
    return { value: null, issues: [broken(source, 'month', 'rows')] };
  }
  const issues: Issue[] = [];
  if (context.month !== null && month !== context.month) {
    const message = text(
      `the roster is of ${month}, not ${context.month}.`,
      `排班表是 ${month} 的，而不是 ${context.month} 的。`,
    );
    issues.push(error('roster-other-month', source, message, text('Give the right file.', '请提供正确的文件。')));
  }
  const days = daysOf(month);
  const cells = cellReader(context);
  const rows = document.rows.flatMap((row: unknown, index): RosterRow[] => {
    const place = { ...source, path: `rows.${index}` };
    if (!isRecord(row) || typeof row.id !== 'string' || !isTexts(row.days) || row.days.length !== days.length) {
      issues.push(broken(place, 'id', `days (${days.length} codes)`));
      return [];
    }
    const name = typeof row.name === 'string' ? row.name : '';
    const who = named(row.id, name);
    const read = row.days.map((words, day): Cell => cells.read(words, who, days[day]!, place) ?? { kind: 'absent' });
    return [{ staff: row.id as StaffId, name, cells: read }];
  });
  const pins = entries(document.pins, source, 'pins', issues, ({ id, day, by }): Pin | null => {
    const on = typeof day === 'string' ? parseDay(day) : null;
    return typeof id === 'string' && on !== null ? { staff: id as StaffId, day: on, by: String(by ?? '') } : null;
  });
  const accepted = entries(document.accepted, source, 'accepted', issues, (entry): Accepted | null => {
    const { rule, id, day, because, by } = entry;
    const on = typeof day === 'string' ? parseDay(day) : null;
    const isRule = typeof rule === 'string' && Object.hasOwn(RULES, rule);
    if (!isRule || on === null || (id !== null && typeof id !== 'string')) return null;
    const staff = id === null ? null : (id as StaffId);
    return { rule: rule as RuleId, staff, day: on, because: String(because ?? ''), by: String(by ?? '') };
  });
  const leave = entries(document.leave, source, 'leave', issues, ({ id, from, to, kind, by }): KeptLeave | null => {
    const [first, last] = [dayOf(from), dayOf(to)];
    if (typeof id !== 'string' || typeof kind !== 'string' || first === null || last === null) return null;
    return { staff: id as StaffId, from: first, to: last, kind, by: String(by ?? '') };
  });
  const revisions = entries(document.revisions, source, 'revisions', issues, (entry) => revisionOf(entry, context));
  const bound = boundOf(document.bound);
  const roster: Roster = {
    ...{ month, revision: whole(document.revision) ?? 0, rows, pins, accepted },
    ...(leave.length === 0 ? {} : { leave }),
    ...(revisions.length === 0 ? {} : { revisions }),
    ...(bound === null ? {} : { bound }),
  };
  return outcome(roster, [...issues, ...cells.issues, ...rowFaults(rows, new Map(), context.people, month, source)]);
}

const WHATS = ['generate', 'publish', 'swap', 'cover', 'replan'] as const;

/** Codes of the past are taken as they are. */
function revisionOf(entry: Readonly<Record<string, unknown>>, context: RosterContext): Revision | null {
  const [revision, what] = [whole(entry.revision), WHATS.find((word) => word === entry.what)];
  if (revision === null || what === undefined) return null;
  const { read } = cellReader({ ...context, unknownCodes: 'keep' });
  const cells = (Array.isArray(entry.cells) ? entry.cells : []).flatMap((cell: unknown) => {
    if (!isTexts(cell)) return [];
    const [id, on, was, is] = cell;
    const day = dayOf(on);
    if (day === null || id === undefined) return [];
    const cellAt = (words = ''): Cell => read(words, '', day, { file: '' }) ?? { kind: 'absent' };
    return [{ staff: id as StaffId, day, was: cellAt(was), is: cellAt(is) }];
  });
  const words = (value: unknown): string => (typeof value === 'string' ? value : '');
  const [askedBy, approvedBy, because] = [words(entry.asked_by), words(entry.approved_by), words(entry.because)];
  return { revision, what, on: dayOf(entry.on), askedBy, approvedBy, because, cells };
}

function boundOf(value: unknown): ProvedBound | null {
  if (!isRecord(value) || typeof value.inputs !== 'string') return null;
  const [hard, soft] = [whole(value.hard), whole(value.soft)];
  return hard === null || soft === null ? null : { hard, soft, inputs: value.inputs };
}

const whole = (value: unknown): number | null => (typeof value === 'number' && Number.isInteger(value) ? value : null);

const dayOf = (value: unknown): Day | null => (typeof value === 'string' ? parseDay(value) : null);

function entries<T>(
  list: unknown,
  source: SourceRef,
  chapter: string,
  issues: Issue[],
  read: (entry: Readonly<Record<string, unknown>>) => T | null,
): T[] {
  return (Array.isArray(list) ? list : []).flatMap((entry: unknown, index) => {
    const value = isRecord(entry) ? read(entry) : null;
    if (value === null) issues.push(broken({ ...source, path: `${chapter}.${index}` }, 'id', 'day'));
    return value === null ? [] : [value];
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

const broken = (source: SourceRef, ...needed: readonly string[]): Issue =>
  error(
    'roster-document-broken',
    source,
    text(
      `this is no roster as the program writes it: ${needed.join(', ')} missing or wrong.`,
      `不是本程序写出的排班表：缺少或写错了 ${needed.join('、')}。`,
    ),
    text('Restore the file, or publish the roster again from its grid.', '请恢复该文件，或用排班网格重新发布。'),
  );
