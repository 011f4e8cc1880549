/** 连续优秀: a bonus once when the grades of so many months in a row reach it; failing as long is a notice (commission-2017/7). */
import { showYuan } from '../../base/fen.js';
import type { SourceRef } from '../../base/source.js';
import { text } from '../../base/text.js';
import { addMonths } from '../../calendar/day.js';
import { appraisalOf } from '../appraisal.js';
import { excluded } from '../appraised.js';
import type { Notice } from '../derivation.js';
import { derive, fact, setting } from '../derive.js';
import { NOTHING, type PayLine } from '../line.js';
import type { PayMonth, PersonMonth } from '../month.js';

const PATH = 'pay.streaks';

/** The grade somebody has this month; null: not appraised. */
export const gradeOf = (month: PayMonth, person: PersonMonth): string | null =>
  excluded(month, person) === null ? (appraisalOf(month, person)?.grade?.grade ?? null) : null;

interface Streak {
  /** Months in a row, this one included. */
  readonly months: number;
  readonly said: string;
  readonly sources: readonly SourceRef[];
}

function streakOf(month: PayMonth, person: PersonMonth, counts: (grade: string) => boolean): Streak {
  const now = gradeOf(month, person);
  if (now === null || !counts(now)) return { months: 0, said: '', sources: [] };
  const said = [`${month.month} ${now}`];
  const sources: SourceRef[] = [];
  for (const { month: before, slip } of month.earlierOf(person.id)) {
    if (before.month !== addMonths(month.month, -said.length)) break;
    if (slip.grade === null || !counts(slip.grade)) break;
    said.push(`${before.month} ${slip.grade}`);
    sources.push(before.source);
  }
  return { months: said.length, said: said.reverse().join(', '), sources };
}

export const excellentStreak: PayLine = {
  id: 'excellent-streak',
  label: text('excellent months in a row', '连续优秀奖'),
  kind: 'earning',
  path: PATH,
  open: (month) => {
    const chapter = month.pay.streaks;
    const grades = (month.pay.grades?.table ?? []).map(({ grade }) => grade);
    if (chapter === undefined || grades.length === 0) return null;
    const { excellent, failing } = chapter;
    const best = grades.indexOf(excellent.grade);
    return {
      forPerson: (person) => {
        const failed = streakOf(month, person, (grade) => grade === failing.grade);
        const notices = failed.months >= failing.months ? [resigns(month, person, failed)] : [];
        // "以上": the grade itself or a better one; the table stands best first.
        const streak = streakOf(month, person, (grade) => grades.includes(grade) && grades.indexOf(grade) <= best);
        // 一次性: once for a streak, in the month that completes it.
        if (streak.months !== excellent.months) return notices.length === 0 ? NOTHING : { derivation: null, notices };
        const shown = showYuan(excellent.amount);
        return {
          notices,
          derivation: derive(
            { line: excellentStreak, handbook: month.handbook },
            {
              amount: excellent.amount,
              path: PATH,
              says: text(`${streak.months} months in a row: ${shown}`, `连续 ${streak.months} 个月：${shown}`),
              figures: [
                fact(text('grades', '等级'), streak.said, streak.sources),
                setting(month.handbook, `${PATH}.excellent.amount`, text('once', '一次性'), shown),
              ],
            },
          ),
        };
      },
    };
  },
};

const resigns = (month: PayMonth, person: PersonMonth, streak: Streak): Notice => ({
  staff: person.id,
  kind: 'resignation',
  clause: month.handbook.origin(`${PATH}.failing`).clause,
  says: text(
    `failed for ${streak.months} months in a row (${streak.said}): counts as resignation`,
    `连续 ${streak.months} 个月考核不及格（${streak.said}）：自动请辞`,
  ),
  sources: streak.sources,
});
