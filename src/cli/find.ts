/** Which file is meant: the one a flag names, else the one in its usual place. */
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { error, type Issue } from '../base/issue.js';
import { text } from '../base/text.js';
import { filesIn, kindOf } from '../io/workspace.js';
import { type Place, shownPath } from './place.js';

const ENDINGS = ['.csv', '.xlsx'];

/**
 * `stem.csv` or `stem.xlsx` in a folder, whatever the case of the ending. Value null and no issue: there is none.
 * Both at once is an error: nobody knows which one is kept up.
 */
export async function inFolder(
  folder: string,
  stem: string,
  place: Place,
): Promise<{ path: string | null; issues: readonly Issue[] }> {
  const names = await readdir(folder).catch(() => []);
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

/** Files and folders that `--orders` and `--punches` name (a missing one is told by whoever opens it), else the month's. */
export async function dataFiles(given: readonly string[], usual: string, place: Place): Promise<readonly string[]> {
  if (given.length === 0) return filesIn(usual);
  const lists = given.map(async (path) => {
    const full = resolve(place.cwd, path);
    return (await kindOf(full)) === 'folder' ? filesIn(full) : [full];
  });
  return (await Promise.all(lists)).flat();
}
