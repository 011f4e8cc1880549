/** Order exports in the platform's own headings: the workbook of 2026 and the old GBK csv with all its quirks. */

import { gb18030 } from '../tools/gb18030.js';
import type { OrderPlan } from './department.js';
import type { Sale, State } from './orders.js';
import { workbook } from './sheet.js';

export const HEADINGS_2026 =
  '订单编号,支付单号,支付详情,买家应付货款,买家应付邮费,总金额,返点积分,买家实付金额,买家实付积分,订单状态,买家留言,订单创建时间,订单付款时间,商品标题,宝贝种类,备注标签,商家备注,宝贝总数量,店铺ID,店铺名称,订单关闭原因,卖家服务费,买家服务费,开票信息,手机订单,分阶段信息,退款金额,是否主动赔付,主动赔付金额,主动赔付出账时间,预售下沉订单,预售下沉状态,商品属性SKU,安心鉴订单,百亿补贴审核订单,淘特订单,C2B小额收款,淘鲜达渠道,预售订单,确认收货打款金额,预约发货订单,换新补贴报名信息,换新补贴订单,换新补贴金额,码上收订单,买家支付积分,是否信用购订单,含应开票给个人红包,总金额(旧版),买家申请退定金,换新补贴支付方式,换新补贴类型,补贴金额的出资明细,商家编码'.split(
    ',',
  );

export const HEADINGS_2017 =
  '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,分阶段订单信息,特权订金订单id,是否上传合同照片,是否上传小票,是否代付,定金排名,修改后的sku,修改后的收货地址,异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易,退款金额,预约门店'.split(
    ',',
  );

/** The platform writes both commas. */
const STATUS: Readonly<Record<State, string>> = {
  done: '交易成功',
  sent: '卖家已发货，等待买家确认',
  paid: '买家已付款,等待卖家发货',
  open: '等待买家付款',
  lapsed: '交易关闭',
  returned: '交易关闭',
};

const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

/** What the buyer's payment still is: 2026 exports give it net of refunds. */
const kept = (sale: Sale): number => (sale.paid === null ? 0 : sale.total - sale.refunded);

const closed = (sale: Sale): string =>
  sale.state === 'returned' ? '退款' : sale.state === 'lapsed' ? '买家未付款' : '订单未关闭';

const line = (headings: readonly string[], values: Readonly<Record<string, string>>): string[] =>
  headings.map((heading) => values[heading.trim()] ?? '');

const row2026 = (plan: OrderPlan, sale: Sale): string[] =>
  line(HEADINGS_2026, {
    订单编号: sale.number,
    支付单号: sale.paid === null ? '' : `${sale.created.slice(0, 10).replaceAll('-', '')}2200${sale.number.slice(-10)}`,
    支付详情: sale.paid === null ? '' : `支付宝:${yuan(sale.total)}`,
    买家应付货款: yuan(sale.total),
    买家应付邮费: '0.00',
    总金额: yuan(sale.list),
    返点积分: '0',
    买家实付金额: yuan(kept(sale)),
    买家实付积分: '0',
    订单状态: STATUS[sale.state],
    订单创建时间: sale.created,
    订单付款时间: sale.paid ?? '',
    商品标题: sale.product.title,
    宝贝种类: '1',
    备注标签: sale.flag,
    商家备注: sale.remark,
    宝贝总数量: String(sale.quantity),
    店铺ID: plan.shopId,
    店铺名称: plan.shop,
    订单关闭原因: closed(sale),
    手机订单: '手机订单',
    退款金额: yuan(sale.refunded),
    是否主动赔付: '否',
    主动赔付金额: '0.00',
    预售订单: '否',
    确认收货打款金额: sale.state === 'done' ? yuan(kept(sale)) : '0.00',
    '总金额(旧版)': yuan(sale.total),
  });

const row2017 = (plan: OrderPlan, sale: Sale): string[] =>
  line(HEADINGS_2017, {
    订单编号: `="${sale.number}"`,
    买家会员名: 'tb***',
    买家应付货款: yuan(sale.total),
    买家应付邮费: '0.00',
    买家支付积分: '0',
    总金额: yuan(sale.total),
    返点积分: '0',
    // Before refunds, as far as anybody knows.
    买家实际支付金额: yuan(sale.paid === null ? 0 : sale.total),
    买家实际支付积分: '0',
    订单状态: STATUS[sale.state],
    买家留言: 'null',
    收货人姓名: '***',
    收货地址: '*** *** ***',
    运送方式: '快递',
    联系电话: "'",
    联系手机: "'13900000000",
    订单创建时间: sale.created,
    订单付款时间: sale.paid ?? '',
    宝贝标题: sale.product.title,
    宝贝种类: '1',
    物流单号: sale.state === 'sent' || sale.state === 'done' ? `No:${sale.number.slice(-12)}` : '',
    物流公司: sale.state === 'sent' || sale.state === 'done' ? '邮政快递包裹' : 'null',
    订单备注: sale.remark || 'null',
    宝贝总数量: String(sale.quantity),
    店铺Id: '0',
    店铺名称: plan.shop,
    订单关闭原因: closed(sale),
    卖家服务费: '0',
    买家服务费: '0元',
    发票抬头: 'null',
    是否手机订单: '手机订单',
    是否上传合同照片: '否',
    是否上传小票: '否',
    是否代付: '否',
    异常信息: 'null',
    退款金额: yuan(sale.refunded),
  });

/** The platform does not quote its own guard, `="35..."`. */
const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) && !/^="\d+"$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** The export's bytes and the ending of its name. */
export async function exported(
  plan: OrderPlan,
  sales: readonly Sale[],
): Promise<{ readonly ending: string; readonly bytes: Uint8Array }> {
  if (plan.export === 'taobao-2026') {
    const rows = [HEADINGS_2026, ...sales.map((sale) => row2026(plan, sale))];
    return { ending: '.xlsx', bytes: await workbook([{ name: 'export', rows }]) };
  }
  const rows = [HEADINGS_2017, ...sales.map((sale) => row2017(plan, sale))];
  return { ending: '.csv', bytes: gb18030(rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')) };
}
