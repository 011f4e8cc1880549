/** manifest.json: what a month's pay was computed from, what came of it, and whether the month is closed. */
import { error, type Issue, type Outcome, outcome } from '../../base/issue.js';
import type { SourceRef } from '../../base/source.js';
import type { Lang } from '../../base/text.js';
import { text } from '../../base/text.js';
import { type Month, parseMonth } from '../../calendar/day.js';

/** A file and its SHA-256, in hexadecimal. */
export interface Hashed {
  readonly file: string;
  readonly sha256: string;
}

/** What somebody let stand when the month was closed. */
export interface Waived {
  readonly id: string;
  readonly because: string;
}

/** One step of the month's life; the time is the clock's, in Shanghai. */
export type LifeStep =
  | { readonly step: 'closed'; readonly by: string; readonly at: string; readonly accepted: readonly Waived[] }
  | { readonly step: 'reopened'; readonly by: string; readonly at: string; readonly reason: string };

export interface Manifest {
  readonly month: Month;
  /** Of this program. */
  readonly version: string;
  /** The language of the month's files. */
  readonly language: Lang;
  /** Its pages and workbooks are in both languages. */
  readonly both?: true;
  readonly inputs: readonly Hashed[];
  /** Files of closed months that were read to see whether anything changed in them: no facts of this month. */
  readonly lookedBack: readonly Hashed[];
  /** SHA-256 of the handbook in force, presets and defaults included, and of the year's holiday table. */
  readonly handbook: string;
  readonly holidays: string;
  /** The result files, in the order written. */
  readonly files: readonly Hashed[];
  /** The user's own handbook as it stood at the close: the month is judged by it for ever. Null: not closed. */
  readonly rules: string | null;
  /** What happened to the month; the last step says whether it is closed. */
  readonly life: readonly LifeStep[];
}

export const MANIFEST_FILE = 'manifest.json';

type Closed = Extract<LifeStep, { step: 'closed' }>;

/** The step that closed the month; null where it is open. */
export function closedBy(manifest: Manifest): Closed | null {
  const last = manifest.life.at(-1);
  return last?.step === 'closed' ? last : null;
}

/** Somebody may have edited the file: whatever does not have the shape is an error, never a guess. */
export function readManifest(document: unknown, source: SourceRef): Outcome<Manifest> {
  const raw = isRecord(document) ? document : {};
  const month = typeof raw.month === 'string' ? parseMonth(raw.month) : null;
  const [inputs, files, life] = [listOf(raw.inputs, hashed), listOf(raw.files, hashed), listOf(raw.life, stepOf)];
  const lookedBack = listOf(raw.lookedBack ?? [], hashed);
  const { version, handbook, holidays, rules, language } = raw;
  if (
    month === null ||
    inputs === null ||
    lookedBack === null ||
    files === null ||
    life === null ||
    !isText(version) ||
    !isText(handbook) ||
    !isText(holidays) ||
    (rules !== null && !isText(rules)) ||
    (language !== 'zh' && language !== 'en')
  ) {
    return { value: null, issues: [unreadable(source)] };
  }
  const both = raw.both === true ? ({ both: true } as const) : {};
  return outcome({ month, version, language, ...both, inputs, lookedBack, handbook, holidays, files, rules, life }, []);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';

function listOf<T>(raw: unknown, read: (value: Record<string, unknown>) => T | null): readonly T[] | null {
  if (!Array.isArray(raw)) return null;
  const values = raw.map((value) => (isRecord(value) ? read(value) : null));
  return values.some((value) => value === null) ? null : values.filter((value) => value !== null);
}

const hashed = ({ file, sha256 }: Record<string, unknown>): Hashed | null =>
  isText(file) && isText(sha256) ? { file, sha256 } : null;

function stepOf({ step, by, at, accepted, reason }: Record<string, unknown>): LifeStep | null {
  if (!isText(by) || !isText(at)) return null;
  if (step === 'reopened') return isText(reason) ? { step, by, at, reason } : null;
  if (step !== 'closed') return null;
  const waived = listOf(accepted, ({ id, because }) => (isText(id) && isText(because) ? { id, because } : null));
  return waived === null ? null : { step, by, at, accepted: waived };
}

const unreadable = (source: SourceRef): Issue =>
  error(
    'manifest-unreadable',
    source,
    text('this is not a manifest as `pay compute` writes it.', '这不是 pay compute 生成的清单文件。'),
    text(
      'Put the file back from a copy: it says whether the month is closed.',
      '请从备份恢复此文件：本月是否已关账由它记录。',
    ),
  );
