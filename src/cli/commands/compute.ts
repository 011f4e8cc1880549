/** `pay compute`: the month's payslips, register and everything that wants the clerk's eye. */
import { join } from 'node:path';
import { hasErrors, type Issue } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { toCsv } from '../../io/csv.js';
import { toJson } from '../../io/json.js';
import { kindOf } from '../../io/workspace.js';
import { writeFiles } from '../../io/write-files.js';
import { computePay } from '../../pay/compute.js';
import { LINES } from '../../pay/lines/index.js';
import { fundGrid, payDocument } from '../../pay/pay-file.js';
import type { PayResult } from '../../pay/payslip.js';
import { exceptionsCsv, linesCsv, noticesCsv, registerCsv } from '../../report/pay-csv.js';
import { registerOf } from '../../report/register.js';
import type { Answer, Call, Json } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { noWorkspace } from '../folders.js';
import { whileLocked } from '../locked.js';
import { drawProblems, drawRegister, reconciliationLine } from '../pay-pages.js';
import { type Place, placeOf, resultPath } from '../place.js';
import { PAY_FILE, readWages } from '../wages.js';

export async function computeCommand(call: Call): Promise<Answer> {
  const { place, issues } = placeOf(call.flags, call.shell, 'last');
  if (hasErrors(issues)) return failed(issues);
  if ((await kindOf(place.dir)) !== 'folder') return failed([noWorkspace(place, call)], { month: place.month });
  return whileLocked(place.out, 'pay compute', () => compute(call, place));
}

const NO_ORDERS: Json = Object.fromEntries(
  ['export', 'agents', 'pool', 'unplaced', 'waiting', 'excluded', 'refunded', 'difference'].map((key) => [key, '0.00']),
);

const ORDER = LINES.map((line) => line.id);

async function compute(call: Call, place: Place): Promise<Answer> {
  const { input, issues } = await readWages(place, call.flags);
  if (input === null) return failed(issues, { month: place.month });
  const result = computePay(input);
  const document = payDocument(result, call.lang);
  call.interrupts.stopIfOver();
  const written = await write(call, place, result);
  const all: readonly Issue[] = [...issues, ...result.issues, ...written.issues];
  if (hasErrors(all)) return failed(all, { month: place.month });
  const { status, ...rest } = document;
  return {
    exit: result.exceptions.length === 0 ? EXIT.done : EXIT.look,
    status: String(status),
    issues: all,
    document: { ...rest, reconciliation: document.reconciliation ?? NO_ORDERS, files: written.files },
    print: (page) =>
      [
        drawRegister(registerOf(result.payslips, ORDER), page),
        result.reconciliation === null ? '' : `\n${reconciliationLine(result.reconciliation, page.lang)}\n`,
        '\n',
        drawProblems(result, page),
        `${text(`${place.month}: ${result.payslips.length} payslips. \`pay explain NUMBER\` shows where an amount comes from.`, `${place.month}：${result.payslips.length} 份工资条。用 pay explain 工号 查看每笔金额的来历。`)[page.lang]}\n`,
        ...written.files.map((file) => `  ${file}\n`),
      ].join(''),
  };
}

async function write(
  call: Call,
  place: Place,
  result: PayResult,
): Promise<{ files: string[]; issues: readonly Issue[] }> {
  const { lang } = call;
  const names = new Map<string, string>(result.payslips.map(({ id, name }) => [id, name]));
  const files = [
    { name: PAY_FILE, content: toJson(payDocument(result, lang)) },
    { name: 'pay.csv', content: toCsv(registerCsv(registerOf(result.payslips, ORDER), lang)) },
    { name: 'pay-lines.csv', content: toCsv(linesCsv(result.payslips, lang)) },
    { name: 'pay-exceptions.csv', content: toCsv(exceptionsCsv(result.exceptions, names, lang)) },
    { name: 'pay-notices.csv', content: toCsv(noticesCsv(result.notices, names, lang)) },
    ...(result.fund === null ? [] : [{ name: 'fund.csv', content: toCsv(fundGrid(result.fund, lang)) }]),
  ].map(({ name, content }) => ({ path: join(place.out, name), content }));
  const { value, issues } = await writeFiles(files);
  return { files: (value ?? []).map((path) => resultPath(path, place)), issues };
}
