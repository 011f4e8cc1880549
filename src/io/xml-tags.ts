/** The tags of a small XML text in their order. What a workbook's parts never hold (comments, CDATA, a DOCTYPE) is refused. */

export interface Tag {
  /** `sheet`; a closing one `/sheet`. */
  readonly name: string;
  readonly attribute: (name: string) => string | null;
}

/** A workbook of a shape that this reader leaves to the library. */
export class Unusual extends Error {}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** `&amp;`, `&#10;`, `&#x4E2D;` become what they stand for. */
export const xmlWords = (raw: string): string =>
  raw.includes('&')
    ? raw.replace(/&(#x[0-9a-fA-F]{1,8}|#[0-9]{1,8}|[a-z]{2,4});/g, (whole, name: string) => {
        if (!name.startsWith('#')) return NAMED[name] ?? whole;
        const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : raw;

/** `_x000D_`, as Excel writes signs that XML cannot hold. */
export const unescaped = (words: string): string =>
  words.includes('_x')
    ? words.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : words;

export function* xmlTags(xml: string): Generator<Tag> {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const sign = xml[at + 1];
    if (sign === '!') throw new Unusual('markup declaration');
    const end = tagEnd(xml, at + 1);
    if (end < 0) throw new Unusual('a tag without an end');
    const inside = xml.slice(at + 1, end);
    at = end + 1;
    if (sign === '?') continue;
    const space = inside.search(/[\s/]/);
    const name = sign === '/' ? inside.trimEnd() : space < 0 ? inside : inside.slice(0, space);
    yield { name, attribute: (wanted) => attributeOf(inside, wanted) };
  }
}

/** The place of the `>` that ends a tag; one inside quotes does not. */
function tagEnd(xml: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const sign = xml[at];
    if (sign === '>') return at;
    if (sign === '"' || sign === "'") {
      at = xml.indexOf(sign, at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

function attributeOf(inside: string, wanted: string): string | null {
  let at = 0;
  for (;;) {
    const equals = inside.indexOf('=', at);
    if (equals < 0) return null;
    const name = inside.slice(at, equals).trim().split(/\s/).at(-1);
    let open = equals + 1;
    while (open < inside.length && inside[open]!.trim() === '') open += 1;
    const quote = inside[open];
    if (quote !== '"' && quote !== "'") throw new Unusual('an attribute without quotes');
    const close = inside.indexOf(quote, open + 1);
    if (close < 0) throw new Unusual('an attribute without an end');
    if (name === wanted) return xmlWords(inside.slice(open + 1, close));
    at = close + 1;
  }
}
