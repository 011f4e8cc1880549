/** The answer of a run that could not do what was asked: its issues say why. */
import type { Issue } from '../base/issue.js';
import type { Answer, Json } from './command.js';
import { EXIT, type ExitCode } from './exit.js';

const STATUS: Partial<Readonly<Record<ExitCode, string>>> = {
  [EXIT.interrupted]: 'interrupted',
  [EXIT.bug]: 'bug',
  [EXIT.locked]: 'locked',
};

export const failed = (
  issues: readonly Issue[],
  document: { readonly [key: string]: Json } = {},
  exit: ExitCode = EXIT.cannot,
): Answer => ({ exit, status: STATUS[exit] ?? 'failed', issues, document, print: () => '' });
