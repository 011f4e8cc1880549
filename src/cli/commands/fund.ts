/** `pay fund`: the activity fund's ledger up to a month, as finance publishes it. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatYuan, parseYuan, showYuan } from '../../base/fen.js';
import { error, hasErrors, type Issue } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { type Month, parseMonth } from '../../calendar/day.js';
import { toCsv } from '../../io/csv.js';
import { parseJson } from '../../io/json.js';
import { kindOf, readText } from '../../io/workspace.js';
import { writeFiles } from '../../io/write-files.js';
import {
  type Income,
  type Ledger,
  ledgerGrid,
  ledgerOf,
  readSpending,
  SPENDING_COLUMNS,
} from '../../pay/fund-ledger.js';
import type { Answer, Call, Page } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { noWorkspace } from '../folders.js';
import { whileLocked } from '../locked.js';
import { type Place, placeOf, resultPath, shownPath } from '../place.js';
import { harmless } from '../say.js';
import { findTable } from '../tables.js';
import { painter, table } from '../terminal.js';
import { PAY_FILE } from '../wages.js';

export async function fundCommand(call: Call): Promise<Answer> {
  const { place, issues } = placeOf(call.flags, call.shell, 'last');
  if (hasErrors(issues)) return failed(issues);
  if ((await kindOf(place.dir)) !== 'folder') return failed([noWorkspace(place, call)], { month: place.month });
  return whileLocked(place.monthDir, 'pay fund', () => fund(call, place));
}

async function fund(call: Call, place: Place): Promise<Answer> {
  const { month } = place;
  const found = await findTable(null, place.dir, 'fund-spending', SPENDING_COLUMNS, place);
  const spending = !found.there
    ? { value: [], issues: found.issues }
    : found.value === null
      ? { value: null, issues: found.issues }
      : readSpending(found.value);
  const income = await incomes(place);
  const wrong = [...(found.there ? found.issues : []), ...spending.issues, ...income.issues];
  if (spending.value === null || hasErrors(wrong)) return failed(wrong, { month });
  if (income.months.length === 0) return failed([noFund(place)], { month });
  const ledger = ledgerOf(
    income.months,
    spending.value.filter(({ day }) => day.slice(0, 7) <= month),
  );
  const path = join(place.monthDir, 'fund-ledger.csv');
  call.interrupts.stopIfOver();
  const written = await writeFiles([{ path, content: toCsv(ledgerGrid(ledger, call.lang)) }]);
  if (written.value === null) return failed(written.issues, { month });
  const files = [resultPath(path, place)];
  return {
    exit: ledger.issues.length === 0 ? EXIT.done : EXIT.look,
    status: 'ok',
    issues: [...wrong, ...ledger.issues],
    document: {
      month,
      in: formatYuan(ledger.income),
      out: formatYuan(ledger.spent),
      balance: formatYuan(ledger.balance),
      files,
    },
    print: (page) => `${draw(ledger, page)}\n${files.map((file) => `  ${file}\n`).join('')}`,
  };
}

/** What each computed month up to this one gave to the fund. */
async function incomes(place: Place): Promise<{ months: Income[]; issues: Issue[] }> {
  const months: Income[] = [];
  const issues: Issue[] = [];
  const names = (await readdir(place.dir)).filter((name) => parseMonth(name) === name && name <= place.month).sort();
  for (const name of names) {
    const path = join(place.dir, name, PAY_FILE);
    if ((await kindOf(path)) === null) continue;
    const source = { file: shownPath(path, place) };
    const words = await readText(path, source.file);
    const document = words.value === null ? words : parseJson(words.value, source);
    issues.push(...document.issues);
    const entry = (document.value ?? {}) as { fund?: { total?: unknown } | null };
    const total = typeof entry.fund?.total === 'string' ? parseYuan(entry.fund.total) : null;
    if (total !== null) months.push({ month: name as Month, total });
  }
  return { months, issues };
}

function draw(ledger: Ledger, page: Page): string {
  const paint = painter(page.colour);
  const grid = ledgerGrid(ledger, page.lang);
  const rows = [grid.headings, ...grid.rows].map((cells) =>
    cells.map((words, at) => ({ words: harmless(words), right: at >= 2 })),
  );
  const last = text(`Left in the fund: ${showYuan(ledger.balance)}`, `经费余额：${showYuan(ledger.balance)}`);
  return `${table(rows, paint)}\n${last[page.lang]}`;
}

const noFund = (place: Place): Issue =>
  error(
    'no-fund',
    { file: shownPath(join(place.monthDir, PAY_FILE), place) },
    text('no computed month gives its fines to a fund.', '没有把罚款列入活动经费的月份。'),
    text(
      'Take in two-shift or set pay.fund, then compute the month.',
      '请引用 two-shift 或设置 pay.fund，然后计算该月工资。',
    ),
  );
