/** What `roster export` can write; light, so that help and completion need not load the platforms. */
import type { ExchangePlatform } from '../people/platform-ids.js';

export const FORMATS = ['ics', 'dingtalk', 'wecom', 'feishu'] as const satisfies readonly ('ics' | ExchangePlatform)[];
