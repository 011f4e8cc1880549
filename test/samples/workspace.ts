/** All files of a sample workspace but the two that people and the program write: handbook.yaml and roster.json. */
import { random } from '../../src/base/random.js';
import type { Day, Month } from '../../src/calendar/day.js';
import type { Department } from './department.js';
import { dingtalkBook } from './dingtalk.js';
import { asOf, salesOf } from './orders.js';
import type { MonthPlan } from './people.js';
import { workedDays } from './punches.js';
import { written } from './sheet.js';
import { exported } from './taobao.js';

/** The finished month, the one whose pay is due. */
export const FINISHED = '2026-11' as Month;

/** Path inside the workspace -> bytes. The same seed and roster give the same bytes. */
export async function workspaceFiles(
  department: Department,
  plan: MonthPlan,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const sheet of department.sheets) {
    const { path, bytes } = await written(sheet);
    files.set(path, bytes);
  }
  // Each kind of file has chances of its own: a change of one leaves the others as they were.
  const chance = (kind: number) => random(department.seed * 10 + kind);
  const sales = salesOf(department, FINISHED, plan, chance(1));
  const orders = `${FINISHED}/orders/ExportOrderList`;
  if (department.orders.midMonth) {
    const early = await exported(department.orders, asOf(sales, '2026-11-15' as Day));
    files.set(`${orders}202611160931${early.ending}`, early.bytes);
  }
  const all = await exported(department.orders, sales);
  files.set(`${orders}202612010918${all.ending}`, all.bytes);
  const worked = workedDays(department, plan, chance(2));
  files.set(
    `${FINISHED}/punches/${department.company}_考勤报表_20261101-20261130.xlsx`,
    await dingtalkBook(department, FINISHED, worked, chance(3)),
  );
  return files;
}
