/**
 * Marks in a seller's remark that name an agent: handbook `sales.marks`. Remarks are a stranger's words, so every form is
 * read by hand-written scans, each a constant number of walks along the remark: nothing a remark holds can hang the run.
 *
 * A mark is anchored. A staff number stands alone between spaces and punctuation: `1007` in `退邮费 1007` is a mark, in
 * `换1007花色L`, `8.1007` or a telephone number it is none. A name stands where its form says. What has the form of a mark
 * but belongs to nobody is an unknown mark, and a name that several people share is ambiguous: the clerk decides.
 */
import { assert } from '../base/assert.js';
import { error, type Issue } from '../base/issue.js';
import { shown } from '../base/shown.js';
import { type Text, text } from '../base/text.js';
import type { Month } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import type { Person, StaffId } from '../people/person.js';
import type { PatternScan } from './custom-pattern.js';
import { type Directory, directory } from './names.js';
import { dateAt, endsSegment, isNameSign, isSpace, plainSigns, segments, skipSpaces } from './signs.js';

/** Something that has the form of a mark. */
export interface Found {
  /** As it stands in the remark. */
  readonly mark: string;
  /** One: known. None: nobody's. Several: ambiguous. */
  readonly staff: readonly StaffId[];
  /** A weak one may be something else (an amount, the end of a telephone number): it gives way to a known mark. */
  readonly weak: boolean;
}

/** What a remark's marks say. `agents` in the order named, each once; `unclear`: the first mark that names nobody for sure. */
interface Marks {
  readonly agents: readonly StaffId[];
  /** Where there is just one of them: the ordinary mark, of which nothing has to be looked up order by order. */
  readonly alone: MarkedAlone | null;
  readonly unclear: Found | null;
  /** A staff number of nobody in `agents` that is glued to other words and is therefore no mark; null: none. */
  readonly glued: string | null;
  /** What somebody may have meant as a mark and is none; null where there is a mark of any kind. */
  readonly bare: BareMark | null;
}

export interface MarkedAlone {
  readonly staff: StaffId;
  /** Missing: not on the list. */
  readonly person: Person | undefined;
  /** Why an order is theirs. */
  readonly says: Text;
}

/** A full name alone (`周杰`, `吴敏 加急`), or a number that has lost its leading zeros and is the whole note (`9` for 0009). */
export interface BareMark {
  readonly kind: 'name' | 'number';
  readonly words: string;
}

/** `signed`: the agent as a column of the export names them, if it does. */
export type MarkReader = (remark: string, signed?: string) => Marks;

/** Remarks whose marks are remembered: how many, and how long. */
const MOST_KEPT = 50_000;
const LONGEST_KEPT = 24;

const NONE: Marks = { agents: [], alone: null, unclear: null, glued: null, bare: null };

type Form = HandbookInForce['values']['sales']['marks'][string]['form'];
/** Makes a pattern, null where it is none: `compilePattern`, which is loaded only where it is needed. */
export type Compile = (pattern: string) => PatternScan | null;

type Scan = (remark: string, people: Directory) => Found[];

const SCANS: Readonly<Record<Exclude<Form, 'custom'>, Scan>> = {
  'staff-number': staffNumbers,
  'name-date': namesWithDate,
  'underscore-name': namesAfterUnderscore,
  'name-first': namesInFront,
  'dashes-name': namesAfterDashes,
};

/**
 * The reader of the handbook's marks: forms are tried in the handbook's order, the first that names somebody for sure
 * decides. Names are those of people employed in the month. A pattern that is none comes back as an issue. `compile` may be
 * null where no mark is custom.
 */
export function markReader(
  handbook: HandbookInForce,
  people: readonly Person[],
  month: Month,
  compile: Compile | null,
): { readonly read: MarkReader; readonly issues: readonly Issue[] } {
  const on = Object.entries(handbook.values.sales.marks).filter(([, mark]) => mark.on);
  const issues: Issue[] = [];
  const scans = on.flatMap(([key, mark]): Scan[] => {
    if (mark.form !== 'custom') return [SCANS[mark.form]];
    assert(compile !== null, 'whoever reads a custom mark brings the engine');
    const pattern = compile(mark.pattern ?? '');
    if (pattern === null) issues.push(patternWrong(handbook, key, mark.pattern ?? ''));
    return pattern === null ? [] : [byPattern(pattern)];
  });
  const numbers = on.some(([, mark]) => mark.form === 'staff-number');
  const known = directory(people, month);
  const persons = new Map(people.map((person) => [person.id, person]));
  const allAlone = new Map<StaffId, MarkedAlone>();
  const aloneOf = (agents: readonly StaffId[]): MarkedAlone | null => {
    const [staff] = agents;
    if (staff === undefined || agents.length > 1) return null;
    const there = allAlone.get(staff);
    if (there !== undefined) return there;
    const alone = { staff, person: persons.get(staff), says: text(`marked ${staff}`, `标记 ${staff}`) };
    allAlone.set(staff, alone);
    return alone;
  };
  const readAnew = (raw: string): Marks => {
    const remark = plainSigns(raw);
    let unclear: Found | null = null;
    for (const scan of scans) {
      const found = scan(remark, known);
      const doubtful = found.find((one) => one.staff.length !== 1 && !one.weak);
      const agents = found.filter((one) => one.staff.length === 1).map((one) => one.staff[0]!);
      if (agents.length > 0 && doubtful === undefined) {
        // `0105，0106各一半`: whoever wrote it meant two.
        const glued = scan === staffNumbers ? gluedNumber(remark, known, agents) : null;
        const all = [...new Set(agents)];
        return { agents: all, alone: aloneOf(all), unclear: null, glued, bare: null };
      }
      unclear ??= doubtful ?? found[0] ?? null;
    }
    if (unclear !== null || on.length === 0) return { ...NONE, unclear };
    const glued = numbers ? gluedNumber(remark, known, []) : null;
    return { ...NONE, glued, bare: glued === null ? bareMark(remark, known, numbers) : null };
  };
  const seen = new Map<string, Marks>();
  /** Most marked remarks are a number and nothing else, so the same ones come again and again. */
  const inRemark = (remark: string): Marks => {
    if (remark === '') return NONE;
    const known = seen.get(remark);
    if (known !== undefined) return known;
    const marks = readAnew(remark);
    if (remark.length <= LONGEST_KEPT && seen.size < MOST_KEPT) seen.set(remark, marks);
    return marks;
  };
  const read: MarkReader = (remark, signed) => {
    const marks = inRemark(remark);
    if (signed === undefined) return marks;
    const byNumber = known.byNumber(signed);
    const staff = byNumber === undefined ? known.byName(signed) : [byNumber];
    // An id of the platform's own that is nobody's number does not take an order away from whom the remark names.
    if (staff.length !== 1)
      return marks.agents.length > 0 ? marks : { ...marks, unclear: { mark: shown(signed), staff, weak: false } };
    const agents = [...new Set([...staff, ...marks.agents])];
    return { agents, alone: aloneOf(agents), unclear: marks.unclear, glued: null, bare: null };
  };
  return { read, issues };
}

/** Why a mark names nobody for sure. */
export function saysUnclear(found: Found): Text {
  return found.staff.length === 0
    ? text(`the mark "${found.mark}" is nobody's`, `标记“${found.mark}”不属于任何人`)
    : text(
        `the mark "${found.mark}" fits ${found.staff.join(', ')}`,
        `标记“${found.mark}”同时符合 ${found.staff.join('、')}`,
      );
}

const isAlphanumeric = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Signs that end a word for good; `.`, `-`, `/`, `_`, `*` and the like may stand inside a date, a code or an amount. */
const BREAKS = new Set([...' \t\r\n\f\v\u3000\u00a0,;:!?()[]{}<>|"\'#@+。、【】《》“”‘’…·']);
/** Signs that may hang at either end of a number that stands alone: `1007.`, `---1007`, `=1007`. */
const HANGING = new Set([...'.-_/*~=—']);

function staffNumbers(remark: string, people: Directory): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < remark.length; ) {
    if (BREAKS.has(remark[at]!)) {
      at += 1;
      continue;
    }
    let end = at;
    while (end < remark.length && !BREAKS.has(remark[end]!)) end += 1;
    const mark = numberIn(remark, at, end);
    if (mark !== null) found.push(...numbered(mark, people));
    at = end;
  }
  return found;
}

function numbered(mark: string, people: Directory): Found[] {
  const staff = people.byNumber(mark);
  if (staff !== undefined) return [{ mark, staff: [staff], weak: true }];
  if (people.looksLikeNumber(mark)) return [{ mark, staff: [], weak: true }];
  // `1001/1002`: staff numbers and nothing else, so each stands alone.
  const parts = mark.split(/[/&]/).map((part) => ({ part, id: people.byNumber(part) }));
  if (parts.length < 2 || parts.some(({ id }) => id === undefined)) return [];
  return parts.map(({ part, id }) => ({ mark: part, staff: [id!], weak: true }));
}

/** Longer words are no staff numbers. */
const LONGEST_NUMBER = 24;

/** The word without hanging signs and without 工号 in front; null where it is too long. */
function numberIn(remark: string, from: number, to: number): string | null {
  const words = trimmed(remark, from, to);
  const number = words.startsWith('工号') ? words.slice(2) : words;
  return number === '' || number.length > LONGEST_NUMBER ? null : number;
}

/** Without hanging signs at either end. */
function trimmed(remark: string, from: number, to: number): string {
  let [start, end] = [from, to];
  while (start < end && HANGING.has(remark[start]!)) start += 1;
  while (end > start && HANGING.has(remark[end - 1]!)) end -= 1;
  return remark.slice(start, end);
}

/** Numbers of fewer digits are too common in ordinary words. */
const SHORTEST_GLUED = 3;

/** The first number of somebody besides `agents`; beside a mark only where words are what it is glued to. */
function gluedNumber(remark: string, people: Directory, agents: readonly StaffId[]): string | null {
  for (let at = 0; at < remark.length; at += 1) {
    if (!isAlphanumeric(remark.charCodeAt(at))) continue;
    const from = at;
    while (at < remark.length && isAlphanumeric(remark.charCodeAt(at))) at += 1;
    if (at - from < SHORTEST_GLUED || at - from > LONGEST_NUMBER) continue;
    const word = remark.slice(from, at);
    const staff = people.byNumber(word);
    if (staff === undefined || agents.includes(staff)) continue;
    // `1007.50`, `8-1007`, `1007/8`: an amount or a day beside a mark says nothing about the mark.
    if (agents.length > 0 && (HANGING.has(remark[from - 1] ?? '') || HANGING.has(remark[at] ?? ''))) continue;
    return word;
  }
  return null;
}

function bareMark(remark: string, people: Directory, numbers: boolean): BareMark | null {
  for (let at = 0; at < remark.length; ) {
    if (BREAKS.has(remark[at]!)) {
      at += 1;
      continue;
    }
    const from = at;
    while (at < remark.length && !BREAKS.has(remark[at]!)) at += 1;
    const words = trimmed(remark, from, at);
    if (people.isFullName(words)) return { kind: 'name', words };
  }
  // Between other words `9` is an amount or a count.
  for (const note of numbers ? segments(remark) : []) {
    const words = numberIn(note, 0, note.length);
    if (words !== null && people.byBareNumber(words) !== undefined) return { kind: 'number', words };
  }
  return null;
}

/** A name with something of its form around it. Chinese words nobody has are an unknown mark; Latin letters are a size or code. */
function named(name: string, people: Directory): Found[] {
  const staff = people.byName(name);
  if (staff.length === 0 && !/[\u3400-\u9fff]/.test(name)) return [];
  return [{ mark: name, staff, weak: false }];
}

/** Longer runs of letters are sentences; their end is looked at, where a full name may stand. */
const LONGEST_NAME = 24;

/** The run of name signs that ends at `end` (not itself included). */
function nameBefore(remark: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < LONGEST_NAME && isNameSign(remark.charCodeAt(start - 1))) start -= 1;
  return remark.slice(start, end);
}

/** The run of name signs that starts at `start`; empty where it is longer than a name. */
function nameAfter(remark: string, start: number): string {
  let end = start;
  while (end < remark.length && isNameSign(remark.charCodeAt(end))) {
    end += 1;
    if (end - start > LONGEST_NAME) return '';
  }
  return remark.slice(start, end);
}

/** `婷/8.28` */
function namesWithDate(remark: string, people: Directory): Found[] {
  const found: Found[] = [];
  for (let slash = remark.indexOf('/'); slash >= 0; slash = remark.indexOf('/', slash + 1)) {
    if (dateAt(remark, skipSpaces(remark, slash + 1)) === null) continue;
    let end = slash;
    while (end > 0 && slash - end < 3 && isSpace(remark.charCodeAt(end - 1))) end -= 1;
    const run = nameBefore(remark, end);
    if (run === '') continue;
    const full = people.byName(run).length === 0 ? people.fullNameAtEnd(run) : null;
    found.push(...named(full ?? run, people));
  }
  return found;
}

/** `发邮政快递 _ 慧兰`: the name closes the note. */
function namesAfterUnderscore(remark: string, people: Directory): Found[] {
  const found: Found[] = [];
  for (let at = remark.indexOf('_'); at >= 0; at = remark.indexOf('_', at + 1)) {
    const start = skipSpaces(remark, at + 1);
    const name = nameAfter(remark, start);
    if (name === '' || !endsSegment(remark, start + name.length)) continue;
    const spaced = at === 0 || start > at + 1 || isSpace(remark.charCodeAt(at - 1));
    const marks = named(name, people);
    if (spaced || marks[0]?.staff.length === 1) found.push(...marks);
  }
  return found;
}

/** `已修改妥当---2014.8.20 姓名` */
function namesAfterDashes(remark: string, people: Directory): Found[] {
  const found: Found[] = [];
  for (let at = remark.indexOf('--'); at >= 0; at = remark.indexOf('--', at)) {
    while (at < remark.length && remark[at] === '-') at += 1;
    let start = at;
    while (start < remark.length && (DATE_SIGNS.has(remark[start]!) || isSpace(remark.charCodeAt(start)))) start += 1;
    const name = nameAfter(remark, start);
    const dated = /\d/.test(remark.slice(at, Math.min(start, at + 40)));
    if (dated && name !== '' && endsSegment(remark, start + name.length)) found.push(...named(name, people));
    at = Math.max(at, start);
  }
  return found;
}

const DATE_SIGNS = new Set([...'0123456789./年月日']);

/** `蔡蔡送某某礼物一份,发申通2014.8.20`: a note that starts with a name of at least two signs and closes with a day. */
function namesInFront(remark: string, people: Directory): Found[] {
  return segments(remark).flatMap((note) => {
    if (!endsWithDate(note)) return [];
    for (let length = Math.min(LONGEST_NAME, note.length); length >= 2; length -= 1) {
      const staff = people.byName(note.slice(0, length));
      if (staff.length > 0) return [{ mark: note.slice(0, length), staff, weak: false }];
    }
    return [];
  });
}

function endsWithDate(note: string): boolean {
  let start = note.length;
  while (start > 0 && note.length - start < 12 && DATE_SIGNS.has(note[start - 1]!)) start -= 1;
  return dateAt(note, start) === note.length;
}

/** What a pattern finds is a number, else a name. */
const byPattern =
  (pattern: PatternScan): Scan =>
  (remark, people) =>
    pattern(remark).map((mark) => {
      const number = people.byNumber(mark);
      return { mark, staff: number === undefined ? people.byName(mark) : [number], weak: false };
    });

const patternWrong = (handbook: HandbookInForce, key: string, pattern: string): Issue =>
  error(
    'mark-pattern-wrong',
    handbook.origin(`sales.marks.${key}.pattern`).source,
    text(
      `sales.marks.${key}: "${shown(pattern)}" is not a pattern with exactly one group.`,
      `sales.marks.${key}：“${shown(pattern)}”不是恰有一个分组的正则表达式。`,
    ),
    text(
      'Put the number or name into round brackets, such as #(\\d{4})#; look-ahead and back-references are not known.',
      '请用一对圆括号括起工号或姓名，例如 #(\\d{4})#；不支持环视和反向引用。',
    ),
  );
