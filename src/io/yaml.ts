/** YAML text becomes a Tree: its value, and the row of every key for messages and provenance. */
import type { Document, YAMLError, YAMLMap, YAMLSeq } from 'yaml';
import { error, type Issue, type Outcome, outcome } from '../base/issue.js';
import { shown } from '../base/shown.js';
import type { SourceRef } from '../base/source.js';
import { type Text, text } from '../base/text.js';
import type { Tree } from '../base/tree.js';

/** `*alias` may repeat what it names: a few times is a convenience, more is an attack on the memory. */
const MOST_ALIASES = 100;

/** Reads one YAML document. Errors with their rows: `yaml-broken`, `yaml-key-twice`. An empty text is an empty object. */
export async function parseYaml(words: string, source: SourceRef): Promise<Outcome<Tree>> {
  const yaml = await import('yaml');
  const counter = new yaml.LineCounter();
  const document = yaml.parseDocument(words.replace(/^\ufeff/, ''), {
    lineCounter: counter,
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: true,
  });
  const rowOf = (offset: number): number => counter.linePos(offset).line;
  const lastRow = words.trimEnd().split('\n').length;
  const issues = new Map<number, Issue>();
  for (const fault of [...document.errors, ...document.warnings]) {
    const row = Math.min(lastRow, rowOf(fault.pos[0]));
    // One fault often brings others in the same row.
    if (!issues.has(row)) issues.set(row, asIssue(fault, words, { ...source, row }));
  }
  yaml.visit(document, {
    Alias: (_, alias) => {
      const row = rowOf(alias.range?.[0] ?? 0);
      if (alias.resolve(document) === undefined) issues.set(row, broken('BAD_ALIAS', words, { ...source, row }));
    },
  });
  if (issues.size > 0) return { value: null, issues: [...issues.values()] };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MOST_ALIASES }) ?? {};
  } catch {
    return { value: null, issues: [tooManyAliases(source)] };
  }
  const places = { isMap: yaml.isMap, isSeq: yaml.isSeq, isScalar: yaml.isScalar, isAlias: yaml.isAlias };
  return outcome({ value, source, rowOf: (path) => rowAt(document, places, path, rowOf) }, []);
}

type Kinds = Pick<typeof import('yaml'), 'isMap' | 'isSeq' | 'isScalar' | 'isAlias'>;

function rowAt(
  document: Document,
  kinds: Kinds,
  path: readonly (string | number)[],
  rowOf: (offset: number) => number,
): number | null {
  let node: unknown = document.contents;
  let row = 1;
  for (const step of path) {
    if (kinds.isAlias(node)) node = node.resolve(document);
    let key: unknown;
    if (kinds.isMap(node)) {
      const pair = (node as YAMLMap).items.find(
        (item) => String(kinds.isScalar(item.key) ? item.key.value : item.key) === String(step),
      );
      if (pair === undefined) return null;
      [key, node] = [pair.key, pair.value];
    } else if (kinds.isSeq(node)) {
      node = (node as YAMLSeq).items[Number(step)];
      key = node;
    } else return null;
    const range = (key as { readonly range?: readonly number[] | null } | null | undefined)?.range;
    if (range === undefined || range === null) return key === undefined ? null : row;
    row = rowOf(range[0]!);
  }
  return row;
}

/** In words for people who write such a file twice a year. */
const SAYS: Readonly<Record<string, Text>> = {
  BAD_INDENT: text('the indentation does not fit the lines above.', '缩进与上面的行不一致。'),
  TAB_AS_INDENT: text('a tab is used for indentation.', '缩进使用了制表符（Tab）。'),
  MISSING_CHAR: text('a quote, bracket, comma or colon is missing.', '缺少引号、括号、逗号或冒号。'),
  BAD_COLLECTION_TYPE: text('a list and "key: value" lines are mixed.', '列表与“键: 值”混在一起。'),
  MULTILINE_IMPLICIT_KEY: text('a colon is missing, or a key goes over several lines.', '缺少冒号，或键跨了多行。'),
  BLOCK_AS_IMPLICIT_KEY: text(
    'there is a second colon in the line, or the next line is indented too far.',
    '一行里有两个冒号，或下一行缩进过多。',
  ),
  NON_STRING_KEY: text('a list or map is used as a key.', '键不能是列表或映射。'),
  UNEXPECTED_TOKEN: text('there is a sign here that YAML does not expect.', '此处有多余的符号。'),
  BAD_ALIAS: text(
    'a value starts with * or names something that is not there: put it into quotes.',
    '值以 * 开头或引用不存在：请加上引号。',
  ),
  MULTIPLE_DOCS: text('the file holds several documents, separated by ---.', '文件中有多个以 --- 分隔的文档。'),
  TAG_RESOLVE_FAILED: text('a value starts with !: put it into quotes.', '值以 ! 开头：请加上引号。'),
};

function asIssue(fault: YAMLError, words: string, source: SourceRef): Issue {
  if (fault.code === 'DUPLICATE_KEY') {
    const key = shown(/^[^:\n]{0,60}/.exec(words.replace(/^\ufeff/, '').slice(fault.pos[0]))?.[0] ?? '');
    const message = text(`the key "${key}" is written twice.`, `键“${key}”写了两次。`);
    return error('yaml-key-twice', source, message, text('Keep one of the two.', '请只保留一个。'));
  }
  return broken(fault.code, words, source);
}

function broken(code: string, words: string, source: SourceRef): Issue {
  const says = SAYS[code] ?? text('the YAML is broken here.', '此处 YAML 格式有误。');
  const line = shown((words.split('\n')[(source.row ?? 1) - 1] ?? '').trim(), 60);
  const message = text(`${says.en.replace(/\.$/, '')}: "${line}".`, `${says.zh.replace(/。$/, '')}：“${line}”。`);
  const hint = text(
    'Indent with two spaces, write "key: value", and put text with : # * ! into quotes.',
    '用两个空格缩进，写成“键: 值”，含 : # * ! 的文字请加引号。',
  );
  return error('yaml-broken', source, message, hint);
}

const tooManyAliases = (source: SourceRef): Issue =>
  error(
    'yaml-aliases',
    source,
    text(
      `the file repeats itself by *aliases more than ${MOST_ALIASES} times.`,
      `文件中的 *别名 引用超过 ${MOST_ALIASES} 次。`,
    ),
    text('Write the values out.', '请直接写出这些值。'),
  );
