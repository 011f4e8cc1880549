/** A count that does not come out, with its figures. */
import { shown } from '../../base/shown.js';
import { joinTexts, type Text, text } from '../../base/text.js';
import { planDay, shortDay } from '../judge/finding.js';
import type { Problem } from '../problem.js';
import type { Shortage } from '../shortage.js';

/** `days`: first days of further stretches with the same figures. */
export function sayShortage(problem: Problem, shortage: Shortage, others: readonly Shortage[] = []): Text {
  const { kind, needed, available } = shortage;
  const when = whenOf(problem, shortage);
  const more = moreDays(problem, others);
  const name = shiftNames(problem, shortage.shifts);
  if (kind === 'surplus') {
    return text(
      `${when}: the staff has to work ${available} days after leave and rest days, all shifts together take ${needed} at most.`,
      `${when}：扣除请假和休息后应上班 ${available} 个人次，各班合计最多只容 ${needed} 个。`,
    );
  }
  if (kind === 'skill') {
    const skill = shown(shortage.skill ?? '');
    return text(
      `${when}: ${name.en} needs ${needed} with the skill ${skill}, ${available} can work${more.en}.`,
      `${when}：${name.zh}需要 ${needed} 名会${skill}的人，可上班的只有 ${available} 人${more.zh}。`,
    );
  }
  if (kind === 'shift' || kind === 'day') {
    return text(
      `${when}: ${name.en} ${shortage.shifts === null ? 'need' : 'needs'} at least ${needed}, ${available} can work${more.en}.`,
      `${when}：${name.zh}至少要 ${needed} 人，可上班的只有 ${available} 人${more.zh}。`,
    );
  }
  const each = eachGives(shortage);
  const verb = shortage.shifts?.length === 1 ? 'needs' : 'need';
  if (kind === 'month') {
    return text(
      `${when}: ${name.en} ${verb} ${needed} working days, the staff has ${available} after leave and rest days${each.en}.`,
      `${when}：${name.zh}需 ${needed} 个人次，扣除请假和休息后只有 ${available} 个${each.zh}。`,
    );
  }
  return text(
    `${when}: ${name.en} ${verb} ${needed} working days, the staff has ${available}${each.en}${more.en}.`,
    `${when}：${name.zh}需 ${needed} 个人次，最多只有 ${available} 个${each.zh}${more.zh}。`,
  );
}

export function shiftNames({ shifts }: Problem, codes: readonly string[] | null): Text {
  if (codes === null) return text('all shifts together', '各班合计');
  const names = codes.map((code) => shifts.find((shift) => shift.code === code)!.name);
  if (names.length === 1) return names[0]!;
  const { en, zh } = joinTexts(names, text(' and ', '和'));
  return text(`${en} together`, `${zh}合计`);
}

function whenOf(problem: Problem, { kind, from, to }: Shortage): string {
  if (kind === 'month' || kind === 'surplus') return problem.month;
  const first = planDay(problem, from).day;
  return from === to ? first : `${first}..${shortDay(planDay(problem, to).day)}`;
}

/** ` (2 people, 6 days each)` where all give the same. */
function eachGives({ each }: Shortage): Text {
  const able = each.filter((days) => days > 0);
  const [least, most] = [Math.min(...able), Math.max(...able)];
  if (able.length === 0) return text('', '');
  const people = able.length === 1 ? '1 person' : `${able.length} people`;
  const days = least === most ? `${most}` : `${least} to ${most}`;
  const zh = least === most ? `${most}` : `${least}～${most}`;
  return text(` (${people}, ${days} days${able.length === 1 ? '' : ' each'})`, `（${able.length} 人，每人 ${zh} 天）`);
}

function moreDays(problem: Problem, others: readonly Shortage[]): Text {
  if (others.length === 0) return text('', '');
  const days = others.map((one) => shortDay(planDay(problem, one.from).day));
  const named = days.length > 4 ? [...days.slice(0, 3), '…', days.at(-1)!].join(' ') : days.join(' ');
  const isDay = others[0]!.from === others[0]!.to;
  return isDay
    ? text(` (the same on ${named})`, `（同样：${named}）`)
    : text(` (the same from ${named})`, `（同样，起于 ${named}）`);
}
