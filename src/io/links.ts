/** Names that are links, followed. */
import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const real = (path: string): string | null => {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
};

const isLink = (path: string): boolean => {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    return false;
  }
};

/**
 * Answers with the file itself where its name is a link, to nothing too, or lies behind one. Each folder is looked up once, for
 * it may hold thousands of the files: ask when it is there, and while no link is changed.
 */
export function linkReader(): (path: string) => string {
  const folders = new Map<string, string>();
  return (path) => {
    const asked = dirname(path);
    const folder = folders.get(asked) ?? real(asked) ?? asked;
    folders.set(asked, folder);
    const plain = join(folder, basename(path));
    return isLink(plain) ? (real(plain) ?? plain) : plain;
  };
}
