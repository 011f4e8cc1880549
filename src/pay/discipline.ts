/** Disciplinary measures (处分): written down, never money. Compensation is a loss event of its own. */
import { text } from '../base/text.js';
import type { Notice } from './derivation.js';
import { eventsOf, type PayMonth } from './month.js';

export const disciplineNotices = (month: PayMonth): Notice[] =>
  month.people.flatMap((person) =>
    eventsOf(month, person)
      .filter((event) => event.kind === 'discipline')
      .map((event): Notice => {
        const words = event.what.trim();
        const measure = month.pay.discipline?.find(({ en, zh }) => en === words || zh === words);
        const reason = event.evidence === '' ? '' : ` (${event.evidence})`;
        return {
          staff: event.staff,
          kind: 'discipline',
          clause: month.handbook.origin('pay.discipline').clause,
          says: text(`${event.day} ${measure?.en ?? words}${reason}`, `${event.day} ${measure?.zh ?? words}${reason}`),
          sources: [event.source],
        };
      }),
  );
