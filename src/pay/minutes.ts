/** Lateness and early leave: so much a minute and so much a time, each time a part of the line. */

import type { ShiftFact } from '../attendance/facts.js';
import { type Fen, fen, showYuan } from '../base/fen.js';
import { same, type Text, text } from '../base/text.js';
import { derive, fact, minus, setting, total } from './derive.js';
import { NOTHING, type OpenLine, type PayLine } from './line.js';
import type { PayMonth, PersonMonth } from './month.js';
import { rateNotSet } from './not-set.js';
import { workedShifts } from './worked.js';

export interface MinuteRule {
  readonly line: PayLine;
  readonly minutes: (shift: ShiftFact) => number;
  readonly perMinute: Fen | null;
  readonly perTime: Fen | null;
  /** A stretch of at most so many minutes is no offence at all. */
  readonly freeMinutes: number;
  /** Of the others, the month's first so many are free. */
  readonly freeTimes: number;
  /** `late arrivals`, for the message that no rate is set. */
  readonly name: Text;
}

/** Opens a line that charges minutes. With neither rate set it stands on the slip with 0 and what was found. */
export function chargeMinutes(month: PayMonth, rule: MinuteRule): OpenLine {
  const countOf = (person: PersonMonth): ShiftFact[] =>
    workedShifts(person).filter((shift) => rule.minutes(shift) > rule.freeMinutes);
  const { path } = rule.line;
  const isSet = rule.perMinute !== null || rule.perTime !== null;
  const met = month.people.reduce((sum, person) => sum + countOf(person).length, 0);
  const touched = text(`${met} ${rule.name.en}`, `${met} 次${rule.name.zh}`);
  return {
    issues: isSet || met === 0 ? [] : [rateNotSet(month.handbook, `${path}.per_time`, touched)],
    forPerson: (person) => {
      const counted = countOf(person);
      if (counted.length === 0) return NOTHING;
      const cites = { line: rule.line, handbook: month.handbook };
      const parts = counted.map((shift, index) => {
        const minutes = rule.minutes(shift);
        const free = index < rule.freeTimes;
        const amount = free ? 0 : minutes * (rule.perMinute ?? 0) + (rule.perTime ?? 0);
        return derive(cites, {
          amount: minus(fen(amount)),
          path,
          figureLeftOpen: true,
          label: same(`${shift.day} ${shift.shift}`),
          says: free
            ? text(
                `${minutes} min, ${index + 1} of ${rule.freeTimes} free: 0.00`,
                `${minutes} 分钟，第 ${index + 1} 次（${rule.freeTimes} 次内免扣）：0.00`,
              )
            : isSet
              ? same(`-(${sumOf(minutes, rule)}) = ${showYuan(minus(fen(amount)))}`)
              : text(`${minutes} min, rate not set: 0.00`, `${minutes} 分钟，未设标准：0.00`),
          figures: [fact(text('minutes', '分钟'), String(minutes), shift.sources)],
          sources: shift.sources,
        });
      });
      const whole = total(cites, path, parts)!;
      const rates = [
        ...(rule.perMinute === null
          ? []
          : [setting(month.handbook, `${path}.per_minute`, text('a minute', '每分钟'), showYuan(rule.perMinute))]),
        ...(rule.perTime === null
          ? []
          : [setting(month.handbook, `${path}.per_time`, text('a time', '每次'), showYuan(rule.perTime))]),
      ];
      return { derivation: { ...whole, figures: rates } };
    },
  };
}

function sumOf(minutes: number, rule: MinuteRule): string {
  const byMinute = rule.perMinute === null ? [] : [`${minutes} x ${showYuan(rule.perMinute)}`];
  const byTime = rule.perTime === null ? [] : [showYuan(rule.perTime)];
  return [...byMinute, ...byTime].join(' + ');
}
