/** A department of invented people and order files for the tests of this room. */
import type { SourceRef } from '../../src/base/source.js';
import type { Row, Table } from '../../src/base/table.js';
import type { Day, Month } from '../../src/calendar/day.js';
import type { HandbookInForce } from '../../src/handbook/in-force.js';
import type { Person, StaffId } from '../../src/people/person.js';
import type { Order } from '../../src/sales/order.js';
import type { Orders } from '../../src/sales/read-orders.js';

/** All orders of a reading, in the order first met. */
export const ordersOf = ({ shelf }: Orders): Order[] =>
  Array.from({ length: shelf.size() }, (_, at) => shelf.orderAt(at));

export type Sales = HandbookInForce['values']['sales'];

export const DECEMBER = '2026-12' as Month;

export const person = (id: string, name: string, more: Partial<Person> = {}): Person => {
  const source: SourceRef = { file: 'staff.csv' };
  return {
    id: id as StaffId,
    name,
    hired: '2024-01-01' as Day,
    left: null,
    probationUntil: null,
    seniorityFrom: null,
    protectedUntil: null,
    terms: [{ from: null, team: null, shifts: null, skills: [], mentor: null, post: null, postSalary: null, source }],
    source,
    ...more,
  };
};

export const PEOPLE: readonly Person[] = [
  person('1001', '王婷'),
  person('1002', '陈慧兰'),
  person('1003', '李芳'),
  person('1004', '赵芳芳'),
  person('1005', '蔡蔡'),
];

const MARKS: Sales['marks'] = {
  number: { on: true, form: 'staff-number' },
  signed: { on: true, form: 'name-date' },
};

export const SALES: Sales = {
  month_by: 'paid',
  marks: MARKS,
  several: 'unplaced',
  flag: { counts: 'none', mode: 'ignored', platforms: {}, waits: [] },
  excluded_tags: [],
  late_refund: 'month-of-refund',
};

/** A handbook with only the chapter this room reads. */
export const handbook = (sales: Partial<Sales> = {}): HandbookInForce =>
  ({
    values: { sales: { ...SALES, ...sales } },
    origin: (path: string) => ({ clause: null, says: null, assumed: true, source: { file: 'handbook.yaml', path } }),
  }) as unknown as HandbookInForce;

/** A csv table: headings and rows, numbered as a spreadsheet does. */
export const table = (file: string, lines: readonly (readonly string[])[]): Table => ({
  source: { file },
  rows: lines.map((cells, at): Row => ({ number: at + 1, cells })),
});

/** The headings of the 2026 order report that a shop usually ticks. */
export const HEADINGS_2026 = [
  '订单编号',
  '总金额',
  '买家实付金额',
  '订单状态',
  '订单创建时间',
  '订单付款时间',
  '商家备注',
  '店铺名称',
  '订单关闭原因',
  '退款金额',
  '总金额(旧版)',
];

interface Sold {
  readonly number?: string;
  /** Net of refunds, as the 2026 report states it. */
  readonly net?: string;
  readonly refunded?: string;
  readonly status?: string;
  readonly paidAt?: string;
  readonly remark?: string;
  readonly shop?: string;
  readonly total?: string;
}

/** One row of a 2026 report. */
export const sold = (order: Sold): string[] => {
  const { net = '100.00', refunded = '0.00' } = order;
  const total = order.total ?? (Number(net) + Number(refunded)).toFixed(2);
  return [
    order.number ?? '2650000000000000001',
    '999.00',
    net,
    order.status ?? '交易成功',
    '2026-12-05 08:59:00',
    order.paidAt ?? '2026-12-05 09:01:30',
    order.remark ?? '',
    order.shop ?? '旗舰店',
    '订单未关闭',
    refunded,
    total,
  ];
};

/** A 2026 report with these orders; numbers follow each other where none is given. */
export const report2026 = (file: string, orders: readonly Sold[]): Table =>
  table(file, [
    HEADINGS_2026,
    ...orders.map((order, at) => sold({ number: `26500000000000${String(at + 1).padStart(5, '0')}`, ...order })),
  ]);
