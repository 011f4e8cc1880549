/**
 * The kernel's memory of the row searches: the shapes that were searched, with what searches remember of them, and behind them what the search at hand lays down. A thread has one; it
 * is that of one model at a time.
 */
import { type Arena, arenaIn } from './arena.js';
import { type Kernel, makeKernel, reserve } from './kernel.js';
import { packShape } from './packed.js';
import type { RowShape } from './shape.js';

/** Bytes of a number and of a word. */
export const NUMBER = 8;
export const WORD = 4;

export interface RowMemory {
  readonly kernel: Kernel;
  /** All of it as numbers, words and bytes; other arrays behind `take` where it grew. */
  numbers: Float64Array;
  words: Int32Array;
  bytes: Uint8Array;
  /** The first address that nobody has taken. */
  top: number;
}

const kernel = makeKernel();
export const memory: RowMemory = {
  kernel,
  numbers: new Float64Array(0),
  words: new Int32Array(0),
  bytes: new Uint8Array(0),
  top: 0,
};

let owner: object | null = null;
let arena: Arena = arenaIn(kernel, 0);
let shapes = new Map<RowShape, number>();

/**
 * Begins a search: what the last one laid down is given up.
 * @param of whose shapes are kept; those of anybody else are given up, too
 * @returns the shape's address
 */
export function beginSearch(of: object, shape: RowShape): number {
  if (owner !== of) {
    owner = of;
    arena = arenaIn(kernel, 0);
    shapes = new Map();
  }
  let shapeAt = shapes.get(shape);
  if (shapeAt === undefined) {
    shapeAt = packShape(arena, shape);
    shapes.set(shape, shapeAt);
  }
  giveUp();
  return shapeAt;
}

/** Gives up what the last search laid down, but not the shapes. */
export function giveUp(): void {
  memory.top = arena.top();
  look();
}

/** Views of what the memory is now: behind whatever may have made it grow. */
export function look(): void {
  const { buffer } = kernel.memory;
  if (memory.numbers.buffer === buffer) return;
  memory.numbers = new Float64Array(buffer);
  memory.words = new Int32Array(buffer);
  memory.bytes = new Uint8Array(buffer);
}

/** Takes so many bytes; answers where. */
export function take(bytes: number): number {
  const at = Math.ceil(memory.top / NUMBER) * NUMBER;
  memory.top = at + bytes;
  if (memory.top > memory.bytes.length) {
    reserve(kernel, Math.ceil(memory.top * 1.5));
    look();
  }
  return at;
}

/** Copies the elements from..to-1 of an array; answers where element 0 would lie. */
export function putWords(array: Int32Array, to: number, from = 0): number {
  const at = take(WORD * (to - from));
  memory.words.set(array.subarray(from, to), at / WORD);
  return at - WORD * from;
}

export function putNumbers(array: Float64Array, to: number, from = 0): number {
  const at = take(NUMBER * (to - from));
  memory.numbers.set(array.subarray(from, to), at / NUMBER);
  return at - NUMBER * from;
}

export function putBytes(array: Uint8Array, to: number, from = 0): number {
  const at = take(to - from);
  memory.bytes.set(array.subarray(from, to), at);
  return at - from;
}

/** A record of words. */
export function putRecord(words: readonly number[]): number {
  const at = take(WORD * words.length);
  memory.words.set(words, at / WORD);
  return at;
}
