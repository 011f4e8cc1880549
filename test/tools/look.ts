/**
 * Pictures of everything that people look at, to be looked at. `npm run look [SAMPLE] [LANG]` fills .look/ with the pages at desktop
 * and phone width, light and dark and as printed, the workbooks as LibreOffice draws them, and terminals of 80 and 120
 * columns. `npm run look -- docs` makes the few small ones that the README and the guides show. Needs chromium, soffice, pdftoppm.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { run } from '../../src/cli/run.js';
import { hasBrowser, launch } from './browser.js';
import { converted, hasOffice } from './office.js';
import { terminalSvg } from './terminal-picture.js';

const FOR_DOCS = process.argv[2] === 'docs';
const SAMPLE = FOR_DOCS ? 'three-shift' : (process.argv[2] ?? 'three-shift');
const LANG = FOR_DOCS ? 'zh' : (process.argv[3] ?? 'zh');
const OUT = resolve(FOR_DOCS ? 'docs/pictures' : '.look');

const dir = mkdtempSync(join(tmpdir(), 'rosterpay-look-'));
cpSync(join('samples', SAMPLE), dir, { recursive: true });
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });

/** The programs as they are built; another build where BIN names its folder. */
const program = (name: string, ...args: string[]): void => {
  const called = [resolve(process.env.BIN ?? 'bin', `${name}.js`), ...args, '--lang', LANG];
  spawnSync(process.execPath, called, { cwd: dir, stdio: ['ignore', 'ignore', 'inherit'] });
};

/** What a person sees on a terminal so wide. */
async function onTerminal(line: string, columns: number, lang: string): Promise<string> {
  const built = (await import(pathToFileURL(resolve(process.env.BIN ?? 'bin', '../dist/cli/run.js')).href)) as {
    readonly run: typeof run;
  };
  let out = '';
  const [name, ...argv] = line.split(' ');
  await built.run(name as 'roster' | 'pay', [...argv, '--lang', lang], {
    stdout: {
      write: (words) => {
        out += words;
      },
      isTTY: true,
    },
    stderr: { write: () => {}, isTTY: false },
    clock: () => Date.UTC(2026, 10, 22, 4),
    cwd: dir,
    env: { COLORTERM: 'truecolor', TERM: 'xterm-256color' },
    columns,
    pressed: () => 0,
    onInterrupt: () => () => {},
  });
  return out;
}

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const PAGES = {
  roster: '2026-12/roster.html',
  pay: '2026-11/pay.html',
  slip: '2026-11/payslips/1005.html',
  pattern: '2026-12/pattern.html',
} as const;

type Prepare = (page: Page) => Promise<void>;

/** A click that shows something, as far as the page has it. */
const clicked: Prepare = (page) =>
  page
    .locator('.broken[data-say], .register tbody td a')
    .first()
    .click({ timeout: 500 })
    .catch(() => {});

async function shoot(browser: Browser, path: string, name: string, how: BrowserContextOptions, prepare?: Prepare) {
  const page = await browser.newPage(how);
  await page.goto(pathToFileURL(join(dir, path)).href);
  await prepare?.(page);
  await page.screenshot({ path: join(OUT, `${name}.png`) });
  await page.close();
}

async function everyPage(browser: Browser): Promise<void> {
  for (const [name, path] of Object.entries(PAGES)) {
    cpSync(join(dir, path), join(OUT, `${name}.html`));
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await shoot(browser, path, `${name}-${size}-${colorScheme}`, { viewport, colorScheme }, clicked);
      }
    }
    const whole = await browser.newPage({ viewport: SIZES.desktop });
    await whole.goto(pathToFileURL(join(dir, path)).href);
    await whole.screenshot({ path: join(OUT, `${name}-whole.png`), fullPage: true });
    await whole.pdf({ path: join(OUT, `${name}.pdf`), preferCSSPageSize: true });
    await whole.close();
  }
  await shoot(browser, PAGES.roster, 'roster-phone-mine', { viewport: SIZES.phone }, one);
}

/** One person's month. */
const one: Prepare = async (page) => page.locator('[data-filter]').fill('1002');

const LINES = [
  'roster show --month 2026-12',
  'pay explain 1003 --month 2026-11',
  'pay compute --month 2026-11',
  'roster check --month 2026-12',
];

async function everyTerminal(browser: Browser | null): Promise<void> {
  for (const lang of ['zh', 'en'])
    for (const columns of [80, 120]) {
      for (const line of LINES) {
        const words = await onTerminal(line, columns, lang);
        const name = `terminal-${columns}-${lang}-${line.split(' ').slice(0, 2).join('-')}`;
        const svg = terminalSvg(words.split('\n').slice(0, 60).join('\n'), columns, line);
        writeFileSync(join(OUT, `${name}.svg`), svg);
        if (browser === null) continue;
        const page = await browser.newPage({ viewport: { width: columns * 8 + 60, height: 700 } });
        await page.setContent(svg);
        await page.screenshot({ path: join(OUT, `${name}.png`), fullPage: true });
        await page.close();
      }
    }
}

function books(paths: readonly string[], resolution: string): void {
  const names = paths.map((path) => path.replace(/.*\//, '').replace('.xlsx', '-book'));
  const pdfs = converted(
    paths.map((path) => readFileSync(join(dir, path))),
    'pdf',
  );
  pdfs.forEach((pdf, at) => {
    writeFileSync(join(OUT, `${names[at]}.pdf`), pdf);
    draw(names[at]!, resolution);
  });
}

const draw = (name: string, resolution: string): void =>
  void execFileSync('pdftoppm', ['-r', resolution, '-png', join(OUT, `${name}.pdf`), join(OUT, `${name}-page`)]);

program('roster', 'generate', '--month', '2026-12', '--iterations', FOR_DOCS ? '2000' : '300');
program('roster', 'pattern', '--month', '2026-12', '--iterations', '200');
program('pay', 'compute', '--month', '2026-11');
const browser = hasBrowser ? await launch() : null;

if (FOR_DOCS) {
  if (browser === null) throw new Error('the pictures need chromium');
  const words = (await onTerminal('roster show --month 2026-12', 150, 'zh')).split('\n').slice(0, 19).join('\n');
  writeFileSync(join(OUT, 'terminal.svg'), terminalSvg(`$ roster show\n${words}`, 146, 'roster show'));
  const wide = { width: 1400, height: 760 };
  await shoot(browser, PAGES.roster, 'roster-page', { viewport: wide }, clicked);
  await shoot(
    browser,
    PAGES.roster,
    'roster-phone',
    { viewport: { width: 390, height: 780 }, colorScheme: 'dark' },
    one,
  );
  await shoot(browser, PAGES.pay, 'pay-page', { viewport: wide }, async (page) => {
    await page.locator('.register tbody tr').nth(2).locator('a').nth(2).click();
    await page.evaluate('scrollTo(0,0)');
  });
  await shoot(browser, PAGES.slip, 'payslip', { viewport: { width: 620, height: 780 } });
} else {
  if (browser !== null) await everyPage(browser);
  if (hasOffice) books(['2026-12/roster.xlsx', '2026-11/pay.xlsx'], '80');
  if (browser !== null) for (const name of Object.keys(PAGES)) draw(name, '80');
  // Last: it writes the pay anew, in its own language.
  await everyTerminal(browser);
}
await browser?.close();
rmSync(dir, { recursive: true, force: true });
