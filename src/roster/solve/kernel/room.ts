/** Room for what one row search lays down in the kernel: taken one behind another, given up all at once. Behind whatever the caller has laid down. */

let top: usize = 0;

/** From this address on the memory is free. */
export function openAt(at: usize): void {
  top = at;
}

/** What is taken from here on may be given up by `openAt`. */
export function mark(): usize {
  return top;
}

/** Takes so many bytes; answers where. What stands there is anybody's. */
export function take(bytes: usize): usize {
  top = (top + 15) & ~(<usize>15);
  const at = top;
  more(bytes);
  return at;
}

/** Takes so many bytes straight behind what was taken last. */
export function more(bytes: usize): void {
  top += bytes;
  const pages = <i32>((top + 0xffff) >>> 16) - memory.size();
  // By half as much again, so that it seldom grows; where there is not so much, by what is needed.
  if (pages > 0 && memory.grow(max(pages, memory.size() >> 1)) < 0 && memory.grow(pages) < 0) unreachable();
}

/** Takes room for so many words, all 0. */
export function takeWords(count: i32): usize {
  const at = take((<usize>count) << 2);
  memory.fill(at, 0, (<usize>count) << 2);
  return at;
}

/** Takes room for so many numbers, all 0. */
export function takeNumbers(count: i32): usize {
  const at = take((<usize>count) << 3);
  memory.fill(at, 0, (<usize>count) << 3);
  return at;
}
