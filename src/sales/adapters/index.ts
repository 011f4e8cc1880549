/** Every adapter, one line each. */
import type { Adapter } from './adapter.js';
import { douyin } from './douyin.js';
import { jd } from './jd.js';
import { kuaishou } from './kuaishou.js';
import { pinduoduo } from './pinduoduo.js';
import { taobaoOrders } from './taobao-orders.js';
import { wechat } from './wechat.js';

export const ADAPTERS: readonly Adapter[] = [taobaoOrders, pinduoduo, douyin, jd, kuaishou, wechat];
