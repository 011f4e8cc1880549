/** `pay explain STAFF [LINE]`: where an amount comes from. */
import { formatYuan } from '../../base/fen.js';
import { error, hasErrors } from '../../base/issue.js';
import { nearest } from '../../base/nearest.js';
import { text } from '../../base/text.js';
import { computePay } from '../../pay/compute.js';
import type { PayInput } from '../../pay/input.js';
import { monthOfPay } from '../../pay/month.js';
import { slipJson } from '../../pay/pay-file.js';
import type { Payslip } from '../../pay/payslip.js';
import { whatIf } from '../../pay/what-if.js';
import type { Answer, Call } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { drawSlip } from '../pay-pages.js';
import { type Place, placeOf } from '../place.js';
import { harmless } from '../say.js';
import { readWages } from '../wages.js';

export async function explainCommand(call: Call): Promise<Answer> {
  const { place, issues: wrong } = placeOf(call.flags, call.shell, 'last');
  if (hasErrors(wrong)) return failed(wrong);
  const { input, issues } = await readWages(place, call.flags);
  if (input === null) return failed(issues, { month: place.month });
  const [who = '', asked = null] = call.args;
  const { payslips } = computePay(input);
  const slip = payslips.find(({ id }) => id === who);
  if (slip === undefined) return failed([noSlip(who, payslips, place.month)], { month: place.month });
  const line = asked === null ? null : lineMeant(asked, slip);
  if (call.flags.sales !== null) return supposed(call, place, input, who);
  if (asked !== null && line === null) return failed([noLine(asked, slip)], { month: place.month });
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

/** A line by its id, its last word (`commission`), or its name. */
function lineMeant(asked: string, slip: Payslip): string | null {
  const ids = slip.lines.map((one) => one.line);
  if (ids.includes(asked)) return asked;
  const close = slip.lines.filter(
    ({ line, label }) => line.endsWith(`-${asked}`) || label.zh === asked || label.en === asked,
  );
  return close.length === 1 ? close[0]!.line : null;
}

/** `--sales 25001`: what other sales would earn. */
function supposed(call: Call, place: Place, input: PayInput, who: string): Answer {
  const month = monthOfPay(input);
  const person = month.people.find(({ id }) => id === who)!;
  const found = whatIf(month, person, call.flags.sales!);
  if (found === null) return failed([noCommission(who)], { month: place.month });
  const { sales, pays, now, nextYuan, edge, pastEdge, says } = found;
  return {
    exit: EXIT.done,
    status: 'ok',
    issues: [],
    document: {
      month: place.month,
      staff: who,
      sales: formatYuan(sales),
      commission: formatYuan(pays),
      now: { sales: formatYuan(now.sales), commission: formatYuan(now.pays) },
      next_yuan: formatYuan(nextYuan),
      tier_ends: edge === null ? null : formatYuan(edge),
      past_the_end: pastEdge === null ? null : formatYuan(pastEdge),
    },
    print: ({ lang }) =>
      `${[`${who} ${harmless(person.person.name)}  ${place.month}`, ...says.map((words) => words[lang])].join('\n')}\n`,
  };
}

const noCommission = (who: string) =>
  error(
    'no-commission-to-suppose',
    null,
    text(
      `no commission is known for ${who}: no table, or no value of the KPI.`,
      `${who} 没有可用的提成规则或指标数值。`,
    ),
    text('Look at pay.commission in the handbook and at kpi.csv.', '请查看手册 pay.commission 和 kpi.csv。'),
  );

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
