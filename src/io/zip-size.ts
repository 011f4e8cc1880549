/** What a zip archive says it will unpack to, read from its directory before anything is unpacked. */

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
/** The long form for large archives, which some programs write for every workbook. */
const LONG_LOCATOR = 0x07064b50;
const LONG_END = 0x06064b50;
const LONG_FIELD = 0x0001;
/** "Look into the long form." */
const ELSEWHERE = 0xffffffff;
/** The end record is 22 bytes and a comment of at most 65,535. */
const LONGEST_END = 65_557;

/**
 * Bytes all entries unpack to; null where the directory is missing or broken (a file cut off), Infinity where an entry hides its
 * size. hucre stops each entry at the size its directory declares, so the sum cannot be exceeded.
 */
export function unpackedSize(bytes: Uint8Array): number | null {
  try {
    return summed(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (thrown) {
    // An offset beyond the file.
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

function summed(view: DataView): number | null {
  let end = view.byteLength - 22;
  const lowest = Math.max(0, view.byteLength - LONGEST_END);
  while (end >= lowest && view.getUint32(end, true) !== DIRECTORY_END) end -= 1;
  if (end < lowest) return null;
  const directory = longDirectory(view, end) ?? {
    entries: view.getUint16(end + 10, true),
    at: view.getUint32(end + 16, true),
  };
  let { at } = directory;
  let total = 0;
  for (let entry = 0; entry < directory.entries; entry += 1) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const size = unpacked === ELSEWHERE ? longSize(view, at + 46 + name, extra) : unpacked;
    total += size === 0 && packed > 2 ? Number.POSITIVE_INFINITY : size;
    at += 46 + name + extra + comment;
  }
  return total;
}

/** The directory's place where the short end record cannot say it; null: it can. */
function longDirectory(view: DataView, end: number): { readonly entries: number; readonly at: number } | null {
  const short = view.getUint16(end + 10, true) !== 0xffff && view.getUint32(end + 16, true) !== ELSEWHERE;
  if (short || view.getUint32(end - 20, true) !== LONG_LOCATOR) return null;
  const record = Number(view.getBigUint64(end - 12, true));
  if (view.getUint32(record, true) !== LONG_END) return null;
  return { entries: Number(view.getBigUint64(record + 32, true)), at: Number(view.getBigUint64(record + 48, true)) };
}

/** The size in an entry's extra fields; Infinity where none says it. */
function longSize(view: DataView, from: number, length: number): number {
  for (let at = from; at + 12 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === LONG_FIELD) return Number(view.getBigUint64(at + 4, true));
  }
  return Number.POSITIVE_INFINITY;
}
