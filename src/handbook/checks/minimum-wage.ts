import { warning } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { type Check, placeIn } from './check.js';

/** Without the region's minimum wage the loss cap and the net pay cannot be held against it. */
export const minimumWage: Check = {
  name: 'minimum-wage',
  part: 'pay',
  find: (inForce) => {
    const { minimum_wage: one, minimum_wage_by_region: several = {} } = inForce.values.pay;
    if (one !== null || Object.keys(several).length > 0) return [];
    return [
      warning(
        'minimum-wage-not-set',
        placeIn(inForce, 'pay.minimum_wage'),
        text(
          'the local minimum wage is not set: pay is not compared with it (Labour Law art. 48; 工资支付暂行规定 art. 16).',
          '没有设置当地最低工资标准：不与之比较（劳动法第四十八条；工资支付暂行规定第十六条）。',
        ),
        text(
          'Set pay.minimum_wage in handbook.yaml, in yuan a month.',
          '请在 handbook.yaml 中设置 pay.minimum_wage（元/月）。',
        ),
      ),
    ];
  },
};
