/** Steps on the disk a few at a time: most of each is waiting for it. */
const AT_ONCE = 16;

/**
 * Does the work for all, which are asked for in their order, each when its turn has come. Throws the first fault, when nothing
 * is under way any more; what was not begun then is left undone.
 */
export async function severalAtOnce<T>(
  all: Iterable<T> | AsyncIterable<T>,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const queue = Symbol.asyncIterator in all ? all[Symbol.asyncIterator]() : all[Symbol.iterator]();
  let fault: unknown = null;
  const worker = async (): Promise<void> => {
    while (fault === null) {
      const next = await queue.next();
      if (next.done === true) return;
      await work(next.value);
    }
  };
  const watched = async (): Promise<void> => {
    try {
      await worker();
    } catch (thrown) {
      fault ??= thrown;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, watched));
  if (fault !== null) throw fault;
}
