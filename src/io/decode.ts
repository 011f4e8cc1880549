/**
 * Bytes of a text file become text. Chinese offices send UTF-8 with or without BOM and GB18030 (GBK, GB2312 are parts of
 * it); spreadsheets save "Unicode text" as UTF-16. A file that is none of these, or broken, is refused: guessing would turn
 * names into other names.
 */
import { error, type Issue, type Outcome, outcome } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import { type Text, text } from '../base/text.js';

/** So many Chinese characters in a row that read as UTF-8 are no chance: the file is UTF-8 with a broken place. */
const SURELY_UTF8 = 8;

const fatal = (encoding: string) => new TextDecoder(encoding, { fatal: true });

const decoded = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return fatal(encoding).decode(bytes);
  } catch {
    return null;
  }
};

/** Offset of the first byte that cannot be read; the file's length where it stops in the middle of a character. */
function firstBad(bytes: Uint8Array, encoding: string): number {
  const good = (end: number): boolean => {
    try {
      fatal(encoding).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let low = 0;
  let high = 64;
  while (high < bytes.length && good(high)) {
    low = high;
    high *= 2;
  }
  if (high >= bytes.length && good(bytes.length)) return bytes.length;
  high = Math.min(high, bytes.length);
  // The first `low` bytes are good, the first `high` are not.
  while (low < high - 1) {
    const middle = Math.floor((low + high) / 2);
    if (good(middle)) low = middle;
    else high = middle;
  }
  return high - 1;
}

const rowAt = (bytes: Uint8Array, offset: number): number => {
  let row = 1;
  for (let index = 0; index < offset; index += 1) if (bytes[index] === 0x0a) row += 1;
  return row;
};

/** Multi-byte characters among bytes that are valid UTF-8. */
const wideCharacters = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum + (byte >= 0xc2 ? 1 : 0), 0);

/** The text of a file, without BOM. Errors: `encoding-unknown`, `encoding-broken`, `file-cut-off`, `file-is-binary`. */
export function decodeText(bytes: Uint8Array, source: SourceRef): Outcome<string> {
  const bom = byteOrderMark(bytes);
  if (bom !== null) return checked(decoded(bytes, bom), source) ?? broken(bytes, bom, source);
  const utf8 = decoded(bytes, 'utf-8');
  if (utf8 !== null) return checked(utf8, source)!;

  const bad = firstBad(bytes, 'utf-8');
  const wide = wideCharacters(bytes.subarray(0, bad));
  if (wide >= SURELY_UTF8 || (bad === bytes.length && wide > 2)) return broken(bytes, 'utf-8', source);
  const chinese = checked(decoded(bytes, 'gb18030'), source);
  if (chinese !== null) return chinese;
  const place = firstBad(bytes, 'gb18030');
  return refused(
    'encoding-unknown',
    source,
    bytes,
    place,
    text(
      `the text is neither UTF-8 (wrong at byte ${bad + 1}) nor GB18030 (wrong at byte ${place + 1}).`,
      `文本既不是 UTF-8（第 ${bad + 1} 字节有误），也不是 GB18030（第 ${place + 1} 字节有误）。`,
    ),
    text('Save the file as "CSV UTF-8" or as .xlsx.', '请另存为“CSV UTF-8”或 .xlsx。'),
  );
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Null where the bytes could not be decoded. */
function checked(words: string | null, source: SourceRef): Outcome<string> | null {
  if (words === null) return null;
  if (!words.includes('\u0000')) return outcome(words, []);
  const message = text('this is not a text file: it contains zero bytes.', '这不是文本文件：内含零字节。');
  const hint = text('Give a .csv or .xlsx file.', '请提供 .csv 或 .xlsx 文件。');
  return { value: null, issues: [error('file-is-binary', source, message, hint)] };
}

function broken(bytes: Uint8Array, encoding: string, source: SourceRef): Outcome<string> {
  const place = firstBad(bytes, encoding);
  if (place === bytes.length) {
    const message = text(
      'the file stops in the middle of a character: it has been cut off.',
      '文件在一个字的中间结束：内容不完整。',
    );
    const hint = text('Copy or export the file again.', '请重新复制或导出文件。');
    const row = rowAt(bytes, bytes.length);
    return { value: null, issues: [error('file-cut-off', { ...source, row }, message, hint)] };
  }
  return refused(
    'encoding-broken',
    source,
    bytes,
    place,
    text(
      `the text is ${encoding.toUpperCase()} but broken at byte ${place + 1}.`,
      `文本编码为 ${encoding.toUpperCase()}，但第 ${place + 1} 字节有误。`,
    ),
    text(
      'Two files of different encodings may have been joined: save it anew as "CSV UTF-8".',
      '可能是两个不同编码的文件拼在了一起：请另存为“CSV UTF-8”。',
    ),
  );
}

function refused(
  code: 'encoding-unknown' | 'encoding-broken',
  source: SourceRef,
  bytes: Uint8Array,
  offset: number,
  message: Text,
  hint: Text,
): Outcome<string> {
  const place = { ...source, row: rowAt(bytes, offset) };
  const issue: Issue =
    code === 'encoding-unknown'
      ? error('encoding-unknown', place, message, hint)
      : error('encoding-broken', place, message, hint);
  return { value: null, issues: [issue] };
}
