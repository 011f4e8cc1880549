/** A month's pay in the shape in which two of them are compared: from a fresh result, or read back from pay.json. */
import { type Fen, fen, parseYuan } from '../../base/fen.js';
import { error, type Outcome, outcome } from '../../base/issue.js';
import { cite, type SourceRef } from '../../base/source.js';
import { same, type Text, text } from '../../base/text.js';
import { type Month, parseMonth } from '../../calendar/day.js';
import type { Derivation } from '../derivation.js';
import type { PayResult } from '../payslip.js';

interface RunFigure {
  readonly name: Text;
  readonly value: string;
}

export interface RunLine {
  readonly line: string;
  readonly label: Text;
  readonly amount: Fen;
  readonly says: Text;
  /** The line's own and its parts', in order. */
  readonly figures: readonly RunFigure[];
  /** Cited rows, `orders.csv#14`. */
  readonly sources: readonly string[];
}

export interface RunSlip {
  readonly id: string;
  readonly name: string;
  readonly net: Fen;
  /** Losses carried over. */
  readonly carried: Fen;
  /** Differences of closed months that this slip settled. */
  readonly arrears: readonly Settled[];
  readonly lines: readonly RunLine[];
}

/** What of a closed month's line was made good in a later one. */
export interface Settled {
  readonly month: Month;
  readonly line: string;
  readonly amount: Fen;
}

export interface Run {
  readonly month: Month;
  readonly slips: readonly RunSlip[];
}

export const runOf = (result: PayResult): Run => ({
  month: result.month,
  slips: result.payslips.map((slip) => ({
    id: slip.id,
    name: slip.name,
    net: slip.net,
    carried: slip.handsOn.carried,
    arrears: slip.handsOn.arrears,
    lines: slip.lines.map(lineOf),
  })),
});

const within = (derivation: Derivation): Derivation[] => [derivation, ...derivation.parts.flatMap(within)];

function lineOf(derivation: Derivation): RunLine {
  const all = within(derivation);
  return {
    line: derivation.line,
    label: derivation.label,
    amount: derivation.amount,
    says: derivation.says,
    figures: all.flatMap((part) => part.figures.map(({ name, value }) => ({ name, value }))),
    sources: distinct(
      all.flatMap((part) => [...part.sources, ...part.figures.flatMap((figure) => figure.sources)]).map(cite),
    ),
  };
}

const distinct = (words: readonly string[]): string[] => [...new Set(words)];

/** Reads pay.json back. Error `run-unreadable`: the file has not the shape that `pay compute` writes. */
export function readRun(document: unknown, source: SourceRef): Outcome<Run> {
  const raw = isRecord(document) ? document : {};
  const month = typeof raw.month === 'string' ? parseMonth(raw.month) : null;
  const slips = listOf(raw.payslips, slipOf);
  if (month !== null && slips !== null) return outcome({ month, slips }, []);
  const message = text('this is not a pay.json as `pay compute` writes it.', '这不是 pay compute 生成的 pay.json。');
  const hint = text('Name a pay.json, or the folder that holds it.', '请指定 pay.json 或其所在文件夹。');
  return { value: null, issues: [error('run-unreadable', source, message, hint)] };
}

type Raw = Record<string, unknown>;
const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Null where it is no list or one of its items is not as it should be. */
function listOf<T>(raw: unknown, read: (value: Raw) => T | null): readonly T[] | null {
  if (!Array.isArray(raw)) return null;
  const values = raw.map((value) => (isRecord(value) ? read(value) : null));
  return values.some((value) => value === null) ? null : values.filter((value) => value !== null);
}

const amountOf = (value: unknown): Fen | null => (typeof value === 'string' ? parseYuan(value) : null);

function slipOf(raw: Raw): RunSlip | null {
  const { id, name, hands_on: handsOn } = raw;
  const [net, carried] = [amountOf(raw.net), amountOf(isRecord(handsOn) ? handsOn.carried : null)];
  const lines = listOf(raw.lines, lineFrom);
  const arrears = listOf(isRecord(handsOn) ? (handsOn.arrears ?? []) : [], settledFrom);
  if (typeof id !== 'string' || typeof name !== 'string') return null;
  if (net === null || carried === null || lines === null || arrears === null) return null;
  return { id, name, net, carried, lines, arrears };
}

/** One item of `hands_on.arrears`. */
export function settledFrom({ month: words, line, amount: sum }: Raw): Settled | null {
  const month = typeof words === 'string' ? parseMonth(words) : null;
  const amount = amountOf(sum);
  return month === null || typeof line !== 'string' || amount === null ? null : { month, line, amount };
}

function lineFrom(raw: Raw): RunLine | null {
  const { line, label, says } = raw;
  const amount = amountOf(raw.amount);
  const parts = listOf(raw.parts, lineFrom);
  const figures = listOf(raw.figures, (figure) =>
    typeof figure.name === 'string' && typeof figure.value === 'string'
      ? { name: same(figure.name), value: figure.value, sources: wordsIn(figure.sources) }
      : null,
  );
  if (typeof line !== 'string' || typeof label !== 'string' || typeof says !== 'string') return null;
  if (amount === null || parts === null || figures === null) return null;
  return {
    line,
    label: same(label),
    amount: fen(amount),
    says: same(says),
    figures: [...figures.map(({ name, value }) => ({ name, value })), ...parts.flatMap((part) => part.figures)],
    sources: distinct([
      ...wordsIn(raw.sources),
      ...figures.flatMap((figure) => figure.sources),
      ...parts.flatMap((part) => part.sources),
    ]),
  };
}

const wordsIn = (raw: unknown): string[] =>
  Array.isArray(raw) ? raw.filter((word): word is string => typeof word === 'string') : [];
