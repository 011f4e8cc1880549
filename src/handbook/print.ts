/**
 * The rules in force in words, by chapter, each with its value, its clause and where it came from. Pure data: the cli
 * prints it as a table or as JSON. Every clause of the extended presets appears, those without a value too.
 */
import { text } from '../base/text.js';
import type { Part } from './checks/check.js';
import type { HandbookInForce } from './in-force.js';
import { becomesWords } from './print/becomes.js';
import { payWords } from './print/pay.js';
import { type HandbookRow, rowsOf } from './print/row.js';
import { ruleWords } from './print/rules.js';
import { salesWords } from './print/sales.js';
import { demandWords, departmentWords, leaveWords, serviceWords } from './print/time.js';

export function describeHandbook(inForce: HandbookInForce, part: Part): HandbookRow[] {
  const { values } = inForce;
  const chapters =
    part === 'roster'
      ? [
          ...rowsOf(inForce, text('Department', '部门'), departmentWords(values)),
          ...rowsOf(inForce, text('Shifts', '班次'), serviceWords(values)),
          ...rowsOf(inForce, text('Leave', '请假'), leaveWords(values)),
          ...rowsOf(inForce, text('Rules of the roster', '排班规则'), ruleWords(values)),
          ...rowsOf(inForce, text('People needed', '人力需求'), demandWords(values)),
        ]
      : [
          ...rowsOf(inForce, text('Department', '部门'), departmentWords(values)),
          ...rowsOf(inForce, text('Sales', '业绩'), salesWords(values)),
          ...rowsOf(inForce, text('Pay', '薪资'), payWords(values)),
        ];
  return [...chapters, ...otherClauses(inForce, chapters)];
}

/** Clauses of the extended presets that no row quotes: for people, for the other half, or without a value. */
function otherClauses(inForce: HandbookInForce, rows: readonly HandbookRow[]): HandbookRow[] {
  const quoted = new Set(rows.map(({ clause }) => clause));
  const presets = new Set(inForce.values.extends);
  return Object.entries(inForce.values.clauses)
    .filter(([id]) => presets.has(id.slice(0, id.lastIndexOf('/'))) && !quoted.has(id))
    .map(([id, clause]) => ({
      chapter: text('Other clauses', '其他条款'),
      sentence: text(clause.en, clause.zh),
      value: becomesWords(clause.becomes ?? ['people']),
      path: `clauses.${id}`,
      clause: id,
      says: text(clause.en, clause.zh),
      assumed: false,
      source: inForce.origin(`clauses.${id}`).source,
    }));
}
