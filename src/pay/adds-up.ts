/** The sums that hold on every run, taken again from the finished result. A break is our bug: exit 70, nothing written. */
import { assert } from '../base/assert.js';
import { type Fen, sumFen } from '../base/fen.js';
import { timesRatio } from '../base/ratio.js';
import type { SalesResult } from '../sales/order.js';
import type { Derivation } from './derivation.js';
import type { PayMonth } from './month.js';
import type { PayResult } from './payslip.js';

const equal = (found: Fen, wanted: Fen, what: string): void =>
  assert(found === wanted, `${what} adds up: ${found} fen found, ${wanted} fen wanted`);

/** Asserts: parts = line, lines = gross + deductions = net, slips = totals, pool shares = pool, sales = export, fund = fines. */
export function addsUp(result: PayResult, sales: SalesResult | null, month: PayMonth): void {
  for (const slip of result.payslips) {
    slip.lines.forEach((line) => {
      partsAddUp(line, slip.id);
    });
    const all = sumFen(slip.lines.map((line) => line.amount));
    equal(all, slip.net, `the slip of ${slip.id}`);
    equal((slip.gross + slip.deductions) as Fen, slip.net, `gross and deductions of ${slip.id}`);
    const loss = sumFen(slip.lines.filter(({ line }) => line === 'losses').map(({ amount }) => amount));
    assert(loss <= 0 && slip.handsOn.carried >= 0, `losses of ${slip.id} are taken or carried, never paid`);
  }
  for (const key of ['gross', 'deductions', 'net'] as const) {
    equal(sumFen(result.payslips.map((slip) => slip[key])), result.totals[key], `the register's ${key}`);
  }
  const shares = result.payslips.flatMap((slip) => slip.lines).filter(({ line }) => line === 'public-pool');
  const rate = month.pay.pool?.rate;
  if (shares.length > 0 && rate !== undefined) {
    equal(sumFen(shares.map(({ amount }) => amount)), timesRatio(month.pool, rate), 'the public pool');
  }
  if (sales !== null) salesAddUp(sales, month, result);
  if (result.fund !== null) {
    equal(sumFen(result.fund.entries.map((entry) => entry.amount)), result.fund.total, 'the fund');
  }
}

function partsAddUp(derivation: Derivation, staff: string): void {
  if (derivation.parts.length === 0) return;
  equal(sumFen(derivation.parts.map((part) => part.amount)), derivation.amount, `line ${derivation.line} of ${staff}`);
  derivation.parts.forEach((part) => {
    partsAddUp(part, staff);
  });
}

/** Every fen of the export stands somewhere, and every agent's fen on a slip or among the exceptions. */
function salesAddUp(sales: SalesResult, month: PayMonth, result: PayResult): void {
  const { total } = sales;
  const placed = [total.agents, total.pool, total.unplaced, total.waiting, total.excluded, total.refunded];
  equal(sumFen(placed), total.export, 'the export');
  const onSlips = sumFen(month.people.map((person) => person.sold));
  const strangers = sumFen(
    result.exceptions.filter(({ id }) => id.startsWith('sales-of-nobody:')).map(({ amount }) => amount ?? (0 as Fen)),
  );
  equal((onSlips + strangers) as Fen, total.agents, 'the sales of the agents');
}
