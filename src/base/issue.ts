/**
 * What a user must know about their input or the result. User faults are collected data, never exceptions: a reader
 * returns all of them at once. Only our own bugs throw (`InternalError`).
 */
import type { SourceRef } from './source.js';
import type { Text } from './text.js';

/** error: the run cannot go on with this input; warning: it goes on, somebody should look; info: worth knowing. */
type Severity = 'error' | 'warning' | 'info';

export interface Issue {
  /** Stable, kebab-case; `test/errors/` holds a smallest example of every one. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, with the values. Where it is stands in `source`, not here. */
  readonly message: Text;
  /** What to do about it. */
  readonly hint: Text;
  readonly source: SourceRef | null;
}

/** A value with everything there was to say about it. `value` is null exactly when an issue is an error. */
export interface Outcome<T> {
  readonly value: T | null;
  readonly issues: readonly Issue[];
}

type IssueMaker = (code: string, source: SourceRef | null, message: Text, hint: Text) => Issue;

const maker =
  (severity: Severity): IssueMaker =>
  (code, source, message, hint) => ({ code, severity, source, message, hint });

export const error: IssueMaker = maker('error');
export const warning: IssueMaker = maker('warning');
export const info: IssueMaker = maker('info');

export const hasErrors = (issues: readonly Issue[]): boolean => issues.some((issue) => issue.severity === 'error');

/** Wraps a value with its issues; drops the value where an issue is an error. */
export const outcome = <T>(value: T, issues: readonly Issue[]): Outcome<T> => ({
  value: hasErrors(issues) ? null : value,
  issues,
});
