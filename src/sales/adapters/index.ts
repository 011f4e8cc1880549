/** Every adapter, one line each. */
import type { Adapter } from './adapter.js';
import { taobaoOrders } from './taobao-orders.js';

export const ADAPTERS: readonly Adapter[] = [taobaoOrders];
