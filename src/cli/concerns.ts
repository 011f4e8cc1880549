/** A handbook has chapters for several tasks: what is merely worth knowing about another task's chapters is not said here. */
import type { Issue } from '../base/issue.js';

const OTHERS = {
  roster: /^(pay|sales)(\.|$)/,
  pay: /^(rules|service|duty|cleaning|meetings|routine)(\.|$)/,
  /** `pay orders`: only sales matter. */
  orders: /^(pay|rules|service|duty|cleaning|meetings|routine)(\.|$)/,
  attendance: /^(rules(?!\.hand-over)|service|duty|cleaning|routine|sales|pay(?!\.attendance))(\.|$)/,
} as const;

export const concerning = (program: keyof typeof OTHERS, issues: readonly Issue[]): Issue[] =>
  issues.filter((issue) => issue.severity === 'error' || !OTHERS[program].test(issue.source?.path ?? ''));
