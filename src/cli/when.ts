/** The moment and the name that stand under a decision. */
import { error, type Issue } from '../base/issue.js';
import { text } from '../base/text.js';
import type { Shell } from './shell.js';

const SHANGHAI_MS = 8 * 3_600_000;

/** `2026-12-05T12:00:00+08:00`, Shanghai's clock wherever the machine stands. */
export const moment = (shell: Pick<Shell, 'clock'>): string =>
  `${new Date(shell.clock() + SHANGHAI_MS).toISOString().slice(0, 19)}+08:00`;

/** Somebody answers for it: nothing is decided without a name. */
export const nameMissing = (command: string): Issue =>
  error(
    'name-missing',
    null,
    text(`${command} needs the name of who decides it.`, `${command} 需要写明由谁决定。`),
    text('Add --by NAME.', '请加上 --by 姓名。'),
  );
