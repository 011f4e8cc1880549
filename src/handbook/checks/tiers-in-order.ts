import { showYuan } from '../../base/fen.js';
import { error, type Issue, warning } from '../../base/issue.js';
import { text } from '../../base/text.js';
import type { Tier } from '../schema/pay.js';
import { type Check, placeIn } from './check.js';

/** Rows ascend, each begins where the one before it ends, only the last has no end. */
export const tiersInOrder: Check = {
  name: 'tiers-in-order',
  part: 'pay',
  find: (inForce) => {
    const tiers = inForce.values.pay.commission?.tiers ?? [];
    return tiers.flatMap((tier, index): Issue[] => {
      const place = placeIn(inForce, `pay.commission.tiers.${index}`);
      const next = tiers[index + 1];
      if (tier.up_to === null) {
        if (next === undefined) return [];
        const what = text(
          `tier ${index + 1} has no end, but tier ${index + 2} follows it.`,
          `第 ${index + 1} 档没有上限，后面却还有第 ${index + 2} 档。`,
        );
        return [error('tiers-open-row', place, what, text('Give it an up_to.', '请填写 up_to。'))];
      }
      if (tier.up_to <= tier.over) {
        const what = text(
          `tier ${index + 1} runs from ${showYuan(tier.over)} to ${showYuan(tier.up_to)}: it is empty.`,
          `第 ${index + 1} 档从 ${showYuan(tier.over)} 到 ${showYuan(tier.up_to)}，是空的。`,
        );
        return [error('tiers-empty-row', place, what, text('Let up_to be above over.', '请让 up_to 大于 over。'))];
      }
      return next === undefined ? endless(tier, index, place) : meets(tier, next, index, place);
    });
  },
};

type Place = ReturnType<typeof placeIn>;

function endless(tier: Tier, index: number, place: Place): Issue[] {
  const end = showYuan(tier.up_to!);
  const what = text(
    `sales above ${end} are in no tier and earn nothing.`,
    `超过 ${end} 的销售不在任何档位，没有提成。`,
  );
  const hint = text(
    `Set up_to: null in tier ${index + 1}, or add a tier.`,
    `请在第 ${index + 1} 档设 up_to: null，或再加一档。`,
  );
  return [warning('tiers-end', place, what, hint)];
}

function meets(tier: Tier, next: Tier, index: number, place: Place): Issue[] {
  const [end, start] = [tier.up_to!, next.over];
  if (start === end) return [];
  const figures = [showYuan(end), showYuan(start)] as const;
  const hint = text(
    `Let tier ${index + 2} begin where tier ${index + 1} ends: over: ${showYuan(end).replaceAll(',', '')}.`,
    `请让第 ${index + 2} 档从第 ${index + 1} 档的上限开始：over: ${showYuan(end).replaceAll(',', '')}。`,
  );
  if (start > end) {
    const what = text(
      `tier ${index + 1} ends at ${figures[0]} and tier ${index + 2} begins at ${figures[1]}: a gap.`,
      `第 ${index + 1} 档到 ${figures[0]}，第 ${index + 2} 档从 ${figures[1]} 开始：中间有空档。`,
    );
    return [error('tiers-gap', place, what, hint)];
  }
  const what = text(
    `tier ${index + 1} ends at ${figures[0]}, but tier ${index + 2} already begins at ${figures[1]}: they overlap.`,
    `第 ${index + 1} 档到 ${figures[0]}，第 ${index + 2} 档却从 ${figures[1]} 开始：互相重叠。`,
  );
  return [error('tiers-overlap', place, what, hint)];
}
