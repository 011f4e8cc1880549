/** Looks and words that several sheets share. */
import type { SheetCell, SheetLook } from '../../base/sheet.js';
import { type Lang, type Text, text } from '../../base/text.js';

export const HEAD: SheetLook = { fill: '#E8ECF1', bold: true, align: 'center', framed: true };
export const HEAD_LEFT: SheetLook = { ...HEAD, align: 'left' };
export const TITLE: SheetLook = { bold: true, size: 14 };
export const PLAIN: SheetLook = { framed: true };
export const WRAPPED: SheetLook = { framed: true, wrap: true };
export const CENTRED: SheetLook = { framed: true, align: 'center' };
export const MONEY: SheetLook = { framed: true, format: 'money' };
export const PALE = '#6E7781';
export const PALE_FILL = '#F3F5F7';

export const cell = (value: SheetCell['value'], look: SheetLook = PLAIN): SheetCell => ({ value, look });

/** A row of headings. */
export const headRow = (lang: Lang, titles: readonly Text[]): SheetCell[] =>
  titles.map((title) => cell(title[lang], HEAD_LEFT));

export const SHEETS = {
  month: text('Month', '月表'),
  days: text('By day', '按日'),
  wishes: text('Wishes', '意愿'),
  findings: text('Findings', '检查结果'),
  legend: text('Legend', '图例'),
  register: text('Register', '工资表'),
  lines: text('Lines', '明细'),
  exceptions: text('To look at', '待查看'),
  notices: text('Notices', '通知'),
  fund: text('Fund', '活动经费'),
  score: text('Score sheet', '奖罚评分表'),
} as const;
