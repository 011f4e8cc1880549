/** Messages for people and for programs: where, what, what to do. */
import type { Issue } from '../base/issue.js';
import { shown } from '../base/shown.js';
import { where } from '../base/source.js';
import type { Lang, Text } from '../base/text.js';
import { text } from '../base/text.js';
import { jsonPieces } from '../io/json.js';
import { inBulk } from '../io/pieces.js';
import type { Json } from './command.js';

/**
 * Whatever came from outside must not steer the terminal: control characters and the marks that turn text round are
 * shown as their code, line feeds as blanks.
 */
export const harmless = (words: string): string => shown(words.replace(/[\r\n\t]+/g, ' '), Number.POSITIVE_INFINITY);

const ended = (words: string, lang: Lang): string =>
  words === '' || /[.!?。！？)）]$/.test(words) ? words : `${words}${lang === 'zh' ? '。' : '.'}`;

const SEVERITY: Readonly<Record<Issue['severity'], Text>> = {
  error: text('', ''),
  warning: text('warning: ', '提醒：'),
  info: text('note: ', '说明：'),
};

/** What is wrong and what to do about it, as sentences. */
function sentences(message: string, hint: string, lang: Lang): string {
  const first = ended(message, lang);
  if (hint === '') return first;
  return `${first}${lang === 'zh' && !/[.)]$/.test(first) ? '' : ' '}${ended(hint, lang)}`;
}

/** `leave.csv:14: 1007 李娜 2026-12-30..2026-12-28: the leave ends before it starts. Swap the two dates, or correct one.` */
export function issueLine(issue: Issue, lang: Lang): string {
  const place = issue.source === null ? '' : `${where(issue.source)}: `;
  return harmless(`${place}${SEVERITY[issue.severity][lang]}${sentences(issue.message[lang], issue.hint[lang], lang)}`);
}

export function issueJson(issue: Issue, lang: Lang): Json {
  return {
    code: issue.code,
    severity: issue.severity,
    message: issue.message[lang],
    hint: issue.hint[lang],
    source: issue.source === null ? null : where(issue.source),
  };
}

/** One JSON document that is also safe to look at: what steers terminals is escaped beyond what JSON asks. */
export const jsonText = (document: { readonly [key: string]: Json }): Generator<string> =>
  inBulk(jsonPieces(document, printed));

/** Within a word a line feed is escaped: those that stand as they are begin lines. */
const printed = (value: unknown, margin: string): string =>
  JSON.stringify(value, null, 2)
    .replaceAll('\n', `\n${margin}`)
    .replace(STEERING, (sign) => `\\u${sign.codePointAt(0)!.toString(16).padStart(4, '0')}`);

const STEERING = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

const RANK: Readonly<Record<Issue['severity'], number>> = { error: 0, warning: 1, info: 2 };

/** Errors first, then by place; equal ones once. */
export function inOrder(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues
    .map((issue, index) => ({
      issue,
      index,
      place: issue.source === null ? '' : `${issue.source.file}#${issue.source.sheet ?? ''}`,
    }))
    .sort(
      (a, b) =>
        RANK[a.issue.severity] - RANK[b.issue.severity] ||
        (a.place < b.place ? -1 : a.place > b.place ? 1 : 0) ||
        (a.issue.source?.row ?? 0) - (b.issue.source?.row ?? 0) ||
        a.index - b.index,
    )
    .map(({ issue }) => issue)
    .filter((issue) => {
      const line = `${issue.code} ${issueLine(issue, 'en')}`;
      return !seen.has(line) && seen.add(line);
    });
}
