/**
 * JD settlement file of 2026, one row a fee. It is read for the goods' money that went back, which the order export does not tell:
 * 费用名称 货款, 收支方向 支出, with the number of an after-sales case (assumed: the headings are published, no file was counted). Fees
 * and commissions concern no agent.
 */
import { text } from '../../base/text.js';
import { refundTable } from './refund-table.js';

const CASE = ['售后服务单号'];
const FEE = ['费用名称'];
const WAY = ['收支方向'];

export const jdSettlement = refundTable({
  id: 'jd-settlement',
  platform: 'jd',
  name: text('JD settlement file', '京东结算单'),
  generation: '2026',
  order: ['订单编号'],
  ids: [CASE, ['商品编号']],
  amounts: [['应结金额']],
  words: [CASE, FEE, WAY],
  isMade: (word) => word(FEE) === '货款' && word(WAY) === '支出' && word(CASE) !== '',
  doneAt: ['售后退款时间'],
  knows: [
    '父单号',
    '扣点类型',
    '佣金比例',
    '结算状态',
    '预计结算时间',
    '账单生成时间',
    '到账时间',
    '商户订单号',
    '资金动账备注',
  ],
});
