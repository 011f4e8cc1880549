/** Experience points (training-manual/7): what offences took, summed over the months. Points are never money. */
import type { SourceRef } from '../base/source.js';
import { text } from '../base/text.js';
import type { Notice } from './derivation.js';
import { isOffence } from './events.js';
import { offenceKey } from './ladder.js';
import { eventsOf, type PayMonth, type PersonMonth } from './month.js';

interface Experience {
  /** At the end of the month before. */
  readonly before: number;
  /** Null: nothing was computed before, the balance begins with the handbook's. */
  readonly from: { readonly month: string; readonly source: SourceRef } | null;
  readonly lost: readonly { readonly points: number; readonly path: string; readonly source: SourceRef }[];
  readonly balance: number;
}

/** Null: no offence of the handbook costs points. */
function experienceOf(month: PayMonth, person: PersonMonth): Experience | null {
  const offences = month.pay.offences ?? {};
  if (!Object.values(offences).some(({ ladder }) => ladder.kind === 'points')) return null;
  const earlier = month.earlierOf(person.id).find(({ slip }) => slip.points !== null);
  const before = earlier?.slip.points ?? month.pay.experience?.opening ?? 0;
  const lost = eventsOf(month, person)
    .filter(isOffence)
    .flatMap((event) => {
      const key = offenceKey(offences, event);
      const ladder = key === null ? null : offences[key]!.ladder;
      return ladder?.kind !== 'points'
        ? []
        : [{ points: ladder.points, path: `pay.offences.${key}.ladder`, source: event.source }];
    });
  return {
    before,
    from: earlier === undefined ? null : { month: earlier.month.month, source: earlier.month.source },
    lost,
    balance: before - lost.reduce((sum, { points }) => sum + points, 0),
  };
}

/** What the next month goes on from. */
export const pointsOf = (month: PayMonth, person: PersonMonth): number | null =>
  experienceOf(month, person)?.balance ?? null;

/** The balance of everybody who has lost any, in this month or before. */
export const experienceNotices = (month: PayMonth): Notice[] =>
  month.people.flatMap((person): Notice[] => {
    const found = experienceOf(month, person);
    if (found === null || (found.lost.length === 0 && found.balance === (month.pay.experience?.opening ?? 0)))
      return [];
    const { before, from, lost, balance } = found;
    const sum = [before, ...lost.map(({ points }) => points)].join(' - ');
    const [en, zh] = from === null ? ['at the beginning', '期初'] : [`at the end of ${from.month}`, `${from.month} 末`];
    const clause = month.handbook.origin(lost[0]?.path ?? 'pay.offences').clause;
    return [
      {
        staff: person.id,
        kind: 'points',
        clause,
        says: text(
          `experience points: ${lost.length === 0 ? balance : `${sum} = ${balance}`} (${before} ${en})`,
          `经验值：${lost.length === 0 ? balance : `${sum} = ${balance}`}（${zh} ${before}）`,
        ),
        sources: [...(from === null ? [] : [from.source]), ...lost.map(({ source }) => source)],
      },
    ];
  });
