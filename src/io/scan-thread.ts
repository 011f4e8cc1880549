/** The thread of scan-beside.ts: splits a file and hands over its pieces, a few ahead of the thread that takes them. */
import { closeSync, openSync, readSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { type Packed, packCsv } from './pack-rows.js';
import { type Errand, SENT, STOP, TAKEN, type Word } from './scan-beside.js';

/** Pieces that wait to be taken, at most. */
const AHEAD = 8;

const { path, options, port, gate } = workerData as Errand;
const counts = new Int32Array(gate);
const isStopped = (): boolean => Atomics.load(counts, STOP) === 1;

function send(word: Word, buffers: ArrayBuffer[] = []): void {
  port.postMessage(word, buffers);
  Atomics.add(counts, SENT, 1);
  Atomics.notify(counts, SENT);
}

function give(piece: Packed): boolean {
  for (;;) {
    const taken = Atomics.load(counts, TAKEN);
    if (isStopped()) return false;
    if (Atomics.load(counts, SENT) - taken < AHEAD) break;
    Atomics.wait(counts, TAKEN, taken);
  }
  send(piece, [piece.numbers.buffer, piece.latin.buffer, piece.wide.buffer, piece.ends.buffer]);
  return true;
}

try {
  const file = openSync(path, 'r');
  try {
    packCsv((into, offset, length) => readSync(file, into, offset, length, null), options, give);
  } finally {
    closeSync(file);
  }
  send({ end: true });
} catch (thrown) {
  send({ failed: String(thrown) });
}
port.close();
