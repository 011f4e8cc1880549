/** The chapters about time, in words. */
import { type Text, text } from '../../base/text.js';
import { showClock } from '../../calendar/clock.js';
import type { Handbook } from '../schema/handbook.js';
import { clocks, decimal, list, number, percent, plus, type Said, said, weekdayName, yesNo } from './row.js';

const minutes = (count: number): Text => text(`${count} minutes`, `${count} 分钟`);

export function serviceWords({ service, shifts, duty, cleaning, meetings, routine }: Handbook): Said[] {
  return [
    ...(service === undefined
      ? []
      : [
          said('service.from', text('Buyers are served', '服务时间'), clocks(service)),
          said(
            'service.extend_with_customers',
            text('With buyers still asking, work after the nominal end is approved', '到点仍有客户，接待自动延长'),
            yesNo(service.extend_with_customers),
          ),
        ]),
    ...Object.entries(shifts).flatMap(([code, shift]) => [
      said(
        `shifts.${code}.parts`,
        text(`Shift ${code}, ${shift.name.en}`, `班次 ${code}，${shift.name.zh}`),
        list(shift.parts.map(clocks)),
      ),
      said(
        `shifts.${code}.break`,
        text(`Unpaid break in shift ${code}`, `班次 ${code} 的不计薪休息`),
        minutes(shift.break),
      ),
      ...(shift.stays_until === undefined
        ? []
        : [
            said(
              `shifts.${code}.stays_until`,
              text(`After shift ${code} buyers are served until`, `班次 ${code} 之后服务到`),
              clocks({ from: shift.parts[shift.parts.length - 1]!.to, to: shift.stays_until }),
            ),
          ]),
    ]),
    ...(duty === undefined
      ? []
      : [
          said(
            'duty',
            text('On duty after the late shift', '晚班后值班'),
            text(`${duty.agents} for ${duty.minutes} minutes`, `${duty.agents} 人，${duty.minutes} 分钟`),
          ),
        ]),
    ...(cleaning === undefined
      ? []
      : [said('cleaning', text('On cleaning duty each day', '每天值日人数'), number(cleaning.agents))]),
    ...Object.entries(meetings ?? {}).map(([key, meeting]) =>
      said(
        `meetings.${key}`,
        text('Meeting', '例会'),
        plus(
          text(
            `${weekdayName(meeting.weekday).en} ${clocks(meeting).en}`,
            `${weekdayName(meeting.weekday).zh} ${clocks(meeting).zh}`,
          ),
          meeting.counts_as_work ? text('counts as work', '计入工时') : text('does not count as work', '不计入工时'),
        ),
      ),
    ),
    ...(routine ?? []).map((block, index) => said(`routine.${index}`, block.task, clocks(block))),
  ];
}

const LEAVE_PAY = {
  full: text('paid', '带薪'),
  none: text('unpaid', '不带薪'),
  sick: text('sick pay', '病假工资'),
} as const satisfies Record<Handbook['leave']['kinds'][string]['pay'], Text>;

export function leaveWords({ leave }: Handbook): Said[] {
  return [
    said('leave.needs_approval', text('Leave counts only when approved', '请假须批准'), yesNo(leave.needs_approval)),
    said('leave.needs_stand_in', text('Leave needs a named stand-in', '请假须有补班人'), yesNo(leave.needs_stand_in)),
    ...Object.entries(leave.kinds).map(([key, kind]) =>
      said(
        `leave.kinds.${key}`,
        text(`Kind of leave: ${kind.name.en}`, `假别：${kind.name.zh}`),
        kind.also.length === 0
          ? LEAVE_PAY[kind.pay]
          : plus(LEAVE_PAY[kind.pay], text(`also ${kind.also.join(', ')}`, `又写作 ${kind.also.join('、')}`)),
      ),
    ),
  ];
}

export const departmentWords = ({ department }: Handbook): Said[] => [
  said('department.name', text('Department', '部门'), department.name),
];

const answers = ({ level, within_seconds }: Handbook['demand']['service']): Text =>
  text(`${percent(level).en} in ${within_seconds} s`, `${within_seconds} 秒内 ${percent(level).zh}`);

export function demandWords({ demand }: Handbook): Said[] {
  const { service, evening, handling_seconds, chats_at_once, patience_seconds, shrinkage, half_life_weeks } = demand;
  return [
    said('demand.service', text('Contacts answered', '应答目标'), answers(service)),
    ...(evening === null
      ? []
      : [
          said(
            'demand.evening.service.within_seconds',
            text(
              `Contacts answered from ${showClock(evening.from).en} on`,
              `${showClock(evening.from).zh} 以后的应答目标`,
            ),
            answers(evening.service),
          ),
        ]),
    said(
      'demand.handling_seconds',
      text('A contact takes', '每次接待用时'),
      text(`${handling_seconds} s`, `${handling_seconds} 秒`),
    ),
    said('demand.chats_at_once', text('Chats an agent holds at once', '每人同时接待'), number(chats_at_once)),
    said(
      'demand.patience_seconds',
      text('A buyer waits', '买家愿意等待'),
      patience_seconds === null
        ? text('however long it takes', '不限')
        : text(`${patience_seconds} s on average`, `平均 ${patience_seconds} 秒`),
    ),
    said('demand.shrinkage', text('Rostered time away from the desk', '不在座席的时间占比'), percent(shrinkage)),
    said(
      'demand.half_life_weeks',
      text('Past weeks count half after', '历史数据权重减半的周数'),
      text(`${half_life_weeks} weeks`, `${half_life_weeks} 周`),
    ),
    ...Object.entries(demand.factors).map(([day, factor]) =>
      said(
        `demand.factors.${day}`,
        text(`Contacts on ${day}, times an ordinary day`, `${day} 咨询量为平日的倍数`),
        decimal(factor),
      ),
    ),
  ];
}
