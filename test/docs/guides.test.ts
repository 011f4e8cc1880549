/** The first-month guides are true word by word. After a wanted change: `npx vitest run test/docs/guides.test.ts -u`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { followed, strangers } from './guide.js';

const NAMES = ['supervisor', 'clerk'] as const;
const LANGS = { en: { LANG: 'en_US.UTF-8', ending: '.md' }, zh: { LANG: 'zh_CN.UTF-8', ending: '.zh-CN.md' } } as const;

describe.each(NAMES)('the first month of the %s', (name) => {
  it.each(['en', 'zh'] as const)('in %s is what happens', { timeout: 120_000 }, async (lang) => {
    const file = `${name}${LANGS[lang].ending}`;
    const made = await followed(`docs/guides/${file}`, { env: { LANG: LANGS[lang].LANG } });
    await expect(made).toMatchFileSnapshot(`../../docs/guides/${file}`);
  });

  it('tells the same in both languages', () => {
    const commands = Object.values(LANGS).map(({ ending }) =>
      [...readFileSync(`docs/guides/${name}${ending}`, 'utf8').matchAll(/<!-- (run|today|in|cell).*?: (.+?) -->/g)].map(
        (match) => `${match[1]} ${match[2]!.replaceAll(/"[^"]*"/g, '""')}`,
      ),
    );
    expect(commands[0]).toEqual(commands[1]);
    expect(commands[0]!.length).toBeGreaterThan(8);
  });
});

describe('pages beside them', () => {
  const pages = [
    'README.md',
    'docs/README.zh-CN.md',
    ...readdirSync('docs/guides').map((name) => `docs/guides/${name}`),
  ];

  it.each(pages.filter((page) => existsSync(page)))('%s names only commands and flags that there are', (page) => {
    expect(strangers(readFileSync(page, 'utf8'))).toEqual([]);
  });

  it.each(pages.filter((page) => existsSync(page)))('%s links to what is there', (page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#]+)[^)]*\)/g)].map((match) => match[1]!);
    expect(links.filter((link) => !/^https?:/.test(link) && !existsSync(join(dirname(page), link)))).toEqual([]);
  });
});
