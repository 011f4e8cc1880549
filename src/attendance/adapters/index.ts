/** Every punch reader, one line each. */
import type { PunchAdapter } from './adapter.js';
import { dingtalkDaily, dingtalkRaw } from './dingtalk.js';
import { feishuMonth } from './feishu.js';
import { plain } from './plain.js';
import { wecomDaily } from './wecom.js';

/** Of readers that fit a sheet equally well the earlier is taken: 原始记录 before the plain list. */
export const PUNCH_ADAPTERS: readonly PunchAdapter[] = [dingtalkRaw, dingtalkDaily, wecomDaily, feishuMonth, plain];
