/** The month's order exports, read and placed. */
import { join } from 'node:path';
import type { Outcome } from '../base/issue.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import { readLargeTables } from '../io/read-table.js';
import type { Person } from '../people/person.js';
import { computeSales } from '../sales/compute-sales.js';
import type { PlacedSales } from '../sales/order.js';
import { tablesOf } from './data-tables.js';
import { dataFiles } from './find.js';
import type { Flags } from './flags.js';
import type { Place } from './place.js';

/** Order exports; value null without an issue: there are none. */
export async function salesFacts(
  place: Place,
  flags: Flags,
  handbook: HandbookInForce,
  people: readonly Person[],
): Promise<Outcome<PlacedSales>> {
  const paths = await dataFiles(flags.orders, join(place.monthDir, 'orders'), place);
  if (paths.length === 0) return { value: null, issues: [] };
  const tables = await tablesOf(paths, place, readLargeTables);
  if (tables.value === null) return { value: null, issues: tables.issues };
  const isCustom = Object.values(handbook.values.sales.marks).some(({ on, form }) => on && form === 'custom');
  const engine = isCustom ? { compile: (await import('../sales/custom-pattern.js')).compilePattern } : {};
  const sales = computeSales(tables.value, { handbook, people, month: place.month, ...engine });
  return { value: sales.value, issues: [...tables.issues, ...sales.issues] };
}
