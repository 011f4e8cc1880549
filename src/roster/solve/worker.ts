/** The entry of a search thread: see `threads.ts`. */
import { workerData } from 'node:worker_threads';
import { exchangeOver, sizeOf } from './exchange.js';
import { solve } from './solve.js';
import type { Errand } from './threads.js';

const { model, memory, seed, time, thread, threads, start } = workerData as Errand;
const exchange = exchangeOver(memory, sizeOf(model));
const budget = { elapsed: exchange.elapsed, time, iterations: null, cancelled: exchange.isStopped };
const options = start === null ? { seed, budget } : { seed, budget, start };
solve(model, options, { exchange, thread, threads });
