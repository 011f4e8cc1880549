/**
 * Pictures of everything that people look at, to be looked at: `npm run look` fills .look/ with the pages at desktop and phone
 * width, light and dark and as printed, and the workbooks as LibreOffice draws them. Needs chromium, soffice and pdftoppm.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasBrowser, launch } from './browser.js';
import { converted, hasOffice } from './office.js';

const OUT = resolve('.look');
const SAMPLE = process.argv[2] ?? 'three-shift';
const LANG = process.argv[3] ?? 'zh';

const dir = mkdtempSync(join(tmpdir(), 'rosterpay-look-'));
cpSync(join('samples', SAMPLE), dir, { recursive: true });
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });

/** The programs as they are built; another build where BIN names its folder. */
const program = (name: string, ...args: string[]): void => {
  const called = [resolve(process.env.BIN ?? 'bin', `${name}.js`), ...args, '--lang', LANG];
  spawnSync(process.execPath, called, { cwd: dir, stdio: ['ignore', 'ignore', 'inherit'] });
};
program('roster', 'generate', '--month', '2026-12', '--iterations', '300');
program('pay', 'compute', '--month', '2026-11');

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const PAGES = {
  roster: '2026-12/roster.html',
  pay: '2026-11/pay.html',
  slip: '2026-11/payslips/1005.html',
} as const;

if (hasBrowser) {
  const browser = await launch();
  for (const [name, path] of Object.entries(PAGES)) {
    const html = readFileSync(join(dir, path), 'utf8');
    writeFileSync(join(OUT, `${name}.html`), html);
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ viewport, colorScheme });
        await page.goto(pathToFileURL(join(OUT, `${name}.html`)).href);
        await page
          .locator('.broken[data-say], .register tbody td a')
          .first()
          .click({ timeout: 500 })
          .catch(() => {});
        await page.screenshot({ path: join(OUT, `${name}-${size}-${colorScheme}.png`) });
        await page.close();
      }
    }
    const whole = await browser.newPage({ viewport: SIZES.desktop });
    await whole.goto(pathToFileURL(join(OUT, `${name}.html`)).href);
    await whole.screenshot({ path: join(OUT, `${name}-whole.png`), fullPage: true });
    await whole.close();
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(OUT, `${name}.html`)).href);
    await page.pdf({ path: join(OUT, `${name}.pdf`), preferCSSPageSize: true });
    await page.close();
  }
  await browser.close();
}
if (hasOffice) {
  const books = ['2026-12/roster.xlsx', '2026-11/pay.xlsx'].map((path) => readFileSync(join(dir, path)));
  const [roster, pay] = converted(books, 'pdf');
  writeFileSync(join(OUT, 'roster-book.pdf'), roster!);
  writeFileSync(join(OUT, 'pay-book.pdf'), pay!);
}
for (const pdf of ['roster', 'pay', 'slip', ...(hasOffice ? ['roster-book', 'pay-book'] : [])]) {
  execFileSync('pdftoppm', ['-r', '80', '-png', join(OUT, `${pdf}.pdf`), join(OUT, `${pdf}-page`)]);
}
rmSync(dir, { recursive: true, force: true });
