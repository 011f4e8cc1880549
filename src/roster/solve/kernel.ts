/**
 * The loops over long stretches of numbers, in WebAssembly (`kernel/`): the same digits on every machine, at once as fast as they get, while the
 * engine takes seconds to compile loops over typed arrays well, and up to five times as fast as what it makes of them.
 */
import { KERNEL } from './kernel-bytes.js';

/** Addresses and lengths are in bytes, see `kernel/index.ts`. */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly base: () => number;
  readonly add: (vector: number, stretch: number, amount: number, length: number) => void;
  readonly dot: (vector: number, stretch: number, length: number) => number;
  readonly replace: (count: number, length: number, square: number, alpha: number, row: number, place: number) => void;
  readonly addUp: (from: number, to: number, sum: number) => void;
  readonly complete: (
    arcs: number,
    arcsEnd: number,
    stretch: number,
    stretchEnd: number,
    target: number,
    low: number,
    high: number,
  ) => void;
  /** Of a `Task`; what lies behind `free` is overwritten, and the memory may grow. */
  readonly search: (task: number, free: number) => number;
  readonly addMoved: (from: number, to: number, words: number, sum: number) => void;
  /** Of a `Growing`. */
  readonly grow: (growing: number) => number;
  /** Of a `Day`, and of a `Join`. */
  readonly lower: (day: number) => void;
  readonly join: (join: number) => number;
  readonly standAt: (
    model: number,
    standing: number,
    first: number,
    second: number,
    cost: number,
    firstSeed: number,
    secondSeed: number,
  ) => void;
  readonly tryOut: (from: number, to: number, rows: number) => number;
  readonly make: () => void;
  readonly move: (times: number, temperature: number, hard: number) => number;
  readonly note: () => void;
}

/** What of the standard is used here; neither the language's own types nor Node's know it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

const PAGE = 65_536;

const compiled = new WebAssembly.Module(Buffer.from(KERNEL, 'base64'));

/** A kernel with a memory of its own. */
export const makeKernel = (): Kernel => new WebAssembly.Instance(compiled).exports as Kernel;

/** Makes room for so many bytes: arrays that look into the memory are of no use behind it, where it grew. */
export function reserve({ memory }: Kernel, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
}
