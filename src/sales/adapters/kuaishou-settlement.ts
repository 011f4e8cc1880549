/**
 * Kuaishou settlement export (结算单, "GMV"), one row an order and product. It is read for 订单退款(元), which the order export does not
 * tell; what else it settles (fees, commissions) concerns no agent. It does not say when a refund was made.
 */
import { text } from '../../base/text.js';
import { refundTable } from './refund-table.js';

const ORDER = ['订单号'];
const REFUNDED = ['订单退款(元)'];

export const kuaishouSettlement = refundTable({
  id: 'kuaishou-settlement',
  platform: 'kuaishou',
  name: text('Kuaishou settlement export', '快手结算导出'),
  generation: '2026',
  order: ORDER,
  ids: [ORDER, ['商品id']],
  amounts: [REFUNDED],
  words: [REFUNDED],
  isMade: (word) => /[1-9]/.test(word(REFUNDED).slice(0, 40)),
  knows: [
    '商家id',
    '订单实付(元)',
    '合计收入(元)',
    '技术服务费(元)',
    '达人佣金(元)',
    '合计支出(元)',
    '实际结算金额(元)',
    '实际结算时间',
    '结算规则',
    '资金渠道',
  ],
});
