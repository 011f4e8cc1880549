/** Headings and words of everything that shows pay. */
import { type Text, text } from '../base/text.js';
import type { Notice } from '../pay/derivation.js';

export const PAY_WORDS = {
  id: text('id', '工号'),
  name: text('name', '姓名'),
  gross: text('gross', '应发'),
  deductions: text('deductions', '扣款'),
  net: text('net', '实发'),
  total: text('total', '合计'),
  label: text('item', '项目'),
  amount: text('amount', '金额'),
  clause: text('clause', '条款'),
  assumed: text('assumed', '推定'),
  says: text('working', '算式'),
  figures: text('figures', '数据'),
  sources: text('sources', '来源'),
  kind: text('kind', '类型'),
  message: text('message', '说明'),
  reference: text('reference', '编号'),
} as const;

export const NOTICE_KINDS: Readonly<Record<Notice['kind'], Text>> = {
  warning: text('warning', '警告'),
  dismissal: text('dismissal', '辞退'),
  resignation: text('resignation', '自动离职'),
  points: text('points', '扣分'),
  discipline: text('discipline', '处分'),
  goodwill: text('goodwill', '赔付'),
};
