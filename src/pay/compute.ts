/** From the month's facts to payslips: every line for everybody, in the order of the slip, and then the sums again. */
import { type Fen, fen, sumFen } from '../base/fen.js';
import type { Issue } from '../base/issue.js';
import type { StaffId } from '../people/person.js';
import { addsUp } from './adds-up.js';
import { awayOf } from './appraised.js';
import { legalChecks } from './checks.js';
import type { Derivation, Notice } from './derivation.js';
import { disciplineNotices } from './discipline.js';
import { exceptionsOf } from './exceptions.js';
import { experienceNotices, pointsOf } from './experience.js';
import { goodwillNotices } from './goodwill.js';
import type { PayInput } from './input.js';
import { annualLeave } from './labour-checks.js';
import type { LineResult, OpenLine, PayException, PayLine, SoFar } from './line.js';
import { gradeOf } from './lines/excellent-streak.js';
import { LINES } from './lines/index.js';
import { monthOfPay, type PayMonth, type PersonMonth } from './month.js';
import type { Fund, PayResult, Payslip } from './payslip.js';
import { runAtEnd } from './worked.js';

interface Opened {
  readonly line: PayLine;
  readonly open: OpenLine;
}

/** One person's slip and what came up while it was made. */
interface Made {
  readonly slip: Payslip;
  readonly notices: readonly Notice[];
  readonly exceptions: readonly PayException[];
}

/** @throws InternalError where sums do not add up: that is never the user's fault */
export function computePay(input: PayInput): PayResult {
  const month = monthOfPay(input);
  const opened = LINES.flatMap((line): Opened[] => {
    const open = line.open(month);
    return open === null ? [] : [{ line, open }];
  });
  const made = month.people.map((person) => slipOf(month, person, opened));
  const payslips = made.map(({ slip }) => slip);
  const result: PayResult = {
    month: month.month,
    payslips,
    totals: {
      gross: sumFen(payslips.map((slip) => slip.gross)),
      deductions: sumFen(payslips.map((slip) => slip.deductions)),
      net: sumFen(payslips.map((slip) => slip.net)),
    },
    reconciliation: input.sales?.total ?? null,
    exceptions: [
      ...exceptionsOf(input, month),
      ...opened.flatMap(({ open }) => open.exceptions ?? []),
      ...made.flatMap(({ exceptions }) => exceptions),
    ],
    notices: [
      ...made.flatMap(({ notices }) => notices),
      ...experienceNotices(month),
      ...disciplineNotices(month),
      ...goodwillNotices(month),
    ],
    fund: fundOf(month, payslips),
    issues: once([...opened.flatMap(({ open }) => open.issues ?? []), ...legalChecks(input, month, payslips)]),
  };
  addsUp(result, input.sales, month);
  return result;
}

function slipOf(month: PayMonth, person: PersonMonth, opened: readonly Opened[]): Made {
  const lines: Derivation[] = [];
  const results: LineResult[] = [];
  let wage: Fen = fen(0);
  let net: Fen = fen(0);
  for (const { line, open } of opened) {
    const soFar: SoFar = {
      wage,
      net,
      amountOf: (id) => lines.find((done) => done.line === id)?.amount ?? fen(0),
    };
    const result = open.forPerson(person, soFar);
    results.push(result);
    if (result.derivation === null) continue;
    lines.push(result.derivation);
    net = fen(net + result.derivation.amount);
    if (line.kind !== 'deduction') wage = fen(wage + result.derivation.amount);
  }
  const gross = sumFen(lines.map((line) => line.amount).filter((amount) => amount > 0));
  const deductions = sumFen(lines.map((line) => line.amount).filter((amount) => amount < 0));
  return {
    slip: {
      id: person.id,
      name: person.person.name,
      lines,
      gross,
      deductions,
      net: fen(gross + deductions),
      handsOn: {
        sales: person.sales.map(({ shop, platform, amount }) => ({ shop, platform, amount })),
        carried: results.find((result) => result.carried !== undefined)?.carried ?? fen(0),
        grade: gradeOf(month, person),
        away: awayOf(month, person),
        tax: results.find((result) => result.tax !== undefined)?.tax ?? null,
        annualLeave: annualLeave(month, person),
        points: pointsOf(month, person),
        daysInRow: runAtEnd(month, person),
        arrears: results.flatMap((result) => result.settled ?? []),
        topSeller: results.find((result) => result.topSeller !== undefined)?.topSeller ?? 0,
      },
    },
    notices: results.flatMap((result) => result.notices ?? []),
    exceptions: results.flatMap((result) => result.exceptions ?? []),
  };
}

/** two-shift/8: all fines, what buyers complained of included, go to the fund. */
function fundOf(month: PayMonth, payslips: readonly Payslip[]): Fund | null {
  const chapter = month.pay.fund;
  if (chapter === undefined) return null;
  const entries = payslips.flatMap((slip) =>
    slip.lines
      .filter(({ line, amount }) => (line === 'fines' || line === 'complaints') && amount < 0)
      .map(({ line, amount }): { staff: StaffId; line: string; amount: Fen } => ({
        staff: slip.id,
        line,
        amount: fen(-amount),
      })),
  );
  // A fine of a closed month that was put right gives to the fund, or takes from it.
  const late = payslips.flatMap((slip) =>
    slip.handsOn.arrears
      .filter(({ line }) => line === 'fines' || line === 'complaints')
      .map(({ line, amount }) => ({ staff: slip.id, line, amount: fen(-amount) })),
  );
  entries.push(...late);
  const { clause } = month.handbook.origin('pay.fund');
  return { name: chapter.name, clause, entries, total: sumFen(entries.map((entry) => entry.amount)) };
}

/** The same thing said by two lines is said once. */
const once = (issues: readonly Issue[]): Issue[] => [
  ...new Map(issues.map((issue) => [`${issue.code} ${issue.source?.path ?? ''} ${issue.message.en}`, issue])).values(),
];
