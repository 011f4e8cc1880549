/** Steps on the disk a few at a time: most of each is waiting for it. */
const AT_ONCE = 16;

/** Does the work for all. Throws the first fault, when nothing is under way any more; what was not begun then is left undone. */
export async function severalAtOnce<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  let next = 0;
  let fault: unknown = null;
  const worker = async (): Promise<void> => {
    while (next < all.length && fault === null) {
      const one = all[next]!;
      next += 1;
      await work(one).catch((thrown) => {
        fault ??= thrown;
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (fault !== null) throw fault;
}
