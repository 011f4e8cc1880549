/** The month's manifest: made by `pay compute`, kept by `pay close` and `pay reopen`. */
import { join, resolve } from 'node:path';
import { error, hasErrors, type Issue, type Outcome, outcome } from '../base/issue.js';
import type { Lang } from '../base/text.js';
import { text } from '../base/text.js';
import { addDays, type Day, firstDay, type Month } from '../calendar/day.js';
import { chinaCalendar } from '../calendar/holidays.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import { parseJson } from '../io/json.js';
import { fileFingerprint, fingerprint, kindOf, readText } from '../io/workspace.js';
import { closedBy, type Hashed, MANIFEST_FILE, type Manifest, readManifest } from '../pay/life/manifest.js';
import type { Paper } from './paper.js';
import { type Place, shownPath } from './place.js';
import { version } from './version.js';

/** The manifest in a folder; null without an issue: there is none. */
export async function manifestIn(folder: string, place: Pick<Place, 'dir' | 'cwd'>): Promise<Outcome<Manifest>> {
  const path = join(folder, MANIFEST_FILE);
  if ((await kindOf(path)) === null) return { value: null, issues: [] };
  const source = { file: shownPath(path, place) };
  const words = await readText(path, source.file);
  if (words.value === null) return { value: null, issues: words.issues };
  const document = parseJson(words.value, source);
  return hasErrors(document.issues) ? { value: null, issues: document.issues } : readManifest(document.value, source);
}

/** SHA-256 of the handbook in force. */
const handbookPrint = (handbook: HandbookInForce): string =>
  fingerprint(JSON.stringify(handbook.values, (_, value) => (typeof value === 'bigint' ? String(value) : value)));

/** SHA-256 of what kind of day each day of the year is. */
function holidayPrint(month: Month): string {
  const calendar = chinaCalendar();
  const first = firstDay(`${month.slice(0, 4)}-01` as Month);
  const kinds: string[] = [];
  for (let day: Day = first; day.startsWith(month.slice(0, 4)); day = addDays(day, 1)) {
    kinds.push(calendar.info(day).kind);
  }
  return fingerprint(kinds.join(' '));
}

/** Fingerprints of all files that were read, by name. A manifest is a result, no input. */
export const inputPrints = async (place: Place): Promise<Hashed[]> => prints(place, place.used);

/** The same of what was read of closed months alone. */
export const lookedBackPrints = async (place: Place): Promise<Hashed[]> =>
  prints(place, new Set([...(place.lookedBack ?? [])].filter((path) => !place.used.has(path))));

const prints = (place: Place, paths: ReadonlySet<string>): Promise<Hashed[]> =>
  Promise.all(
    [...paths]
      .map((path) => ({ path, file: shownPath(path, place) }))
      .sort((a, b) => (a.file < b.file ? -1 : 1))
      .map(async ({ path, file }) => ({ file, sha256: await fileFingerprint(path) })),
  );

/** The manifest of a month that is being computed, but for the files of the result. `before`: the one it replaces, whose story goes on. */
export async function manifestOf(
  place: Place,
  handbook: HandbookInForce,
  lang: Lang,
  paper: Paper,
  before: Manifest | null,
): Promise<(files: readonly Hashed[]) => Manifest> {
  const about: Omit<Manifest, 'files' | 'rules' | 'life'> = {
    month: place.month,
    version: version(),
    language: lang,
    ...(paper === 'both' ? { both: true } : {}),
    inputs: await inputPrints(place),
    lookedBack: await lookedBackPrints(place),
    handbook: handbookPrint(handbook),
    holidays: holidayPrint(place.month),
  };
  return (files) => ({ ...about, files, rules: null, life: before?.life ?? [] });
}

/** An error where the folder holds a closed month. */
export async function stillOpen(folder: string, place: Place): Promise<Outcome<Manifest | null>> {
  const { value, issues } = await manifestIn(folder, place);
  if (value === null) return hasErrors(issues) ? { value: null, issues } : outcome<Manifest | null>(null, issues);
  const closed = closedBy(value);
  return closed === null
    ? outcome<Manifest | null>(value, issues)
    : { value: null, issues: [monthClosed(value.month, closed.by, closed.at, folder, place)] };
}

const monthClosed = (month: Month, by: string, at: string, folder: string, place: Place): Issue =>
  error(
    'month-closed',
    { file: shownPath(join(folder, MANIFEST_FILE), place) },
    text(
      `${month} was closed by ${by} on ${at}; nothing was written.`,
      `${month} 已由 ${by} 于 ${at} 关账，未写任何文件。`,
    ),
    text(
      'What changes now becomes arrears in the next open month. To compute it anew: pay reopen --month ' +
        `${month} --by NAME --because "...", or write elsewhere with --out.`,
      `此后的变动将在下一个未关账月份补发补扣。如需重算：pay reopen --month ${month} --by 姓名 --because "原因"，或用 --out 写到别处。`,
    ),
  );

/** Files of a manifest that are not as they were; a file that is gone has no fingerprint. */
export async function changedSince(
  files: readonly Hashed[],
  place: Pick<Place, 'dir'>,
): Promise<readonly { readonly file: string; readonly gone: boolean }[]> {
  const now = await Promise.all(
    files.map(async ({ file, sha256 }) => {
      const path = resolve(place.dir, file);
      if ((await kindOf(path)) !== 'file') return { file, gone: true, same: false };
      return { file, gone: false, same: (await fileFingerprint(path)) === sha256 };
    }),
  );
  return now.filter((one) => !one.same).map(({ file, gone }) => ({ file, gone }));
}
