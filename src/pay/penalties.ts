/** Offences and complaints of the month, each at its place in its ladder. Dismissal and the like are notices. */
import { fen, showYuan } from '../base/fen.js';
import { cite } from '../base/source.js';
import { same, type Text, text } from '../base/text.js';
import type { StaffEvent } from '../people/person.js';
import type { Derivation, Notice } from './derivation.js';
import { type Cites, derive, fact, minus, total } from './derive.js';
import { isOffence } from './events.js';
import {
  type Consequence,
  consequence,
  countedWith,
  type Offences,
  offenceKey,
  sayLadder,
  sayPoints,
  sayStep,
} from './ladder.js';
import type { LineResult, OpenLine, PayException, PayLine } from './line.js';
import type { PayMonth, PersonMonth } from './month.js';

/** Opens a line over the month's events of one kind; offences and complaints of one group share one count. */
export function penalties(month: PayMonth, line: PayLine, kind: 'offence' | 'complaint'): OpenLine | null {
  const none = month.people.every((person) =>
    person.events.every((event) => event.kind !== kind || event.day < month.first),
  );
  if (none) return null;
  return { forPerson: (person) => penaltiesOf(month, person, { line, handbook: month.handbook }, kind) };
}

function penaltiesOf(month: PayMonth, person: PersonMonth, cites: Cites, kind: string): LineResult {
  const offences: Offences = month.pay.offences ?? {};
  const events = person.events.filter(isOffence);
  const parts: Derivation[] = [];
  const notices: Notice[] = [];
  const exceptions: PayException[] = [];
  events.forEach((event, at) => {
    if (event.kind !== kind || event.day < month.first) return;
    const key = offenceKey(offences, event);
    if (key === null) {
      const part = freePenalty(cites, event);
      if (part === null) exceptions.push(undecided(event, null, offences));
      else parts.push(part);
      return;
    }
    const counted = countedWith(offences, events, at);
    const result = consequence(offences[key]!.ladder, counted.length, event.amount);
    const { kind: outcome } = result;
    if (outcome === 'undecided') exceptions.push(undecided(event, offences[key]!.name, offences));
    else parts.push(ladderPart(cites, offences, key, event, counted, result));
    if (outcome === 'money' && event.amount !== null && event.amount !== result.amount) {
      exceptions.push(otherAmount(event, result.amount));
    }
    if (outcome !== 'money' && outcome !== 'undecided') {
      notices.push(noticeOf(cites, offences, key, event, counted, result));
    }
  });
  return { derivation: total(cites, 'pay.offences', parts), notices, exceptions };
}

/** An event in words of its own with an amount: an event like any other. */
function freePenalty(cites: Cites, event: StaffEvent): Derivation | null {
  if (event.amount === null) return null;
  const amount = minus(event.amount);
  return derive(cites, {
    amount,
    path: 'pay.offences',
    label: same(event.what),
    says: text(`as decided: ${showYuan(amount)}`, `按决定：${showYuan(amount)}`),
    sources: [event.source],
  });
}

function ladderPart(
  cites: Cites,
  offences: Offences,
  key: string,
  event: StaffEvent,
  counted: readonly StaffEvent[],
  result: Exclude<Consequence, { kind: 'undecided' }>,
): Derivation {
  const offence = offences[key]!;
  const amount = result.kind === 'money' ? minus(result.amount) : fen(0);
  const ladder = sayLadder(offence.ladder);
  const nth = counted.length;
  const outcome = result.kind === 'money' ? same(showYuan(amount)) : sayOutcome(result);
  return derive(cites, {
    amount,
    path: `pay.offences.${key}.ladder`,
    label: offence.name,
    says: text(`offence ${nth} (${ladder.en}): ${outcome.en}`, `第 ${nth} 次（${ladder.zh}）：${outcome.zh}`),
    figures: [
      fact(
        text('counted', '计次'),
        counted.map((one) => one.day).join(', '),
        counted.map((one) => one.source),
      ),
    ],
    sources: [event.source],
  });
}

function sayOutcome(result: Exclude<Consequence, { kind: 'undecided' | 'money' }>): Text {
  if (result.kind === 'points') return text(`${sayPoints(result.points)}, 0.00`, `${result.points} 点，0.00`);
  const step = sayStep(result.kind);
  return text(`${step.en}, a notice: 0.00`, `${step.zh}（通知）：0.00`);
}

function noticeOf(
  cites: Cites,
  offences: Offences,
  key: string,
  event: StaffEvent,
  counted: readonly StaffEvent[],
  result: Exclude<Consequence, { kind: 'undecided' | 'money' }>,
): Notice {
  const { name } = offences[key]!;
  const nth = counted.length;
  const step =
    result.kind === 'points'
      ? text(`${sayPoints(result.points)} deducted`, `扣 ${result.points} 点经验`)
      : sayStep(result.kind);
  return {
    staff: event.staff,
    kind: result.kind,
    clause: cites.handbook.origin(`pay.offences.${key}.ladder`).clause,
    says: text(
      `${event.day} ${name.en}, offence ${nth}: ${step.en}`,
      `${event.day} ${name.zh}，第 ${nth} 次：${step.zh}`,
    ),
    sources: counted.map((one) => one.source),
  };
}

const namesOf = (offences: Offences, lang: 'en' | 'zh'): string =>
  Object.values(offences)
    .map(({ name }) => name[lang])
    .join(lang === 'en' ? ', ' : '、');

const undecided = (event: StaffEvent, name: Text | null, offences: Offences): PayException => ({
  id: `event-amount:${cite(event.source)}`,
  staff: event.staff,
  amount: null,
  message: text(
    `${event.day} ${event.staff} "${event.what}": ${name === null ? `not an offence of the handbook (${namesOf(offences, 'en')}), and` : 'the supervisor decides, but'} no amount is given, so nothing was charged. Fill in amount in the events file.`,
    `${event.day} ${event.staff}“${event.what}”：${name === null ? `手册中没有该事项（有：${namesOf(offences, 'zh')}），且` : '由主管决定，但'}未填金额，未扣款。请在事件表填写“金额”。`,
  ),
  sources: [event.source],
});

const otherAmount = (event: StaffEvent, ladder: number): PayException => ({
  id: `event-differs:${cite(event.source)}`,
  staff: event.staff,
  amount: event.amount,
  message: text(
    `${event.day} ${event.staff} "${event.what}": the event says ${showYuan(event.amount!)}, the ladder ${showYuan(fen(ladder))}; the ladder was taken. Clear the amount, or correct the event.`,
    `${event.day} ${event.staff}“${event.what}”：事件金额 ${showYuan(event.amount!)}，阶梯为 ${showYuan(fen(ladder))}，已按阶梯。请清空金额或改正事件。`,
  ),
  sources: [event.source],
});
