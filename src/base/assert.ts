/** Our own bug, never the user's: the cli prints the stack and exits 70. */
export class InternalError extends Error {
  override name = 'InternalError';
}

/** States an invariant. `says` describes what must hold, with the values. */
export function assert(condition: boolean, says: string): asserts condition {
  if (!condition) throw new InternalError(says);
}

/** Makes a union exhaustive: a new member that nobody handles does not compile. */
export function assertNever(value: never): never {
  throw new InternalError(`unhandled case ${JSON.stringify(value)}`);
}
