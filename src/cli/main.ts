/** The real world: what `bin/*.js` start. */
import { EXIT } from './exit.js';
import { run } from './run.js';
import type { Shell } from './shell.js';

const sink = (stream: NodeJS.WriteStream): Shell['stdout'] => ({
  write: (words) => stream.write(words),
  isTTY: stream.isTTY === true,
});

function processShell(): Shell {
  // `roster show | head`: whoever stops reading has seen enough.
  process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EPIPE') process.exit(EXIT.done);
    throw fault;
  });
  return {
    stdout: sink(process.stdout),
    stderr: sink(process.stderr),
    clock: () => Date.now(),
    cwd: process.cwd(),
    env: process.env,
    columns: process.stdout.isTTY === true ? process.stdout.columns : null,
    onInterrupt: (handler) => {
      process.on('SIGINT', handler);
      return () => process.off('SIGINT', handler);
    },
  };
}

/** Runs one of the two programs with the process's arguments and leaves its exit code. */
export async function main(program: 'roster' | 'pay'): Promise<void> {
  const code = await run(program, process.argv.slice(2), processShell());
  // A search that was broken off twice may still be running: only exit() ends it.
  if (code === EXIT.interrupted) process.exit(code);
  process.exitCode = code;
}
