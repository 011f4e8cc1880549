/** Long texts made piece by piece become pieces that are worth a call of the system. */

/** Characters. */
const ENOUGH = 1 << 16;

/** The same text in fewer pieces. */
export function* inBulk(words: Iterable<string>): Generator<string> {
  let bulk = '';
  for (const piece of words) {
    bulk += piece;
    if (bulk.length < ENOUGH) continue;
    yield bulk;
    bulk = '';
  }
  if (bulk !== '') yield bulk;
}

/** The same as the bytes of a file. */
export function* bytesOf(words: Iterable<string>): Generator<Uint8Array> {
  for (const bulk of inBulk(words)) yield Buffer.from(bulk);
}
