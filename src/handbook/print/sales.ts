/** Which sales count and for whom, in words. */
import { same, type Text, text } from '../../base/text.js';
import type { Handbook } from '../schema/handbook.js';
import { list, plus, type Said, said } from './row.js';

const FORMS = {
  'staff-number': text('the employee number', '工号'),
  'name-date': text('name/month.day', '姓名/月.日'),
  'underscore-name': text('content _ name', '内容 _ 姓名'),
  'name-first': text('name, wish, date', '姓名 要求 日期'),
  'dashes-name': text('content---date name', '内容---日期 姓名'),
  custom: text('a pattern of one’s own', '自定义格式'),
} as const satisfies Record<Handbook['sales']['marks'][string]['form'], Text>;

const SEVERAL = {
  unplaced: text('left to the clerk', '交人工处理'),
  split: text('split evenly', '平分'),
  first: text('the first named has it', '归第一个'),
  last: text('the last named has it', '归最后一个'),
} as const satisfies Record<Handbook['sales']['several'], Text>;

const MODES = {
  required: text('without it nothing counts', '没有则不计'),
  'if-present': text('where the export has a flag column', '导出有旗帜列时才看'),
  ignored: text('not looked at', '不看'),
} as const satisfies Record<Handbook['sales']['flag']['mode'], Text>;

export function salesWords({ sales }: Handbook): Said[] {
  const { flag } = sales;
  return [
    said(
      'sales.month_by',
      text('An order belongs to the month in which it was', '订单归属月份按'),
      sales.month_by === 'paid' ? text('paid', '付款时间') : text('finished', '完成时间'),
    ),
    ...Object.entries(sales.marks).map(([key, mark]) =>
      said(
        `sales.marks.${key}`,
        text(`Mark in the remark: ${FORMS[mark.form].en}`, `备注标记：${FORMS[mark.form].zh}`),
        plus(
          mark.on ? text('names the agent', '用于归属') : text('off', '停用'),
          ...(mark.example === undefined ? [] : [text(`e.g. ${mark.example}`, `例如 ${mark.example}`)]),
        ),
      ),
    ),
    said('sales.several', text('An order that names two agents is', '一单写两人时'), SEVERAL[sales.several]),
    said(
      'sales.flag.counts',
      text('Flag that a mark needs', '标记须配旗帜'),
      flag.counts === 'none' ? text('none', '不需要') : plus(same(flag.counts), MODES[flag.mode]),
    ),
    ...Object.entries(flag.platforms).map(([platform, mode]) =>
      said(`sales.flag.platforms.${platform}`, text(`The flag on ${platform}`, `${platform} 的旗帜`), MODES[mode]),
    ),
    ...(flag.waits.length === 0
      ? []
      : [
          said(
            'sales.flag.waits',
            text('Orders with these flags wait', '这些旗帜的订单暂不计'),
            list(flag.waits.map(same)),
          ),
        ]),
    ...(sales.excluded_tags.length === 0
      ? []
      : [
          said(
            'sales.excluded_tags',
            text('Orders with these words never count', '含这些字样的订单不计'),
            list(sales.excluded_tags.map(same)),
          ),
        ]),
    said(
      'sales.late_refund',
      text('A refund after the close counts against', '关账后的退款计入'),
      sales.late_refund === 'month-of-refund'
        ? text('its own month', '退款当月')
        : text('the order’s month, as arrears', '原月份（补扣）'),
    ),
  ];
}
