/** Pages written down: one self-contained document, everything escaped, a policy that lets nothing be loaded. */
import { createHash } from 'node:crypto';
import type { Child, Element } from '../base/element.js';
import type { Lang } from '../base/text.js';

const VOID = new Set(['br', 'hr', 'input', 'meta', 'link']);
/** Control characters have no place in a page; a browser would drop or show them at will. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const SPECIAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f&<>"']/;

/** Most words have nothing to escape: one look finds out. */
const escaped = (words: string): string =>
  SPECIAL.test(words) ? words.replace(CONTROL, '').replace(/[&<>"']/g, (sign) => escapes[sign]!) : words;

function render(child: Child): string {
  if (typeof child === 'string') return escaped(child);
  let words = `<${child.tag}`;
  for (const name of Object.keys(child.attributes)) {
    const value = child.attributes[name]!;
    if (value === false || value === null) continue;
    words += value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`;
  }
  words += '>';
  if (VOID.has(child.tag)) return words;
  for (const inner of child.children) words += render(inner);
  return `${words}</${child.tag}>`;
}

export interface PageSource {
  readonly lang: Lang;
  readonly title: string;
  readonly body: readonly Element[];
  /** Our own style sheet and script: never text from outside. */
  readonly style: string;
  readonly script: string | null;
}

/** Our own style and script are the same on each of thousands of pages: what is made of them is made once. */
function once<T>(make: (words: string) => T): (words: string) => T {
  const made = new Map<string, T>();
  return (words) => {
    const known = made.get(words);
    if (known !== undefined) return known;
    const fresh = make(words);
    made.set(words, fresh);
    return fresh;
  };
}

const hashOf = once((content) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`);

/** A whole document, its own style and script apart from what is said. The policy allows these by their hashes and nothing else: no network, no inline handlers. */
function partsOf(page: PageSource): readonly [head: string, style: string, body: string, script: string, foot: string] {
  const script = page.script === null ? `'none'` : hashOf(page.script);
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${script}; img-src data:; base-uri 'none'; form-action 'none'`;
  const head = [
    '<!doctype html>',
    `<html lang="${page.lang === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(page.title)}</title>`,
    '<style>',
  ].join('\n');
  const body = ['</style>', '</head>', '<body>', '<main>', ...page.body.map(render), '</main>', ''].join('\n');
  const tail = '\n</body>\n</html>\n';
  return page.script === null
    ? [head, page.style, body, '', tail]
    : [head, page.style, `${body}<script>`, page.script, `</script>${tail}`];
}

export const toHtml = (page: PageSource): string => partsOf(page).join('');

const encoded = once((words) => Buffer.from(words));

/** The bytes of its file. */
export function htmlBytes(page: PageSource): Uint8Array {
  const [head, style, body, script, foot] = partsOf(page);
  return Buffer.concat([Buffer.from(head), encoded(style), Buffer.from(body), encoded(script), Buffer.from(foot)]);
}
