/** Summaries of orders on disk: written by `pay orders --summary`, read in place of the exports. */
import { basename, dirname, join } from 'node:path';
import { error, hasErrors, type Issue, type Outcome, outcome, warning } from '../base/issue.js';
import { joinTexts, same, text } from '../base/text.js';
import type { Month } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import { jsonPieces, parseJson } from '../io/json.js';
import { bytesOf } from '../io/pieces.js';
import { readBytes } from '../io/read-table.js';
import { fileFingerprint, fingerprint, readText } from '../io/workspace.js';
import type { FileToWrite } from '../io/write-files.js';
import type { Person } from '../people/person.js';
import type { FileSales, PlacedSales, SalesResult } from '../sales/order.js';
import { type HashedOrders, orderHashes, sharedOrders } from '../sales/order-hashes.js';
import { addSales, readSummary, summaryDocument } from '../sales/summary.js';
import { type Place, shownPath } from './place.js';

/** Fingerprint of what decides whose an order is. */
const rulesPrint = (handbook: HandbookInForce, people: readonly Person[]): string =>
  fingerprint(
    JSON.stringify([handbook.values.sales, people.map(({ id, name, hired, left }) => [id, name, hired, left])]),
  );

/** The summary and, beside it, the hashes of its orders. `read`: the exports, full paths. */
export async function summaryFiles(
  path: string,
  sales: PlacedSales,
  read: readonly string[],
  handbook: HandbookInForce,
  people: readonly Person[],
  place: Place,
): Promise<readonly FileToWrite[]> {
  const hashes = orderHashes(sales, sales.files);
  const keys = `${path}.keys`;
  const prints = read.map(async (one) => ({ file: shownPath(one, place), sha256: await fileFingerprint(one) }));
  const document = summaryDocument(sales, {
    month: sales.month,
    rules: rulesPrint(handbook, people),
    read: await Promise.all(prints),
    keys: { file: basename(keys), sha256: fingerprint(hashes) },
  });
  return [
    { path, content: bytesOf(jsonPieces(document)) },
    { path: keys, content: hashes },
  ];
}

interface Part {
  readonly sales: SalesResult;
  readonly hashed: HashedOrders;
}

const filesOf = (files: readonly FileSales[]): string[] => files.map(({ file }) => file);

async function partOf(path: string, place: Place, rules: string): Promise<Outcome<Part>> {
  place.used.add(path);
  const source = { file: shownPath(path, place) };
  const words = await readText(path, source.file);
  if (words.value === null) return { value: null, issues: words.issues };
  const document = parseJson(words.value, source);
  if (hasErrors(document.issues)) return { value: null, issues: document.issues };
  const summary = readSummary(document.value, source);
  if (summary.value === null) return { value: null, issues: summary.issues };
  const { head, sales } = summary.value;
  const keysPath = join(dirname(path), basename(head.keys.file));
  place.used.add(keysPath);
  const keys = await readBytes(keysPath, shownPath(keysPath, place));
  if (keys.value === null) return { value: null, issues: keys.issues };
  const issues: Issue[] = [];
  if (fingerprint(keys.value) !== head.keys.sha256) issues.push(otherKeys(shownPath(keysPath, place), source.file));
  if (head.month !== place.month) issues.push(otherMonth(source.file, head.month, place.month));
  if (head.rules !== rules) issues.push(otherRules(source.file));
  return outcome({ sales, hashed: { name: source.file, bytes: keys.value, files: filesOf(sales.files) } }, issues);
}

/** Summaries, and what was read from exports themselves, added up. */
export async function withSummaries(
  paths: readonly string[],
  own: PlacedSales | null,
  handbook: HandbookInForce,
  people: readonly Person[],
  place: Place,
): Promise<Outcome<SalesResult>> {
  const rules = rulesPrint(handbook, people);
  const read = await Promise.all(paths.map((path) => partOf(path, place, rules)));
  const exported: Part[] =
    own === null
      ? []
      : [
          {
            sales: own,
            hashed: {
              name: filesOf(own.files).join(', '),
              bytes: orderHashes(own, own.files),
              files: filesOf(own.files),
            },
          },
        ];
  const parts = [...read.flatMap(({ value }) => value ?? []), ...exported];
  const shared = sharedOrders(parts.map(({ hashed }) => hashed)).map(({ first, second, orders, examples }) => {
    const places = joinTexts(
      examples.map(([a, b]) => same(`${a} = ${b}`)),
      text('; ', '；'),
    );
    return error(
      'orders-in-two-summaries',
      { file: second },
      text(
        `${orders} orders stand in ${first} too: ${places.en}${orders > examples.length ? ' ...' : ''}.`,
        `有 ${orders} 笔订单同时在 ${first} 中：${places.zh}${orders > examples.length ? ' ...' : ''}。`,
      ),
      text(
        'Place these exports in one run, where an order counts once.',
        '请把这些导出放在一次运行中核对，订单只计一次。',
      ),
    );
  });
  const issues = [...read.flatMap((one) => one.issues), ...shared];
  return outcome(
    addSales(
      parts.map(({ sales }) => sales),
      place.month,
    ),
    issues,
  );
}

const otherKeys = (file: string, summary: string): Issue =>
  error(
    'summary-keys-changed',
    { file },
    text(
      `these are not the order hashes that ${summary} was written with.`,
      `与 ${summary} 生成时的订单哈希文件不一致。`,
    ),
    text('Copy both files again, or write them anew.', '请重新复制两个文件，或重新生成。'),
  );

const otherMonth = (file: string, found: Month, wanted: Month): Issue =>
  error(
    'summary-other-month',
    { file },
    text(`the summary is of ${found}, not of ${wanted}.`, `汇总属于 ${found}，不是 ${wanted}。`),
    text('Take it away, or write the summary of this month.', '请移走该文件，或生成本月汇总。'),
  );

const otherRules = (file: string): Issue =>
  warning(
    'summary-other-rules',
    { file },
    text(
      'its orders were placed by another handbook chapter "sales" or another staff list.',
      '其中订单按另一份 sales 章节或员工名单归属。',
    ),
    text('Write it again with the rules of today.', '请按现行规则重新生成。'),
  );
