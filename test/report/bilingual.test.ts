/** Sheets read by both: nothing of either language is lost, nothing that is the same stands twice, and the grid reads back. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Element, h } from '../../src/base/element.js';
import { bothBooks, bothPages } from '../../src/report/bilingual.js';
import { rosterPage } from '../../src/report/page/roster-page.js';
import { rosterWorkbook } from '../../src/report/workbook/roster-workbook.js';
import { shop } from '../cli/shop.js';
import { inFolder, ran } from '../cli/world.js';
import { judgement, problem, roster, wished } from './december.js';

const words = (part: Element | string): string =>
  typeof part === 'string' ? part : part.children.map(words).join(' ');

describe('a page in both languages', () => {
  const page = (lang: 'en' | 'zh') =>
    rosterPage(roster, problem, judgement.violations, judgement.score, null, wished, lang);
  const both = bothPages(page('zh'), page('en'));

  it('holds every word of either', () => {
    const all = both.body.map(words).join(' ');
    for (const lang of ['zh', 'en'] as const) {
      const own = page(lang).body.map(words).join(' ');
      const missing = own.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word) && !all.includes(word));
      expect(missing).toEqual([]);
    }
    expect(both.title).toMatch(/排班表.* · Roster 2026-12/);
  });

  it('says once what is the same', () => {
    const one = { title: 't', body: [h('p', {}, '1007 李娜')] };
    expect(bothPages(one, one)).toEqual(one);
    const rest = (mark: string) => ({ title: 't', body: [h('td', { title: mark }, mark)] });
    expect(words(bothPages(rest('休'), rest('.')).body[0]!)).toBe('休');
  });
});

describe('a workbook in both languages', () => {
  const book = (lang: 'en' | 'zh') => rosterWorkbook(roster, problem, judgement.violations, wished, lang);
  const both = bothBooks(book('zh'), book('en'));

  it('names its sheets in both, and its formulas and lists follow', () => {
    const names = both.sheets.map(({ name }) => name);
    expect(names[0]).toBe('月表 Month');
    const formulas = both.sheets.flatMap(({ rows, rules, choices }) => [
      ...rows.flat().flatMap(({ formula }) => formula ?? []),
      ...(rules ?? []).map(({ formula }) => formula),
      ...(choices ?? []).map(({ from }) => from),
    ]);
    const named = formulas.flatMap((formula) => [...formula.matchAll(/'([^']+)'!/g)].map((match) => match[1]!));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('keeps every number and formula where it was', () => {
    const [zh] = book('zh').sheets;
    zh!.rows.forEach((row, at) => {
      row.forEach((cell, column) => {
        const other = both.sheets[0]!.rows[at]?.[column];
        if (typeof cell.value === 'number') expect(other?.value).toBe(cell.value);
        expect(other?.formula === undefined).toBe(cell.formula === undefined);
      });
    });
  });
});

it('roster generate --lang both: the sheet is judged again, the talk keeps to the locale', async () => {
  await inFolder(shop(), async (cwd) => {
    const made = await ran('roster generate --lang both --iterations 20', { cwd, env: { LANG: 'zh_CN.UTF-8' } });
    expect(made.code).toBe(0);
    expect(made.out).toContain('得分');
    const judged = await ran(`roster check ${join('2026-12', 'roster.xlsx')} --json`, { cwd });
    expect({ code: judged.code, status: (JSON.parse(judged.out) as { status: string }).status }).toEqual({
      code: 0,
      status: 'ok',
    });
    const published = await ran('roster publish 2026-12/roster.xlsx --lang both', { cwd });
    expect(published.out).toContain('as it stands');
  });
});
