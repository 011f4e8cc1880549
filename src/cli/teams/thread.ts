/** A thread of the pool: runs the arguments it is sent, one list after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { type PoolErrand, runAside } from './pool.js';

const errand = workerData as PoolErrand;
const pressed = new Int32Array(errand.pressed);

parentPort?.on('message', async (argv: readonly string[]) => {
  parentPort?.postMessage(
    await runAside(
      errand,
      argv,
      () => Atomics.load(pressed, 0),
      () => Date.now(),
    ),
  );
});
