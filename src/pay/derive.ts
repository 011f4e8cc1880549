/** Builds derivations: every amount with its clause, its figures and the rows it came from. */
import { type Fen, fen, showYuan, sumFen } from '../base/fen.js';
import { type Ratio, showDecimal } from '../base/ratio.js';
import type { SourceRef } from '../base/source.js';
import { same, type Text } from '../base/text.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import type { Derivation, Figure } from './derivation.js';
import type { PayLine } from './line.js';

/** What every line of a month hands on: who it is and the handbook it cites. */
export interface Cites {
  readonly line: Pick<PayLine, 'id' | 'label'>;
  readonly handbook: HandbookInForce;
}

/** A figure of the handbook: its clause, and whether it is assumed, come from where the value stands. */
export function setting(handbook: HandbookInForce, path: string, name: Text, value: string): Figure {
  const origin = handbook.origin(path);
  return { name, value, clause: origin.clause, assumed: origin.assumed, sources: [origin.source] };
}

/** A figure of the month's facts. */
export const fact = (name: Text, value: string, sources: readonly SourceRef[]): Figure => ({
  name,
  value,
  clause: null,
  assumed: false,
  sources,
});

export interface Making {
  readonly amount: Fen;
  /** Handbook path of the clause that gives the amount. */
  readonly path: string;
  /** The document's sentence asks for the amount and leaves its figure to the department: the sentence is cited all the same. */
  readonly figureLeftOpen?: boolean;
  readonly says: Text;
  readonly figures?: readonly Figure[];
  readonly sources?: readonly SourceRef[];
  readonly parts?: readonly Derivation[];
  /** Where it is not the line's own: the name of an offence, a day. */
  readonly label?: Text;
}

/** The clause with the longest path that sets the value, whoever filled in its figure; else those that ask for the line. */
export function sentenceOf({ line, handbook }: Cites, path: string): string | null {
  let longest: { readonly clause: string; readonly length: number } | null = null;
  const asking: string[] = [];
  for (const [id, { sets, becomes }] of Object.entries(handbook.values.clauses)) {
    for (const said of sets ?? []) {
      const covers = path === said || path.startsWith(`${said}.`);
      if (covers && said.length > (longest?.length ?? 0)) longest = { clause: id, length: said.length };
    }
    if (becomes?.includes(`line:${line.id}`) === true) asking.push(id);
  }
  if (longest !== null) return longest.clause;
  return asking.length === 0 ? null : asking.join(CLAUSES_JOINED);
}

/** Between the clauses of an amount that several give. */
export const CLAUSES_JOINED = ', ';

export function derive(cites: Cites, making: Making): Derivation {
  const origin = cites.handbook.origin(making.path);
  return {
    line: cites.line.id,
    label: making.label ?? cites.line.label,
    amount: making.amount,
    clause: origin.clause ?? (making.figureLeftOpen === true ? sentenceOf(cites, making.path) : null),
    assumed: origin.assumed,
    says: making.says,
    figures: making.figures ?? [],
    sources: making.sources ?? [],
    parts: making.parts ?? [],
  };
}

/** A line that is the sum of its parts, with the clauses of all of them; null without parts. */
export function total(cites: Cites, path: string, parts: readonly Derivation[]): Derivation | null {
  if (parts.length === 0) return null;
  const amount = sumFen(parts.map((part) => part.amount));
  const says = `${parts.map((part) => inSum(part.amount)).join(' + ')} = ${showYuan(amount)}`;
  const whole = derive(cites, { amount, path, says: parts.length === 1 ? parts[0]!.says : same(says), parts });
  const clauses = [...new Set(parts.flatMap((part) => (part.clause === null ? [] : [part.clause])))];
  return {
    ...whole,
    clause: clauses.length === 0 ? null : clauses.join(CLAUSES_JOINED),
    assumed: parts.some((part) => part.assumed),
  };
}

/** Negative amounts of a sum stand in brackets. */
const inSum = (amount: Fen): string => (amount < 0 ? `(${showYuan(amount)})` : showYuan(amount));

export const minus = (amount: Fen): Fen => fen(-amount);

/** An exact number for people: its decimal, or the fraction. */
export const showExact = (value: Ratio): string => showDecimal(value) ?? `${value.num}/${value.den}`;
