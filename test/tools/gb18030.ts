/** Text -> GB18030: Node only decodes it, so the two-byte table is that of the decoder, turned round. */
const decoder = new TextDecoder('gb18030');
let table: Map<string, readonly [number, number]> | undefined;

function twoBytes(): Map<string, readonly [number, number]> {
  const reverse = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if (trail !== 0x7f && [...character].length === 1 && character !== '\uFFFD')
        reverse.set(character, [lead, trail]);
    }
  }
  return reverse;
}

/** Code points beyond the basic plane are counted through in four bytes; anything else outside the table is refused. */
function fourBytes(character: string): number[] {
  const code = character.codePointAt(0)!;
  if (code < 0x1_0000) throw new RangeError(`no two-byte form of U+${code.toString(16)}`);
  const linear = code - 0x1_0000;
  const digit = (unit: number, base: number): number => Math.floor(linear / unit) % base;
  return [0x90 + digit(12_600, 126), 0x30 + digit(1260, 10), 0x81 + digit(10, 126), 0x30 + digit(1, 10)];
}

export function encodeGb18030(words: string): Uint8Array {
  table ??= twoBytes();
  const bytes: number[] = [];
  for (const character of words) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else bytes.push(...(table.get(character) ?? fourBytes(character)));
  }
  return Uint8Array.from(bytes);
}
