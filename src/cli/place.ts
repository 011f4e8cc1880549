/** Where a run works: the workspace, the month and its folder. */
import { isAbsolute, join, relative, resolve } from 'node:path';
import { error, type Issue } from '../base/issue.js';
import { text } from '../base/text.js';
import { addMonths, type Day, dayFromNumber, type Month, monthOf, parseMonth } from '../calendar/day.js';
import type { Flags } from './flags.js';
import type { Shell } from './shell.js';

export interface Place {
  /** Absolute, like all paths here. */
  readonly dir: string;
  readonly cwd: string;
  readonly month: Month;
  /** The month's folder. */
  readonly monthDir: string;
  /** Where the files go. */
  readonly out: string;
  /** Every input this run has read, for the manifest. */
  readonly used: Set<string>;
  /** Files of closed months, read only to see whether anything changed in them. */
  readonly lookedBack?: Set<string>;
}

/** The calendar day in Shanghai (UTC+8 all year), wherever the machine stands. */
export const today = (shell: Pick<Shell, 'clock'>): Day =>
  dayFromNumber(Math.floor((shell.clock() + 8 * 3_600_000) / 86_400_000));

/** `2026-12`, `next`, `last`; null where it is no month. */
export function monthFrom(words: string, day: Day): Month | null {
  if (words === 'next') return addMonths(monthOf(day), 1);
  if (words === 'last') return addMonths(monthOf(day), -1);
  if (words === 'this') return monthOf(day);
  return parseMonth(words);
}

/** @param fallback the month where none is given: rosters are made for the next one, wages for the last one */
export function placeOf(flags: Flags, shell: Shell, fallback: 'next' | 'last'): { place: Place; issues: Issue[] } {
  const dir = resolve(shell.cwd, flags.dir ?? '.');
  const month = monthFrom(flags.month ?? fallback, today(shell));
  const place = (known: Month): Place => ({
    dir,
    cwd: shell.cwd,
    month: known,
    monthDir: join(dir, known),
    out: flags.out === null ? join(dir, known) : resolve(shell.cwd, flags.out),
    used: new Set(),
    lookedBack: new Set(),
  });
  if (month !== null) return { place: place(month), issues: [] };
  const issue = error(
    'bad-month',
    null,
    text(`--month ${flags.month}: this is no month.`, `--month ${flags.month}：不是月份。`),
    text('Write it like 2026-12, or next, or last.', '请写成 2026-12，或 next（下月）、last（上月）。'),
  );
  return { place: place(monthFrom(fallback, today(shell))!), issues: [issue] };
}

/** A path as the user would type it: inside the workspace relative to it, else relative to where they stand. */
export function shownPath(path: string, place: Pick<Place, 'dir' | 'cwd'>): string {
  const inside = relative(place.dir, path);
  if (inside !== '' && !inside.startsWith('..') && !isAbsolute(inside)) return inside.replaceAll('\\', '/');
  const near = relative(place.cwd, path);
  return (near === '' ? '.' : near.startsWith('..') ? path : near).replaceAll('\\', '/');
}

/** A file that was written, as the user can open it from where they stand. */
export function resultPath(path: string, place: Pick<Place, 'cwd'>): string {
  const near = relative(place.cwd, path);
  return (near.startsWith('..') || isAbsolute(near) ? path : near).replaceAll('\\', '/');
}

/** A command as it is typed from where the user stands: with the folder they named. */
export const typedHere = (line: string, { dir }: Pick<Flags, 'dir'>): string =>
  dir === null ? line : `${line} --dir ${/^[\w./\u4e00-\u9fff-]+$/.test(dir) ? dir : JSON.stringify(dir)}`;
