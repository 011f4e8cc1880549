/** The entry of a search thread: see `threads.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { exchangeOver, sizeOf } from './exchange.js';
import { solve } from './solve.js';
import type { Errand, Word } from './threads.js';

const { model, memory, seed, time, thread, threads, start } = workerData as Errand;
const exchange = exchangeOver(memory, sizeOf(model));
const say = (word: Word): void => parentPort?.postMessage(word);
const budget = { elapsed: exchange.elapsed, time, iterations: null, cancelled: exchange.isStopped };
const onProgress = (progress: Parameters<NonNullable<Parameters<typeof solve>[1]['onProgress']>>[0]): void =>
  say({ progress });
const options = start === null ? { seed, budget, onProgress } : { seed, budget, onProgress, start };
say({ solved: solve(model, options, { exchange, thread, threads }) });
