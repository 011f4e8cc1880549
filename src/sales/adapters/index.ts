/** Every adapter, one line each. */
import type { Adapter } from './adapter.js';
import { douyin } from './douyin.js';
import { douyinAfterSales } from './douyin-after-sales.js';
import { edb } from './edb.js';
import { efast } from './efast.js';
import { jd } from './jd.js';
import { jdSettlement } from './jd-settlement.js';
import { jushuitan } from './jushuitan.js';
import { kuaishou } from './kuaishou.js';
import { kuaishouSettlement } from './kuaishou-settlement.js';
import { pinduoduo } from './pinduoduo.js';
import { pinduoduoAfterSales } from './pinduoduo-after-sales.js';
import { taobaoItems } from './taobao-items.js';
import { taobaoOrders } from './taobao-orders.js';
import { taobaoRefunds } from './taobao-refunds.js';
import { wangdiantong } from './wangdiantong.js';
import { wechat } from './wechat.js';

export const ADAPTERS: readonly Adapter[] = [
  taobaoOrders,
  taobaoItems,
  taobaoRefunds,
  pinduoduo,
  pinduoduoAfterSales,
  douyin,
  douyinAfterSales,
  jd,
  jdSettlement,
  kuaishou,
  kuaishouSettlement,
  wechat,
  wangdiantong,
  jushuitan,
  edb,
  efast,
];
