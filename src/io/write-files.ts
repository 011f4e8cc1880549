/**
 * Several files appear together or not at all. Everything is written beside its target under another name first; only when
 * all bytes are on the disk does a journal say that the files get their names, and from then on they do, even if the run is
 * killed (`journal.ts`). A failure on the way leaves every old file as it was.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { error, type Issue, type Outcome, outcome } from '../base/issue.js';
import { text } from '../base/text.js';
import { type Content, DISK, type Disk, piecesOf } from './disk.js';
import { carryOut, dropJournal, type Journal, PREFIX, unfinished, writeJournal } from './journal.js';
import { linkReader } from './links.js';
import { severalAtOnce } from './several.js';

export interface FileToWrite {
  readonly path: string;
  readonly content: Content;
  /** Permission bits of the file, e.g. 0o600; where not given, an old file keeps its own. */
  readonly mode?: number;
}

export interface Together {
  /** The folder whose journal it is, one that `settle` is asked for. Without: the folder that holds all the files. */
  readonly home?: string;
  /** Permission bits of files that are there already, changed with the rest; those that are gone are left alone. */
  readonly modes?: readonly { readonly path: string; readonly mode: number }[];
}

interface Step {
  readonly asked: string;
  /** The file itself where `asked` is a link. */
  readonly target: string;
  /** The new bytes, until they get their name. */
  readonly fresh: string;
  /** A second name of the old file, until all is done; null: there was none. */
  readonly old: string | null;
  readonly mode: number;
}

/** A step's file, and what is there before it. */
interface Prepared {
  readonly step: Step;
  readonly before: Stats | null;
}

/** Nobody writes for so long: an older leftover belongs to a run that is gone. Milliseconds. */
const ABANDONED = 3_600_000;

/**
 * Writes all files, makes missing folders. Each file is asked for when its turn has come, and what has been written is not kept:
 * thousands of pages need not exist at once. A file that is there already, byte for byte and with its mode, is left alone.
 * Gives back the paths in the order asked. Error: `write-failed`, naming the file; then nothing has changed, nor where drawing a file throws, which is thrown on.
 */
export async function writeFiles(
  files: Iterable<FileToWrite>,
  { home, modes = [] }: Together = {},
  disk: Disk = DISK,
): Promise<Outcome<readonly string[]>> {
  const made: string[] = [];
  const asked: string[] = [];
  const steps: Step[] = [];
  let current = '';
  try {
    await severalAtOnce(stepsOf(files, asked, made, disk), async ([step, content]) => {
      steps.push(step);
      await disk.write(step.fresh, content, step.mode).catch((thrown) => blame(thrown, step.asked));
    });
    const [only] = steps;
    current = only?.asked ?? asked[0] ?? '';
    if (steps.length === 1 && modes.length === 0 && only !== undefined) {
      await disk.rename(only.fresh, only.target);
      await disk.syncFolder(dirname(only.target));
    } else if (steps.length > 0 || modes.length > 0) {
      await severalAtOnce(steps, async ({ asked, target, old }) => {
        if (old !== null) await disk.keep(target, old).catch((thrown) => blame(thrown, asked));
      });
      for (const folder of foldersOf(steps)) await disk.syncFolder(folder);
      const at = home !== undefined && asked.every((path) => holds(home, path)) ? home : commonFolder(asked);
      const stuck = await commit(at, journalOf(at, steps, modes), disk);
      if (stuck !== null) return { value: null, issues: [stuck] };
    }
  } catch (thrown) {
    await cleanUp(steps, made, disk);
    if (typeof (thrown as NodeJS.ErrnoException).code !== 'string') throw thrown;
    return { value: null, issues: [failed(thrown, (thrown as { asked?: string }).asked ?? current)] };
  }
  return outcome(asked, []);
}

/** One file after the other that is not there yet as it shall be, its folder made and swept; the bytes are still to be written. */
async function* stepsOf(
  files: Iterable<FileToWrite>,
  asked: string[],
  made: string[],
  disk: Disk,
): AsyncGenerator<[Step, Content]> {
  const leads = linkReader();
  const [there, swept, written] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const file of files) {
    const folder = dirname(file.path);
    asked.push(file.path);
    let ready: Prepared;
    try {
      if (!there.has(folder)) await makeFolder(folder, made, disk);
      there.add(folder);
      const target = leads(file.path);
      const beside = dirname(target);
      if (!swept.has(beside)) await sweep(beside, disk);
      swept.add(beside);
      ready = prepared(file, target);
    } catch (thrown) {
      blame(thrown, file.path);
    }
    // Where a file is asked for twice the last one counts.
    if (!written.has(ready.step.target) && isThere(file, ready)) continue;
    written.add(ready.step.target);
    yield [ready.step, file.content];
  }
}

/**
 * All of the journal. Where a step fails nothing of it, and what failed is thrown; where neither way can be gone to its end
 * the journal stays, and the issue says so.
 */
async function commit(home: string, journal: Journal, disk: Disk): Promise<Issue | null> {
  await writeJournal(home, journal, disk);
  try {
    await carryOut(home, journal, disk);
  } catch (thrown) {
    const back: Journal = { ...journal, way: 'back' };
    try {
      await writeJournal(home, back, disk);
      await carryOut(home, back, disk);
      await dropJournal(home, disk);
    } catch (again) {
      return unfinished(again, home);
    }
    throw Object.assign(thrown as Error, { asked: (thrown as NodeJS.ErrnoException).path });
  }
  // Should this fail the files stand all the same; the next command finds nothing left to do.
  await dropJournal(home, disk).catch(() => {});
  return null;
}

function journalOf(home: string, steps: readonly Step[], modes: Together['modes'] & object): Journal {
  return {
    way: 'on',
    renames: steps.map(({ asked, fresh, old }) => ({
      file: from(home, asked),
      fresh: basename(fresh),
      old: old === null ? null : basename(old),
    })),
    modes: modes.filter(({ path }) => holds(home, path)).map(({ path, mode }) => ({ file: from(home, path), mode })),
  };
}

const from = (home: string, path: string): string => relative(home, path).replaceAll('\\', '/');

const holds = (folder: string, path: string): boolean => {
  const inside = relative(folder, path);
  return inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
};

function commonFolder(paths: readonly string[]): string {
  let folder = dirname(paths[0]!);
  while (!paths.every((path) => holds(folder, path))) folder = dirname(folder);
  return folder;
}

const foldersOf = (steps: readonly Step[]): string[] => [...new Set(steps.map(({ target }) => dirname(target)))];

function blame(thrown: unknown, asked: string): never {
  throw Object.assign(thrown as Error, { asked });
}

/** Whether nothing is left to write. What can be drawn only once, for the disk, counts as new. */
function isThere({ content }: FileToWrite, { step, before }: Prepared): boolean {
  if (before === null || !before.isFile() || (before.mode & 0o777) !== step.mode) return false;
  if (typeof content !== 'string' && !(content instanceof Uint8Array) && !Array.isArray(content)) return false;
  let end = 0;
  for (const piece of piecesOf(content)) end += Buffer.byteLength(piece);
  if (before.size !== end) return false;
  try {
    const old = readFileSync(step.target);
    end = 0;
    for (const piece of piecesOf(content)) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      end += bytes.length;
      if (!old.subarray(end - bytes.length, end).equals(bytes)) return false;
    }
    return end === old.length;
  } catch {
    return false;
  }
}

function prepared(file: FileToWrite, target: string): Prepared {
  const before = statSync(target, { throwIfNoEntry: false }) ?? null;
  if (before?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
  const beside = join(dirname(target), `${PREFIX}${randomUUID()}-${basename(target).slice(0, 60)}`);
  const step = {
    asked: file.path,
    target,
    fresh: `${beside}.new`,
    old: before === null ? null : `${beside}.old`,
    // A mode that was asked for holds for files of earlier runs too; else a file keeps the one it has.
    mode: file.mode ?? (before === null ? 0o644 : before.mode & 0o777),
  };
  return { step, before };
}

/** Makes a folder and those above it, and remembers which were not there. */
async function makeFolder(folder: string, made: string[], disk: Disk): Promise<void> {
  const missing: string[] = [];
  for (let at = folder; (await stat(at).catch(() => null)) === null; at = dirname(at)) missing.unshift(at);
  for (const one of missing) {
    await disk.mkdir(one);
    made.push(one);
  }
}

async function cleanUp(steps: readonly Step[], made: readonly string[], disk: Disk): Promise<void> {
  for (const { fresh, old } of steps) {
    await disk.remove(fresh).catch(() => {});
    if (old !== null) await disk.remove(old).catch(() => {});
  }
  for (const folder of [...made].reverse()) await disk.removeFolder(folder).catch(() => {});
}

/** Takes away what a killed run left behind. */
async function sweep(folder: string, disk: Disk): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(PREFIX) || !/\.(?:new|old)$/.test(name)) continue;
    const path = join(folder, name);
    const age = await stat(path).then(
      ({ ctimeMs }) => disk.now() - ctimeMs,
      () => 0,
    );
    if (age > ABANDONED) await disk.remove(path).catch(() => {});
  }
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
