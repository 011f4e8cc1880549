/** `pay explain STAFF [LINE]`: where an amount comes from. */
import { join } from 'node:path';
import { formatYuan } from '../../base/fen.js';
import { error, hasErrors, type Outcome, outcome } from '../../base/issue.js';
import { nearest } from '../../base/nearest.js';
import { shown } from '../../base/shown.js';
import { type Lang, text } from '../../base/text.js';
import { parseJson } from '../../io/json.js';
import { kindOf, readText } from '../../io/workspace.js';
import { computePay } from '../../pay/compute.js';
import type { PayInput } from '../../pay/input.js';
import { closedBy, type Manifest } from '../../pay/life/manifest.js';
import { paidSlips } from '../../pay/life/paid-slip.js';
import { monthOfPay } from '../../pay/month.js';
import { slipJson } from '../../pay/pay-file.js';
import { whatIf } from '../../pay/what-if.js';
import { lostZeros } from '../../people/reading.js';
import type { Slip } from '../../report/payslip.js';
import type { Answer, Call, Json } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { manifestIn } from '../manifests.js';
import { drawSlip } from '../pay-pages.js';
import { type Place, placeOf, shownPath } from '../place.js';
import { harmless } from '../say.js';
import { PAY_FILE, readWages } from '../wages.js';

export async function explainCommand(call: Call): Promise<Answer> {
  const { place, issues: wrong } = placeOf(call.flags, call.shell, 'last');
  if (hasErrors(wrong)) return failed(wrong);
  const [who = '', asked = null] = call.args;
  const paid = call.flags.sales === null ? await paidThen(place) : null;
  if (paid !== null)
    return paid.value === null ? failed(paid.issues) : asPaid(place, paid.value, who, asked, call.lang);
  const { input, issues } = await readWages(place, call.flags);
  if (input === null) return failed(issues, { month: place.month });
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

interface Paid {
  readonly manifest: Manifest;
  readonly document: unknown;
}

/** A closed month is explained by what was paid, whatever its files say by now. Null: the month is open. */
async function paidThen(place: Place): Promise<Outcome<Paid> | null> {
  const { value: manifest, issues } = await manifestIn(place.monthDir, place);
  if (manifest === null) return hasErrors(issues) ? { value: null, issues } : null;
  const path = join(place.monthDir, PAY_FILE);
  if (closedBy(manifest) === null || (await kindOf(path)) !== 'file') return null;
  const source = { file: shownPath(path, place) };
  const read = await readText(path, source.file);
  const document = read.value === null ? read : parseJson(read.value, source);
  return document.value === null
    ? { value: null, issues: document.issues }
    : outcome({ manifest, document: document.value }, []);
}

function asPaid(place: Place, { manifest, document }: Paid, who: string, asked: string | null, lang: Lang): Answer {
  const slips = paidSlips(document);
  const slip = slips.find(({ id }) => id === who);
  if (slip === undefined) return failed([noSlip(who, slips, place.month)], { month: place.month });
  const line = asked === null ? null : lineMeant(asked, slip);
  if (asked !== null && line === null) return failed([noLine(asked, slip)], { month: place.month });
  const { by, at } = closedBy(manifest)!;
  const raw = (document as { payslips: readonly { readonly [key: string]: Json }[] }).payslips.find(
    ({ id }) => id === who,
  )!;
  const lines = (raw.lines as readonly { readonly [key: string]: Json }[]).filter(
    (one) => line === null || one.line === line,
  );
  const head = text(
    `${place.month} was closed by ${shown(by)}, ${at}: this is what was paid then. What changed since stands in later months.`,
    `${place.month} 已由 ${shown(by)} 于 ${at} 关账，以下为当时发放的内容；此后的变动见以后月份。`,
  );
  return {
    exit: EXIT.done,
    status: 'ok',
    issues: [],
    document: { month: place.month, closed: { by, at }, payslip: { ...raw, lines } },
    print: (page) => `${head[lang]}\n${drawSlip(slip, place.month, page, line)}`,
  };
}

/** A line by its id, its last word (`commission`), or its name. */
function lineMeant(asked: string, slip: Slip): string | null {
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

function noSlip(who: string, payslips: readonly Slip[], month: string) {
  const named = payslips.filter(({ name }) => name === who).map(({ id }) => id);
  const guess =
    named.length > 0
      ? named.join(' / ')
      : (lostZeros(payslips, who)?.id ??
        nearest(
          who,
          payslips.map(({ id }) => id),
        ));
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

function noLine(line: string, slip: Slip) {
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
