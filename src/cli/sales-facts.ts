/** The month's order exports, read and placed, or summaries of them. */
import { join } from 'node:path';
import type { Outcome } from '../base/issue.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import { readLargeTables } from '../io/read-table.js';
import type { Person } from '../people/person.js';
import { computeSales } from '../sales/compute-sales.js';
import type { PlacedSales, SalesResult } from '../sales/order.js';
import { tablesOf } from './data-tables.js';
import { dataFiles } from './find.js';
import type { Flags } from './flags.js';
import type { Place } from './place.js';

export interface SalesFacts extends Outcome<SalesResult> {
  /** What was read from exports themselves, not from summaries. */
  readonly own: PlacedSales | null;
  /** The exports, full paths. */
  readonly read: readonly string[];
}

/** Order exports and summaries of them; value null without an issue: there are none. */
export async function salesFacts(
  place: Place,
  flags: Flags,
  handbook: HandbookInForce,
  people: readonly Person[],
): Promise<SalesFacts> {
  const paths = await dataFiles(flags.orders, join(place.monthDir, 'orders'), place);
  const summaries = paths.filter((path) => path.toLowerCase().endsWith('.json'));
  const read = paths.filter((path) => !/\.(json|keys)$/i.test(path));
  const own = await exportFacts(read, place, handbook, people);
  const nothing = { value: null, own: null, read };
  if (own.value === null && (read.length > 0 || summaries.length === 0)) return { ...nothing, issues: own.issues };
  if (summaries.length === 0) return { ...own, own: own.value, read };
  const { withSummaries } = await import('./summaries.js');
  const { value, issues } = await withSummaries(summaries, own.value, handbook, people, place);
  return { value, own: own.value, read, issues: [...own.issues, ...issues] };
}

async function exportFacts(
  paths: readonly string[],
  place: Place,
  handbook: HandbookInForce,
  people: readonly Person[],
): Promise<Outcome<PlacedSales>> {
  if (paths.length === 0) return { value: null, issues: [] };
  const tables = await tablesOf(paths, place, readLargeTables);
  if (tables.value === null) return { value: null, issues: tables.issues };
  const isCustom = Object.values(handbook.values.sales.marks).some(({ on, form }) => on && form === 'custom');
  const engine = isCustom ? { compile: (await import('../sales/custom-pattern.js')).compilePattern } : {};
  const sales = computeSales(tables.value, { handbook, people, month: place.month, ...engine });
  return { value: sales.value, issues: [...tables.issues, ...sales.issues] };
}
