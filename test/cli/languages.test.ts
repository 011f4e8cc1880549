/** Both languages, everywhere: what is written in the sources, and how a run finds out which one it speaks. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languageOf, paperOf, withLocale } from '../../src/cli/language.js';

const HAN = /\p{Script=Han}+/gu;

/** `text('...', '...')` with plain words or templates, wherever it stands. */
const PAIR =
  /\btext\(\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`),\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)/g;

const pairs = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) =>
    [...readFileSync(join('src', path), 'utf8').matchAll(PAIR)].map((match) => ({
      path,
      en: match[1]!,
      zh: match[2]!,
    })),
  );

describe('every text stands in both languages', () => {
  it('there are many of them', () => {
    expect(pairs.length).toBeGreaterThan(1000);
  });

  it('the English has no hanzi but codes and names that the Chinese has too', () => {
    const foreign = pairs.filter(({ en, zh }) => (en.match(HAN) ?? []).some((word) => !zh.includes(word)));
    // Titles of laws and of columns stand in the reader's own language on each side.
    expect(foreign.map(({ path, en }) => `${path}: ${en}`).filter((line) => !LAW.test(line))).toEqual([]);
  });

  // An empty side is an ending that only the other language has.
  it('the Chinese is Chinese wherever the English has words', () => {
    const words = (side: string): boolean => /[A-Za-z]{4,}/.test(side.replace(/\$\{[^}]*\}/g, '').replace(CODE, ''));
    const untranslated = pairs.filter(({ en, zh }) => words(en) && zh.length > 2 && !/\p{Script=Han}/u.test(zh));
    expect(untranslated.map(({ path, zh }) => `${path}: ${zh}`)).toEqual([]);
  });
});

const LAW = /法|条例|规定|办法|假/;
/** Commands, flags, file names, keys. */
const CODE = /`[^`]*`|--[\w-]+|[\w-]+\.(?:csv|json|yaml|xlsx|html)|\b[a-z]+(?:[-_.][a-z]+)+\b/g;

describe('which language a run speaks', () => {
  it('a flag, else the locale as POSIX orders it', () => {
    expect(languageOf(['--lang', 'zh'], { LANG: 'en_US.UTF-8' })).toBe('zh');
    expect(languageOf([], { LANG: 'zh_CN.UTF-8' })).toBe('zh');
    expect(languageOf([], { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' })).toBe('en');
    expect(languageOf([], { LC_MESSAGES: 'zh_TW.UTF-8', LANG: 'en_US.UTF-8' })).toBe('zh');
    expect(languageOf([], {})).toBe('en');
  });

  it('both: the sheets in both, the talk by the locale', () => {
    expect(paperOf(['--lang', 'both'], { LANG: 'zh_CN' })).toBe('both');
    expect(languageOf(['--lang=both'], { LANG: 'zh_CN' })).toBe('zh');
    expect(paperOf([], { LANG: 'zh_CN' })).toBe('zh');
  });

  it('Windows and macOS are asked what they are set to; a bare Linux, as in cron, is not', () => {
    expect(languageOf([], withLocale({}, 'win32', 'zh-CN'))).toBe('zh');
    expect(languageOf([], withLocale({ LANG: 'en_US.UTF-8' }, 'darwin', 'zh-Hans-CN'))).toBe('en');
    expect(languageOf([], withLocale({}, 'linux', 'zh-CN'))).toBe('en');
  });
});
