/** 奖励: so much for each event the handbook rewards; free words are paid what the event says. */
import { type Fen, showYuan } from '../../base/fen.js';
import { cite } from '../../base/source.js';
import { same, text } from '../../base/text.js';
import type { Pay } from '../../handbook/schema/pay.js';
import type { StaffEvent } from '../../people/person.js';
import { derive, setting, total } from '../derive.js';
import { noAmount } from '../given.js';
import type { PayException, PayLine } from '../line.js';
import { eventsOf, type PayMonth } from '../month.js';

const PATH = 'pay.rewards';
type Rewards = NonNullable<Pay['rewards']>;

const isReward = (event: StaffEvent): boolean => event.kind === 'reward';

function keyOf(rewards: Rewards, what: string): string | null {
  const words = what.trim();
  if (Object.hasOwn(rewards, words)) return words;
  return Object.keys(rewards).find((key) => rewards[key]!.name.zh === words || rewards[key]!.name.en === words) ?? null;
}

export const rewards: PayLine = {
  id: 'rewards',
  label: text('rewards', '奖励'),
  kind: 'earning',
  path: PATH,
  open: (month) => {
    const all = month.people.flatMap((person) => eventsOf(month, person).filter(isReward));
    if (all.length === 0) return null;
    const table = month.pay.rewards ?? {};
    const cites = { line: rewards, handbook: month.handbook };
    return {
      exceptions: notSet(month, table, all),
      forPerson: (person) => {
        const events = eventsOf(month, person).filter(isReward);
        const parts = events.flatMap((event) => {
          const key = keyOf(table, event.what);
          const set = key === null ? null : table[key]!.amount;
          const amount = set ?? event.amount;
          if (amount === null) return [];
          const shown = showYuan(amount);
          return [
            derive(cites, {
              amount,
              // The clause names the reward; the amount may be the user's own.
              path: key === null ? PATH : `${PATH}.${key}.name`,
              label: key === null ? same(event.what) : table[key]!.name,
              says:
                set === null
                  ? text(`${event.day}, as decided: ${shown}`, `${event.day} 按决定：${shown}`)
                  : same(`${event.day}: ${shown}`),
              figures:
                set === null
                  ? []
                  : [setting(month.handbook, `${PATH}.${key}.amount`, text('each', '每次'), showYuan(set))],
              sources: [event.source],
            }),
          ];
        });
        const exceptions = events.flatMap((event) => {
          const key = keyOf(table, event.what);
          if (key === null) return event.amount === null ? [unknown(event, table)] : [];
          const set = table[key]!.amount;
          return set !== null && event.amount !== null && event.amount !== set ? [differs(event, set)] : [];
        });
        return { derivation: total(cites, PATH, parts), exceptions };
      },
    };
  },
};

/** Neither in the handbook nor with an amount: mostly a name that was not written as it stands there. */
const unknown = (event: StaffEvent, table: Rewards): PayException => {
  const names = Object.values(table).map(({ name }) => name);
  if (names.length === 0) return noAmount(event);
  return {
    ...noAmount(event),
    message: text(
      `${event.day} ${event.staff} "${event.what}" is no reward of the handbook (${names.map(({ en }) => en).join(', ')}) and has no amount: nothing was paid. Correct what, or fill in amount in the events file.`,
      `${event.day} ${event.staff}“${event.what}”不是手册中的奖励（${names.map(({ zh }) => zh).join('、')}），也没有金额，未发放。请在事件表改正“事项”或填写“金额”。`,
    ),
  };
};

/** A reward without an amount in the handbook, once for each, with the events that wait for it. */
function notSet(month: PayMonth, table: Rewards, events: readonly StaffEvent[]): PayException[] {
  return Object.keys(table).flatMap((key) => {
    const waiting = events.filter((event) => event.amount === null && keyOf(table, event.what) === key);
    if (table[key]!.amount !== null || waiting.length === 0) return [];
    const path = `${PATH}.${key}.amount`;
    const { name } = table[key]!;
    return [
      {
        id: `reward-not-set:${key}`,
        staff: null,
        amount: null,
        message: text(
          `The handbook gives no amount for "${name.en}" and ${waiting.length} of them were not paid. Set ${path} in handbook.yaml, or fill in amount in the events file.`,
          `手册未规定“${name.zh}”的奖励金额，有 ${waiting.length} 次未发放。请在 handbook.yaml 设置 ${path}，或在事件表填写“金额”。`,
        ),
        sources: [month.handbook.origin(path).source, ...waiting.map((event) => event.source)],
      },
    ];
  });
}

const differs = (event: StaffEvent, set: Fen): PayException => ({
  id: `event-differs:${cite(event.source)}`,
  staff: event.staff,
  amount: event.amount,
  message: text(
    `${event.day} ${event.staff} "${event.what}": the event says ${showYuan(event.amount!)}, the handbook ${showYuan(set)}; the handbook was taken. Clear the amount, or correct the event.`,
    `${event.day} ${event.staff}“${event.what}”：事件金额 ${showYuan(event.amount!)}，手册为 ${showYuan(set)}，已按手册。请清空金额或改正事件。`,
  ),
  sources: [event.source],
});
