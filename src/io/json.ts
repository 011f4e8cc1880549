/** JSON out in a form that people can read and compare, JSON in with the row of what is wrong. */
import { isDrawn } from '../base/drawn.js';
import { error, type Issue, type Outcome, outcome } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import { text } from '../base/text.js';

/**
 * Two blanks deep, keys in the order given, a line end behind. A list of words and numbers stands on one line, so that a
 * person's month in roster.json is a row.
 */
export const toJson = (value: unknown): string => `${laidOut(value, '')}\n`;

/** How a value is written whose lines behind the first begin with `margin`. */
type Write = (value: unknown, margin: string) => string;

/** The same of a document, piece by piece: of a list that is drawn no two members need exist at once. */
export function* jsonPieces(document: Readonly<Record<string, unknown>>, write: Write = laidOut): Generator<string> {
  let before = '{';
  for (const [key, value] of Object.entries(document)) {
    if (value === undefined) continue;
    yield `${before}\n  ${write(key, '  ')}: `;
    if (isDrawn(value)) yield* listPieces(value, write);
    else yield write(value, '  ');
    before = ',';
  }
  yield before === '{' ? '{}\n' : '\n}\n';
}

/** A list of objects or lists, which never stands on one line. */
function* listPieces(members: Iterable<unknown>, write: Write): Generator<string> {
  let before = '[';
  for (const one of members) {
    yield `${before}\n    ${write(one, '    ')}`;
    before = ',';
  }
  yield before === '[' ? '[]' : '\n  ]';
}

/** `plain`: lists, plain objects, words, numbers; a key without a value is left out. */
function laidOut(plain: unknown, margin: string): string {
  if (typeof plain !== 'object' || plain === null) return JSON.stringify(plain ?? null);
  if (isDrawn(plain)) return laidOut([...plain], margin);
  const isList = Array.isArray(plain);
  if (isList && plain.every((each) => typeof each === 'number' && Number.isFinite(each)))
    return `[${plain.join(', ')}]`;
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const inner = `${margin}  `;
  const parts = isList
    ? plain.map((each) => laidOut(each, inner))
    : Object.entries(plain)
        .filter(([, each]) => each !== undefined)
        .map(([key, each]) => `${JSON.stringify(key)}: ${laidOut(each, inner)}`);
  if (parts.length === 0) return open + close;
  const isRow = isList && plain.every((each) => typeof each !== 'object' || each === null);
  if (isRow) return `[${parts.join(', ')}]`;
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${margin}${close}`;
}

/** The value of a JSON text. Judge its shape before use. Error: `json-broken`, with the row. */
export function parseJson(words: string, source: SourceRef): Outcome<unknown> {
  const plain = words.replace(/^\ufeff/, '');
  try {
    return outcome<unknown>(JSON.parse(plain), []);
  } catch (thrown) {
    return { value: null, issues: [broken(plain, faultIn(plain, thrown), source)] };
  }
}

type Fault = 'unfinished' | 'broken';

function broken(plain: string, fault: Fault, source: SourceRef): Issue {
  const row = { ...source, row: brokenRow(plain) };
  const message =
    fault === 'unfinished'
      ? text('the JSON stops before it is finished: the file has been cut off.', 'JSON 内容没有结束：文件不完整。')
      : text('the JSON is broken here.', '此处 JSON 格式有误。');
  const hint = text('Take the last whole copy of the file, or make it anew.', '请使用最近一份完整的文件，或重新生成。');
  return error('json-broken', row, message, hint);
}

/** Null: whole. */
function faultOf(words: string): Fault | null {
  try {
    JSON.parse(words);
    return null;
  } catch (thrown) {
    return faultIn(words, thrown);
  }
}

/** What the parser says of words; unfinished: good as far as they go. */
function faultIn(words: string, thrown: unknown): Fault {
  const { message } = thrown as Error;
  const position = /at position (\d+)/.exec(message)?.[1];
  const atEnd = position !== undefined && Number(position) >= words.length;
  return atEnd || /end of JSON|Unterminated string/i.test(message) ? 'unfinished' : 'broken';
}

/** The first row that makes the text impossible to finish; the last one where it merely stops. */
function brokenRow(words: string): number {
  const lines = words.replace(/\s+$/, '').split('\n');
  let [good, bad] = [0, lines.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (faultOf(`${lines.slice(0, middle).join('\n')}\n`) === 'broken') bad = middle;
    else good = middle;
  }
  return bad;
}
