/** What a zip archive says it will unpack to, read from its directory before anything is unpacked. */

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
/** The end record is 22 bytes and a comment of at most 65,535. */
const LONGEST_END = 65_557;

/**
 * Bytes all entries unpack to; null where the directory is missing or broken (a file cut off), Infinity where an entry hides its
 * size. hucre stops each entry at the size its directory declares, so the sum cannot be exceeded.
 */
export function unpackedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, bytes.length - LONGEST_END);
  while (end >= lowest && view.getUint32(end, true) !== DIRECTORY_END) end -= 1;
  if (end < lowest) return null;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // The long form (zip64) starts at 65,535 entries or 4 GB: no workbook for people.
  if (entries === 0xffff || at === 0xffffffff) return Number.POSITIVE_INFINITY;
  let total = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    if (unpacked === 0xffffffff || (unpacked === 0 && packed > 2)) return Number.POSITIVE_INFINITY;
    total += unpacked;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
}
