/** The pages in a real browser: what is drawn, what a click shows, what is left without script, what comes out on paper. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Text } from '../../src/base/text.js';
import type { Day, Month } from '../../src/calendar/day.js';
import { pageOf } from '../../src/cli/page.js';
import { pageOn } from '../../src/cli/paper.js';
import type { StaffId } from '../../src/people/person.js';
import { patternPage } from '../../src/report/page/pattern-page.js';
import { payPage } from '../../src/report/page/pay-page.js';
import { payslipPage } from '../../src/report/page/pay-slip-page.js';
import { rosterPage } from '../../src/report/page/roster-page.js';
import { check } from '../../src/roster/check.js';
import { inForce } from '../handbook/trees.js';
import { calendar, house, person, problemOf, rosterOf } from '../roster/make.js';
import { hasBrowser, launch } from '../tools/browser.js';
import { HOSTILE, judgement, problem, roster, wished } from './december.js';
import { HANDBOOK, pay, register } from './november.js';

const handbook = inForce(HANDBOOK).values;
const rosterHtml = pageOf(rosterPage(roster, problem, judgement.violations, judgement.score, null, wished, 'zh'), 'zh');
const bothHtml = pageOn('both', (lang) =>
  rosterPage(roster, problem, judgement.violations, judgement.score, null, wished, lang),
);
const department: Text = handbook.department.name;
const payHtml = pageOf(payPage(pay, register, department, handbook.clauses, 'zh'), 'zh');
const patternHtml = pageOf(
  patternPage(
    {
      pattern: {
        from: '2026-11-30' as Day,
        line: [...'白白白白白白休晚晚晚晚晚晚休'].map((code) => (code === '休' ? null : code)),
        weeks: [['1002' as StaffId], ['1004' as StaffId, '1007' as StaffId]],
      },
      alternatives: [],
      codes: [],
      choice: 1,
      fits: [
        { month: '2026-12' as Month, restOff: 0, changes: 0, atLeast: 0, isImpossible: false },
        { month: '2027-01' as Month, restOff: 2, changes: 4, atLeast: 2, isImpossible: false },
      ],
      nameOf: (staff) => (staff === '1002' ? HOSTILE : '李娜'),
    },
    problem,
    'zh',
  ),
  'zh',
);
const slips = pay.payslips.map((slip) => ({
  slip,
  html: pageOf(payslipPage(slip, pay.month, pay.notices, department, handbook.clauses, 'zh'), 'zh'),
}));

describe('payslips', () => {
  it.each(slips)('$slip.id holds nothing of anybody else', ({ slip, html }) => {
    const others = pay.payslips.filter(({ id }) => id !== slip.id);
    const shown = html.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    expect(html).toContain(slip.id);
    for (const { id, name } of others) {
      expect(shown).not.toContain(name);
      expect(shown).not.toMatch(new RegExp(`(?<![\\d.,#:])${id}(?![\\d.])`));
    }
  });

  it('the same pay gives the same bytes', () => {
    const [first] = slips;
    const again = payslipPage(first!.slip, pay.month, pay.notices, department, handbook.clauses, 'zh');
    expect(pageOf(again, 'zh')).toBe(first!.html);
  });
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a reader who cannot see or use a mouse would stumble over. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate('axe.run()')) as AxeResults;
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

/** Pages of a PDF and the size of the first, in points. */
function paper(pdf: Uint8Array): { pages: number; size: number[] } {
  const words = Buffer.from(pdf).toString('latin1');
  const size = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(words) ?? [];
  return {
    pages: words.match(/\/Type \/Page\b/g)?.length ?? 0,
    size: size.slice(1).map((side) => Math.round(Number(side))),
  };
}

const A4 = [595, 842];

describe.skipIf(!hasBrowser)('in a browser (skipped where chromium is not installed)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  /** A page, and everything it should not do. */
  async function opened(html: string, options: BrowserContextOptions = {}): Promise<{ page: Page; faults: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
    const faults: string[] = [];
    page.on('dialog', (dialog) => {
      faults.push(dialog.message());
      return dialog.dismiss();
    });
    page.on('pageerror', (error) => void faults.push(String(error)));
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
    page.on('request', (request) => void faults.push(request.url()));
    await page.setContent(html);
    return { page, faults };
  }

  it('roster: the grid is drawn, a tap says what a cell means, and nothing is loaded', async () => {
    const { page, faults } = await opened(rosterHtml);
    expect(await page.locator('.grid tbody tr').count()).toBe(5);
    expect(await page.locator('.grid tbody tr').first().locator('td').count()).toBe(3 + 31 + 9);
    expect(await page.locator('.grid tbody th').nth(1).textContent()).toBe(`1002 ${HOSTILE}`);
    // 1007 has the day shift on the 2nd after a late one: column 3 of the tail + 2.
    await page.locator('.grid tbody tr').nth(4).locator('td').nth(4).click();
    const says = await page.locator('.say').textContent();
    expect(says).toContain('1007 李娜');
    expect(says).toContain('house/succession');
    expect(await page.locator('.wishes tbody tr').first().textContent()).toContain('未满足 [X]');
    const title = page.locator('.findings summary', { hasText: '晚班' }).first();
    expect(await title.isVisible()).toBe(true);
    expect(await page.locator('.findings .quote').first().textContent()).toContain('晚班次日不上白班');
    expect(faults).toEqual([]);
    await page.close();
  });

  it('roster: the keyboard goes from cell to cell and asks what one means', async () => {
    const { page, faults } = await opened(rosterHtml);
    // One stop for the Tab key, not five times thirty-four.
    expect(await page.locator('.grid [data-say][tabindex="0"]').count()).toBe(1);
    const cell = page.locator('.grid tbody tr').nth(4).locator('td').nth(3);
    await cell.click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(await page.locator('.say').textContent()).toContain('house/succession');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    const at = 'document.activeElement.parentElement.dataset.person + document.activeElement.cellIndex';
    expect(await page.evaluate(at)).toMatch(/^1004 .*1$/);
    expect(await page.locator('.grid [data-say][tabindex="0"]').count()).toBe(1);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('roster: on a day of the month that day is marked, in Shanghai, and in sight', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    // 16:30 UTC on the 19th is the 20th in Shanghai.
    await page.clock.setFixedTime('2026-12-19T16:30:00Z');
    await page.setContent(rosterHtml);
    const head = page.locator('.grid thead th.today').first();
    expect(await head.getAttribute('data-on')).toBe('2026-12-20');
    const box = await head.boundingBox();
    expect(box!.x > 0 && box!.x < 390).toBe(true);
    await page.close();
  });

  it("roster: one person left by the filter has a calendar of the month's own", async () => {
    const { page } = await opened(rosterHtml, { viewport: { width: 390, height: 844 } });
    expect(await page.locator('.mine:visible').count()).toBe(0);
    await page.locator('[data-filter]').fill('1007');
    expect(await page.locator('.mine caption').textContent()).toBe('1007 李娜');
    // December 2026 begins on a Tuesday: one empty place, then 31 days.
    expect(await page.locator('.mine td').count()).toBe(32);
    expect(await page.locator('.mine td').nth(1).textContent()).toMatch(/^1晚\d\d:\d\d–\d\d:\d\d/);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.locator('[data-filter]').fill('');
    expect(await page.locator('.mine:visible').count()).toBe(0);
    await page.close();
  });

  it('roster: filters by person, shows one day at a time, keeps the headings in sight', async () => {
    const { page } = await opened(rosterHtml, { viewport: { width: 1000, height: 400 } });
    await page.locator('[data-filter]').fill('李娜');
    expect(await page.locator('.grid tbody tr:visible').count()).toBe(2);
    await page.locator('[data-filter]').fill('');
    expect(await page.locator('[data-day]:visible').count()).toBe(1);
    await page.locator('[data-day-choice]').selectOption('2026-12-17');
    expect(await page.locator('[data-day]:visible').getAttribute('data-day')).toBe('2026-12-17');
    await page.locator('.grid').evaluate((grid) => {
      grid.parentElement!.scrollTop = 120;
      grid.parentElement!.scrollLeft = 300;
    });
    const inSight = (selector: string): Promise<boolean> =>
      page
        .locator(selector)
        .first()
        .evaluate((head) => {
          const [mine, box] = [head, head.closest('.scroll')!].map((one) => one.getBoundingClientRect());
          return mine!.top >= box!.top && mine!.left >= box!.left;
        });
    expect(await inSight('.grid thead th')).toBe(true);
    expect(await inSight('.grid tbody tr:last-child th')).toBe(true);
    await page.close();
  });

  it('pay: an amount leads to its derivation, down to the clause and the row', async () => {
    const { page, faults } = await opened(payHtml);
    await page.locator('.register tbody tr').first().locator('a', { hasText: '1,025.00' }).click();
    const line = page.locator('#s0-personal-commission');
    expect(await line.locator('.says').first().isVisible()).toBe(true);
    expect(await line.textContent()).toContain('(25,000.00 - 20,000.00) x 5.5% + 750.00 = 1,025.00');
    expect(await line.locator('.quote').first().textContent()).toContain('commission-2017/3');
    expect(await line.textContent()).toContain('orders.csv#2');
    await page.locator('[data-filter]').fill('1007');
    expect(await page.locator('.register tbody tr:visible').count()).toBe(1);
    expect(await page.locator('.person:visible').count()).toBe(1);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('pattern: the line with who begins where, and the months by year', async () => {
    const { page, faults } = await opened(patternHtml);
    expect(await page.locator('.grid tbody tr').first().textContent()).toBe(`1白白白白白白休1002 ${HOSTILE}`);
    expect(await page.locator('.grid .who').nth(2).textContent()).toBe('1004 李娜 · 1007 李娜');
    expect(await page.locator('td.kept').count()).toBe(1);
    expect(await page.getByText('2–4').count()).toBe(1);
    // One sheet for the wall, one with what it was chosen by.
    expect(paper(await page.pdf({ preferCSSPageSize: true }))).toEqual({ pages: 2, size: [...A4].reverse() });
    expect(faults).toEqual([]);
    await page.close();
  });

  it('without script everything can be read', async () => {
    const { page } = await opened(rosterHtml, { javaScriptEnabled: false });
    expect(await page.locator('.grid tbody tr').count()).toBe(5);
    expect(await page.locator('.tools:visible, .say:visible').count()).toBe(0);
    expect(await page.locator('[data-day]:visible').count()).toBe(31);
    await page.setContent(payHtml);
    await page.locator('#s0 > summary').click();
    await page.locator('#s0-personal-commission > summary').click();
    expect(await page.locator('#s0-personal-commission .says').first().isVisible()).toBe(true);
    await page.close();
  });

  it.each([
    ['roster', rosterHtml],
    ['pay', payHtml],
    ['payslip', slips[0]!.html],
    ['pattern', patternHtml],
    ['roster in both languages', bothHtml],
  ])(
    '%s: axe finds nothing serious, on a desk by day and on a phone in the dark',
    async (_, html) => {
      for (const options of [
        { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
        { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
      ] as const) {
        const { page } = await opened(html, options);
        await page.locator('details').evaluateAll((all) => {
          for (const one of all) one.setAttribute('open', '');
        });
        expect(await barriers(page)).toEqual([]);
        // Nothing but the tables' own boxes scrolls sideways.
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        await page.close();
      }
    },
    180_000,
  );

  it('on paper: twelve people on one A4 landscape page, a payslip upright', async () => {
    const ids = Array.from({ length: 12 }, (_, at) => String(1001 + at));
    const facts = problemOf({
      handbook: house({}, { department: problem.handbook.values.department, clauses: {} }),
      people: ids.map((id) => person(id, { name: '欧阳慧兰' })),
      calendar: calendar(),
    });
    const wide = rosterOf(Object.fromEntries(ids.map((id) => [id, '白白晚晚半休分'.repeat(4)])));
    const { violations, score } = check(wide, facts);
    const { page } = await opened(pageOf(rosterPage(wide, facts, violations, score, null, [], 'zh'), 'zh'));
    expect(paper(await page.pdf({ preferCSSPageSize: true }))).toEqual({ pages: 1, size: [...A4].reverse() });
    await page.setContent(slips[0]!.html);
    expect(paper(await page.pdf({ preferCSSPageSize: true }))).toEqual({ pages: 1, size: A4 });
    await page.close();
  });
});
