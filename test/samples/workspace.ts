/** All files of a sample workspace but the two that people and the program write: handbook.yaml and roster.json. */
import { type Random, random } from '../../src/base/random.js';
import type { Day, Month } from '../../src/calendar/day.js';
import { gb18030 } from '../tools/gb18030.js';
import type { Department } from './department.js';
import { dingtalkBook, momentOf } from './dingtalk.js';
import { feishuLines, plainLines } from './feishu.js';
import { asOf, salesOf } from './orders.js';
import type { MonthPlan } from './people.js';
import { type WorkedDay, workedDays } from './punches.js';
import { written } from './sheet.js';
import { exported } from './taobao.js';
import { wecomBook } from './wecom.js';

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
  const { name, bytes } = await punchFile(department, worked, chance(3));
  files.set(`${FINISHED}/punches/${department.company}_${name}`, bytes);
  return files;
}

/** The month's punches as the department's platform exports them. */
async function punchFile(
  department: Department,
  worked: readonly WorkedDay[],
  chance: Random,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  switch (department.punches) {
    case 'wecom':
      return { name: '打卡日报_20261101-20261130.xlsx', bytes: await wecomBook(department, FINISHED, worked) };
    case 'feishu':
      return { name: '考勤月报_202611.csv', bytes: gb18030(feishuLines(department, FINISHED, worked)) };
    case 'plain':
      return { name: '打卡机_202611.csv', bytes: new TextEncoder().encode(`\uFEFF${plainLines(worked, momentOf)}`) };
    default:
      return {
        name: '考勤报表_20261101-20261130.xlsx',
        bytes: await dingtalkBook(department, FINISHED, worked, chance),
      };
  }
}
