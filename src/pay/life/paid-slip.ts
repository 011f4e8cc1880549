/** A payslip as it was written down: every derivation of pay.json read back, for a month that is closed. */
import { type Fen, fen, parseYuan } from '../../base/fen.js';
import { citedRows, type SourceRef } from '../../base/source.js';
import { same } from '../../base/text.js';
import type { Derivation, Figure } from '../derivation.js';

/** What was paid, in the language it was written in. */
export interface PaidSlip {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly Derivation[];
  readonly gross: Fen;
  readonly deductions: Fen;
  readonly net: Fen;
}

type Raw = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);
const records = (value: unknown): readonly Raw[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const words = (value: unknown): string => (typeof value === 'string' ? value : '');
const money = (value: unknown): Fen => parseYuan(words(value)) ?? fen(0);

const sources = (value: unknown): readonly SourceRef[] =>
  (Array.isArray(value) ? value : []).flatMap((reference) => citedRows(words(reference)).map(refOf));

/** `orders.csv#14`, `打卡.xlsx#10月:42`; a value of the handbook stands for itself. */
function refOf(reference: string): SourceRef {
  const row = /^(.+)[#:](\d+)$/.exec(reference);
  return row === null ? { file: reference } : { file: row[1]!, row: Number(row[2]) };
}

const figureOf = (raw: Raw): Figure => ({
  name: same(words(raw.name)),
  value: words(raw.value),
  clause: typeof raw.clause === 'string' ? raw.clause : null,
  assumed: raw.assumed === true,
  sources: sources(raw.sources),
});

const derivationOf = (raw: Raw): Derivation => ({
  line: words(raw.line),
  label: same(words(raw.label)),
  amount: money(raw.amount),
  clause: typeof raw.clause === 'string' ? raw.clause : null,
  assumed: raw.assumed === true,
  says: same(words(raw.says)),
  figures: records(raw.figures).map(figureOf),
  sources: sources(raw.sources),
  parts: records(raw.parts).map(derivationOf),
});

/** `document`: pay.json of a month whose manifest says that it is what was computed. */
export function paidSlips(document: unknown): readonly PaidSlip[] {
  const all = isRecord(document) ? records(document.payslips) : [];
  return all.map((raw) => ({
    id: words(raw.id),
    name: words(raw.name),
    lines: records(raw.lines).map(derivationOf),
    gross: money(raw.gross),
    deductions: money(raw.deductions),
    net: money(raw.net),
  }));
}
