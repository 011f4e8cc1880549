/** Legal and practical checks that only warn, each with its article: they never change what is paid. */
import { type Fen, fen, showYuan, sumFen } from '../base/fen.js';
import { type Issue, info, warning } from '../base/issue.js';
import { compare, ratio, showPercent, timesRatio } from '../base/ratio.js';
import type { SourceRef } from '../base/source.js';
import { same, text } from '../base/text.js';
import type { StaffId } from '../people/person.js';
import type { PayInput } from './input.js';
import { labourChecks } from './labour-checks.js';
import { LINES } from './lines/index.js';
import { minimumWageOf, unknownRegions } from './minimum-wage.js';
import type { PayMonth } from './month.js';
import type { Payslip } from './payslip.js';

const LEGAL_LOSS_SHARE = ratio(20, 100);
const LEGAL_PROBATION = ratio(80, 100);

export const legalChecks = (input: PayInput, month: PayMonth, payslips: readonly Payslip[]): Issue[] => [
  ...missingFacts(input, month),
  ...finesAsSuch(month, payslips),
  ...lossOverCap(month, payslips),
  ...lossesLeft(input, month),
  ...unknownRegions(month),
  ...belowMinimum(month, payslips),
  ...probation(month),
  ...labourChecks(month),
];

function missingFacts(input: PayInput, month: PayMonth): Issue[] {
  const issues: Issue[] = [];
  if (input.roster === null) {
    issues.push(
      warning(
        'pay-without-roster',
        null,
        text(
          `there is no roster of ${month.month}; days are counted by the calendar, and punches are not looked at.`,
          `没有 ${month.month} 的排班表，按自然日计算，不核对打卡。`,
        ),
        text("Save the roster as roster.json in the month's folder.", '请把排班结果 roster.json 放入当月文件夹。'),
      ),
    );
  }
  if (
    (input.sales === null || input.sales.files.length === 0) &&
    (month.pay.commission !== undefined || month.pay.pool !== undefined)
  ) {
    issues.push(
      warning(
        'pay-without-orders',
        null,
        text(`there are no orders of ${month.month}; nobody earns commission.`, `没有 ${month.month} 的订单，无提成。`),
        text('Put the exports into the folder orders/.', '请把订单导出文件放入 orders/。'),
      ),
    );
  }
  return issues;
}

function finesAsSuch(month: PayMonth, payslips: readonly Payslip[]): Issue[] {
  const fined = payslips
    .map((slip) =>
      sumFen(slip.lines.filter(({ line }) => line === 'fines' || line === 'complaints').map(({ amount }) => amount)),
    )
    .filter((amount) => amount < 0);
  if (fined.length === 0) return [];
  const sum = showYuan(fen(-sumFen(fined)));
  return [
    info(
      'fines-without-legal-ground',
      month.handbook.origin('pay.offences').source,
      text(
        `fines of ${sum} in all stand on the payslips of ${fined.length === 1 ? 'one person' : `${fined.length} people`}; since 2008 no national law gives employers a power to fine (工资支付暂行规定 15).`,
        `${fined.length} 人共罚款 ${sum}；2008 年起全国性法规不再赋予用人单位罚款权（工资支付暂行规定 15）。`,
      ),
      text('Ask a lawyer of your province, or set the offences to notices.', '请咨询当地律师，或改为书面警告。'),
    ),
  ];
}

function lossOverCap(month: PayMonth, payslips: readonly Payslip[]): Issue[] {
  const kinds = new Map(LINES.map((line) => [line.id, line.kind]));
  return payslips.flatMap((slip) => {
    const loss = fen(-slip.lines.filter(({ line }) => line === 'losses').reduce((sum, { amount }) => sum + amount, 0));
    const wage = fen(
      slip.lines.filter(({ line }) => kinds.get(line) !== 'deduction').reduce((sum, { amount }) => sum + amount, 0),
    );
    if (loss <= timesRatio(fen(Math.max(0, wage)), LEGAL_LOSS_SHARE)) return [];
    return [
      warning(
        'loss-over-legal-cap',
        month.handbook.origin('pay.loss').source,
        text(
          `${slip.id} ${slip.name}: ${showYuan(loss)} is taken for losses, more than 20% of the wage of ${showYuan(wage)} (工资支付暂行规定 16).`,
          `${slip.id} ${slip.name}：损失扣款 ${showYuan(loss)}，超过当月工资 ${showYuan(wage)} 的 20%（工资支付暂行规定 16）。`,
        ),
        text(
          'Set pay.loss.enforce to true; the rest is then carried over.',
          '请将 pay.loss.enforce 设为 true，余额结转下月。',
        ),
      ),
    ];
  });
}

/** Losses that nobody's wage can pay any more: who owes them has left, or is not on the staff list. */
function lossesLeft(input: PayInput, month: PayMonth): Issue[] {
  const paid = new Set(month.people.map(({ id }) => id));
  const names = new Map(input.staff.map(({ id, name }) => [id, name]));
  const left = new Map<StaffId, { readonly carried: Fen; readonly source: SourceRef }>();
  // The latest month first: an older month's rest is in it.
  for (const { slips, source } of month.earlier) {
    for (const { staff, carried } of slips) if (!left.has(staff)) left.set(staff, { carried, source });
  }
  const owing = [...left].filter(([staff, { carried }]) => carried > 0 && !paid.has(staff));
  if (owing.length === 0) return [];
  const who = owing.map(([staff, { carried }]) => [staff, names.get(staff) ?? [], showYuan(carried)].flat().join(' '));
  return [
    warning(
      'loss-without-wage',
      owing[0]![1].source,
      text(
        `losses were carried over of people who earn nothing in ${month.month}: ${who.join(', ')}. No slip is made for them.`,
        `以下人员有结转的损失，但 ${month.month} 没有工资：${who.join('、')}。不再为其出具工资条。`,
      ),
      text(
        'Who has left owes it as any debt: settle it with them. Who comes back or still has sales finds it on the slip again.',
        '离职人员的欠款请与本人另行结清；若复职或仍有业绩，将在工资条中继续扣除。',
      ),
    ),
  ];
}

/** 最低工资规定 12: what is paid for overtime and for nights does not make up a minimum wage. */
const BEYOND = new Set(['overtime', 'night-allowance']);

/** Against the minimum wage for the days of employment: half a month need not reach all of it. */
function belowMinimum(month: PayMonth, payslips: readonly Payslip[]): Issue[] {
  const legal = new Map(
    month.people.map((person) => {
      const { amount, path } = minimumWageOf(month, person);
      const part = ratio(person.employed.length, month.days.length);
      return [person.id, { path, floor: timesRatio(amount ?? fen(0), part) }] as const;
    }),
  );
  return payslips
    .map((slip) => {
      const beyond = sumFen(slip.lines.filter(({ line }) => BEYOND.has(line)).map(({ amount }) => amount));
      return { slip, beyond, ...legal.get(slip.id)! };
    })
    .filter(({ slip, floor, beyond }) => slip.net - beyond < floor)
    .map(({ slip, floor, path, beyond }) => {
      const { source } = month.handbook.origin(path);
      const who = `${slip.id} ${slip.name}`;
      const net = showYuan(slip.net);
      const article = beyond > 0 ? text('劳动法 48, 最低工资规定 12', '劳动法 48、最低工资规定 12') : same('劳动法 48');
      const less =
        beyond > 0
          ? text(` less ${showYuan(beyond)} for overtime and nights`, `，不计加班费和夜班津贴 ${showYuan(beyond)}，`)
          : same('');
      const hint = text('Look at the deductions of the slip.', '请核对该工资条的扣款。');
      return slip.net < 0
        ? warning('net-negative', source, text(`${who}: the net pay is ${net}.`, `${who}：实发 ${net}，为负数。`), hint)
        : warning(
            'net-below-minimum-wage',
            source,
            text(
              `${who}: the net pay of ${net}${less.en} lies under the minimum wage of ${showYuan(floor)} for the days of employment (${article.en}).`,
              `${who}：实发 ${net}${less.zh} 低于在职期间最低工资 ${showYuan(floor)}（${article.zh}）。`,
            ),
            hint,
          );
    });
}

function probation(month: PayMonth): Issue[] {
  const rate = month.pay.post_salary?.probation_rate;
  if (rate === undefined || compare(rate, LEGAL_PROBATION) >= 0) return [];
  return [
    warning(
      'probation-below-legal-rate',
      month.handbook.origin('pay.post_salary.probation_rate').source,
      text(
        `probation is paid at ${showPercent(rate)} of the post salary; the law asks for 80% of the agreed wage (劳动合同法 20).`,
        `试用期按岗位工资的 ${showPercent(rate)} 发放，法律要求不低于约定工资的 80%（劳动合同法 20）。`,
      ),
      text('Set pay.post_salary.probation_rate to 80% or more.', '请将 pay.post_salary.probation_rate 设为 80% 以上。'),
    ),
  ];
}
