/** Events: what happened to whom on which day. What an event costs or earns is the handbook's business. */
import { ANYTHING, anyWords, optional, readRecords, required } from '../base/columns.js';
import { parseYuan } from '../base/fen.js';
import { error, type Issue, type Outcome, outcome } from '../base/issue.js';
import { nearest } from '../base/nearest.js';
import { shown } from '../base/shown.js';
import type { Table } from '../base/table.js';
import { text } from '../base/text.js';
import type { Month } from '../calendar/day.js';
import type { Person, StaffEvent } from './person.js';
import { byNumber, dayColumn, dayIn, idColumn, unknownNumber, unknownNumbers, withinMonth } from './reading.js';

/** The kinds of events, and the words people use for them. */
export const EVENT_KINDS = {
  offence: ['offence', 'violation', '违规', '违纪', '过失', '处罚', '罚款'],
  complaint: ['complaint', '投诉', '客户投诉', '买家投诉'],
  reward: ['reward', 'bonus', '奖励', '奖金'],
  loss: ['loss', '损失', '失误损失'],
  goodwill: ['goodwill', '赔付', '补偿', '赔偿', '补损', '礼物'],
  absence: ['absence', '旷工', '缺勤', '漏班'],
  'absence-cleared': ['absence-cleared', '旷工撤销', '考勤更正'],
  /** The amount is the price of the goods; what it costs is the handbook's share of it. */
  'late-delivery': ['late-delivery', '延迟发货', '延迟发货赔付'],
  duty: ['duty', '值班'],
  addition: ['addition', '加项', '补贴', '津贴'],
  deduction: ['deduction', '扣项', '扣款'],
  discipline: ['discipline', '处分'],
} as const;

type EventKind = keyof typeof EVENT_KINDS;

const KIND_OF = new Map<string, EventKind>(
  Object.entries(EVENT_KINDS).flatMap(([kind, words]) => words.map((word) => [word, kind as EventKind] as const)),
);

export const EVENT_COLUMNS = {
  day: dayColumn('day', '日期', 'date'),
  id: idColumn('id', '工号', '员工编号', '员工工号', '员工号', 'staff'),
  kind: required(['kind', '类型', '类别'], anyWords, text('a kind such as offence or reward', '类型，例如 违规、奖励')),
  what: optional(['what', '事项', '内容', '事由'], anyWords, ANYTHING),
  amount: optional(['amount', '金额', '金额(元)'], parseYuan, text('an amount such as 30.00', '金额，例如 30.00')),
  evidence: optional(['evidence', '凭证', '证据'], anyWords, ANYTHING),
  approvedBy: optional(['approved_by', '批准人', '审批人'], anyWords, ANYTHING),
  name: optional(['name', '姓名', '名字'], anyWords, ANYTHING),
  note: optional(['note', '备注', '说明'], anyWords, ANYTHING),
};

/** Reads events in file order, `kind` as one of `EVENT_KINDS`. Null arguments are not compared with. */
export function readEvents(
  table: Table,
  people: readonly Person[] | null,
  month: Month | null,
): Outcome<readonly StaffEvent[]> {
  const reading = readRecords(table, { ...EVENT_COLUMNS, day: dayIn(EVENT_COLUMNS.day, month) });
  const issues: Issue[] = [...reading.issues];
  const staff = byNumber(people);
  const events = reading.records.map(({ values, source }): StaffEvent => {
    const unknown = unknownNumber(staff, values.id, source);
    if (unknown !== null) issues.push(unknown);
    const kind = KIND_OF.get(values.kind.toLowerCase());
    if (kind === undefined) {
      const near = nearest(values.kind, KIND_OF.keys());
      const message = text(`there is no event "${shown(values.kind)}".`, `没有“${shown(values.kind)}”这种类型。`);
      const all = Object.values(EVENT_KINDS);
      const hint =
        near === null
          ? text(
              `Write one of ${all.map((words) => words[0]).join(', ')}.`,
              `请填写：${all.map((words) => words.find((word) => /\p{Script=Han}/u.test(word))).join('、')}。`,
            )
          : text(`Is it "${near}"?`, `是不是“${near}”？`);
      issues.push(error('event-kind-unknown', source, message, hint));
    }
    return {
      staff: values.id,
      day: values.day,
      kind: kind ?? values.kind,
      what: values.what ?? '',
      amount: values.amount,
      evidence: values.evidence ?? '',
      approvedBy: values.approvedBy,
      source,
    };
  });
  issues.push(...unknownNumbers(staff, reading.broken));
  const { within, issues: outside } = withinMonth(events, month);
  return outcome(within, [...issues, ...outside]);
}
