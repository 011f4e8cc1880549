/** The thread of a command that searches: the program with a shell that speaks through the main thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Errand, FATE, type Word } from './main.js';
import { run } from './run.js';

const errand = workerData as Errand;
const say = (word: Word): void => parentPort?.postMessage(word);
const pressed = new Int32Array(errand.pressed);

const code = await run(errand.program, errand.argv, {
  stdout: { write: (words) => say({ to: 'stdout', words }), isTTY: errand.isTTY.stdout },
  stderr: { write: (words) => say({ to: 'stderr', words }), isTTY: errand.isTTY.stderr },
  clock: () => Date.now(),
  cwd: errand.cwd,
  env: errand.env,
  columns: errand.columns,
  pressed: () => Atomics.load(pressed, 0),
  mayWrite: () => Atomics.compareExchange(pressed, 1, FATE.open, FATE.writes) !== FATE.over,
  // The second Ctrl-C ends this thread from outside.
  onInterrupt: () => () => {},
});
say({ to: 'exit', code });
