/** What a month needs, what of it is there, and how to get the rest: the answer of `check` without a file. */
import { relative } from 'node:path';
import { counted, type Lang, same, type Text, text } from '../base/text.js';
import { filesIn, kindOf } from '../io/workspace.js';
import type { Json, Page } from './command.js';
import { inFolder } from './find.js';
import { type Place, shownPath } from './place.js';
import { painter, type Styled, table, wrap } from './terminal.js';

/** `missing`: the result is poorer without it. `none`: only where there is such a thing. */
export type State = 'there' | 'missing' | 'none';

export interface Item {
  readonly what: Text;
  /** As the user can open or make it. */
  readonly file: string;
  readonly state: State;
  /** What is in it, or what its absence means and how to get it. */
  readonly says: Text;
}

/** Nothing is known beyond that it is there. */
export const NOTHING = same('');

const STATES: Readonly<Record<State, Text>> = {
  there: text('ok', '有'),
  missing: text('missing', '缺'),
  none: text('-', '—'),
};

/** `leave.csv` or `leave.xlsx` of a folder, or what a flag names; `there` says what is in it. */
export async function tableItem(
  place: Place,
  what: Text,
  usual: { readonly folder: string; readonly stem: string; readonly given: string | null },
  there: Text,
  absent: Text,
  absence: 'missing' | 'none' = 'none',
): Promise<Item> {
  const found = usual.given ?? (await inFolder(usual.folder, usual.stem, place)).path;
  const file = found ?? `${usual.folder}/${usual.stem}.csv`;
  return {
    what,
    file: usual.given ?? shownPath(file, place),
    state: found === null ? absence : 'there',
    says: found === null ? absent : there,
  };
}

/** One file by its full path. */
export async function fileItem(
  place: Place,
  what: Text,
  path: string,
  there: Text,
  absent: Text,
  absence: 'missing' | 'none',
): Promise<Item> {
  const isThere = (await kindOf(path)) === 'file';
  return {
    what,
    file: shownPath(path, place),
    state: isThere ? 'there' : absence,
    says: isThere ? there : absent,
  };
}

/** A folder of exports, under whatever names the platforms gave them. */
export async function folderItem(
  place: Place,
  what: Text,
  folder: string,
  given: readonly string[],
  absent: Text,
  absence: 'missing' | 'none',
): Promise<Item> {
  const files = given.length > 0 ? given : (await filesIn(folder)).map((path) => relative(folder, path));
  const names = files.length <= 3 ? files : [...files.slice(0, 2), `+${files.length - 2}`];
  return {
    what,
    file: `${shownPath(folder, place)}/`,
    state: files.length > 0 ? 'there' : absence,
    says:
      files.length > 0
        ? text(
            `${counted(files.length, 'file', 'files')}: ${names.join(', ')}`,
            `${files.length} 个文件：${names.join('、')}`,
          )
        : absent,
  };
}

export const itemJson = (item: Item, lang: Lang): Json => ({
  what: item.what[lang],
  file: item.file,
  state: item.state,
  says: item.says[lang],
});

/** A line an item; what is missing in the colour of faults, and in words. On a narrow window two lines. */
export function drawChecklist(items: readonly Item[], page: Page): string {
  const paint = painter(page.colour);
  const { lang } = page;
  const word = (item: Item): Styled => ({
    words: STATES[item.state][lang],
    paint: item.state === 'missing' ? { ink: '#C00000', bold: true } : item.state === 'none' ? { dim: true } : {},
  });
  const names = items.map((item): Styled[] => [
    word(item),
    { words: item.what[lang], paint: { bold: true } },
    { words: item.file },
  ]);
  if (page.columns !== null && page.columns < 110) {
    const lines = table(names, paint).split('\n');
    return items.map((item, at) => `${lines[at]}\n${wrap(item.says[lang], page.columns, '    ')}\n`).join('');
  }
  return table(
    items.map((item, at) => [
      ...names[at]!,
      { words: item.says[lang], ...(item.state === 'none' ? { paint: { dim: true } } : {}) },
    ]),
    paint,
  );
}
