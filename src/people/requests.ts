/** Wishes for single days: a shift, a rest day, or (with `!`) anything but that. */
import { ANYTHING, anyWords, optional, readRecords, required } from '../base/columns.js';
import { type Issue, type Outcome, outcome, warning } from '../base/issue.js';
import { shown } from '../base/shown.js';
import type { Table } from '../base/table.js';
import { text } from '../base/text.js';
import type { Month } from '../calendar/day.js';
import type { Person, Request } from './person.js';
import {
  byNumber,
  called,
  dayColumn,
  dayIn,
  idColumn,
  type Staff,
  unknownNumber,
  unknownNumbers,
  withinMonth,
} from './reading.js';
import { unknownShift } from './staff.js';

interface Wish {
  readonly shift: string | null;
  readonly wanted: boolean;
}

const REST_WORDS = new Set(['off', 'rest', '休', '休息', '休假', '轮休']);

const NOT = /^(?:[!！]|不要|不想上|不想|不上|不排|别排|not |no )|[!！]$/gi;

/** `晚`, `off`, `!晚`, `休!`, and as people say it: `不要晚班`. A shift that the handbook has is never taken apart. */
function parseWish(words: string, codes: readonly string[] = []): Wish | null {
  if (codes.includes(words)) return { shift: words, wanted: true };
  const plain = words.replace(NOT, '').trim();
  if (plain === '' || /[!！]/.test(plain)) return null;
  const short = plain.replace(/班$/, '');
  const shift = !codes.includes(plain) && codes.includes(short) ? short : plain;
  return { shift: REST_WORDS.has(plain.toLowerCase()) ? null : shift, wanted: plain === words };
}

/** Heaviest wish; more would drown the rules of the house. */
const MOST = 1000;

const parseWeight = (words: string): number | null => {
  const weight = /^\d{1,4}$/.test(words) ? Number(words) : 0;
  return weight >= 1 && weight <= MOST ? weight : null;
};

export const REQUEST_COLUMNS = {
  id: idColumn('id', '工号', '员工编号', '员工工号', '员工号', 'staff'),
  day: dayColumn('day', '日期', 'date'),
  wish: required<Wish>(
    ['wish', '意愿', '希望', '申请'],
    (words) => parseWish(words),
    text('a shift code or off, with ! for "not": 晚, off, !晚', '班次代码或“休”，加 ! 表示不要，例如 晚、休、!晚'),
  ),
  weight: optional(['weight', '权重'], parseWeight, text(`a whole number from 1 to ${MOST}`, `1 到 ${MOST} 的整数`)),
  name: optional(['name', '姓名', '名字'], anyWords, ANYTHING),
  note: optional(['note', '备注', '说明'], anyWords, ANYTHING),
};

/** Reads wishes in file order; a missing weight is 1. Null arguments are not compared with. */
export function readRequests(
  table: Table,
  people: readonly Person[] | null,
  codes: readonly string[] | null,
  month: Month | null,
): Outcome<readonly Request[]> {
  const reading = readRecords(table, {
    ...REQUEST_COLUMNS,
    day: dayIn(REQUEST_COLUMNS.day, month),
    wish: { ...REQUEST_COLUMNS.wish, parse: (words: string) => parseWish(words, codes ?? []) },
  });
  const issues: Issue[] = [...reading.issues];
  const staff = byNumber(people);
  const requests = reading.records.map(({ values, source }): Request => {
    const { shift, wanted } = values.wish;
    const unknown = shift === null || codes === null ? null : unknownShift(shift, codes, source);
    for (const issue of [unknownNumber(staff, values.id, source), unknown]) if (issue !== null) issues.push(issue);
    return { staff: values.id, day: values.day, shift, wanted, weight: values.weight ?? 1, source };
  });
  issues.push(...unknownNumbers(staff, reading.broken));
  const { within, issues: outside } = withinMonth(requests, month);
  return outcome(within, [...issues, ...contradictions(requests, staff), ...outside]);
}

/** Two wishes of one person for one day that no roster can grant together, or that say the same twice. */
function contradictions(requests: readonly Request[], staff: Staff): Issue[] {
  const ofDay = new Map<string, Request[]>();
  for (const request of requests) {
    const key = `${request.staff}\n${request.day}`;
    ofDay.set(key, [...(ofDay.get(key) ?? []), request]);
  }
  return [...ofDay.values()].flatMap((wishes) =>
    wishes.slice(1).flatMap((wish, index) => {
      const other = wishes.slice(0, index + 1).find((earlier) => clash(earlier, wish));
      if (other === undefined) return [];
      const message = text(
        `${called(staff, wish.staff)} ${wish.day}: the wish "${spell(wish)}" does not go with "${spell(other)}" in row ${other.source.row}.`,
        `${called(staff, wish.staff)} ${wish.day}：意愿“${spell(wish)}”与第 ${other.source.row} 行的“${spell(other)}”不能同时满足或重复。`,
      );
      return warning('request-contradicts', wish.source, message, text('Delete one of the two.', '请删除其中一条。'));
    }),
  );
}

const spell = (wish: Request): string => shown(`${wish.wanted ? '' : '!'}${wish.shift ?? 'off'}`);

const clash = (a: Request, b: Request): boolean => (a.wanted && b.wanted) || a.shift === b.shift;
