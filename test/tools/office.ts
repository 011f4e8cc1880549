/** LibreOffice without a window, where the machine has it: what another program makes of our workbooks. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOFFICE = (process.env.PATH ?? '')
  .split(':')
  .map((folder) => join(folder, 'soffice'))
  .find((path) => existsSync(path));

export const hasOffice = SOFFICE !== undefined;

/** Workbooks opened, recalculated and saved in another format, all in one go: starting the program takes longest. */
export function converted(books: readonly Uint8Array[], to: 'xlsx' | 'pdf'): Uint8Array[] {
  const dir = mkdtempSync(join(tmpdir(), 'rosterpay-office-'));
  try {
    const paths = books.map((_, at) => join(dir, `book-${at}.xlsx`));
    books.forEach((bytes, at) => {
      writeFileSync(paths[at]!, bytes);
    });
    const profile = `-env:UserInstallation=file://${join(dir, 'profile')}`;
    const args = [profile, '--headless', '--convert-to', to, '--outdir', join(dir, 'out'), ...paths];
    execFileSync(SOFFICE!, args, { stdio: 'ignore', timeout: 120_000 });
    return books.map((_, at) => readFileSync(join(dir, 'out', `book-${at}.${to}`)));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
