/** One run of our own, in a process of its own: reads the files named, prints what came out and the peak of its memory. */
import { hasErrors } from '../../src/base/issue.js';
import type { Table } from '../../src/base/table.js';
import { parseMonth } from '../../src/calendar/day.js';
import type { HandbookInForce } from '../../src/handbook/in-force.js';
import { readLargeTables } from '../../src/io/read-table.js';
import type { Person, StaffId } from '../../src/people/person.js';
import { computeSales } from '../../src/sales/compute-sales.js';

const start = performance.now();
const tables: Table[] = [];
for (const path of process.argv.slice(2)) {
  const read = await readLargeTables(path, path);
  if (read.value === null) throw new Error(read.issues.map(({ message }) => message.en).join('\n'));
  tables.push(...read.value);
}
const people = Array.from({ length: 60 }, (_, at): Person => {
  const id = String(1001 + at) as StaffId;
  const none = { left: null, probationUntil: null, seniorityFrom: null, protectedUntil: null, terms: [] };
  return { id, name: `客服${id}`, hired: null, ...none, source: { file: 'staff.csv' } };
});
const sales: HandbookInForce['values']['sales'] = {
  month_by: 'paid',
  marks: { number: { on: true, form: 'staff-number' } },
  several: 'unplaced',
  flag: { counts: 'none', mode: 'ignored', platforms: {}, waits: [] },
  excluded_tags: [],
  late_refund: 'month-of-refund',
};
const origin = () => ({ clause: null, says: null, assumed: true, source: { file: 'handbook.yaml' } });
const handbook = { values: { sales }, origin } as unknown as HandbookInForce;
const result = computeSales(tables, { handbook, people, month: parseMonth('2026-11')! });
const usage = process.resourceUsage();
const answer = {
  seconds: (performance.now() - start) / 1000,
  cpu: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
  megabytes: usage.maxRSS / 1024,
  counts: result.value?.counts ?? null,
  total: result.value?.total ?? null,
  agents: result.value?.agents.length ?? 0,
  errors: hasErrors(result.issues) ? result.issues.slice(0, 3).map(({ message }) => message.en) : [],
};
process.stdout.write(`${JSON.stringify(answer)}\n`);
