/** `pay explain STAFF [LINE]`: where an amount comes from. */
import { error, hasErrors } from '../../base/issue.js';
import { nearest } from '../../base/nearest.js';
import { text } from '../../base/text.js';
import { computePay } from '../../pay/compute.js';
import { slipJson } from '../../pay/pay-file.js';
import type { Payslip } from '../../pay/payslip.js';
import type { Answer, Call } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { drawSlip } from '../pay-pages.js';
import { placeOf } from '../place.js';
import { readWages } from '../wages.js';

export async function explainCommand(call: Call): Promise<Answer> {
  const { place, issues: wrong } = placeOf(call.flags, call.shell, 'last');
  if (hasErrors(wrong)) return failed(wrong);
  const { input, issues } = await readWages(place, call.flags);
  if (input === null) return failed(issues, { month: place.month });
  const [who = '', line = null] = call.args;
  const { payslips } = computePay(input);
  const slip = payslips.find(({ id }) => id === who);
  if (slip === undefined) return failed([noSlip(who, payslips, place.month)], { month: place.month });
  if (line !== null && !slip.lines.some((one) => one.line === line)) {
    return failed([noLine(line, slip)], { month: place.month });
  }
  return {
    exit: EXIT.done,
    status: 'ok',
    issues: [],
    document: {
      month: place.month,
      payslip: slipJson(
        line === null ? slip : { ...slip, lines: slip.lines.filter((one) => one.line === line) },
        call.lang,
      ),
    },
    print: (page) => drawSlip(slip, place.month, page, line),
  };
}

function noSlip(who: string, payslips: readonly Payslip[], month: string) {
  const named = payslips.filter(({ name }) => name === who).map(({ id }) => id);
  const guess =
    named.length > 0
      ? named.join(' / ')
      : nearest(
          who,
          payslips.map(({ id }) => id),
        );
  return error(
    'payslip-unknown',
    null,
    text(`nobody with the number ${who} is paid in ${month}.`, `${month} 没有工号为 ${who} 的工资条。`),
    guess === null
      ? text(
          `There are ${payslips.map(({ id }) => id).join(', ')}.`,
          `现有：${payslips.map(({ id }) => id).join('、')}。`,
        )
      : text(`Is it ${guess}?`, `是不是 ${guess}？`),
  );
}

function noLine(line: string, slip: Payslip) {
  const lines = slip.lines.map((one) => one.line);
  const near = nearest(line, lines);
  return error(
    'pay-line-unknown',
    null,
    text(`the slip of ${slip.id} has no line ${line}.`, `${slip.id} 的工资条没有 ${line} 这一项。`),
    near === null
      ? text(`It has ${lines.join(', ')}.`, `现有：${lines.join('、')}。`)
      : text(`Is it ${near}?`, `是不是 ${near}？`),
  );
}
