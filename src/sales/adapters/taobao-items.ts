/**
 * Taobao and Tmall item report 宝贝报表, three generations. It repeats the orders of the order report by item and adds nothing
 * that pay depends on, so beside that report its rows are recognised and counted nowhere. Alone it is refused: no generation
 * but the last has the seller's remark, and none says what was paid for the whole order.
 */
import { text } from '../../base/text.js';
import type { Adapter, OpenFile, Reader } from './adapter.js';

function open(file: OpenFile): Reader {
  const generation = !file.columns.has('主订单编号') ? 'old' : file.columns.has('商品标题') ? '2025' : '2021';
  return { generation, flag: 'none', finishes: false, order: () => null };
}

export const taobaoItems: Adapter = {
  id: 'taobao-items',
  platform: 'taobao',
  name: text('Taobao/Tmall item report', '淘宝/天猫宝贝报表'),
  needs: [
    ['主订单编号', '订单编号'],
    ['标题', '商品标题'],
    ['价格', '商品价格'],
    ['购买数量'],
    ['外部系统编号'],
    ['套餐信息'],
  ],
  reads: [],
  knows: [
    '子订单编号',
    '商品属性',
    '备注',
    '联系方式备注',
    '订单状态',
    '商家编码',
    '退款状态',
    '商品id',
    '主订单买家留言',
  ],
  rows: 'beside',
  open,
};
