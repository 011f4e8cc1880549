/** Why there is no roster, for programs and for people. */
import type { Budget } from '../base/budget.js';
import { cite } from '../base/source.js';
import { type Lang, text } from '../base/text.js';
import type { WayOut } from '../roster/conflict/way-out.js';
import type { Clashing, Conflict, Reason } from '../roster/conflict.js';
import type { Call, Json, Page } from './command.js';
import { harmless } from './say.js';
import { painter, wrap } from './terminal.js';

/** Milliseconds by which search and explanation are over where no `--time` is given, and the least for an explanation. */
const [TOGETHER, LEAST] = [8_500, 4_000];

/** Its own time, as long as `--time`; with `--iterations` alone each of its searches takes that many. `spent`: by the search. */
export function explanationBudget(call: Call, spent: number): Budget {
  const { time, iterations } = call.flags;
  const began = call.shell.clock();
  return {
    elapsed: () => call.shell.clock() - began,
    time: time ?? (iterations === null ? Math.max(LEAST, TOGETHER - spent) : null),
    iterations,
    cancelled: call.interrupts.cancelled,
  };
}

/** The contract's names: ways_out, off_by. */
export const conflictJson = ({ isProof, reasons, waysOut }: Conflict, lang: Lang): Json => ({
  proof: isProof,
  reasons: reasons.map((reason) => ({
    rules: reason.rules,
    clauses: reason.clauses,
    sources: reason.sources.map(cite),
    message: reason.message[lang],
    minimal: reason.isMinimal,
    set: reason.set.map((part) => ({
      rule: part.rule,
      clause: part.clause,
      source: part.source === null ? null : cite(part.source),
      message: part.message[lang],
    })),
  })),
  ways_out: waysOut.map(({ change, message, size, score }) => ({
    change: changeJson(change),
    message: message[lang],
    tried: true,
    size,
    score: { hard: score.hard, soft: score.soft },
  })),
});

function changeJson(change: WayOut['change']): Json {
  if (change.kind === 'exceptions') {
    const exceptions = change.exceptions.map(({ rule, staff, days, offBy }) => ({ rule, staff, days, off_by: offBy }));
    return { kind: change.kind, rules: change.rules, exceptions };
  }
  if (change.kind === 'open-shifts') return { kind: change.kind, gaps: change.gaps.map((gap) => ({ ...gap })) };
  if (change.kind === 'move-leave') return { kind: change.kind, moves: change.moves.map((move) => ({ ...move })) };
  if (change.kind === 'refuse-leave') return { kind: change.kind, leave: change.leave.map((one) => ({ ...one })) };
  if (change.kind === 'release-pins') return { kind: change.kind, pins: change.pins.map((pin) => ({ ...pin })) };
  return { ...change };
}

const TITLES = {
  reasons: text('What is in the way:', '冲突之处：'),
  minimal: text('without any one of these the others can hold:', '去掉其中任何一项，其余即可同时满足：'),
  partly: text('not every one of these was shown to be needed:', '以下各项未必都是必需的：'),
  ways: text('What would make a roster possible (each was tried):', '可行的办法（均已试排）：'),
  none: text(
    'No single change that was tried makes a roster possible.',
    '已试过的各种单项调整都不能得到可行的排班表。',
  ),
};

export function drawConflict({ isProof, reasons, waysOut }: Conflict, page: Page): string {
  if (reasons.length + waysOut.length === 0) return '';
  const paint = painter(page.colour);
  const { lang } = page;
  const line = (words: string, indent: string): string => wrap(harmless(words), page.columns, indent);
  const ways = waysOut.map((way, at) => line(`${at + 1}. ${way.message[lang]} ${costOf(way)[lang]}`, '  '));
  return [
    ...(reasons.length > 0 ? [paint(TITLES.reasons[lang], { bold: true })] : []),
    ...reasons.flatMap((reason) => [
      line(reason.message[lang], '  '),
      ...(reason.set.length > 0 ? [line(TITLES[reason.isMinimal ? 'minimal' : 'partly'][lang], '    ')] : []),
      ...partsOf(reason, lang).map((words) => line(`- ${words}`, '    ')),
    ]),
    ...(ways.length > 0 ? [paint(TITLES.ways[lang], { bold: true })] : isProof ? [TITLES.none[lang]] : []),
    ...ways,
  ]
    .map((words) => `${words}\n`)
    .join('');
}

const costOf = ({ score }: WayOut) => text(`[score ${score.soft}]`, `［得分 ${score.soft}］`);

const partsOf = ({ set }: Reason, lang: Lang): string[] => set.map((part) => `${part.message[lang]}${placeOf(part)}`);

const placeOf = ({ clause, source }: Clashing): string =>
  clause !== null ? `  [${clause}]` : source === null ? '' : `  [${cite(source)}]`;
