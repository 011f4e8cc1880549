/** A refund or after-sales file told as data: which columns name the order and the amount, and when a refund was made. */
import { addFen, type Fen, fen, ZERO } from '../../base/fen.js';
import type { Row } from '../../base/table.js';
import type { Refund } from '../refunds.js';
import type { Adapter, Need, OpenFile, Reader } from './adapter.js';
import { cellReaders } from './cell-readers.js';

export interface RefundTable extends Pick<Adapter, 'id' | 'platform' | 'name' | 'knows'> {
  readonly generation: string;
  readonly order: Need;
  /** What tells one refund from another, taken together. */
  readonly ids: readonly Need[];
  /** Their sum went back; files write it with either sign. */
  readonly amounts: readonly Need[];
  /** Columns of words that `isMade` looks at. */
  readonly words: readonly Need[];
  /** Whether the row tells of a refund that was made. `word`: what one of `words` says. */
  readonly isMade: (word: (column: Need) => string) => boolean;
  /** The day it was made. */
  readonly doneAt?: Need;
  /** The seller's remark on the order, by which a refund of an order of an earlier month finds its agent. */
  readonly remark?: Need;
  readonly paidAt?: Need;
}

const NO_COLUMN: Need = [];

export function refundTable(about: RefundTable): Adapter {
  const { platform, doneAt = NO_COLUMN, remark = NO_COLUMN, paidAt = NO_COLUMN } = about;

  const open = (file: OpenFile): Reader => {
    const cells = cellReaders(file);
    const orderOf = cells.number(about.order);
    const idsOf = about.ids.map((column) => cells.number(column));
    const amountsOf = about.amounts.map((column) => cells.amount(column));
    const wordsOf = new Map(about.words.map((column) => [column, cells.text(column)]));
    const [doneOnOf, paidOnOf, remarkOf] = [cells.day(doneAt), cells.day(paidAt), cells.text(remark)];

    const refund = (row: Row): Refund | null => {
      if (!about.isMade((column) => wordsOf.get(column)?.(row) ?? '')) return null;
      const order = orderOf(row);
      const ids = idsOf.map((idOf) => idOf(row));
      const amounts = amountsOf.map((amountOf) => amountOf(row));
      const [doneOn, paidOn] = [doneOnOf(row), paidOnOf(row)];
      const isWhole = ids.every((id) => id !== null) && amounts.every((amount) => amount !== null);
      if (order === null || !isWhole || doneOn === 'wrong' || paidOn === 'wrong') return null;
      const amount = fen(Math.abs(amounts.reduce<Fen>((sum, one) => addFen(sum, one ?? ZERO), ZERO)));
      const told = { doneOn, paidOn, remark: remarkOf(row), source: cells.source(row) };
      return { platform, order, id: ids.join(' '), amount, ...told };
    };
    return { generation: about.generation, flag: 'none', finishes: false, order: () => null, refund };
  };

  return {
    id: about.id,
    platform,
    name: about.name,
    needs: [about.order, ...about.ids, ...about.amounts, ...about.words],
    reads: [doneAt, paidAt, remark].filter((column) => column.length > 0),
    knows: about.knows,
    rows: 'refunds',
    open,
  };
}
