/**
 * The month as a sheet that people edit: people down, days across. Totals and head-counts are live formulas, colours follow
 * what a cell says, and `roster check` reads the sheet back.
 */
import { areaName, cellName, type Sheet, type SheetCell, type SheetLook, type SheetRule } from '../../base/sheet.js';
import { type Lang, text } from '../../base/text.js';
import type { Problem } from '../../roster/problem.js';
import { BROKEN, FREE, inkOn, shiftColour, WEEKEND } from '../colours.js';
import type { GridCell, GridDay, GridDocument } from '../grid.js';
import { namedDays } from '../named-days.js';
import { shortWeekday, showMonth } from '../words.js';
import { leaveCode, shiftTimes } from './legend-sheet.js';
import { CENTRED, cell, HEAD, PALE, PALE_FILL, PLAIN, SHEETS, TITLE } from './looks.js';

const HOLIDAY = '#FECACA';
/** Rows: title, days, weekdays, then the people. */
const HEADINGS = 1;
const PEOPLE = 3;
/** Columns: number, name, then last month's days. */
const TAIL = 2;

/** Points that the people's rows may take together on an A4 page. */
const ROOM = 600;

interface Places {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly lastPerson: number;
  /** Column of the first total (hours); the shifts follow. */
  readonly totals: number;
  readonly shifts: number;
}

/** `list`: the codes of the legend, as a formula names them. */
export function monthSheet(grid: GridDocument, problem: Problem, list: string, lang: Lang): Sheet {
  const firstDay = TAIL + grid.tailDays.length;
  const at: Places = {
    firstDay,
    lastDay: firstDay + grid.days.length - 1,
    lastPerson: PEOPLE + grid.rows.length - 1,
    totals: firstDay + grid.days.length,
    shifts: problem.shifts.length,
  };
  const days = { top: PEOPLE, bottom: at.lastPerson, left: at.firstDay, right: at.lastDay };
  const rows = [
    titleRow(grid, problem, at, lang),
    ...headings(grid, problem, lang),
    ...grid.rows.map((_, person) => personRow(grid, problem, person, at, lang)),
    ...below(grid, problem, at, lang),
    [],
    [{ value: null }, cell(legendLine(grid, problem, lang), { ink: PALE })],
  ];
  // Few people fill the sheet on the wall, many still fit on it.
  const tall = Math.round(Math.min(46, Math.max(20, ROOM / Math.max(1, grid.rows.length))));
  const broken = grid.days.map((_, day) => grid.rows.some((row) => row.cells[day]?.broken === true));
  return {
    name: SHEETS.month[lang],
    rows,
    widths: [
      8,
      11,
      ...grid.tailDays.map(() => 4),
      ...broken.map((isBroken) => (isBroken ? 5.6 : 4.6)),
      7,
      ...grid.totals.slice(1).map(() => 6.6),
    ],
    frozen: { rows: PEOPLE, columns: TAIL },
    rules: [...codeRules(grid, problem, list, at), ...countRules(grid, at)],
    choices: [
      {
        area: days,
        from: list,
        hint: text(
          'This code is not on the legend. Two shifts are written 白+晚, other leave 假:kind.',
          '图例中没有这个代码。两个班次写作“白+晚”，其他假别写作“假:假别”。',
        )[lang],
      },
    ],
    heights: rows.map((_, row) => (row === 0 ? 30 : row < PEOPLE ? 21 : row <= at.lastPerson ? tall : 18)),
    onePage: true,
    tab: '#4F6BD8',
  };
}

function titleRow(grid: GridDocument, problem: Problem, at: Places, lang: Lang): SheetCell[] {
  const department = problem.handbook.values.department.name[lang];
  const title = text(
    `${department} roster ${grid.month}, revision ${grid.revision}`,
    `${department} ${showMonth(grid.month).zh}排班表（第 ${grid.revision} 版）`,
  )[lang];
  return [cell(title, TITLE), ...Array.from({ length: at.lastDay }, () => ({ value: null }))];
}

/** What a sheet on the wall says of its codes. */
const legendLine = (grid: GridDocument, problem: Problem, lang: Lang): string =>
  [...codeWords(grid, problem, lang), ...namedDays(grid.days).map((named) => `* ${named[lang]}`)].join('    ');

const codeWords = (grid: GridDocument, problem: Problem, lang: Lang): string[] =>
  grid.legend
    .filter(({ mark }) => mark.zh !== '休')
    .map(({ mark, words }) => {
      const shift = problem.shifts.find(({ code }) => code === mark.zh);
      return [mark[lang], words[lang], ...(shift === undefined ? [] : [shiftTimes(shift, lang)])].join(' ');
    });

const isFree = (day: GridDay): boolean => day.kind === 'statutory' || day.kind === 'swapped-rest';
const dayFill = (day: GridDay): string | null => (isFree(day) ? HOLIDAY : day.weekday >= 6 ? WEEKEND : null);

function headings(grid: GridDocument, problem: Problem, lang: Lang): SheetCell[][] {
  const all = [...grid.tailDays.map((day) => ({ day, tail: true })), ...grid.days.map((day) => ({ day, tail: false }))];
  const look = (day: GridDay, tail: boolean): SheetLook => {
    if (tail) return { ...HEAD, fill: PALE_FILL, ink: PALE, bold: false };
    const fill = dayFill(day);
    return fill === null ? HEAD : { ...HEAD, fill };
  };
  return [
    [
      cell(text('id', '工号')[lang], HEAD),
      cell(text('name', '姓名')[lang], HEAD),
      ...all.map(({ day, tail }) => ({
        ...cell({ day: day.day }, { ...look(day, tail), format: 'dayOfMonth' as const }),
        ...(day.name === null ? {} : { note: day.name[lang] }),
      })),
      ...grid.totals.map((total) => cell(total[lang], HEAD)),
    ],
    [
      cell(null, HEAD),
      cell(null, HEAD),
      ...all.map(({ day, tail }) =>
        // A star at holidays: colour is never the only signal.
        cell(`${shortWeekday(day.weekday)[lang]}${isFree(day) ? '*' : ''}`, look(day, tail)),
      ),
      cell(null, HEAD),
      // The minutes of each shift, which the hours are made of.
      ...problem.shifts.map((shift) => cell(shift.minutes, { ...HEAD, bold: false, ink: PALE, format: 'minutes' })),
      ...grid.totals.slice(1 + problem.shifts.length).map(() => cell(null, HEAD)),
    ],
  ];
}

/** What the sheet says in a cell: the file's code, a leave as short as it can be read back. */
function words(drawn: GridCell, problem: Problem): string {
  const code = drawn.kind === 'leave' ? leaveCode(drawn.code.slice(2), problem) : drawn.code;
  return drawn.broken ? `${code}[X]` : code;
}

function dayCell(drawn: GridCell, day: GridDay, problem: Problem, lang: Lang): SheetCell {
  const fill = drawn.broken ? BROKEN : (drawn.fill ?? dayFill(day));
  const look: SheetLook = {
    ...CENTRED,
    shrink: true,
    size: 12,
    ...(fill === null ? {} : { fill, ink: inkOn(fill) }),
    ...(drawn.broken ? { bold: true } : {}),
  };
  const note = drawn.notes.map((one) => one[lang]).join('\n');
  return { value: words(drawn, problem), look, ...(note === '' ? {} : { note }) };
}

/** Cells without their marks and blanks, between plus signs: `+白+晚+`. */
const bare = (area: string): string => `"+"&SUBSTITUTE(SUBSTITUTE(${area},"[X]","")," ","")&"+"`;

/** How many of the cells name the code that stands in the cell `code`. */
const countOf = (code: string, area: string): string => `SUMPRODUCT(--ISNUMBER(FIND("+"&${code}&"+",${bare(area)})))`;

function personRow(grid: GridDocument, problem: Problem, person: number, at: Places, lang: Lang): SheetCell[] {
  const row = grid.rows[person]!;
  const here = PEOPLE + person;
  const own = areaName({ top: here, bottom: here, left: at.firstDay, right: at.lastDay }, 'column');
  const dates = areaName({ top: HEADINGS, bottom: HEADINGS, left: at.firstDay, right: at.lastDay }, 'both');
  const shiftColumns = { left: at.totals + 1, right: at.totals + at.shifts };
  const counts = areaName({ top: here, bottom: here, ...shiftColumns }, 'column');
  const minutes = areaName({ top: HEADINGS + 1, bottom: HEADINGS + 1, ...shiftColumns }, 'both');
  const codes = areaName({ top: HEADINGS, bottom: HEADINGS, ...shiftColumns }, 'both');
  const shown = row.totals.map(Number);
  const total = (index: number, formula: string, value = shown[index]!): SheetCell => ({
    value,
    formula,
    look: { framed: true, align: 'right', format: index === 0 ? 'hours' : 'whole' },
  });
  const worked = problem.shifts.reduce((sum, shift, index) => sum + shift.minutes * shown[index + 1]!, 0);
  const late = problem.shifts.flatMap((shift, index) =>
    shift.late ? [cellName(here, at.totals + 1 + index, 'column')] : [],
  );
  const plain = `SUBSTITUTE(SUBSTITUTE(${own},"[X]","")," ","")`;
  const first = `LEFT(${plain},FIND("+",${plain}&"+")-1)`;
  const rest = at.totals + 1 + at.shifts;
  return [
    cell(row.id, PLAIN),
    cell(row.name, { ...PLAIN, size: 11 }),
    ...row.tail.map((drawn) => cell(words(drawn, problem), { ...CENTRED, shrink: true, fill: PALE_FILL, ink: PALE })),
    ...row.cells.map((drawn, day) => dayCell(drawn, grid.days[day]!, problem, lang)),
    total(0, `SUMPRODUCT(${counts},${minutes})/60`, worked / 60),
    ...problem.shifts.map((_, index) =>
      total(1 + index, countOf(cellName(HEADINGS, at.totals + 1 + index, 'row'), own)),
    ),
    total(rest - at.totals, `SUMPRODUCT(--(${plain}="休"))`),
    total(rest - at.totals + 1, late.length === 0 ? '0' : late.join('+')),
    total(rest - at.totals + 2, `SUMPRODUCT((WEEKDAY(${dates},2)>5)*ISNUMBER(MATCH(${first},${codes},0)))`),
  ];
}

/** Head-counts of each shift, and under them how many there must be. */
function below(grid: GridDocument, problem: Problem, at: Places, lang: Lang): SheetCell[][] {
  const label = (words: string, fill: string | null = null): SheetCell[] => [
    { value: null },
    cell(words, { ...CENTRED, ...(fill === null ? {} : { fill, ink: inkOn(fill) }) }),
    ...grid.tailDays.map(() => ({ value: null })),
  ];
  const block = (title: string): SheetCell[] => [{ value: null }, cell(title, { bold: true, ink: PALE })];
  return [
    block(text('heads', '在岗人数')[lang]),
    ...grid.counts.map((count, index) => {
      const here = at.lastPerson + 2 + index;
      return [
        ...label(count.shift, count.fill),
        ...count.heads.map(({ count: heads, notes }, day): SheetCell => {
          const column = at.firstDay + day;
          const area = areaName({ top: PEOPLE, bottom: at.lastPerson, left: column, right: column }, 'row');
          const fill = dayFill(grid.days[day]!);
          const note = notes.map((one) => one[lang]).join('\n');
          return {
            value: heads,
            formula: countOf(cellName(here, TAIL - 1, 'column'), area),
            look: { ...CENTRED, format: 'whole', ...(fill === null ? {} : { fill }) },
            ...(note === '' ? {} : { note }),
          };
        }),
      ];
    }),
    block(text('at least', '最少')[lang]),
    ...grid.counts.map((count) => [
      ...label(count.shift),
      ...grid.days.map((_, day) => {
        const need = problem.cover.find((one) => one.day === day && one.shift === count.shift);
        return cell(need?.min ?? 0, { ...CENTRED, format: 'whole', ink: PALE });
      }),
    ]),
  ];
}

/** Colours that follow what a cell says, so that an edited cell does not keep the old shift's colour. */
function codeRules(grid: GridDocument, problem: Problem, list: string, at: Places): SheetRule[] {
  const area = { top: PEOPLE, bottom: at.lastPerson, left: at.firstDay, right: at.lastDay };
  if (grid.rows.length === 0) return [];
  const here = cellName(PEOPLE, at.firstDay);
  const plain = `SUBSTITUTE(${here}," ","")`;
  return [
    { area, formula: `${plain}="-"`, look: { ink: PALE } },
    { area, formula: `RIGHT(${here},3)="[X]"`, look: { fill: BROKEN, ink: '#FFFFFF', bold: true } },
    ...problem.shifts.flatMap((shift, index): SheetRule[] => {
      const fill = shiftColour(shift.code, problem.handbook.values);
      const code = cellName(HEADINGS, at.totals + 1 + index, 'both');
      return fill === null ? [] : [{ area, formula: `${plain}=${code}`, look: { fill, ink: inkOn(fill) } }];
    }),
    {
      area,
      formula: `OR(LEFT(${plain},2)="假:",ISNUMBER(MATCH(${plain},${list},0)))`,
      look: { fill: FREE, ink: '#000000' },
    },
    // Not a code of the legend.
    {
      area,
      formula: `${plain}<>""`,
      look: { fill: '#FFFFFF', ink: BROKEN, bold: true },
    },
  ];
}

/** Fewer heads than there must be. */
function countRules(grid: GridDocument, at: Places): SheetRule[] {
  const [first, least] = [at.lastPerson + 2, at.lastPerson + 3 + at.shifts];
  if (at.shifts === 0 || grid.days.length === 0) return [];
  return [
    {
      area: { top: first, bottom: first + at.shifts - 1, left: at.firstDay, right: at.lastDay },
      formula: `${cellName(first, at.firstDay)}<${cellName(least, at.firstDay)}`,
      look: { fill: BROKEN, ink: '#FFFFFF', bold: true },
    },
  ];
}
