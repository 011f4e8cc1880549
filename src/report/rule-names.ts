/** What a rule is about, in a word or two: for tables and lists where its sentence is too long. */
import { type Text, text } from '../base/text.js';
import type { RuleId } from '../handbook/schema/rules.js';

const NAMES = {
  cover: text('cover', '在岗人数'),
  'interval-cover': text('cover by the half hour', '分时人数'),
  'hand-over': text('hand-over', '交接'),
  'one-shift': text('one shift a day', '一天一班'),
  succession: text('forbidden sequence', '连班禁忌'),
  'rest-between': text('rest between shifts', '班间休息'),
  'rest-days': text('rest days', '休息天数'),
  'weekly-rest': text('weekly rest', '每周休息'),
  'max-run': text('days in a row', '连续上班'),
  'late-run': text('late shifts in a row', '连续晚班'),
  leave: text('leave', '请假'),
  protected: text('protected hours', '特殊保护'),
  'allowed-shifts': text('own shifts', '可上班次'),
  skills: text('skills', '技能'),
  mentor: text('mentor', '师傅带教'),
  'balance-hours': text('hours', '工时均衡'),
  'balance-late': text('late shifts shared', '晚班均衡'),
  'balance-weekends': text('weekends shared', '周末均衡'),
  'balance-holidays': text('holidays shared', '节日均衡'),
  requests: text('wishes', '意愿'),
  rotation: text('changes of shift', '换班次'),
  stability: text('changes to the roster', '改动'),
  meeting: text('meeting', '例会'),
} satisfies Record<RuleId, Text>;

export const ruleName = (rule: RuleId): Text => NAMES[rule];
