/** A shell for tests: a run is a function call, what it writes is text. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../src/cli/run.js';
import type { Shell } from '../../src/cli/shell.js';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Circumstances {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Milliseconds since 1970 as the run begins; 2026-11-21 12:00 in Shanghai where not given. */
  readonly now?: number;
  /** Given the function that presses Ctrl-C. */
  readonly interrupt?: (press: () => void) => void;
}

export const NOON = Date.UTC(2026, 10, 21, 4);

/**
 * Milliseconds the clock moves on each time somebody looks at it. Were it to stand still, a search that is given time would
 * never end; so it ends after the same number of looks on every machine.
 */
const A_LOOK = 10;

/** Words of a command line; quotes keep blanks together. */
export const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3]!);

interface Captured {
  readonly shell: Shell;
  readonly out: () => string;
  readonly err: () => string;
}

/** A shell whose streams are text. */
export function captured(circumstances: Circumstances = {}): Captured {
  let out = '';
  let err = '';
  let pressed = 0;
  let now = circumstances.now ?? NOON;
  const isTTY = circumstances.isTTY ?? false;
  const shell: Shell = {
    stdout: {
      write: (words) => {
        out += words;
      },
      isTTY,
    },
    stderr: {
      write: (words) => {
        err += words;
      },
      isTTY,
    },
    clock: () => {
      now += A_LOOK;
      return now - A_LOOK;
    },
    cwd: circumstances.cwd ?? '/nowhere',
    env: circumstances.env ?? {},
    columns: circumstances.columns ?? null,
    pressed: () => pressed,
    onInterrupt: (handler) => {
      circumstances.interrupt?.(() => {
        pressed += 1;
        handler();
      });
      return () => {};
    },
  };
  return { shell, out: () => out, err: () => err };
}

/** Runs `roster ...` or `pay ...`. */
export async function ran(line: string, circumstances: Circumstances = {}): Promise<Ran> {
  const [program, ...argv] = wordsOf(line);
  const { shell, out, err } = captured(circumstances);
  const code = await run(program as 'roster' | 'pay', argv, shell);
  return { code, out: out(), err: err() };
}

/** A folder that holds these files and is gone after `use`. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (dir: string) => Promise<T>,
): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'rosterpay-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), content);
    }
    return await use(dir);
  } finally {
    // What was interrupted may still be at its last file.
    rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  }
}
