/** Is a result still what its inputs say? Then a rerun has nothing to do. */
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseJson } from '../../io/json.js';
import { filesIn, kindOf, readText } from '../../io/workspace.js';
import { closedBy, MANIFEST_FILE } from '../../pay/life/manifest.js';
import { changedSince, manifestIn } from '../manifests.js';
import { type Place, shownPath } from '../place.js';
import { madeFrom } from '../publishing.js';
import { version } from '../version.js';

/**
 * Names of the inputs that are not as they were when the roster was published; one that came or went counts. Null: the
 * file does not say what it was made from. `place.used` must hold what is read now.
 */
export async function changedInputs(place: Place, path: string): Promise<readonly string[] | null> {
  const words = await readText(path, path);
  const document = words.value === null ? null : parseJson(words.value, { file: path }).value;
  const was = (document as { madeFrom?: unknown } | null)?.madeFrom;
  if (typeof was !== 'object' || was === null || Object.keys(was).length === 0) return null;
  const [before, now] = [was as Record<string, unknown>, await madeFrom(place)];
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => before[name] !== now[name]).sort();
}

/** How a month's pay stands without computing it. */
export type PayStanding = 'closed' | 'current' | 'stale';

/**
 * Every input and result as the manifest has it, made by this version, and nothing new beside them: a file that came
 * after the manifest may be an input (an order export more), so the month is computed again.
 */
export async function payStanding(place: Place): Promise<PayStanding> {
  const manifest = (await manifestIn(place.out, place)).value;
  if (manifest === null) return 'stale';
  if (closedBy(manifest) !== null) return 'closed';
  if (manifest.version !== version() || manifest.month !== place.month) return 'stale';
  const known = [...manifest.inputs, ...(manifest.lookedBack ?? []), ...manifest.files];
  if ((await changedSince(known, place)).length > 0) return 'stale';
  const names = new Set([...known.map(({ file }) => file), shownPath(join(place.out, MANIFEST_FILE), place)]);
  const since = (await stat(join(place.out, MANIFEST_FILE))).ctimeMs;
  const nearby = (await filesIn(place.dir)).filter((path) => !names.has(shownPath(path, place)));
  for (const path of nearby) {
    if (!/\.(lock|tmp)$/.test(basename(path)) && (await stat(path)).ctimeMs > since) return 'stale';
  }
  return 'current';
}

/** The status that stands in a result file; null where it cannot be read. */
export async function statusIn(path: string): Promise<string | null> {
  if ((await kindOf(path)) !== 'file') return null;
  const words = await readText(path, path);
  const document = words.value === null ? null : parseJson(words.value, { file: path }).value;
  const status = (document as { status?: unknown } | null)?.status;
  return typeof status === 'string' ? status : null;
}
