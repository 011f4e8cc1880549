/** 赔付、补偿: goodwill to buyers. It is the shop's money and on nobody's payslip, but it is said and its limits are watched. */
import { showYuan } from '../base/fen.js';
import { cite } from '../base/source.js';
import { text } from '../base/text.js';
import type { StaffEvent } from '../people/person.js';
import type { Notice } from './derivation.js';
import type { PayException } from './line.js';
import { eventsOf, type PayMonth } from './month.js';

/** The kinds under which a gift to a buyer is entered: the shop bears it, or the agent answers for it. */
const GIVEN = new Set(['goodwill', 'loss']);

/** Whoever bears it, above the agent's limit it needs somebody's approval (after-sales/3). */
export function unapprovedGoodwill(month: PayMonth): PayException[] {
  const limits = month.pay.goodwill?.limits ?? {};
  return month.people
    .flatMap((person) => person.events)
    .filter((event) => GIVEN.has(event.kind) && event.day >= month.first && event.approvedBy === null)
    .flatMap((event) => {
      const words = event.what.trim();
      const key = Object.keys(limits).find((name) => name === words || words.startsWith(name));
      if (key === undefined || event.amount === null || event.amount <= limits[key]!.most) return [];
      const { most } = limits[key]!;
      const { clause } = month.handbook.origin(`pay.goodwill.limits.${key}`);
      const [en, zh] = clause === null ? ['', ''] : [` (${clause})`, `（${clause}）`];
      return [
        {
          id: `goodwill-unapproved:${cite(event.source)}`,
          staff: event.staff,
          amount: event.amount,
          message: text(
            `${event.day} ${event.staff} "${event.what}" of ${showYuan(event.amount)} lies above ${showYuan(most)}${en} and nobody approved it. Fill in approved_by.`,
            `${event.day} ${event.staff}“${event.what}”${showYuan(event.amount)} 超过 ${showYuan(most)}${zh} 且无批准人。请填写“批准人”。`,
          ),
          sources: [event.source],
        },
      ];
    });
}

/** Every goodwill event of the month, so that none seems lost. */
export const goodwillNotices = (month: PayMonth): Notice[] =>
  month.people
    .flatMap((person) => eventsOf(month, person))
    .filter((event) => event.kind === 'goodwill')
    .map((event) => ({
      staff: event.staff,
      kind: 'goodwill',
      clause: month.pay.goodwill === undefined ? null : month.handbook.origin('pay.goodwill.limits').clause,
      says: saysGoodwill(event),
      sources: [event.source],
    }));

function saysGoodwill({ day, what, amount }: StaffEvent): Notice['says'] {
  const sum = amount === null ? null : showYuan(amount);
  const named = what.trim() === '' ? { en: '', zh: '' } : { en: ` "${what}"`, zh: `“${what}”` };
  return text(
    `${day} goodwill${named.en}${sum === null ? '' : ` of ${sum}`}: the shop bears it, no pay changes`,
    `${day} 赔付${named.zh}${sum === null ? '' : ` ${sum}`}：由店铺承担，不影响工资`,
  );
}
