/**
 * The solver's loops in WebAssembly, written in AssemblyScript; `npm run kernel` compiles them into `../kernel-bytes.ts`. Memory is laid out by whoever
 * calls: addresses are arguments. Only a row search takes room for itself, behind what it is given (`room.ts`). `addMoved` and
 * `complete` are exported for their tests.
 */
export { grow } from './halves';
export { join, lower } from './meet';
export { make, move, note, standAt, tryOut } from './moves';
export { add, addUp, dot, replace } from './program';
export { search } from './search';
export { addMoved } from './stretch';
export { complete } from './table';

/** The memory up to here holds the constants of the moves; the other loops have none. */
export function base(): usize {
  return __heap_base;
}
