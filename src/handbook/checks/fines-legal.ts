import { warning } from '../../base/issue.js';
import { text } from '../../base/text.js';
import type { Ladder } from '../schema/pay.js';
import { type Check, placeIn } from './check.js';

const takesMoney = (ladder: Ladder): boolean =>
  (ladder.kind === 'steps' && ladder.steps.some((step) => typeof step === 'number' && step > 0)) ||
  (ladder.kind === 'arithmetic' && ladder.step > 0);

/** Employers have had no general right to fine since 企业职工奖惩条例 was repealed in 2008. */
export const finesLegal: Check = {
  name: 'fines-legal',
  part: 'pay',
  find: (inForce) => {
    const fined = Object.entries(inForce.values.pay.offences ?? {}).filter(([, { ladder }]) => takesMoney(ladder));
    if (fined.length === 0) return [];
    const names = { en: fined.map(([, { name }]) => name.en), zh: fined.map(([, { name }]) => name.zh) };
    const [key] = fined[0]!;
    return [
      warning(
        'fines-legal',
        placeIn(inForce, fined.length === 1 ? `pay.offences.${key}` : 'pay.offences'),
        text(
          `the handbook fines agents (${names.en.join(', ')}). Employers have had no general right to fine since 企业职工奖惩条例 was repealed in 2008, and rules bind only once adopted and made known by 劳动合同法 art. 4.`,
          `手册规定了罚款（${names.zh.join('、')}）。《企业职工奖惩条例》2008年废止后，用人单位没有一般罚款权；规章须经民主程序并公示（劳动合同法第四条）。`,
        ),
        text(
          'Fines are reckoned as the handbook says. Ask for legal advice, or turn them into lost bonus.',
          '罚款按手册计算。请咨询法律意见，或改为奖金考核。',
        ),
      ),
    ];
  },
};
