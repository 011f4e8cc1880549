/** A ladder of repeated offences in words. */
import { assertNever } from '../../base/assert.js';
import { showYuan } from '../../base/fen.js';
import { joinTexts, type Text, text } from '../../base/text.js';
import type { Ladder } from '../schema/pay.js';
import { plus, yuan } from './row.js';

const STEPS = {
  warning: text('warning', '警告'),
  dismissal: text('dismissal notice', '开除（通知）'),
  resignation: text('notice of resignation', '自动离职（通知）'),
} as const;

const COUNTED = {
  month: text('counted within the month', '按月计次'),
  rolling: text('counted in a rolling window', '滚动计次'),
  ever: text('counted for good', '累计计次'),
} as const;

function steps(ladder: Ladder): Text {
  switch (ladder.kind) {
    case 'steps':
      return joinTexts(
        ladder.steps.map((step) => (typeof step === 'number' ? yuan(step) : STEPS[step])),
        text(', then ', '，再次 '),
      );
    case 'arithmetic': {
      const step = showYuan(ladder.step);
      return ladder.warn_first
        ? text(`a warning first, then ${step} yuan more each time`, `第一次警告，之后每次递增 ${step} 元`)
        : text(`${step} yuan more each time`, `每次递增 ${step} 元`);
    }
    case 'points':
      return text(`${ladder.points} points of experience`, `扣 ${ladder.points} 点经验`);
    case 'by-event':
      return text('by the case, the amount stands on the event', '视情况，金额写在事项里');
    default:
      return assertNever(ladder);
  }
}

export const ladderWords = (ladder: Ladder, counted: keyof typeof COUNTED): Text =>
  ladder.kind === 'by-event' ? steps(ladder) : plus(steps(ladder), COUNTED[counted]);
