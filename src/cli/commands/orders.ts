/** `pay orders`: the month's order exports alone: what was read, how it was placed, what needs the clerk's eye. */
import { join, resolve } from 'node:path';
import { error, hasErrors, type Issue } from '../../base/issue.js';
import { text } from '../../base/text.js';
import type { HandbookInForce } from '../../handbook/in-force.js';
import { writeFiles } from '../../io/write-files.js';
import type { Person } from '../../people/person.js';
import type { Answer, Call } from '../command.js';
import { concerning } from '../concerns.js';
import { EXIT } from '../exit.js';
import { staffFacts } from '../facts.js';
import { failed } from '../failed.js';
import { readHandbook } from '../handbook.js';
import { drawOrders, ordersDocument } from '../orders-pages.js';
import { type Place, placeOf, resultPath, shownPath } from '../place.js';
import { type SalesFacts, salesFacts } from '../sales-facts.js';
import { summaryFiles } from '../summaries.js';

export async function ordersCommand(call: Call): Promise<Answer> {
  const { place, issues: wrong } = placeOf(call.flags, call.shell, 'last');
  if (hasErrors(wrong)) return failed(wrong);
  const handbook = await readHandbook(place, call.flags.handbook, 'pay');
  const staff = await staffFacts(place, call.flags, handbook.value);
  const before = [...concerning('orders', handbook.issues), ...staff.issues];
  if (handbook.value === null || staff.value === null) return failed(before, { month: place.month });
  const sales = await salesFacts(place, call.flags, handbook.value, staff.value);
  const issues = [...before, ...sales.issues];
  if (hasErrors(issues)) return failed(issues, { month: place.month });
  const result = sales.value;
  if (result === null) {
    const missing = error(
      'orders-missing',
      { file: shownPath(join(place.monthDir, 'orders'), place) },
      text(`there are no orders of ${place.month}.`, `没有 ${place.month} 的订单文件。`),
      text(
        'Put the exports into this folder, or name them with --orders.',
        '请把导出文件放入该文件夹，或用 --orders 指定。',
      ),
    );
    return failed([...issues, missing], { month: place.month });
  }
  const written = await writeSummary(call, place, sales, handbook.value, staff.value);
  if (hasErrors(written.issues)) return failed([...issues, ...written.issues], { month: place.month });
  const names = new Map(staff.value.map(({ id, name }) => [id, name]));
  return {
    exit: result.counts.unplaced === 0 ? EXIT.done : EXIT.look,
    status: result.counts.unplaced === 0 ? 'ok' : 'problems',
    issues,
    // Drawn only where it is printed: it names each of what may be millions of orders.
    get document() {
      return { month: place.month, ...ordersDocument(result, call.lang), files: written.files };
    },
    print: (page) => [drawOrders(result, names, page), ...written.files.map((file) => `  ${file}\n`)].join(''),
  };
}

/** The summary, where one is asked for. */
async function writeSummary(
  { flags }: Call,
  place: Place,
  { own, read }: SalesFacts,
  handbook: HandbookInForce,
  people: readonly Person[],
): Promise<{ readonly files: readonly string[]; readonly issues: readonly Issue[] }> {
  if (flags.summary === null) return { files: [], issues: [] };
  if (own === null) {
    const says = text('there are no exports, only summaries.', '没有订单导出，只有汇总。');
    const hint = text('A summary is made of exports.', '汇总须由订单导出生成。');
    return { files: [], issues: [error('summary-of-summaries', null, says, hint)] };
  }
  const path = resolve(place.cwd, flags.summary);
  const { value, issues } = await writeFiles(await summaryFiles(path, own, read, handbook, people, place));
  return { files: (value ?? []).map((file) => resultPath(file, place)), issues };
}
