/** Which file is meant: the one a flag names, else the one in its usual place. */
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { error, type Issue } from '../base/issue.js';
import { text } from '../base/text.js';
import { type Place, shownPath } from './place.js';

const ENDINGS = ['.csv', '.xlsx'];

const kindOf = (path: string): 'file' | 'folder' | null => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? null : stat.isDirectory() ? 'folder' : 'file';
};

/**
 * `stem.csv` or `stem.xlsx` in a folder, whatever the case of the ending. Value null and no issue: there is none.
 * Both at once is an error: nobody knows which one is kept up.
 */
export function inFolder(
  folder: string,
  stem: string,
  place: Place,
): { path: string | null; issues: readonly Issue[] } {
  const names = kindOf(folder) === 'folder' ? readdirSync(folder) : [];
  const found = names.filter((name) => ENDINGS.some((ending) => name.toLowerCase() === `${stem}${ending}`)).sort();
  if (found.length <= 1) return { path: found[0] === undefined ? null : join(folder, found[0]), issues: [] };
  const issue = error(
    'two-files',
    { file: shownPath(join(folder, found[0]!), place) },
    text(`${found.join(' and ')} are both there.`, `${found.join(' 和 ')} 同时存在。`),
    text('Take away the one that is out of date.', '请移走过期的那个。'),
  );
  return { path: null, issues: [issue] };
}

/** All data files below a folder, or the file itself; by name, so that the order is the same on every machine. */
export function filesBelow(path: string): string[] {
  if (kindOf(path) !== 'folder') return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !/^[.~]/.test(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)]))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** Files and folders that `--orders` and `--punches` name (read, or told to be missing, by whoever opens them), else the month's. */
export function dataFiles(given: readonly string[], usual: string, place: Place): string[] {
  if (given.length === 0) return kindOf(usual) === 'folder' ? filesBelow(usual) : [];
  return given.flatMap((path) => filesBelow(resolve(place.cwd, path)));
}
