/** A zip archive's directory, and its entries unpacked bit by bit: no more of them, and nothing else, than the directory says. */
import zlib from 'node:zlib';

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
/** The long form for large archives, which some programs write for every workbook. */
const LONG_LOCATOR = 0x07064b50;
const LONG_END = 0x06064b50;
const LONG_FIELD = 0x0001;
/** "Look into the long form." */
const ELSEWHERE = 0xffffffff;
/** The end record is 22 bytes and a comment of at most 65,535. */
const LONGEST_END = 65_557;
const DEFLATED = 8;

export interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  /** Infinity where the entry hides it. */
  readonly unpacked: number;
  /** Where its local header begins. */
  readonly at: number;
}

/** Null where the directory is missing or broken (a file cut off). */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  try {
    return listed(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes);
  } catch (thrown) {
    // An offset beyond the file.
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

/** Bytes all entries unpack to. Readers stop each entry at the size its directory declares, so the sum cannot be exceeded. */
export function unpackedSize(bytes: Uint8Array): number | null {
  return zipEntries(bytes)?.reduce((sum, { unpacked }) => sum + unpacked, 0) ?? null;
}

/** Node 20.11 to 20.14 have no checksum of their own: there the library unpacks. */
export const canUnpack = (): boolean => typeof zlib.crc32 === 'function';

/** What an entry holds is not what the directory says of it. */
export class ZipFault extends Error {}

const CHUNK = 256 * 1024;

/** The entry's bytes, piece by piece; throws `ZipFault` where size or checksum are not as declared. */
export async function* unpacked(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Buffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== LOCAL_ENTRY) throw new ZipFault(entry.name);
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(from, from + entry.packed);
  let [size, sum] = [0, 0];
  for await (const piece of entry.method === DEFLATED ? inflated(packed) : [packed]) {
    size += piece.length;
    if (size > entry.unpacked) throw new ZipFault(entry.name);
    sum = zlib.crc32(piece, sum);
    yield piece;
  }
  if (size !== entry.unpacked || sum !== entry.crc) throw new ZipFault(entry.name);
}

function inflated(packed: Buffer): AsyncIterable<Buffer> {
  const inflate = zlib.createInflateRaw({ chunkSize: CHUNK });
  inflate.end(packed);
  return inflate;
}

function listed(view: DataView, bytes: Uint8Array): ZipEntry[] | null {
  let end = view.byteLength - 22;
  const lowest = Math.max(0, view.byteLength - LONGEST_END);
  while (end >= lowest && view.getUint32(end, true) !== DIRECTORY_END) end -= 1;
  if (end < lowest) return null;
  const directory = longDirectory(view, end) ?? {
    entries: view.getUint16(end + 10, true),
    at: view.getUint32(end + 16, true),
  };
  let { at } = directory;
  const entries: ZipEntry[] = [];
  for (let entry = 0; entry < directory.entries; entry += 1) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const long = longFields(view, at, name, extra);
    entries.push({
      name: Buffer.from(bytes.buffer, bytes.byteOffset + at + 46, name).toString('utf8'),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...long,
      // Something that unpacks to nothing hides its size.
      unpacked: long.unpacked === 0 && long.packed > 2 ? Number.POSITIVE_INFINITY : long.unpacked,
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** The directory's place where the short end record cannot say it; null: it can. */
function longDirectory(view: DataView, end: number): { readonly entries: number; readonly at: number } | null {
  const short = view.getUint16(end + 10, true) !== 0xffff && view.getUint32(end + 16, true) !== ELSEWHERE;
  if (short || view.getUint32(end - 20, true) !== LONG_LOCATOR) return null;
  const record = Number(view.getBigUint64(end - 12, true));
  if (view.getUint32(record, true) !== LONG_END) return null;
  return { entries: Number(view.getBigUint64(record + 32, true)), at: Number(view.getBigUint64(record + 48, true)) };
}

/** Sizes and place of an entry; those that are marked stand in its extra fields, in this order. */
function longFields(view: DataView, entry: number, name: number, extra: number) {
  const short = [24, 20, 42].map((place) => view.getUint32(entry + place, true)) as [number, number, number];
  const from = entry + 46 + name;
  let field = from;
  while (field + 4 <= from + extra && view.getUint16(field, true) !== LONG_FIELD) {
    field += 4 + view.getUint16(field + 2, true);
  }
  const last = field + 4 <= from + extra ? field + 4 + view.getUint16(field + 2, true) : field;
  let next = field + 4;
  const [unpackedBytes, packed, at] = short.map((value) => {
    if (value !== ELSEWHERE) return value;
    next += 8;
    return next <= last ? Number(view.getBigUint64(next - 8, true)) : Number.POSITIVE_INFINITY;
  }) as [number, number, number];
  return { unpacked: unpackedBytes, packed, at };
}
