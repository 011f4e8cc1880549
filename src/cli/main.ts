/**
 * The real world: what `bin/*.js` start. A command that searches runs in a thread of its own, because a search keeps its
 * thread busy and Ctrl-C would never be heard there.
 */
import { Worker } from 'node:worker_threads';
import { text } from '../base/text.js';
import { EXIT, type ExitCode } from './exit.js';
import { languageOf, withLocale } from './language.js';
import { programs } from './programs.js';
import { broken, interrupted, run } from './run.js';
import type { Shell } from './shell.js';

const sink = (stream: NodeJS.WriteStream): Shell['stdout'] => ({
  write: (words) => stream.write(words),
  isTTY: stream.isTTY === true,
});

const UNSAID = text('The result could not be printed: is the disk full?', '结果无法输出：磁盘是否已满？');

function processShell(): Shell {
  // `roster show | head`: whoever stops reading has seen enough.
  process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EPIPE') process.exit(EXIT.done);
    process.stderr.write(`${UNSAID[languageOf(process.argv, process.env)]} (${fault.code ?? fault.message})\n`);
    process.exit(EXIT.cannot);
  });
  let pressed = 0;
  return {
    stdout: sink(process.stdout),
    stderr: sink(process.stderr),
    clock: () => Date.now(),
    cwd: process.cwd(),
    env: withLocale(process.env, process.platform, Intl.DateTimeFormat().resolvedOptions().locale),
    columns: process.stdout.isTTY === true ? process.stdout.columns : null,
    pressed: () => pressed,
    onInterrupt: (handler) => {
      const listener = (): void => {
        pressed += 1;
        handler();
      };
      process.on('SIGINT', listener);
      return () => process.off('SIGINT', listener);
    },
  };
}

/** What the thread is told. */
export interface Errand {
  readonly program: 'roster' | 'pay';
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly columns: number | null;
  readonly isTTY: { readonly stdout: boolean; readonly stderr: boolean };
  /** Two Int32: how often Ctrl-C was pressed; what became of the run (`FATE`). */
  readonly pressed: SharedArrayBuffer;
}

/** Whoever is first decides: the thread that begins to write, or the second Ctrl-C. */
export const FATE = { open: 0, writes: 1, over: 2 } as const;

/** What the thread says. */
export type Word =
  | { readonly to: 'stdout' | 'stderr'; readonly words: string }
  | { readonly to: 'exit'; readonly code: ExitCode };

const STOPPING = text('Ctrl-C: the search ends; once more ends the run.', 'Ctrl-C：搜索结束；再按一次则退出。');

/** Once: the search ends. Twice: the run ends, the thread with it. */
function inThread(program: 'roster' | 'pay', argv: readonly string[], shell: Shell): Promise<ExitCode> {
  const pressed = new SharedArrayBuffer(8);
  const state = new Int32Array(pressed);
  const errand: Errand = {
    program,
    argv,
    cwd: shell.cwd,
    env: { ...shell.env },
    columns: shell.columns,
    isTTY: { stdout: shell.stdout.isTTY, stderr: shell.stderr.isTTY },
    pressed,
  };
  const thread = new Worker(new URL('./thread.js', import.meta.url), { workerData: errand });
  return new Promise((resolve) => {
    let code: ExitCode = EXIT.bug;
    const release = shell.onInterrupt(() => {
      if (Atomics.add(state, 0, 1) > 0) {
        if (Atomics.compareExchange(state, 1, FATE.open, FATE.over) === FATE.open) {
          resolve(interrupted(program, argv, shell));
        }
      } else if (shell.stderr.isTTY) shell.stderr.write(`\r\u001b[K${STOPPING[languageOf(argv, shell.env)]}\n`);
    });
    thread.on('message', (word: Word) => {
      if (word.to === 'exit') code = word.code;
      else shell[word.to].write(word.words);
    });
    thread.on('error', (fault) => resolve(broken(argv, shell, fault)));
    thread.on('exit', () => {
      release();
      resolve(code);
    });
  });
}

/** Runs one of the two programs with the process's arguments and leaves its exit code. */
export async function main(program: 'roster' | 'pay'): Promise<void> {
  const argv = process.argv.slice(2);
  const shell = processShell();
  const named = programs[program].commands.find(({ name }) => name === argv.find((word) => !word.startsWith('-')));
  const code = await (named?.searches === true ? inThread : run)(program, argv, shell);
  // What was broken off may still be running: only exit() ends it.
  if (code === EXIT.interrupted) process.exit(code);
  process.exitCode = code;
}
