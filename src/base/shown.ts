/** Words from outside, made fit to stand in a message. */

/** Control characters, line breaks, and the signs that reorder or hide text on a screen. */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** The words cut to `most` characters, with whatever could steer a terminal or hide text spelled out. */
export function shown(words: string, most = 40): string {
  const characters = [...words.slice(0, most * 2 + 2)];
  const cut = characters.length > most ? `${characters.slice(0, most).join('')}...` : words;
  return cut.replace(UNSAFE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
