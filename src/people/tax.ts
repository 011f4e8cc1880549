/** tax.csv: special additional deductions, and where the year's cumulative withholding stood before the first month here. */
import { ANYTHING, anyWords, optional, readRecords } from '../base/columns.js';
import { type Fen, fen, parseYuan } from '../base/fen.js';
import { error, type Issue, type Outcome, outcome } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import type { Table } from '../base/table.js';
import { text } from '../base/text.js';
import type { Person, StaffId } from './person.js';
import { byNumber, idColumn, unknownNumber, unknownNumbers } from './reading.js';

export interface TaxTerms {
  readonly staff: StaffId;
  /** Special additional deductions (专项附加扣除) a month. */
  readonly special: Fen;
  /** Sums of this calendar year's months with this employer before the first that was computed here. */
  readonly opening: { readonly months: number; readonly income: Fen; readonly deducted: Fen; readonly withheld: Fen };
  readonly source: SourceRef;
}

const amount = (words: string): Fen | null => {
  const found = parseYuan(words);
  return found === null || found < 0 ? null : found;
};
const AMOUNT = text('an amount such as 2000.00, not below zero', '金额，例如 2000.00，不为负');
const months = (words: string): number | null => (/^(?:\d|1[01])$/.test(words) ? Number(words) : null);

export const TAX_COLUMNS = {
  id: idColumn('id', '工号', '员工编号', '员工工号', '员工号', 'staff'),
  special: optional(['special', '专项附加扣除', '每月专项附加扣除'], amount, AMOUNT),
  months: optional(['opening_months', '期初月数'], months, text('0 to 11', '0 到 11')),
  income: optional(['opening_income', '期初累计收入'], amount, AMOUNT),
  /** Insurance, housing fund and special additional deductions of those months together. */
  deducted: optional(['opening_deducted', '期初累计扣除'], amount, AMOUNT),
  withheld: optional(['opening_tax', '期初已预扣税额'], amount, AMOUNT),
  name: optional(['name', '姓名', '名字'], anyWords, ANYTHING),
};

/** Reads tax.csv, one row a person; a second row of the same person is an error. */
export function readTaxTerms(table: Table, people: readonly Person[] | null): Outcome<readonly TaxTerms[]> {
  const reading = readRecords(table, TAX_COLUMNS);
  const issues: Issue[] = [...reading.issues];
  const staff = byNumber(people);
  const seen = new Set<StaffId>();
  const terms = reading.records.map(({ values, source }): TaxTerms => {
    const unknown = unknownNumber(staff, values.id, source);
    if (unknown !== null) issues.push(unknown);
    if (seen.has(values.id)) issues.push(twice(values.id, source));
    seen.add(values.id);
    return {
      staff: values.id,
      special: values.special ?? fen(0),
      opening: {
        months: values.months ?? 0,
        income: values.income ?? fen(0),
        deducted: values.deducted ?? fen(0),
        withheld: values.withheld ?? fen(0),
      },
      source,
    };
  });
  return outcome(terms, [...issues, ...unknownNumbers(staff, reading.broken)]);
}

const twice = (id: StaffId, source: SourceRef): Issue =>
  error(
    'tax-twice',
    source,
    text(`${id} has two rows in the tax file.`, `${id} 在个税表中出现两次。`),
    text('Delete one of them.', '请删除其中一行。'),
  );
