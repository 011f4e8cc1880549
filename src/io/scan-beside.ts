/**
 * A large csv file read by two threads: a second one splits its bytes and hands over packed pieces, this one makes rows of
 * them and works on. The rows are the same and come in the same order as from `scanCsv`; the callback is called on this thread,
 * which sleeps where it has to wait. A quoted line break is no danger, for the file is split from its beginning, in one pass.
 */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
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

/**
 * Null: all is told. Else the thread could not be had or has fallen silent (`patience`, milliseconds), and these are the
 * options by which `scanCsv` tells the file from its beginning: what has been told is not told again. `thread`: the compiled
 * scan-thread.
 */
export function scanBeside(path: string, given: ScanOptions, thread: URL, patience = PATIENCE): ScanOptions | null {
  const { options, rest } = countingTold(given);
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
      Atomics.wait(counts, SENT, taken, patience);
      const word = receiveMessageOnPort(port)?.message as Word | undefined;
      // The machine slept, or the thread is gone.
      if (word === undefined) return rest();
      Atomics.add(counts, TAKEN, 1);
      Atomics.notify(counts, TAKEN);
      if ('end' in word) return null;
      if ('failed' in word) throw new Error(word.failed);
      if (!take(word)) return null;
    }
  } finally {
    Atomics.store(counts, STOP, 1);
    Atomics.add(counts, TAKEN, 1);
    Atomics.notify(counts, TAKEN);
    port.close();
  }
}

/** `rest`: the options given, without the rows and faults that `options` has told by then. Both come in one order always. */
function countingTold(given: ScanOptions): { readonly options: ScanOptions; readonly rest: () => ScanOptions } {
  let [rows, faults] = [0, 0];
  const { onRow, onFault } = given;
  const options: ScanOptions = {
    ...given,
    onRow: (row) => {
      rows += 1;
      return onRow(row);
    },
    onFault: (fault) => {
      faults += 1;
      onFault(fault);
    },
  };
  const rest = (): ScanOptions => {
    let [rowsLeft, faultsLeft] = [rows, faults];
    return {
      ...given,
      onRow: (row) => {
        if (rowsLeft === 0) return onRow(row);
        rowsLeft -= 1;
        return true;
      },
      onFault: (fault) => {
        if (faultsLeft === 0) onFault(fault);
        else faultsLeft -= 1;
      },
    };
  };
  return { options, rest };
}
