/**
 * A large csv file read by two threads: a second one splits its bytes and hands over packed pieces, this one makes rows of
 * them and works on. The rows are the same and come in the same order as from `scanCsv`; the callback is called on this thread,
 * which sleeps where it has to wait. A quoted line break is no danger, for the file is split from its beginning, in one pass.
 */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { assert } from '../base/assert.js';
import type { Packed, PackOptions } from './pack-rows.js';
import { type ScanOptions, unpacker } from './scan-csv.js';

/** What the splitting thread is given. */
export interface Errand {
  readonly path: string;
  readonly options: PackOptions;
  readonly port: MessagePort;
  /** Three Int32: messages sent, messages taken, 1 where no more are wanted. */
  readonly gate: SharedArrayBuffer;
}

/** What it says: a piece, the end, or why it could not go on. */
export type Word = Packed | { readonly end: true } | { readonly failed: string };

export const SENT = 0;
export const TAKEN = 1;
export const STOP = 2;

/** Milliseconds until a thread that says nothing is given up. */
const PATIENCE = 60_000;

/** False: no thread could be had, and no row has been told. `thread`: the compiled scan-thread. */
export function scanBeside(path: string, options: ScanOptions, thread: URL): boolean {
  const { port1: port, port2: far } = new MessageChannel();
  const gate = new SharedArrayBuffer(12);
  const counts = new Int32Array(gate);
  const { separator, columns, width } = options;
  const how: PackOptions = { ...(separator === undefined ? {} : { separator }), columns, width };
  const errand: Errand = { path, options: how, port: far, gate };
  const worker = new Worker(thread, { workerData: errand, transferList: [far] });
  // Events cannot reach a thread that sleeps: a fault is told through the port.
  worker.on('error', () => {});
  worker.unref();
  const take = unpacker(options);
  try {
    for (let taken = 0; ; taken += 1) {
      if (Atomics.wait(counts, SENT, taken, PATIENCE) === 'timed-out' && taken === 0) return false;
      const word = receiveMessageOnPort(port)?.message as Word | undefined;
      assert(word !== undefined, 'the thread that splits a file has fallen silent');
      Atomics.add(counts, TAKEN, 1);
      Atomics.notify(counts, TAKEN);
      if ('end' in word) return true;
      if ('failed' in word) throw new Error(word.failed);
      if (!take(word)) return true;
    }
  } finally {
    Atomics.store(counts, STOP, 1);
    Atomics.add(counts, TAKEN, 1);
    Atomics.notify(counts, TAKEN);
    port.close();
  }
}
