/** A day, explained: who is on which shift, who is there when, what is short, and the best change there is. */
import { shown } from '../base/shown.js';
import { type Text, text } from '../base/text.js';
import { showClock } from '../calendar/clock.js';
import type { Option } from '../roster/life/options.js';
import type { Heads, Stretch } from '../roster/life/presence.js';
import type { Violation } from '../roster/violation.js';
import { brokenLines } from './consequences.js';
import { optionLines, type Section, wayLine } from './explain.js';

export interface DayTold {
  readonly title: Text;
  readonly heads: readonly Heads[];
  /** `1003 李娜 年假` */
  readonly away: readonly Text[];
  readonly resting: readonly string[];
  readonly presence: readonly Stretch[];
  readonly violations: readonly Violation[];
  /** Null: nothing may change. */
  readonly best: Option | null;
}

export function explainDay(told: DayTold, nameOf: (staff: string) => string): Section[] {
  const who = (staff: string): string => `${shown(staff)} ${shown(nameOf(staff))}`;
  return [
    { title: told.title, lines: told.heads.map((heads) => headLine(heads, who)) },
    {
      title: text('Not at work', '不上班'),
      lines: [
        ...(told.resting.length === 0
          ? []
          : [text(`resting: ${told.resting.map(who).join(', ')}`, `休息：${told.resting.map(who).join('、')}`)]),
        ...told.away,
      ],
    },
    { title: text('There by the half hour', '分时在岗人数'), lines: told.presence.map(stretchLine) },
    {
      title: text('Not as it should be', '不足之处'),
      lines: brokenLines({ ...EMPTY, broken: told.violations }),
    },
    { title: text('The best change of one or two cells', '改动一两格的最好办法'), lines: bestLines(told.best, nameOf) },
  ];
}

const EMPTY = { before: { hard: 0, soft: 0 }, after: { hard: 0, soft: 0 }, byRule: [], mended: [] };

function headLine({ shift, staff, need }: Heads, who: (staff: string) => string): Text {
  const { code, name } = shift;
  const list = staff.map(who);
  const aim = need === null ? null : need.target;
  const band = aim === null ? '' : aim.lo === aim.hi ? String(aim.lo) : `${aim.lo}-${aim.hi}`;
  const asked =
    need === null
      ? text('', '')
      : text(` (at least ${need.min}, wanted ${band})`, `（至少 ${need.min}，目标 ${band}）`);
  return text(
    `${code} ${name.en}: ${staff.length}${asked.en}${list.length === 0 ? '' : `: ${list.join(', ')}`}`,
    `${code} ${name.zh}：${staff.length} 人${asked.zh}${list.length === 0 ? '' : `：${list.join('、')}`}`,
  );
}

function stretchLine({ from, to, present, asked }: Stretch): Text {
  const [start, end] = [showClock(from), showClock(to)];
  const short = asked !== null && present < asked;
  const need =
    asked === null
      ? text('', '')
      : text(`, demand asks for ${asked}${short ? ' [X]' : ''}`, `，需求 ${asked}${short ? ' [X]' : ''}`);
  return text(`${start.en}-${end.en}: ${present}${need.en}`, `${start.zh}–${end.zh}：${present} 人${need.zh}`);
}

function bestLines(best: Option | null, nameOf: (staff: string) => string): Text[] {
  if (best === null) return [text('nothing of this day may change', '当天没有可改的格')];
  return [wayLine(best, nameOf), ...optionLines(best)];
}
