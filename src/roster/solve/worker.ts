/** The entry of a search thread: see `threads.ts`. */
import { platform, setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import { exchangeOver, sizeOf } from './exchange.js';
import { solve } from './solve.js';
import type { Errand } from './threads.js';

/**
 * The first thread decides, and in its first seconds the compiler works for it on the other core: a helper gives way to both. On Linux a priority is a
 * thread's (setpriority(2)); elsewhere it would be the whole program's.
 */
const NICE = 5;
if (platform() === 'linux') setPriority(NICE);

const { model, memory, seed, time, thread, threads, start } = workerData as Errand;
const exchange = exchangeOver(memory, sizeOf(model));
const budget = { elapsed: exchange.elapsed, time, iterations: null, cancelled: exchange.isStopped };
const options = start === null ? { seed, budget } : { seed, budget, start };
solve(model, options, { exchange, thread, threads });
