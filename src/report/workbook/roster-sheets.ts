/** The smaller sheets of the roster's workbook: who works when, wishes, what is not as wanted. */
import type { Sheet, SheetCell } from '../../base/sheet.js';
import { type Lang, same, text } from '../../base/text.js';
import type { Problem } from '../../roster/problem.js';
import type { Roster } from '../../roster/roster.js';
import { RULES } from '../../roster/rules/index.js';
import { viewOf } from '../../roster/view.js';
import type { Violation } from '../../roster/violation.js';
import { BROKEN, FREE, inkOn, shiftColour, WEEKEND } from '../colours.js';
import { OUTCOMES, type WishAnswer, wishText } from '../refusals.js';
import { shortWeekday } from '../words.js';
import { shiftTimes } from './legend-sheet.js';
import { CENTRED, cell, HEAD, headRow, PLAIN, SHEETS, WRAPPED } from './looks.js';

/** Names, with the number where two people share one. */
function namer(problem: Problem): (agent: number) => string {
  const names = problem.agents.map(({ person }) => person.name);
  const isShared = (name: string): boolean => names.filter((other) => other === name).length > 1;
  return (agent) => {
    const { id, person } = problem.agents[agent]!;
    return isShared(person.name) ? `${person.name}(${id})` : person.name;
  };
}

/** One row a day: who works each shift, who rests, who is away. */
export function daysSheet(roster: Roster, problem: Problem, lang: Lang): Sheet {
  const view = viewOf(roster, problem);
  const nameOf = namer(problem);
  const everybody = problem.agents.map((_, agent) => agent);
  const list = (agents: readonly number[]): string => agents.map(nameOf).join(text(', ', '、')[lang]);
  return {
    name: SHEETS.days[lang],
    rows: [
      [
        cell(text('day', '日期')[lang], HEAD),
        cell(text('weekday', '星期')[lang], HEAD),
        ...problem.shifts.map((shift) => {
          const fill = shiftColour(shift.code, problem.handbook.values);
          const look = fill === null ? HEAD : { ...HEAD, fill, ink: inkOn(fill) };
          return cell(`${shift.name[lang]} ${shiftTimes(shift, lang)}`, look);
        }),
        cell(text('rest', '休息')[lang], { ...HEAD, fill: FREE }),
        cell(text('leave', '请假')[lang], { ...HEAD, fill: FREE }),
      ],
      ...problem.days.map(({ day, weekday, name }, at): SheetCell[] => {
        const shade = weekday >= 6 || name !== null ? { fill: WEEKEND } : {};
        const away = everybody.flatMap((agent) => {
          const there = view.cell(agent, at);
          if (there?.kind !== 'leave') return [];
          const kind = problem.handbook.values.leave.kinds[there.leave]?.name ?? same(there.leave);
          return [`${nameOf(agent)} (${kind[lang]})`];
        });
        return [
          cell({ day }, { ...CENTRED, ...shade, format: 'date' }),
          cell([shortWeekday(weekday)[lang], ...(name === null ? [] : [name[lang]])].join(' '), {
            ...CENTRED,
            ...shade,
          }),
          ...problem.shifts.map(({ code }) => cell(list(view.on(at, code)), WRAPPED)),
          cell(list(everybody.filter((agent) => view.cell(agent, at)?.kind === 'rest')), WRAPPED),
          cell(away.join(text(', ', '、')[lang]), WRAPPED),
        ];
      }),
    ],
    widths: [12, 12, ...problem.shifts.map(() => 34), 26, 22],
    frozen: { rows: 1, columns: 2 },
    onePage: true,
  };
}

/** Every wish, what became of it, and for refused ones what stands in the way. */
export function wishesSheet(answers: readonly WishAnswer[], problem: Problem, lang: Lang): Sheet {
  return {
    name: SHEETS.wishes[lang],
    rows: [
      headRow(lang, [
        text('day', '日期'),
        text('id', '工号'),
        text('name', '姓名'),
        text('wish', '意愿'),
        text('weight', '分量'),
        text('outcome', '结果'),
        text('reason', '原因'),
      ]),
      ...answers.map(({ request, name, outcome, reason }): SheetCell[] => [
        cell({ day: request.day }, { framed: true, align: 'left', format: 'date' }),
        cell(request.staff, PLAIN),
        cell(name, PLAIN),
        cell(wishText(request, problem)[lang], PLAIN),
        cell(request.weight, { framed: true, format: 'whole' }),
        cell(OUTCOMES[outcome][lang], outcome === 'refused' ? { framed: true, ink: BROKEN, bold: true } : PLAIN),
        cell(reason[lang], WRAPPED),
      ]),
    ],
    widths: [12, 9, 12, 14, 8, 14, 80],
    frozen: { rows: 1, columns: 0 },
    onePage: false,
  };
}

/** Everything the judge found, one row each. */
export function findingsSheet(problem: Problem, violations: readonly Violation[], lang: Lang): Sheet {
  const level = ({ level, accepted }: Violation): string =>
    (accepted !== undefined
      ? text('accepted', '已认可')
      : level === 'hard'
        ? text('broken [X]', '违反 [X]')
        : text('unwanted', '不理想'))[lang];
  return {
    name: SHEETS.findings[lang],
    rows: [
      headRow(lang, [
        text('level', '程度'),
        text('rule', '规则'),
        text('finding', '说明'),
        text('cost', '代价'),
        text('clause', '条款'),
        text('the clause says', '条款原文'),
      ]),
      ...violations.map((violation): SheetCell[] => {
        const quoted = violation.clause === null ? undefined : problem.handbook.values.clauses[violation.clause];
        const cost = violation.accepted !== undefined ? 0 : violation.weight * violation.offBy;
        return [
          cell(level(violation), violation.level === 'hard' ? { framed: true, ink: BROKEN, bold: true } : PLAIN),
          cell(RULES[violation.rule].sentence[lang], WRAPPED),
          cell(violation.message[lang], WRAPPED),
          cell(violation.level === 'hard' ? null : cost, { framed: true, format: 'whole' }),
          cell(violation.clause ?? '', PLAIN),
          cell(quoted?.[lang] ?? '', WRAPPED),
        ];
      }),
    ],
    widths: [12, 44, 62, 8, 18, 50],
    frozen: { rows: 1, columns: 0 },
    onePage: false,
  };
}
