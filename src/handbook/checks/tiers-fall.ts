import { fen, showYuan } from '../../base/fen.js';
import { type Issue, warning } from '../../base/issue.js';
import { roundToFen } from '../../base/ratio.js';
import { text } from '../../base/text.js';
import { dropsOf, tablePay } from '../tiers.js';
import { type Check, placeIn } from './check.js';
import { tiersInOrder } from './tiers-in-order.js';

/** A table that pays less for more sales, with the figures and the sales that win the loss back (commission-2017/3). */
export const tiersFall: Check = {
  name: 'tiers-fall',
  part: 'pay',
  find: (inForce) => {
    const tiers = inForce.values.pay.commission?.tiers;
    if (tiers === undefined || tiersInOrder.find(inForce).some(({ severity }) => severity === 'error')) return [];
    return dropsOf(tiers).map((drop): Issue => {
      const oneFenMore = fen(drop.at + 1);
      const [at, pays] = [showYuan(drop.at), showYuan(roundToFen(drop.pays))];
      const [more, less] = [showYuan(oneFenMore), showYuan(roundToFen(tablePay(tiers, oneFenMore)))];
      const [yuan, then] = [showYuan(fen(drop.at + 100)), showYuan(roundToFen(drop.thenPays))];
      const back =
        drop.wonBack === null
          ? text('It is never won back.', '之后再也补不回来。')
          : text(`It is won back at ${showYuan(drop.wonBack)}.`, `销售达到 ${showYuan(drop.wonBack)} 才补回来。`);
      return warning(
        'tiers-fall',
        placeIn(inForce, `pay.commission.tiers.${drop.index + 1}`),
        text(
          `pay falls as sales rise: ${at} earn ${pays}, ${more} earn ${less}, ${yuan} earn ${then}. ${back.en}`,
          `销售增加提成反而下降：${at} 得 ${pays}，${more} 得 ${less}，${yuan} 得 ${then}。${back.zh}`,
        ),
        text(
          'The table is applied as it stands. Use "on: excess" with a plus, or tell the agents.',
          '档位表按原文执行。可改为 on: excess 并加 plus，或向客服说明。',
        ),
      );
    });
  },
};
