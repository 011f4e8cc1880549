/** Several lines for the same rules, each the best found for something else that people feel. */
import type { Budget } from '../../base/budget.js';
import { type Text, text } from '../../base/text.js';
import type { Cycle } from './cycle.js';
import { findPattern, isLarge } from './find.js';
import type { PatternAsk } from './from-handbook.js';
import { type Figures, figuresOf, priceOf, type Wishes } from './wishes.js';

export interface Alternative {
  readonly about: Text;
  readonly line: Cycle;
  readonly figures: Figures;
}

export type Alternatives =
  | { readonly status: 'found'; readonly lines: readonly Alternative[] }
  | { readonly status: 'impossible' }
  | { readonly status: 'unknown' };

interface Profile {
  readonly about: Text;
  readonly wishes: Wishes;
}

/** What decides in a profile weighs as much as two agents missing from what is wanted, or a week without a day off. */
const DECIDES = 60;
/** Lines that are tried for each profile. */
const TRIES = 2;

function profiles(wishes: Wishes): Profile[] {
  return [
    { about: text('as the handbook weighs it', '按手册权重'), wishes },
    {
      about: text('weekends off together', '周末连休'),
      wishes: { ...wishes, splitWeekend: DECIDES, workedWeekend: DECIDES },
    },
    {
      about: text('long stretches of one shift', '同一班次连着上'),
      wishes: { ...wishes, change: DECIDES, singleLate: DECIDES },
    },
    {
      about: text('shifts change forward', '班次顺序前移'),
      wishes: { ...wishes, backward: { ...wishes.backward, price: DECIDES } },
    },
  ];
}

/**
 * Lines for every profile, the same line once. Each run may take a part of the budget; a proof that there is none ends it.
 * The same seed and `iterations` (nodes of all runs) give the same lines.
 */
export function alternatives({ cycle, wishes }: PatternAsk, seed: number, budget: Budget): Alternatives {
  const wanted = profiles(wishes);
  const isSlow = isLarge(cycle, wishes);
  const lines: Alternative[] = [];
  let nodes = 0;
  for (const [at, profile] of wanted.entries()) {
    let best: { readonly line: Cycle; readonly price: number } | null = null;
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      // Half of the budget for a first line at all, then even parts of what is left; no second try where it is short.
      const runs = lines.length === 0 && best === null ? 2 : (wanted.length - at) * TRIES - attempt;
      const start = budget.elapsed();
      const isShort = (spent: number, all: number | null): boolean =>
        all !== null && best !== null && spent > (all * (at + 1)) / (2 * wanted.length);
      if (isShort(start, budget.time) || isShort(nodes, budget.iterations)) continue;
      const part: Budget = {
        time: budget.time === null ? null : Math.max(0, budget.time - start) / runs,
        iterations: budget.iterations === null ? null : Math.ceil(Math.max(0, budget.iterations - nodes) / runs),
        elapsed: () => budget.elapsed() - start,
        cancelled: () => {
          // Asked once a node.
          nodes += 1;
          return budget.cancelled();
        },
      };
      // Any line first where one that heeds wishes may take long.
      const heeded = isSlow && lines.length === 0 && best === null ? null : profile.wishes;
      const result = findPattern(cycle, seed + attempt, part, heeded);
      if (result.status === 'impossible') return { status: 'impossible' };
      if (result.status === 'unknown') continue;
      const line = result.cycle;
      const price = priceOf(figuresOf(line, cycle, profile.wishes), profile.wishes, cycle, line);
      if (best === null || price < best.price) best = { line, price };
    }
    if (best === null) continue;
    const { line } = best;
    if (lines.some((other) => other.line.join() === line.join())) continue;
    lines.push({ about: profile.about, line, figures: figuresOf(line, cycle, wishes) });
  }
  return lines.length > 0 ? { status: 'found', lines } : { status: 'unknown' };
}
