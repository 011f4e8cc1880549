/** Register, payslip and reconciliation on a terminal. */
import { showYuan } from '../base/fen.js';
import { type Lang, text } from '../base/text.js';
import type { PayResult } from '../pay/payslip.js';
import { clauseText, derivationRows, type Slip, type SlipRow } from '../report/payslip.js';
import type { Register } from '../report/register.js';
import type { Reconciliation } from '../sales/order.js';
import type { Page } from './command.js';
import { harmless } from './say.js';
import { type Painter, pad, painter, type Styled, table, widthOf, wrap } from './terminal.js';

const T = {
  id: text('id', '工号'),
  name: text('name', '姓名'),
  gross: text('gross', '应发'),
  deductions: text('deductions', '扣款'),
  net: text('net', '实发'),
  total: text('total', '合计'),
} as const;

const money = (words: string, bold = false): Styled => ({ words, right: true, ...(bold ? { paint: { bold } } : {}) });

/** The register as columns of cells; heading, people, total. */
function registerColumns(register: Register, lang: Lang): Styled[][] {
  const { rows, totals, lines } = register;
  const bold = (words: string): Styled => ({ words, paint: { bold: true } });
  const sums = (key: 'gross' | 'deductions' | 'net'): Styled[] => [
    { ...bold(T[key][lang]), right: true },
    ...rows.map((row) => money(showYuan(row[key]), key === 'net')),
    money(showYuan(totals[key]), true),
  ];
  return [
    [bold(T.id[lang]), ...rows.map(({ id }) => ({ words: id })), { words: '' }],
    [bold(T.name[lang]), ...rows.map(({ name }) => ({ words: name })), bold(T.total[lang])],
    ...lines.map(({ label }, at) => [
      { ...bold(label[lang]), right: true },
      ...rows.map((row) => money(row.amounts[at] === null ? '' : showYuan(row.amounts[at]!))),
      money(showYuan(totals.amounts[at]!)),
    ]),
    sums('gross'),
    sums('deductions'),
    sums('net'),
  ];
}

const columnWidth = (column: readonly Styled[]): number =>
  Math.max(...column.map((cell) => widthOf(harmless(cell.words)))) + 2;

/** Side by side as far as the window goes, then below, with number and name again. */
export function drawRegister(register: Register, page: Page): string {
  const paint = painter(page.colour);
  const [id, name, ...rest] = registerColumns(register, page.lang) as [Styled[], Styled[], ...Styled[][]];
  const left = columnWidth(id) + columnWidth(name);
  const blocks: Styled[][][] = [[]];
  let used = left;
  // Gross, deductions and net stay side by side.
  const units = [...rest.slice(0, -3).map((column) => [column]), rest.slice(-3)];
  for (const unit of units) {
    const width = unit.reduce((sum, column) => sum + columnWidth(column), 0);
    if (page.columns !== null && used + width > page.columns && blocks.at(-1)!.length > 0) {
      blocks.push([]);
      used = left;
    }
    blocks.at(-1)!.push(...unit);
    used += width;
  }
  const draw = (block: readonly Styled[][]): string => {
    const columns = [id, name, ...block];
    return table(
      id.map((_, row) => columns.map((column) => column[row]!)),
      paint,
    );
  };
  return blocks.map(draw).join('\n');
}

const AMOUNT_WIDTH = 12;

function slipLine(row: SlipRow, page: Page, paint: Painter): string {
  const indent = '  '.repeat(row.depth);
  const clause = clauseText(row.clause, row.assumed)[page.lang];
  const tail = clause === '' ? '' : `  [${clause}]`;
  const label = harmless(row.label[page.lang]);
  if (row.amount === null) {
    return paint(wrap(`${label}${tail}`, page.columns, `${' '.repeat(AMOUNT_WIDTH)}  ${indent}`), { dim: true });
  }
  const amount = pad(showYuan(row.amount), AMOUNT_WIDTH, true);
  return `${row.depth === 0 ? paint(amount, { bold: true }) : amount}  ${indent}${row.depth === 0 ? paint(label, { bold: true }) : label}${paint(tail, { dim: true })}`;
}

/** One slip, every line with where it comes from. `only`: just the lines of this id. */
export function drawSlip(slip: Slip, month: string, page: Page, only: string | null = null): string {
  const paint = painter(page.colour);
  const lines = slip.lines.filter((line) => only === null || line.line === only);
  const sum = (label: string, words: string): string =>
    `${paint(pad(words, AMOUNT_WIDTH, true), { bold: true })}  ${label}\n`;
  const { lang } = page;
  const sums =
    only === null
      ? [
          `${'-'.repeat(AMOUNT_WIDTH)}\n`,
          sum(T.gross[lang], showYuan(slip.gross)),
          sum(T.deductions[lang], showYuan(slip.deductions)),
          sum(T.net[lang], showYuan(slip.net)),
        ]
      : [];
  return [
    `${paint(harmless(`${slip.id} ${slip.name}  ${month}`), { bold: true })}\n`,
    ...lines.flatMap((line) => derivationRows(line).map((row) => `${slipLine(row, page, paint)}\n`)),
    ...sums,
  ].join('');
}

const PARTS = {
  agents: text('agents', '个人'),
  pool: text('public pool', '公共业绩'),
  unplaced: text('unplaced', '未归属'),
  waiting: text('waiting', '待定'),
  excluded: text('excluded', '不计'),
  refunded: text('refunded', '已退款'),
} as const;

/** `Orders 123,456.00 = agents 100,000.00 + ...` */
export function reconciliationLine(total: Reconciliation, lang: Lang): string {
  const parts = (Object.keys(PARTS) as (keyof typeof PARTS)[]).map(
    (key) => `${PARTS[key][lang]} ${showYuan(total[key])}`,
  );
  const start = text('Orders', '订单合计')[lang];
  return `${start} ${showYuan(total.export)} = ${parts.join(' + ')}`;
}

/** What is written out; the rest is counted. */
const SHOWN = 12;

/** What wants the clerk's eye, and what is said without money. */
export function drawProblems(result: PayResult, page: Page): string {
  const { lang } = page;
  const paint = painter(page.colour);
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0
      ? []
      : [
          paint(`${title} (${lines.length})`, { bold: true }),
          ...lines.slice(0, SHOWN).map((line) => wrap(harmless(line), page.columns, '  ')),
          ...(lines.length > SHOWN
            ? [`  ${text(`and ${lines.length - SHOWN} more`, `另有 ${lines.length - SHOWN} 条`)[lang]}`]
            : []),
        ];
  const exceptions = result.exceptions.map(
    ({ amount, message }) => `${message[lang]}${amount === null ? '' : `  ${showYuan(amount)}`}`,
  );
  const notices = result.notices.map(({ staff, says }) => `${staff} ${says[lang]}`);
  return [
    ...list(text('To be looked at', '需要查看')[lang], exceptions),
    ...list(text('Notices, not money', '通知（不涉及金额）')[lang], notices),
  ]
    .map((line) => `${line}\n`)
    .join('');
}
