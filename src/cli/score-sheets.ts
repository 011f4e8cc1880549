/** Whether the month's score sheet is approved: scorecard-approval.json beside the month's results. */
import { join } from 'node:path';
import { error, hasErrors, type Outcome, outcome } from '../base/issue.js';
import { text } from '../base/text.js';
import { chinaCalendar } from '../calendar/holidays.js';
import { parseJson } from '../io/json.js';
import { fingerprint, kindOf, readText } from '../io/workspace.js';
import type { PayInput } from '../pay/input.js';
import type { PayResult } from '../pay/payslip.js';
import {
  type Approval,
  type ScoreSheet,
  type ScoreSheetState,
  scoreSheetContent,
  scoreSheetOf,
} from '../pay/score-sheet.js';
import { type Place, shownPath } from './place.js';

export const APPROVAL_FILE = 'scorecard-approval.json';

export const sheetOf = (result: PayResult, { handbook }: Pick<PayInput, 'handbook'>): ScoreSheet | null =>
  scoreSheetOf(result, handbook, chinaCalendar());

export const sheetPrint = (sheet: ScoreSheet): string => fingerprint(scoreSheetContent(sheet));

/** An approval of another sheet than today's is none. */
export async function sheetState(sheet: ScoreSheet, place: Place): Promise<Outcome<ScoreSheetState>> {
  const path = join(place.monthDir, APPROVAL_FILE);
  const { due, needsApproval } = sheet;
  if ((await kindOf(path)) === null) return outcome({ due, needsApproval, approved: null }, []);
  const source = { file: shownPath(path, place) };
  const words = await readText(path, source.file);
  if (words.value === null) return { value: null, issues: words.issues };
  const document = parseJson(words.value, source);
  if (hasErrors(document.issues)) return { value: null, issues: document.issues };
  const raw = (document.value ?? {}) as Partial<Record<keyof Approval, unknown>>;
  const { by, at, sha256 } = raw;
  if (typeof by !== 'string' || typeof at !== 'string' || typeof sha256 !== 'string') {
    const message = text('this is no approval of a score sheet.', '这不是奖罚评分表的批准记录。');
    const hint = text(
      'Approve the sheet again with pay scorecard --approve.',
      '请用 pay scorecard --approve 重新批准。',
    );
    return { value: null, issues: [error('approval-unreadable', source, message, hint)] };
  }
  const approved = sha256 === sheetPrint(sheet) ? { by, at, sha256 } : null;
  return outcome({ due, needsApproval, approved }, []);
}
