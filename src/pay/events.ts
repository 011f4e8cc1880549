/** Kinds of events that pay knows, and those nobody figures. */
import { cite } from '../base/source.js';
import { text } from '../base/text.js';
import { EVENT_KINDS } from '../people/events.js';
import type { StaffEvent } from '../people/person.js';
import type { PayException } from './line.js';

export const isOffence = (event: StaffEvent): boolean => event.kind === 'offence' || event.kind === 'complaint';

/** Events of the month whose kind no line and no rule reads. */
export const unknownKinds = (events: readonly StaffEvent[]): PayException[] =>
  events
    .filter((event) => !Object.hasOwn(EVENT_KINDS, event.kind))
    .map((event) => ({
      id: `event-kind:${cite(event.source)}`,
      staff: event.staff,
      amount: event.amount,
      message: text(
        `${event.day} ${event.staff} "${event.what}": no pay line reads events of kind "${event.kind}", so it changed no pay. Use one of ${Object.keys(EVENT_KINDS).join(', ')}.`,
        `${event.day} ${event.staff}“${event.what}”：没有工资项目读取类型“${event.kind}”，未影响工资。请使用：${Object.values(
          EVENT_KINDS,
        )
          .map((words) => words.find((word) => /\p{Script=Han}/u.test(word)))
          .join('、')}。`,
      ),
      sources: [event.source],
    }));
