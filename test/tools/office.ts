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

/** The workbook opened, recalculated and saved in another format. */
export function converted(bytes: Uint8Array, to: 'xlsx' | 'pdf'): Uint8Array {
  const dir = mkdtempSync(join(tmpdir(), 'rosterpay-office-'));
  try {
    writeFileSync(join(dir, 'book.xlsx'), bytes);
    const profile = `-env:UserInstallation=file://${join(dir, 'profile')}`;
    execFileSync(
      SOFFICE!,
      [profile, '--headless', '--convert-to', to, '--outdir', join(dir, 'out'), join(dir, 'book.xlsx')],
      { stdio: 'ignore', timeout: 120_000 },
    );
    return readFileSync(join(dir, 'out', `book.${to}`));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
