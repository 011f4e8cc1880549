/** KPI figures of the month, one row for each person and figure. What a value means is read where it is used. */
import { ANYTHING, anyWords, optional, readRecords, required } from '../base/columns.js';
import { error, type Issue, type Outcome, outcome, warning } from '../base/issue.js';
import { nearest } from '../base/nearest.js';
import { parseRatio } from '../base/ratio.js';
import { shown } from '../base/shown.js';
import type { Table } from '../base/table.js';
import { text } from '../base/text.js';
import type { KpiValue, Person } from './person.js';
import { byNumber, called, idColumn, unknownNumber, unknownNumbers } from './reading.js';

/** Kept as written, but only if it is a number: `71.5%`, `48`, `1,203`. */
const numberWords = (words: string): string | null => {
  const plain = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(words) ? words.replaceAll(',', '') : words;
  return parseRatio(plain) === null ? null : plain;
};

export const KPI_COLUMNS = {
  id: idColumn('id', '工号', '员工编号', '员工工号', '员工号', 'staff'),
  kpi: required(['kpi', '指标', '指标名称'], anyWords, text('a figure of the handbook', '手册中的指标')),
  value: required(
    ['value', '数值', '值', '完成值'],
    numberWords,
    text('a number such as 71.5% or 48', '数值，例如 71.5% 或 48'),
  ),
  name: optional(['name', '姓名', '名字'], anyWords, ANYTHING),
  note: optional(['note', '备注', '说明'], anyWords, ANYTHING),
};

/**
 * Reads KPI figures in file order. `kpis`: a word for a figure -> its key in the handbook; a figure nobody asks for is a
 * warning. The same figure twice for one person is an error: nobody could say which counts.
 */
export function readKpis(
  table: Table,
  people: readonly Person[] | null,
  kpis: ReadonlyMap<string, string> | null,
): Outcome<readonly KpiValue[]> {
  const reading = readRecords(table, KPI_COLUMNS);
  const issues: Issue[] = [...reading.issues];
  const staff = byNumber(people);
  const seen = new Map<string, KpiValue>();
  const strangers = new Set<string>();
  const values = reading.records.map(({ values: row, source }): KpiValue => {
    const unknown = unknownNumber(staff, row.id, source);
    if (unknown !== null) issues.push(unknown);
    const value: KpiValue = { staff: row.id, kpi: kpis?.get(row.kpi) ?? row.kpi, value: row.value, source };
    const known = kpis === null || kpis.has(row.kpi) || [...kpis.values()].includes(row.kpi);
    if (!known && !strangers.has(row.kpi)) {
      strangers.add(row.kpi);
      const near = nearest(row.kpi, kpis.keys());
      const message = text(
        `the handbook asks for no figure "${shown(row.kpi)}"; it is not used.`,
        `手册中没有指标“${shown(row.kpi)}”，不使用。`,
      );
      const hint =
        near === null
          ? text('Look at pay.kpis in the handbook.', '请查看手册 pay.kpis。')
          : text(`Is it "${shown(near)}"?`, `是不是“${shown(near)}”？`);
      issues.push(warning('kpi-unknown', source, message, hint));
    }
    const key = `${value.staff}\n${value.kpi}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      const message = text(
        `${called(staff, row.id)} has ${shown(row.kpi)} twice: ${shown(earlier.value)} in row ${earlier.source.row}, ${shown(row.value)} in row ${source.row}.`,
        `${called(staff, row.id)} 的“${shown(row.kpi)}”出现两次：第 ${earlier.source.row} 行 ${shown(earlier.value)}，第 ${source.row} 行 ${shown(row.value)}。`,
      );
      issues.push(error('kpi-twice', source, message, text('Delete one of the rows.', '请删除其中一行。')));
    }
    seen.set(key, value);
    return value;
  });
  return outcome(values, [...issues, ...unknownNumbers(staff, reading.broken)]);
}
