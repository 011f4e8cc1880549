/** A cyclic pattern in words: its weeks, what each alternative has, the months it suits, and the file it is kept in. */
import type { Grid } from '../base/table.js';
import { counted, type Lang, type Text, text } from '../base/text.js';
import type { Cycle } from '../roster/pattern/cycle.js';
import type { MonthFit } from '../roster/pattern/suits.js';
import type { Pattern } from '../roster/pattern/walk.js';
import type { Figures } from '../roster/pattern/wishes.js';
import { shortWeekday } from './words.js';

export const OFF: Text = text('off', '休');

/** Codes by week, Monday to Sunday; days off as `off`. */
export const weeksOf = (line: readonly (string | null)[], lang: Lang): string[][] =>
  Array.from({ length: line.length / 7 }, (_, week) =>
    line.slice(7 * week, 7 * week + 7).map((code) => code ?? OFF[lang]),
  );

/** Indices of a cycle as codes. */
export const codesOf = (line: Cycle, codes: readonly string[]): (string | null)[] =>
  line.map((value) => codes[value] ?? null);

/** What each alternative is compared by, in order. */
export const FIGURE_WORDS: readonly { readonly key: keyof Figures; readonly words: Text }[] = [
  { key: 'freeWeekends', words: text('weekends off', '完整周末休') },
  { key: 'splitWeekends', words: text('half weekends', '只休半个周末') },
  { key: 'longestRun', words: text('longest run', '最长连上') },
  { key: 'longestLateRun', words: text('longest late run', '最长连晚') },
  { key: 'singleLates', words: text('lone late shifts', '单个晚班') },
  { key: 'changes', words: text('changes of shift', '换班次数') },
  { key: 'backward', words: text('of them backward', '其中逆序') },
  { key: 'fullWeeks', words: text('weeks without a day off', '整周无休') },
  { key: 'headsOff', words: text('heads off target', '人数偏差') },
];

/** Cells to change: proved the fewest, or from the bound to what was found. */
export function changesOf({ changes, atLeast, isImpossible }: MonthFit): Text {
  if (isImpossible) return text('impossible', '无解');
  if (changes === null) return text('?', '?');
  const range = changes === atLeast ? String(changes) : `${atLeast ?? 0}–${changes}`;
  return text(range, range);
}

/** What the months say together. */
export function suitsWords(fits: readonly MonthFit[], walkers: number): readonly Text[] {
  const good = fits.filter(({ changes }) => changes === 0).length;
  const open = fits.filter(({ changes, isImpossible }) => changes === null && !isImpossible).length;
  const cells = fits.reduce((sum, { changes }) => sum + (changes ?? 0), 0);
  const rest = fits.reduce((sum, { restOff }) => sum + restOff, 0);
  const off = fits.filter(({ restOff }) => restOff > 0).length;
  return [
    text(
      `${good} of ${counted(fits.length, 'month')} ${good === 1 ? 'keeps' : 'keep'} all that must hold without a change; ${counted(cells, 'cell')} ${cells === 1 ? 'changes' : 'change'} in all, of ${counted(walkers, 'person', 'people')}.`,
      `${fits.length} 个月中有 ${good} 个月不用改动即可满足全部硬性规则；${walkers} 人合计改动 ${cells} 格。`,
    ),
    ...(rest === 0
      ? []
      : [
          text(
            `The line alone misses the month's rest days by ${counted(rest, 'day')} in all, in ${counted(off, 'month')}.`,
            `只按循环执行时，各人当月休息天数与规定合计相差 ${rest} 天，涉及 ${off} 个月。`,
          ),
        ]),
    ...(open === 0
      ? []
      : [
          text(
            `? ${counted(open, 'month')} ${open === 1 ? 'was' : 'were'} not mended in the time there was; give more with --time.`,
            `? ${open} 个月在限定时间内未能修复，可用 --time 增加时间。`,
          ),
        ]),
  ];
}

/** What stands over the months. */
export const SUITS_HEAD: Text = text(
  'Cells to change in each month, the month before as the line has it; a range where the fewest is not proved:',
  '各月需改动的格数（假定上月按循环执行；未证明最少时给出范围）：',
);

const EN_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** pattern.csv, as `readPattern` reads it. */
export function patternCsv(pattern: Pattern, nameOf: (staff: string) => string, lang: Lang): Grid {
  const days = EN_DAYS.map((day, at) => text(day, `周${shortWeekday(at + 1).zh}`)[lang]);
  const head = {
    week: text('week', '周次'),
    from: text('from', '起始周'),
    ids: text('ids', '工号'),
    names: text('names', '姓名'),
  };
  return {
    headings: [head.week[lang], ...days, head.from[lang], head.ids[lang], head.names[lang]],
    rows: weeksOf(pattern.line, lang).map((codes, week) => {
      const people = pattern.weeks[week] ?? [];
      return [String(week + 1), ...codes, pattern.from, people.join(' '), people.map(nameOf).join(' ')];
    }),
  };
}
