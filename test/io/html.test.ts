import { describe, expect, it } from 'vitest';
import { h } from '../../src/base/element.js';
import { toHtml } from '../../src/io/html.js';

const page = (body: Parameters<typeof h>[2]): string =>
  toHtml({
    lang: 'zh',
    title: '</title><script>alert(1)</script>',
    body: [h('p', {}, body ?? null)],
    style: '',
    script: null,
  });

describe('pages', () => {
  it('lets no text from outside become markup', () => {
    const html = page('<img src=x onerror=alert(1)> & "\u001b[31m');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<script');
    expect(html).not.toContain('\u001b');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;[31m');
  });

  it('escapes attributes and leaves out the absent ones', () => {
    const html = page(h('a', { title: '"><b>', hidden: true, id: null, open: false }, '1'));
    expect(html).toContain('<a title="&quot;&gt;&lt;b&gt;" hidden>1</a>');
  });

  it('allows its own script only, by its hash', () => {
    const html = toHtml({ lang: 'en', title: '', body: [], style: '', script: 'let x = 1;' });
    expect(html).toMatch(/script-src &#39;sha256-[A-Za-z0-9+/=]+&#39;/);
    expect(html).toContain('<script>let x = 1;</script>');
  });
});
