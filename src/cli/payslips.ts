/** Payslips as pages, one a person; `pay compute` and `pay payslip` write the same bytes. */
import { join } from 'node:path';
import type { FileToWrite } from '../io/write-files.js';
import type { PayInput } from '../pay/input.js';
import { grouped } from '../pay/month.js';
import type { PayResult } from '../pay/payslip.js';
import { payslipPage } from '../report/page/pay-slip-page.js';
import { fileNames } from './file-name.js';
import { type Paper, pageBytesOn } from './paper.js';

export const SLIPS = 'payslips';

/** Wages are nobody else's business. */
export const OWNER_ONLY = { mode: 0o600 } as const;

/** The file name of each person's slip: the same whoever else gets one. */
export const slipNames = (result: PayResult): ((id: string) => string) => {
  const nameOf = fileNames(result.payslips.map(({ id }) => id));
  return (id) => `${nameOf(id)}.html`;
};

/** `wanted`: whose; null: everybody's. One page after the other: there may be thousands. */
export function* slipFiles(
  paper: Paper,
  folder: string,
  result: PayResult,
  { handbook }: Pick<PayInput, 'handbook'>,
  wanted: ReadonlySet<string> | null = null,
): Generator<FileToWrite> {
  const { clauses, department } = handbook.values;
  const nameOf = slipNames(result);
  const notices = grouped(result.notices, ({ staff }) => staff);
  for (const slip of result.payslips) {
    if (wanted !== null && !wanted.has(slip.id)) continue;
    const own = notices.get(slip.id) ?? [];
    const content = pageBytesOn(paper, (lang) => payslipPage(slip, result.month, own, department.name, clauses, lang));
    yield { path: join(folder, nameOf(slip.id)), content, ...OWNER_ONLY };
  }
}
