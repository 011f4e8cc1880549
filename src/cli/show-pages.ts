/** `roster show --by ...` on a terminal. */
import type { Text } from '../base/text.js';
import { BROKEN, inkOn } from '../report/colours.js';
import type { DayBoard, PersonLeaf } from '../report/show-by.js';
import { shortWeekday } from '../report/words.js';
import type { Page } from './command.js';
import { harmless } from './say.js';
import { pad, painter, type Styled, table, widthOf, wrap } from './terminal.js';

/** Blanks between the places of a calendar leaf. */
const GAP = 2;

/** A leaf a person: seven places a line, or a day a line where the window is too narrow. */
export function drawLeaves(leaves: readonly PersonLeaf[], page: Page): string {
  const { lang } = page;
  const paint = painter(page.colour);
  return leaves
    .map(({ id, name, figures, weeks }) => {
      const head = `${paint(harmless(`${id} ${name}`), { bold: true })}\n${wrap(figures[lang], page.columns, '  ')}\n`;
      const styled = (place: PersonLeaf['weeks'][number][number]): Styled => {
        if (place === null) return { words: '' };
        const { cell, day } = place;
        const words = `${day.day.slice(8)} ${cell.mark[lang]}${cell.broken ? '[X]' : ''}`;
        const fill = cell.broken ? BROKEN : cell.fill;
        return { words, ...(fill === null ? {} : { paint: { fill, ink: inkOn(fill) } }) };
      };
      const rows = weeks.map((week) => week.map(styled));
      const heading = Array.from({ length: 7 }, (_, at): Styled => {
        return { words: shortWeekday(at + 1)[lang], paint: { dim: true } };
      });
      const widest = Array.from({ length: 7 }, (_, at) =>
        Math.max(...rows.map((row) => widthOf(row[at]?.words ?? ''))),
      );
      const width = widest.reduce((sum, one) => sum + Math.max(2, one) + GAP, 2 - GAP);
      const isNarrow = page.columns !== null && width > page.columns;
      const drawn = isNarrow
        ? table(
            weeks.flatMap((week) =>
              week.flatMap((place) =>
                place === null ? [] : [[{ words: shortWeekday(place.day.weekday)[lang] }, styled(place)]],
              ),
            ),
            paint,
          )
        : table([heading, ...rows], paint, GAP);
      return `${head}${drawn.replace(/^(?=.)/gm, '  ')}`;
    })
    .join('\n');
}

/** A day: its shifts with the people on them, then who is away. Names are folded under their shift. */
export function drawBoard(board: DayBoard, page: Page): string {
  const { lang } = page;
  const paint = painter(page.colour);
  const lines = [
    ...board.shifts.map(({ code, words, staff }) => ({ head: `${code} ${words[lang]}`, staff })),
    ...board.away.map(({ words, staff }: { words: Text; staff: readonly string[] }) => ({ head: words[lang], staff })),
  ].filter(({ staff }, at) => at < board.shifts.length || staff.length > 0);
  const left = Math.max(...lines.map(({ head }) => widthOf(harmless(head))));
  const between = lang === 'zh' ? '、' : ', ';
  const body = lines.map(({ head, staff }) => {
    const names = staff.length === 0 ? '-' : harmless(staff.join(between));
    const room = page.columns === null ? null : page.columns - left - 4;
    // Too narrow for two columns: the names stand beneath.
    if (room !== null && room < 16) return `  ${harmless(head)}\n${wrap(names, page.columns, '    ')}\n`;
    const [first = '', ...rest] = wrap(names, room).split('\n');
    return [
      `  ${pad(harmless(head), left)}  ${first}`,
      ...rest.map((line) => `${' '.repeat(left + 4)}${line}`),
      '',
    ].join('\n');
  });
  return `${paint(board.title[lang], { bold: true })}\n${body.join('')}`;
}
