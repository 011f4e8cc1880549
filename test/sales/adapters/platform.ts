/** One file of a platform, made of its own heading line. */
import { expect } from 'vitest';
import type { Order } from '../../../src/sales/order.js';
import { readOrders } from '../../../src/sales/read-orders.js';
import { ordersOf, table } from '../department.js';

/** A row under a heading line; columns that are not named hold what must not be read. */
export const rowUnder = (headings: string, cells: Readonly<Record<string, string>>, other = '99'): string[] =>
  headings.split(',').map((heading) => cells[heading] ?? other);

export interface PlatformFile {
  readonly orders: readonly Order[];
  /** `severity code` */
  readonly issues: readonly string[];
  readonly adapter: string;
}

/** Reads rows under a heading line; errors are not expected. */
export function readFile(headings: string, rows: readonly (readonly string[])[]): PlatformFile {
  const result = readOrders([table('orders.csv', [headings.split(','), ...rows])]);
  expect(result.issues.filter((issue) => issue.severity === 'error')).toEqual([]);
  return {
    orders: ordersOf(result.value!),
    issues: result.issues.map((issue) => `${issue.severity} ${issue.code}`),
    adapter: result.value!.files[0]!.adapter,
  };
}
