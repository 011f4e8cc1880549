/**
 * Several files appear together or not at all. Everything is written beside its target under another name first; only when
 * all bytes are on the disk do the files get their names. A failure on the way leaves every old file as it was.
 */
import { randomUUID } from 'node:crypto';
import { chmod, copyFile, link, mkdir, open, readdir, realpath, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { error, type Issue, type Outcome, outcome } from '../base/issue.js';
import { text } from '../base/text.js';

export interface FileToWrite {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Permission bits of a new file, e.g. 0o600; an old file keeps its own. */
  readonly mode?: number;
}

/** The calls that can fail, so that a test can make each of them fail. */
export interface Disk {
  readonly write: (path: string, content: string | Uint8Array, mode: number) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

async function writeSynced(path: string, content: string | Uint8Array, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

const DISK: Disk = { write: writeSynced, rename, now: Date.now };

interface Step {
  readonly asked: string;
  /** The file itself where `asked` is a link. */
  readonly target: string;
  /** The new bytes, until they get their name. */
  readonly fresh: string;
  /** A second name of the old file, until all is done; null: there was none. */
  readonly old: string | null;
  readonly content: string | Uint8Array;
  readonly mode: number;
}

/** Leftovers of a run that was killed start so; the next run takes them away. */
const PREFIX = '.rosterpay-';
/** Nobody writes for so long: an older leftover belongs to a run that is gone. Milliseconds. */
const ABANDONED = 3_600_000;

/**
 * Writes all files, makes missing folders. Gives back the paths in the order asked. Error: `write-failed`, naming the file;
 * then nothing has changed.
 */
export async function writeFiles(
  files: readonly FileToWrite[],
  disk: Disk = DISK,
): Promise<Outcome<readonly string[]>> {
  const made: string[] = [];
  const steps: Step[] = [];
  const renamed: Step[] = [];
  let current = files[0]?.path ?? '';
  try {
    for (const file of files) {
      current = file.path;
      await makeFolder(dirname(file.path), made);
      steps.push(await prepared(file));
    }
    await Promise.all(
      [...new Set(steps.map((step) => dirname(step.target)))].map((folder) => sweep(folder, disk.now())),
    );
    for (const step of steps) {
      current = step.asked;
      await disk.write(step.fresh, step.content, step.mode);
      await chmod(step.fresh, step.mode);
    }
    for (const step of steps) {
      current = step.asked;
      // Some systems (USB sticks, network folders) know no second names.
      if (step.old !== null) await link(step.target, step.old).catch(() => copyFile(step.target, step.old!));
    }
    for (const step of steps) {
      current = step.asked;
      await disk.rename(step.fresh, step.target);
      renamed.push(step);
    }
  } catch (thrown) {
    await undo(steps, renamed, made);
    return { value: null, issues: [failed(thrown, current)] };
  }
  for (const step of steps) if (step.old !== null) await rm(step.old, { force: true });
  await Promise.all([...new Set(steps.map((step) => dirname(step.target)))].map(syncFolder));
  return outcome(
    files.map((file) => file.path),
    [],
  );
}

async function prepared(file: FileToWrite): Promise<Step> {
  const target = await realpath(file.path).catch(() => file.path);
  const before = await stat(target).catch(() => null);
  if (before?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
  const beside = join(dirname(target), `${PREFIX}${randomUUID()}-${basename(target).slice(0, 60)}`);
  return {
    asked: file.path,
    target,
    fresh: `${beside}.new`,
    old: before === null ? null : `${beside}.old`,
    content: file.content,
    // A mode that was asked for holds for files of earlier runs too; else a file keeps the one it has.
    mode: file.mode ?? (before === null ? 0o644 : before.mode & 0o777),
  };
}

/** Makes a folder and those above it, and remembers which were not there. */
async function makeFolder(folder: string, made: string[]): Promise<void> {
  const missing: string[] = [];
  for (let at = folder; (await stat(at).catch(() => null)) === null; at = dirname(at)) missing.unshift(at);
  for (const one of missing) {
    await mkdir(one);
    made.push(one);
  }
}

async function undo(steps: readonly Step[], renamed: readonly Step[], made: readonly string[]): Promise<void> {
  for (const step of renamed) {
    if (step.old === null) await rm(step.target, { force: true }).catch(() => {});
    else await rename(step.old, step.target).catch(() => {});
  }
  for (const step of steps) {
    await rm(step.fresh, { force: true }).catch(() => {});
    // Where putting the old file back failed, its second name is all that is left of it.
    const restored = step.old !== null && (await stat(step.target).catch(() => null)) !== null;
    if (restored) await rm(step.old!, { force: true }).catch(() => {});
  }
  for (const folder of [...made].reverse()) await rmdir(folder).catch(() => {});
}

/** Takes away what a killed run left behind. */
async function sweep(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(PREFIX) || !/\.(?:new|old)$/.test(name)) continue;
    const path = join(folder, name);
    const age = await stat(path).then(
      ({ ctimeMs }) => now - ctimeMs,
      () => 0,
    );
    if (age > ABANDONED) await rm(path, { force: true }).catch(() => {});
  }
}

/** The new names reach the disk; some systems cannot sync a folder, and need not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

function failed(thrown: unknown, path: string): Issue {
  const code = String((thrown as NodeJS.ErrnoException).code ?? (thrown as Error).message);
  const message = text(
    `the file could not be written (${code}); nothing has been changed.`,
    `文件写入失败（${code}），所有文件保持原样。`,
  );
  const hint =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? text('Make room on the disk and run it again.', '请清理磁盘空间后重试。')
      : code === 'EISDIR'
        ? text(
            'A folder has this name: rename it, or write elsewhere with --out.',
            '同名文件夹已存在：请改名，或用 --out 换个位置。',
          )
        : text(
            'Close the file in Excel or WPS and look at the permissions of the folder, then run it again.',
            '请关闭正在打开该文件的 Excel 或 WPS，并检查文件夹权限，然后重试。',
          );
  return error('write-failed', { file: path }, message, hint);
}
