/** Violations for programs and for people. */
import type { Lang } from '../base/text.js';
import { text } from '../base/text.js';
import { groupTitle, groupViolations, isGrave } from '../report/violations.js';
import { unitWord } from '../report/words.js';
import type { Violation } from '../roster/violation.js';
import type { Json, Page } from './command.js';
import { harmless } from './say.js';
import { painter, wrap } from './terminal.js';

/** The contract's names: off_by, not offBy. */
export const violationJson = (violation: Violation, lang: Lang): Json => ({
  rule: violation.rule,
  clause: violation.clause,
  level: violation.level,
  staff: violation.staff,
  days: violation.days,
  needed: violation.needed,
  found: violation.found,
  off_by: violation.offBy,
  unit: violation.unit,
  unit_word: unitWord(violation.unit)[lang],
  weight: violation.weight,
  accepted:
    violation.accepted === undefined ? null : { by: violation.accepted.by, because: violation.accepted.because },
  message: violation.message[lang],
});

/** Soft ones of a rule that are written out; the rest is counted. */
const SOFT_SHOWN = 3;

/** Grouped by rule, hard ones in full, of soft ones the first few. */
export function drawViolations(violations: readonly Violation[], page: Page): string {
  const paint = painter(page.colour);
  const { lang } = page;
  const lines = groupViolations(violations).flatMap((group) => {
    const grave = group.violations.some(isGrave);
    const shown = group.level === 'hard' ? group.violations : group.violations.slice(0, SOFT_SHOWN);
    const more = group.violations.length - shown.length;
    return [
      paint(
        wrap(harmless(groupTitle(group)[lang]), page.columns),
        grave ? { ink: '#C00000', bold: true } : { bold: true },
      ),
      ...shown.map((violation) => {
        const accepted =
          violation.accepted === undefined
            ? ''
            : text(
                ` (allowed by ${violation.accepted.by}: ${violation.accepted.because})`,
                `（${violation.accepted.by} 已允许：${violation.accepted.because}）`,
              )[lang];
        return wrap(
          `${isGrave(violation) ? '[X] ' : ''}${harmless(violation.message[lang] + accepted)}`,
          page.columns,
          '  ',
        );
      }),
      ...(more > 0 ? [`  ${text(`and ${more} more`, `另有 ${more} 处`)[lang]}`] : []),
    ];
  });
  return lines.map((line) => `${line}\n`).join('');
}
