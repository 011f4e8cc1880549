/**
 * Runs of one program side by side, one thread each: every run answers with its exit code and its JSON document. A thread
 * does many runs, so that what was compiled once stays. Where the compiled thread cannot be had (running from the
 * TypeScript sources) the runs follow one another here.
 */
import { Worker } from 'node:worker_threads';
import { EXIT, type ExitCode } from '../exit.js';
import { run } from '../run.js';
import type { Shell } from '../shell.js';

/** What a thread of the pool is given once. */
export interface PoolErrand {
  readonly program: 'roster' | 'pay';
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** One Int32: how often Ctrl-C was pressed. */
  readonly pressed: SharedArrayBuffer;
}

/** What it answers to one list of arguments. */
export interface Outcome {
  readonly exit: ExitCode;
  /** The document on stdout; of our own bugs the stack is in `talk`. */
  readonly document: string;
  readonly talk: string;
}

/** One run whose streams are kept. */
export async function runAside(
  errand: Omit<PoolErrand, 'pressed'>,
  argv: readonly string[],
  pressed: () => number,
  clock: Shell['clock'],
): Promise<Outcome> {
  const document: string[] = [];
  const talk: string[] = [];
  const exit = await run(errand.program, argv, {
    stdout: { write: (words) => document.push(words), isTTY: false },
    stderr: { write: (words) => talk.push(words), isTTY: false },
    clock,
    cwd: errand.cwd,
    env: errand.env,
    columns: null,
    pressed,
    onInterrupt: () => () => {},
  });
  return { exit, document: document.join(''), talk: talk.join('') };
}

/** How often Ctrl-C is looked for, in milliseconds. */
const TICK = 50;

/**
 * The first Ctrl-C: what runs comes to its end, the rest is not begun.
 * @returns in the order of `lines`; null: not begun
 */
export async function runAll(
  errand: Omit<PoolErrand, 'pressed'>,
  lines: readonly (readonly string[])[],
  threads: number,
  shell: Pick<Shell, 'pressed' | 'clock'>,
  done: (at: number, outcome: Outcome) => void,
): Promise<readonly (Outcome | null)[]> {
  const outcomes: (Outcome | null)[] = lines.map(() => null);
  const cancelled = (): boolean => shell.pressed() > 0;
  let next = 0;
  const each = async (send: (argv: readonly string[]) => Promise<Outcome>): Promise<void> => {
    while (next < lines.length && !cancelled()) {
      const at = next++;
      const outcome = await send(lines[at]!);
      outcomes[at] = outcome;
      done(at, outcome);
    }
  };
  if (import.meta.url.endsWith('.ts')) {
    await each((argv) => runAside(errand, argv, shell.pressed, shell.clock));
    return outcomes;
  }
  const pressed = new SharedArrayBuffer(4);
  const watch = setInterval(() => Atomics.store(new Int32Array(pressed), 0, shell.pressed()), TICK);
  try {
    await Promise.all(
      Array.from({ length: Math.min(threads, lines.length) }, async () => {
        const seat: Seat = { worker: null };
        await each((argv) => sent(seat, { ...errand, pressed }, argv));
        await seat.worker?.terminate();
      }),
    );
  } finally {
    clearInterval(watch);
  }
  return outcomes;
}

interface Seat {
  worker: Worker | null;
}

/** A thread that breaks down (out of memory) costs its run only: the next one gets a new thread. */
function sent(seat: Seat, errand: PoolErrand, argv: readonly string[]): Promise<Outcome> {
  const worker = seat.worker ?? new Worker(new URL('./thread.js', import.meta.url), { workerData: errand });
  seat.worker = worker;
  return new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      worker.off('message', settle).off('error', failed).off('exit', ended);
      resolve(outcome);
    };
    const broke = (talk: string): void => {
      seat.worker = null;
      settle({ exit: EXIT.bug, document: '', talk });
    };
    const failed = (fault: unknown): void => broke(fault instanceof Error ? (fault.stack ?? '') : String(fault));
    const ended = (code: number): void => broke(`the thread ended (${code})`);
    worker.on('message', settle).on('error', failed).on('exit', ended);
    worker.postMessage(argv);
  });
}
