/**
 * Every pay clause of the handbooks at work. December 2026: 5,000.00 a month, 27 rostered days, hired 2020-03-01; the 1st is
 * a Tuesday. Amounts are fen. Long because it is one table: a clause a row.
 */
import type { Day } from '../../../src/calendar/day.js';
import { day, earlier, event, id, kpi, leaveOn, person, punches, roster, sales, shift } from '../department.js';
import { type ClauseCase, exception, fundOf, kpiCell, line, notice, scoreSheet, tableOf } from './clause-case.js';

const LATE = 'pay: { attendance: { late: { per_minute: 2 } } }';
const EARLY = 'pay: { attendance: { early: { per_minute: 1 } } }';
const MISSING = 'pay: { attendance: { missing_punch: { per_time: 10 } } }';
const ABSENT = 'pay: { attendance: { absence: { per_day: day-pay } } }';
const OVERTIME = 'pay: { attendance: { overtime: { pay: true } } }';
const book = (presets: string, more = ''): string => `extends: [${presets}]\n${more}`;
const attended = (more: object, number = 1) => ({ attendance: punches([shift('1001', number, more)]) });
const offence = (number: number | Day, what = 'unrelated', amount: string | null = null) =>
  event('1001', number, 'offence', what, amount);
const complaint = (number: number | Day, amount: string | null = null) =>
  event('1001', number, 'complaint', '回复慢', amount);

/** 按时打卡，不得迟到早退: what punches say, at the department's own rates. */
const lateness = (preset: string): ClauseCase => ({
  token: 'line:lateness',
  obeys: () => line('lateness', book(preset, LATE), attended({ lateMinutes: 6 })),
  is: -1_200, // 6 x 2.00
  breaks: () => line('lateness', book(preset, LATE), attended({ lateMinutes: 0 })),
  isNot: null,
});
const earlyLeave = (preset: string): ClauseCase => ({
  token: 'line:early-leave',
  obeys: () => line('early-leave', book(preset, EARLY), attended({ earlyMinutes: 20 })),
  is: -2_000, // 20 x 1.00
  breaks: () => line('early-leave', book(preset, EARLY), attended({ earlyMinutes: 20, absent: true })),
  isNot: null, // an absent shift was not left early
});
const missingPunch = (preset: string): ClauseCase => ({
  token: 'line:missing-punch',
  obeys: () => line('missing-punch', book(preset, MISSING), attended({ missingPunches: 1 })),
  is: -1_000,
  breaks: () => line('missing-punch', book(preset, MISSING), attended({ missingPunches: 0 })),
  isNot: null,
});
const absence = (preset: string): ClauseCase => ({
  token: 'line:absence',
  obeys: () => line('absence', book(preset, ABSENT), attended({ absent: true })),
  is: -18_519, // 5,000.00 / 27 = 185.185
  // Approved leave is no absence.
  breaks: () =>
    line('absence', book(preset, ABSENT), {
      attendance: punches([shift('1001', 1, { absent: true })], [leaveOn('1001', 1, '年假')]),
    }),
  isNot: null,
});
/** 如还有客户在咨询，自动延长: minutes past the end with buyers are worked time. */
const extended = (preset: string): ClauseCase => ({
  token: 'line:overtime',
  obeys: () => line('overtime', book(preset, OVERTIME), attended({ workedMinutes: 390, extendedMinutes: 150 })),
  is: 4_310, // 540 - 480 = 60 minutes: 5,000.00 / 21.75 / 8 x 150 % = 43.103
  breaks: () => line('overtime', book(preset, OVERTIME), attended({ workedMinutes: 390, extendedMinutes: 90 })),
  isNot: null,
});
/** 值班除外: who stays on after the late shift, at the department's own rate. */
const duty = (preset: string): ClauseCase => {
  const own = book(preset, 'pay: { attendance: { duty: { per_time: 15 } } }');
  const duties = [3, 9].map((number) => ({ day: day(number), kind: 'duty' as const, staff: id('1001') }));
  return {
    token: 'line:duty',
    obeys: () => line('duty', own, { duties }),
    is: 3_000, // 2 x 15.00
    breaks: () => line('duty', own, { duties: duties.map((one) => ({ ...one, kind: 'cleaning' as const })) }),
    isNot: null,
  };
};
const steps = (preset: string): readonly ClauseCase[] => [
  {
    token: 'line:fines',
    obeys: () => line('fines', book(preset), { events: [offence(2), offence(9)] }),
    is: -4_000, // 10.00 + 30.00
    breaks: () => line('fines', book(preset)),
    isNot: null,
  },
  {
    token: 'notice:dismissal',
    obeys: () => notice('dismissal', book(preset), { events: [offence(2), offence(9), offence(16)] }),
    is: 1,
    breaks: () => notice('dismissal', book(preset), { events: [offence(2), offence(9)] }),
    isNot: 0,
  },
];
/** 根据具体情况: the supervisor decides. */
const decided = (preset: string): ClauseCase => ({
  token: 'line:complaints',
  obeys: () => line('complaints', book(preset), { events: [complaint(1, '20')] }),
  is: -2_000,
  breaks: () => line('complaints', book(preset), { events: [complaint(1)] }),
  isNot: null, // undecided: shown, not charged
});
const byEvent = (preset: string, what: string): ClauseCase => ({
  token: 'line:fines',
  obeys: () => line('fines', book(preset), { events: [offence(4, what, '50')] }),
  is: -5_000,
  breaks: () => line('fines', book(preset), { events: [offence(4, what)] }),
  isNot: null,
});
/** 备注工号、插小红旗: what no mark claims earns nobody anything. */
const marked = (presets: string, kpis: ReturnType<typeof kpi>[], is: number): ClauseCase => ({
  token: 'line:personal-commission',
  obeys: () => line('personal-commission', book(presets), { sales: sales(['1001', '12345']), kpis }),
  is,
  breaks: () => line('personal-commission', book(presets), { sales: sales([null, '12345']), kpis }),
  isNot: 0,
});
const given = (preset: string, key: string, amount: number): ClauseCase => ({
  token: 'line:rewards',
  obeys: () =>
    line('rewards', book(preset, `pay: { rewards: { ${key}: { amount: ${amount} } } }`), {
      events: [event('1001', 4, 'reward', key)],
    }),
  is: amount * 100,
  // The document says X yuan: without a figure of one's own nothing is paid, and the clerk is asked.
  breaks: () => line('rewards', book(preset), { events: [event('1001', 4, 'reward', key)] }),
  isNot: null,
});

const LOST = 'three-shift, commission-2017';
const CONVERSION = 'three-shift, conversion-bonus';
const scores = (score: string) => ['performance', 'ability', 'attitude'].map((part) => kpi('1001', part, score));
const GRADES = book(
  LOST,
  'pay: { grades: { table: [{ grade: A, name: A, from: 90, payout: 120% }, { grade: B, name: B, from: 0, payout: 80% }] } }',
);
const away = (days: number) => ({ staff: id('1001'), away: { days, of: 26 } });
const graded = (grade: string) => ['2026-10', '2026-11'].map((month) => earlier(month, { staff: id('1001'), grade }));
const loss = (amount: string) => event('1001', 9, 'loss', '发错地址', amount);
const served = (bought: string) => [kpi('1001', '成交客户数', bought), kpi('1001', '服务客户数', '480')];
const afterSales = person('1001');
const quiet = { ...afterSales, terms: [{ ...afterSales.terms[0]!, post: '售后' }] };
const quarter = ['2026-10', '2026-11'].map((month) => earlier(month, { staff: id('1001') }));
const goodwill = (amount: string, by: string | null = null) =>
  event('1001', 9, 'goodwill', '赔偿', amount, { approvedBy: by });

/** A late shift of one's own, outside the meeting of split-shift/4: the handbook's own shifts both hold it. */
const EVENINGS = `shifts: { 夜: { name: { en: evening, zh: 夜班 }, kind: late, parts: [["17:30", "23:00"]], break: 0 } }\n`;

export const CASES: Readonly<Record<string, readonly ClauseCase[]>> = {
  'three-shift/3': [extended('three-shift'), duty('three-shift')],
  'three-shift/8': steps('three-shift'),
  'three-shift/9': [lateness('three-shift'), absence('three-shift')],
  'three-shift/10': [decided('three-shift')],
  'three-shift/13': [
    lateness('three-shift'),
    earlyLeave('three-shift'),
    missingPunch('three-shift'),
    absence('three-shift'),
  ],

  'two-shift/3': [extended('two-shift'), duty('two-shift')],
  // 12,345.00 x 1 %
  'two-shift/5': [marked('two-shift, conversion-bonus', [kpi('1001', 'conversion', '65%')], 12_345)],
  'two-shift/6': steps('two-shift'),
  'two-shift/7': [given('two-shift', 'data-error', 5), given('two-shift', 'suggestion', 20)],
  'two-shift/8': [
    {
      token: 'pay:fund',
      obeys: () => fund('two-shift', [offence(1), offence(2)]),
      is: 4_000, // 10.00 + 30.00
      breaks: () => fund('two-shift', [event('1001', 3, 'loss', '发错货', '40')]),
      isNot: 0, // a loss is no fine
    },
  ],
  'two-shift/9': [decided('two-shift')],
  'two-shift/10': [
    {
      token: 'line:personal-commission',
      obeys: () =>
        line('personal-commission', book('two-shift, conversion-bonus'), {
          ...{ sales: sales(['1001', '9000']), kpis: served('337') },
        }),
      is: 13_500, // 337 / 480 = 70.2 %: 9,000.00 x 1.5 %
      breaks: () =>
        line('personal-commission', book('two-shift, conversion-bonus'), {
          ...{ sales: sales(['1001', '9000']), kpis: served('336') },
        }),
      isNot: 9_000, // exactly 70 %: 1 %
    },
    {
      token: 'pay:scorecard',
      obeys: () => kpiCell('转化率', book('two-shift'), { kpis: served('337') }),
      is: '337 / 480 = 70.21% null',
      breaks: () => kpiCell('转化率', book('two-shift'), { kpis: served('481') }),
      isNot: '481 / 480 null', // more bought than were served: no rate
    },
  ],
  'two-shift/11': [lateness('two-shift'), absence('two-shift')],

  'training-manual/2': [extended('training-manual'), duty('training-manual')],
  'training-manual/4': [
    {
      token: 'line:overtime',
      // Monday the 7th, 8:00 to 8:30 before a late shift of nine hours: 570 - 480 = 90 minutes.
      obeys: () =>
        line('overtime', book('training-manual', OVERTIME), attended({ shift: '晚', workedMinutes: 540 }, 7)),
      is: 6_466, // 5,000.00 / 21.75 / 8 / 60 x 90 x 150 % = 64.655
      breaks: () =>
        line('overtime', book('training-manual', OVERTIME), attended({ shift: '晚', workedMinutes: 540 }, 8)),
      isNot: 4_310, // Tuesday: 60 minutes
    },
    {
      token: 'line:public-pool',
      obeys: () => byHours(7),
      is: 7_500, // 100.00 x (540 + 30) / (570 + 190)
      breaks: () => byHours(8),
      isNot: 7_397, // 100.00 x 540 / 730 = 73.97
    },
  ],
  // (12,345.00 - 10,000.00) x 4.5 % + 300.00 = 405.525
  'training-manual/5': [marked('training-manual, commission-2017', [], 40_553)],
  'training-manual/7': [
    {
      token: 'line:fines',
      obeys: () => line('fines', book('training-manual'), { events: [offence(1)] }),
      is: 0, // points, never money
      breaks: () => line('fines', book('training-manual')),
      isNot: null,
    },
    {
      token: 'notice:points',
      obeys: () => notice('points', book('training-manual'), { events: [offence(1)] }),
      is: 2, // the point, and the balance
      breaks: () => notice('points', book('training-manual'), {}),
      isNot: 0,
    },
  ],
  'training-manual/8': [decided('training-manual')],

  'punch-clock/1': [
    lateness('punch-clock'),
    earlyLeave('punch-clock'),
    missingPunch('punch-clock'),
    absence('punch-clock'),
  ],
  'punch-clock/2': [extended('punch-clock')],

  'split-shift/2': [extended('split-shift')],
  'split-shift/4': [
    {
      token: 'line:overtime',
      obeys: () =>
        line(
          'overtime',
          book('split-shift', EVENINGS + OVERTIME),
          attended({ shift: '夜', workedMinutes: 330, extendedMinutes: 150 }, 7),
        ),
      is: 2_155, // 480 + 30 at the meeting: 5,000.00 / 21.75 / 8 / 60 x 30 x 150 % = 21.552
      breaks: () => line('overtime', book('split-shift', OVERTIME), attended({ shift: '晚', workedMinutes: 480 }, 7)),
      isNot: null, // 13:30 to 14:00 lies within the shift's first part
    },
    {
      token: 'line:public-pool',
      obeys: () => byHours(7, 'split-shift', '夜', EVENINGS),
      is: 7_500,
      breaks: () => byHours(8, 'split-shift', '夜', EVENINGS),
      isNot: 7_397,
    },
  ],
  'split-shift/5': [byEvent('split-shift', 'missed-shift')],
  'split-shift/6': [
    {
      token: 'line:complaints',
      obeys: () => line('complaints', book('split-shift'), { events: [complaint(1), complaint(8)] }),
      is: -15_000, // 50.00 + 100.00
      breaks: () => line('complaints', book('split-shift'), { events: [complaint('2026-11-30' as Day), complaint(1)] }),
      isNot: -5_000, // another calendar month: the first again
    },
    {
      token: 'notice:resignation',
      obeys: () => notice('resignation', book('split-shift'), { events: [complaint(1), complaint(8), complaint(9)] }),
      is: 1,
      breaks: () => notice('resignation', book('split-shift'), { events: [complaint(1), complaint(8)] }),
      isNot: 0,
    },
  ],
  'split-shift/8': [
    {
      token: 'pay:scorecard',
      obeys: () =>
        kpiCell('晚班响应时间', book('split-shift'), {
          ...{ kpis: [kpi('1001', 'response-time', '71')], ...attended({ shift: '晚' }) },
        }),
      is: '71 false', // above 60 seconds
      breaks: () =>
        kpiCell('晚班响应时间', book('split-shift'), {
          ...{ kpis: [kpi('1001', 'response-time', '71')], ...attended({ shift: '白' }) },
        }),
      isNot: '71 null', // no late shift: not measured
    },
  ],

  'work-six/1': [extended('work-six')],
  'work-six/3': [byEvent('work-six', 'unrelieved'), absence('work-six')],

  'commission-2017/1': [
    {
      token: 'line:grade-payout',
      obeys: () =>
        line('grade-payout', GRADES, {
          sales: sales(['1001', '10000']),
          kpis: scores('10'),
          earlier: [earlier('2026-10', away(26)), earlier('2026-11', away(26))],
          ...attended({ absent: true }),
        }),
      is: 0, // two months and a day away: not appraised, nothing kept back
      breaks: () =>
        line('grade-payout', GRADES, {
          sales: sales(['1001', '10000']),
          kpis: scores('10'),
          earlier: [earlier('2026-10', away(26)), earlier('2026-11', away(26))],
        }),
      isNot: -6_000, // 300.00 x (80 % - 100 %)
    },
  ],
  'commission-2017/2': [
    {
      token: 'line:grade-payout',
      obeys: () => line('grade-payout', GRADES, { sales: sales(['1001', '10000']), kpis: scores('90') }),
      is: 6_000, // 300.00 x (120 % - 100 %)
      breaks: () => line('grade-payout', book(LOST), { sales: sales(['1001', '10000']), kpis: scores('90') }),
      isNot: null, // the preset's own grades pay the whole
    },
    {
      token: 'pay:scorecard',
      obeys: () => appraised(LOST, scores('85')),
      is: '2027-01-05..2027-01-10 85 良好',
      breaks: () => appraised(LOST, scores('85').slice(1)),
      isNot: '2027-01-05..2027-01-10 null null',
    },
  ],
  'commission-2017/3': [
    {
      token: 'line:personal-commission',
      obeys: () => line('personal-commission', book(LOST), { sales: sales(['1001', '25000']) }),
      is: 102_500, // (25,000.00 - 20,000.00) x 5.5 % + 750.00
      breaks: () => line('personal-commission', book(LOST), { sales: sales(['1001', '25001']) }),
      isNot: 100_004, // 25,001.00 x 4 %
    },
  ],
  'commission-2017/4': [
    {
      token: 'line:public-pool',
      obeys: () =>
        line('public-pool', book(LOST), {
          ...{ staff: [person('1001'), person('1002')], sales: sales([null, '40000']) },
        }),
      is: 20_000, // 40,000.00 x 1 % / 2
      breaks: () => line('public-pool', book(LOST), { sales: sales(['1001', '40000']) }),
      isNot: 0, // claimed by a mark: nothing is public
    },
  ],
  'commission-2017/5': [
    {
      token: 'line:losses',
      obeys: () => line('losses', book(LOST), { events: [loss('86.50')] }),
      is: -8_650,
      breaks: () => line('losses', book(LOST), { events: [loss('1500')] }),
      isNot: -100_000, // 20 % of 5,000.00; 500.00 is carried over
    },
  ],
  'commission-2017/6': [
    {
      token: 'line:post-salary',
      obeys: () => line('post-salary', book(LOST)),
      is: 500_000,
      breaks: () => line('post-salary', book(LOST), { staff: [person('1001', null)] }),
      isNot: null,
    },
    {
      token: 'line:personal-commission',
      cites: 'commission-2017/3',
      obeys: () => line('personal-commission', book(LOST), { sales: sales(['1001', '20000']) }),
      is: 75_000, // (20,000.00 - 10,000.00) x 4.5 % + 300.00
      breaks: () => line('personal-commission', book(LOST)),
      isNot: 0,
    },
    {
      token: 'line:public-pool',
      cites: 'commission-2017/4',
      obeys: () => line('public-pool', book(LOST), { sales: sales([null, '40000']) }),
      is: 40_000,
      breaks: () => line('public-pool', book('three-shift'), { sales: sales([null, '40000']) }),
      isNot: null,
    },
    {
      token: 'line:seniority',
      obeys: () => line('seniority', book(LOST, 'pay: { seniority: { per_year: 50 } }')),
      is: 30_000, // six full years
      breaks: () => line('seniority', book(LOST)),
      isNot: null, // the document leaves the figure open
    },
    {
      token: 'line:losses',
      cites: 'commission-2017/5',
      obeys: () => line('losses', book(LOST), { events: [loss('86.50')] }),
      is: -8_650,
      breaks: () => line('losses', book(LOST)),
      isNot: null,
    },
  ],
  'commission-2017/7': [
    {
      token: 'line:excellent-streak',
      obeys: () => line('excellent-streak', book(LOST), { kpis: scores('95'), earlier: graded('优秀') }),
      is: 20_000,
      breaks: () => line('excellent-streak', book(LOST), { kpis: scores('89'), earlier: graded('优秀') }),
      isNot: null,
    },
    {
      token: 'notice:resignation',
      obeys: () => notice('resignation', book(LOST), { kpis: scores('50'), earlier: graded('不及格') }),
      is: 1,
      breaks: () => notice('resignation', book(LOST), { kpis: scores('60'), earlier: graded('不及格') }),
      isNot: 0,
    },
  ],

  'conversion-bonus/1': [
    {
      token: 'line:personal-commission',
      obeys: () =>
        line('personal-commission', book(CONVERSION), {
          ...{ sales: sales(['1001', '9000']), kpis: [kpi('1001', 'conversion', '70.1%')] },
        }),
      is: 13_500, // 9,000.00 x 1.5 %
      breaks: () =>
        line('personal-commission', book(CONVERSION), {
          ...{ sales: sales(['1001', '9000']), kpis: [kpi('1001', 'conversion', '69.9%')] },
        }),
      isNot: 9_000,
    },
  ],
  'conversion-bonus/2': [
    {
      token: 'line:top-seller',
      obeys: () => first(1),
      is: 10_000, // the second month in a row
      breaks: () => first(0),
      isNot: 5_000,
    },
  ],
  'conversion-bonus/3': [
    {
      token: 'notice:discipline',
      obeys: () => notice('discipline', book(CONVERSION), { events: [event('1001', 4, 'discipline', '记大过')] }),
      is: 1,
      breaks: () => notice('discipline', book(CONVERSION), { events: [offence(4, '迟交日报', '10')] }),
      isNot: 0,
    },
  ],
  'conversion-bonus/4': [
    {
      token: 'pay:scorecard',
      obeys: () => kpiCell('平均处理时长', book(CONVERSION), { kpis: [kpi('1001', 'handling-time', '331')] }),
      is: '331 false', // 210 to 330 seconds
      breaks: () => kpiCell('呼入接通率', book(CONVERSION), { kpis: [kpi('1001', 'answered-in', '75')] }),
      isNot: '75 null', // neither 75 % nor a share: nobody guesses
    },
  ],
  'conversion-bonus/5': [
    {
      token: 'pay:scorecard',
      obeys: () => weighed('90', '80', '70'),
      is: '(90 x 2 + 80 x 2 + 70 x 1) / 5 = 82',
      breaks: () => weighed('80', '90', '70'),
      isNot: '(80 x 2 + 90 x 2 + 70 x 1) / 5 = 82', // service = resolution
    },
  ],

  'after-sales/1': [
    {
      token: 'line:fines',
      obeys: () =>
        line('fines', book('three-shift, after-sales'), {
          events: [1, 2, 3].map((number) => offence(number, 'unanswered')),
        }),
      is: -3_000, // a warning + 10.00 + 20.00
      breaks: () =>
        line('fines', book('three-shift, after-sales'), {
          events: [offence(1, 'unanswered'), offence(2, 'other-agents-case')],
        }),
      isNot: 0, // two offences, counted apart: two warnings
    },
    {
      token: 'notice:warning',
      obeys: () => notice('warning', book('three-shift, after-sales'), { events: [offence(1, 'unanswered')] }),
      is: 1,
      breaks: () => notice('warning', book('three-shift, after-sales'), { events: [offence(1)] }),
      isNot: 0, // three-shift/8 begins with money
    },
  ],
  'after-sales/2': [
    {
      token: 'pay:scorecard',
      obeys: () => sheet('three-shift, after-sales'),
      is: '2027-01-14', // the day before Friday 2027-01-15
      breaks: () => sheet('three-shift'),
      isNot: null,
    },
  ],
  'after-sales/3': [
    {
      token: 'exception:goodwill-unapproved',
      obeys: () => exception('goodwill-unapproved', book('three-shift, after-sales'), { events: [goodwill('30')] }),
      is: 0,
      breaks: () => exception('goodwill-unapproved', book('three-shift, after-sales'), { events: [goodwill('30.01')] }),
      isNot: 1,
    },
    {
      token: 'notice:goodwill',
      obeys: () => notice('goodwill', book('three-shift, after-sales'), { events: [goodwill('45', '店长')] }),
      is: 1,
      breaks: () => notice('goodwill', book('three-shift, after-sales'), { events: [loss('45')] }),
      isNot: 0, // borne by the agent: a loss on the payslip
    },
    {
      token: 'exception:goodwill-unapproved',
      obeys: () => compensated('30'),
      is: 0,
      // Whoever answers for it, above the limit it waits for an approval.
      breaks: () => compensated('45'),
      isNot: 1,
    },
  ],
  'after-sales/4': [
    {
      token: 'line:losses',
      obeys: () => late('866.60'),
      is: -25_998, // 30 % of 866.60
      breaks: () => late('1700'),
      isNot: -50_000, // 510.00, at most 500.00
    },
  ],
  'after-sales/5': [
    given('three-shift, after-sales', 'suggestion', 20),
    byEvent('three-shift, after-sales', 'not-on-site'),
    byEvent('three-shift, after-sales', 'missed-check'),
    byEvent('three-shift, after-sales', 'no-word'),
    {
      token: 'line:quiet-quarter',
      obeys: () => quietQuarter([]),
      is: 30_000,
      breaks: () => quietQuarter([complaint('2026-10-08' as Day, '20')]),
      isNot: null,
    },
  ],

  'default/post-salary': [
    {
      token: 'line:post-salary',
      // Hired on Monday the 14th: 18 days less the 19th and the 26th are 16 of 27.
      obeys: () => line('post-salary', book('three-shift'), joiner('2026-12-14')),
      is: 296_296, // 5,000.00 x 16 / 27
      breaks: () => line('post-salary', book('three-shift'), joiner('2026-12-01')),
      isNot: 500_000,
    },
  ],
  'law/劳部发〔1995〕309号-59': [
    {
      token: 'line:leave',
      obeys: () => sickDay('30%'),
      is: -11_162, // 5,000.00 / 27 - 2,000.00 x 80 % / 21.75 = 185.185 - 73.563
      breaks: () => sickDay('60%'),
      isNot: -7_407, // 40 % of 185.185: the floor lies below
    },
  ],
  'default/minimum-wage': [
    {
      token: 'line:losses',
      obeys: () => floored('4500'),
      is: -50_000, // 5,000.00 - 4,500.00
      breaks: () => floored('null'),
      isNot: -100_000, // not set: the 20 % alone
      cites: 'commission-2017/5',
    },
  ],
  'default/attendance': [
    {
      token: 'line:lateness',
      obeys: () => line('lateness', book('three-shift'), attended({ lateMinutes: 6 })),
      is: 0, // no rate: found, and nothing charged
      breaks: () => line('lateness', book('three-shift'), attended({})),
      isNot: null,
    },
  ],
  'law/劳动法-44': [
    {
      token: 'line:overtime',
      obeys: () => line('overtime', book('three-shift', OVERTIME), attended({ workedMinutes: 480 }, 6)),
      is: 45_977, // a Sunday: 5,000.00 / 21.75 / 8 / 60 x 480 x 200 % = 459.770
      breaks: () => line('overtime', book('three-shift', OVERTIME), attended({ workedMinutes: 480 }, 7)),
      isNot: null,
    },
  ],
  'law/工资支付暂行规定-16': [
    {
      token: 'line:losses',
      obeys: () => line('losses', book('three-shift'), { events: [loss('1500')] }),
      is: -100_000, // 20 % of 5,000.00
      breaks: () =>
        line('losses', book('three-shift', 'pay: { loss: { enforce: false } }'), { events: [loss('1500')] }),
      isNot: -150_000,
    },
  ],
};

const compensated = (amount: string) =>
  exception('goodwill-unapproved', book('three-shift, after-sales'), {
    events: [event('1001', 9, 'loss', '赔偿', amount)],
  });

function fund(preset: string, events: ReturnType<typeof event>[]) {
  const found = fundOf(book(preset), { events });
  return { value: found?.total ?? null, clauses: [found?.clause ?? ''], words: found === null ? [] : [found.name] };
}

function byHours(number: number, preset = 'training-manual', code = '晚', more = '') {
  const own = book(`${preset}, commission-2017`, `${more}pay: { pool: { share: hours } }`);
  return line('public-pool', own, {
    staff: [person('1001'), person('1002')],
    sales: sales([null, '10000']),
    attendance: punches([
      shift('1001', number, { shift: code, workedMinutes: 540 }),
      shift('1002', 9, { workedMinutes: 190 }),
    ]),
  });
}

function appraised(presets: string, kpis: ReturnType<typeof kpi>[]) {
  const table = tableOf(book(presets), { kpis })!;
  const { score, grade, says } = table.people[0]!;
  return {
    value: `${table.held?.from}..${table.held?.to} ${score} ${grade?.zh ?? null}`,
    clauses: [table.held?.clause ?? '', table.scoreClause ?? ''],
    words: score === null ? [] : [says, grade!],
  };
}

function weighed(service: string, resolution: string, volume: string) {
  const kpis = Object.entries({ service, resolution, volume }).map(([part, value]) => kpi('1001', part, value));
  const table = tableOf(book(CONVERSION), { kpis })!;
  const { says } = table.people[0]!;
  return { value: says.zh, clauses: [table.scoreClause ?? ''], words: [says] };
}

function sheet(presets: string) {
  const found = scoreSheet(book(presets), { events: [offence(3)] });
  return found === null
    ? { value: null, clauses: [], words: [] }
    : {
        value: found.due,
        clauses: [found.clause ?? ''],
        words: found.rows.flatMap(({ label, says }) => [label, says]),
      };
}

const first = (before: number) =>
  line('top-seller', book(CONVERSION), {
    sales: sales(['1001', '9000']),
    kpis: [kpi('1001', 'conversion', '65%')],
    earlier: [earlier('2026-11', { staff: id('1001'), topSeller: before })],
  });

const late = (goods: string) =>
  line('losses', book('three-shift, after-sales'), { events: [event('1001', 15, 'late-delivery', '预售', goods)] });

const quietQuarter = (events: ReturnType<typeof event>[]) =>
  line('quiet-quarter', book('three-shift, after-sales', 'pay: { quiet_quarter: { amount: 300 } }'), {
    ...{ staff: [quiet], earlier: quarter, events },
  });

function joiner(hired: string) {
  const staff = [person('1001', '5000', { hired: hired as Day })];
  return { staff, roster: roster(staff) };
}

function sickDay(rate: string) {
  const staff = [person('1001')];
  return line('leave', book('three-shift', `pay: { minimum_wage: 2000, post_salary: { sick_rate: ${rate} } }`), {
    staff,
    roster: roster(staff, { 8: { kind: 'leave', leave: '病假' } }),
    attendance: punches([], [leaveOn('1001', 8, '病假')]),
  });
}

const floored = (minimum: string) =>
  line('losses', book(LOST, `pay: { minimum_wage: ${minimum} }`), { events: [loss('1500')] });
