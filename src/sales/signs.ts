/** The signs remarks are made of. Everything here walks a bounded stretch once. */

/** Full-width letters, digits and punctuation as their ordinary forms; `—` as `-`. Same length as what it was given. */
export function plainSigns(remark: string): string {
  let foreign = false;
  for (let at = 0; at < remark.length && !foreign; at += 1) foreign = isWide(remark.charCodeAt(at));
  if (!foreign) return remark;
  return Array.from({ length: remark.length }, (_, at) => {
    const code = remark.charCodeAt(at);
    if (!isWide(code)) return remark[at];
    return code === 0x2014 || code === 0x2013 ? '-' : String.fromCharCode(code - 0xfee0);
  }).join('');
}

const isWide = (code: number): boolean => (code >= 0xff01 && code <= 0xff5e) || code === 0x2014 || code === 0x2013;

export const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0x3000 || code === 0xa0;

/** Chinese characters, Latin letters and the dot of foreign names. */
export const isNameSign = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  code === 0xb7 ||
  (code >= 0xd800 && code <= 0xdfff);

/** The first place from `at` that is no space; looks at most 8 signs ahead. */
export function skipSpaces(remark: string, at: number): number {
  let end = at;
  while (end < remark.length && end - at < 8 && isSpace(remark.charCodeAt(end))) end += 1;
  return end;
}

const ENDS = new Set([...';,\n\r。、!|']);

/** Whether a note ends here: the remark's end or a sign between notes. */
export function endsSegment(remark: string, at: number): boolean {
  const next = skipSpaces(remark, at);
  return next >= remark.length || ENDS.has(remark[next]!) || (next > at && /[\n\r]/.test(remark.slice(at, next)));
}

/** The notes of a remark: Pinduoduo joins them with `;`, people with line breaks. */
export const segments = (remark: string): string[] =>
  remark
    .split(/[;\n\r]/)
    .map((note) => note.trim())
    .filter((note) => note !== '');

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The place behind `8.28`, `2014.8.20` or `8月28日` that starts at `at`; null where there is no such day. */
export function dateAt(remark: string, at: number): number | null {
  const numbers: number[] = [];
  let place = at;
  for (;;) {
    const start = place;
    while (place < remark.length && place - start < 5 && isDigit(remark.charCodeAt(place))) place += 1;
    if (place === start || place - start > 4) return null;
    numbers.push(Number(remark.slice(start, place)));
    const sign = remark[place];
    const goesOn = sign !== undefined && '.-年月'.includes(sign) && isDigit(remark.charCodeAt(place + 1));
    if (!goesOn || numbers.length === 3) break;
    place += 1;
  }
  if (remark[place] === '日') place += 1;
  const year = numbers.length === 3 ? numbers.shift()! : 2000;
  const [month, day] = numbers;
  if (numbers.length !== 2 || year < 2000 || year > 2199) return null;
  return month! >= 1 && month! <= 12 && day! >= 1 && day! <= 31 ? place : null;
}
