/** A handbook has chapters for both programs: what is merely worth knowing about the other's chapters is not said here. */
import type { Issue } from '../base/issue.js';

const OTHERS = {
  roster: /^(pay|sales)(\.|$)/,
  pay: /^(rules|service|duty|cleaning|meetings|routine)(\.|$)/,
} as const;

export const concerning = (program: 'roster' | 'pay', issues: readonly Issue[]): Issue[] =>
  issues.filter((issue) => issue.severity === 'error' || !OTHERS[program].test(issue.source?.path ?? ''));
