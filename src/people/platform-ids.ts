/**
 * What the attendance platforms call our people, shifts and groups: ids.csv, one row each, a column a platform. Platform
 * ids cannot be guessed, so a missing one is named instead of being invented.
 */
import { digits, optional, readRecords, required } from '../base/columns.js';
import { error, type Issue, type Outcome, outcome } from '../base/issue.js';
import type { Table } from '../base/table.js';
import { text } from '../base/text.js';

export const PLATFORMS = ['dingtalk', 'wecom', 'feishu'] as const;
export type ExchangePlatform = (typeof PLATFORMS)[number];

export type IdKind = 'staff' | 'shift' | 'group' | 'operator';

export type PlatformIds = (platform: ExchangePlatform, kind: IdKind, code: string) => string | null;

const KINDS: Readonly<Record<string, IdKind>> = {
  staff: 'staff',
  员工: 'staff',
  shift: 'shift',
  班次: 'shift',
  group: 'group',
  考勤组: 'group',
  operator: 'operator',
  操作人: 'operator',
};

const plain = (words: string): string | null => (/^\S{1,64}$/.test(words) ? words : null);
const ID = text('an id without spaces', '不含空格的编号');

export const ID_COLUMNS = {
  kind: required(
    ['kind', '类别'],
    (words): IdKind | null => KINDS[words.toLowerCase()] ?? null,
    text('staff, shift, group or operator', '员工、班次、考勤组 或 操作人'),
  ),
  /** Employee number or shift code; empty for group and operator. */
  code: digits(optional(['code', '代码', '工号'], plain, ID)),
  dingtalk: digits(optional(['dingtalk', '钉钉'], plain, ID)),
  wecom: digits(optional(['wecom', '企业微信'], plain, ID)),
  feishu: digits(optional(['feishu', '飞书'], plain, ID)),
};

/** Reads ids.csv; a kind and code given twice is an error that names the second row. */
export function readPlatformIds(table: Table): Outcome<PlatformIds> {
  const { records, issues: found } = readRecords(table, ID_COLUMNS);
  const issues: Issue[] = [...found];
  const rows = new Map<string, (typeof records)[number]['values']>();
  for (const { values, source } of records) {
    const key = `${values.kind} ${values.code ?? ''}`;
    if (rows.has(key)) {
      const message = text(`${key.trim()} stands here a second time.`, `${key.trim()} 重复出现。`);
      issues.push(error('id-twice', source, message, text('Leave one row.', '请只保留一行。')));
    }
    rows.set(key, values);
  }
  return outcome((platform, kind, code) => rows.get(`${kind} ${code}`)?.[platform] ?? null, issues);
}
