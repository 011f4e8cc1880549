/** Work in a folder that nobody else works in at the same time. */
import { settle } from '../io/journal.js';
import { takeLock } from '../io/lock.js';
import type { Answer } from './command.js';
import { EXIT } from './exit.js';
import { failed } from './failed.js';

/** Runs `work` while the folder is locked; the answer `locked` (exit 75) where another run has it. */
export async function whileLocked(folder: string, command: string, work: () => Promise<Answer>): Promise<Answer> {
  const lock = await takeLock(folder, command);
  if (lock.state !== 'taken') return failed([lock.issue], {}, lock.state === 'held' ? EXIT.locked : EXIT.cannot);
  try {
    // Whoever held the lock before may have been killed while this run waited for its turn.
    const left = await settle(folder);
    if (left !== null) return failed([left]);
    return await work();
  } finally {
    await lock.release();
  }
}
