/** Text -> GB18030 (GBK part: one and two bytes), by turning TextDecoder round. The runtime itself only decodes. */

let table: Map<string, readonly [number, number]> | null = null;

function twoByteCodes(): Map<string, readonly [number, number]> {
  const pairs: [number, number][] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) pairs.push([lead, trail]);
  }
  const signs = new TextDecoder('gb18030')
    .decode(Uint8Array.from(pairs.flatMap((pair) => [...pair, 0x0a])))
    .split('\n');
  const codes = new Map<string, readonly [number, number]>();
  signs.slice(0, -1).forEach((sign, index) => {
    if ([...sign].length === 1 && sign !== '\ufffd' && !codes.has(sign)) codes.set(sign, pairs[index]!);
  });
  return codes;
}

/** Bytes of a text. Throws for a character outside GBK, such as an emoji. */
export function gb18030(words: string): Uint8Array {
  table ??= twoByteCodes();
  const bytes: number[] = [];
  for (const sign of words) {
    const code = sign.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else {
      const pair = table.get(sign);
      if (pair === undefined) throw new Error(`no two-byte GB18030 code for U+${code.toString(16)}`);
      bytes.push(...pair);
    }
  }
  return Uint8Array.from(bytes);
}
