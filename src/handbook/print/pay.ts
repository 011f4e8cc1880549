/** The chapters about money in words: one function a chapter, so that a new chapter without words does not compile. */
import { showYuan } from '../../base/fen.js';
import { showPercent } from '../../base/ratio.js';
import { same, type Text, text } from '../../base/text.js';
import type { Handbook } from '../schema/handbook.js';
import type { Pay, Tier } from '../schema/pay.js';
import { ladderWords } from './ladder.js';
import { decimal, list, number, percent, plus, type Said, said, yesNo, yuan } from './row.js';

type Chapter = keyof Pay;
type There<Key extends Chapter> = Exclude<Pay[Key], undefined>;
type Speakers = { readonly [Key in Chapter]-?: (chapter: There<Key>) => readonly Said[] };

function tierWords({ over, up_to: upTo, rate, on, plus: more }: Tier): { sentence: Text; value: Text } {
  const sentence =
    upTo === null
      ? text(`Sales above ${showYuan(over)}`, `销售 ${showYuan(over)} 以上`)
      : text(
          `Sales above ${showYuan(over)} up to ${showYuan(upTo)}`,
          `销售 ${showYuan(over)} 以上至 ${showYuan(upTo)}`,
        );
  const extra = more === 0 ? '' : ` + ${showYuan(more)}`;
  return {
    sentence,
    value:
      on === 'all'
        ? text(`${showPercent(rate)} of all sales${extra}`, `全部销售 × ${showPercent(rate)}${extra}`)
        : text(
            `${showPercent(rate)} of what exceeds ${showYuan(over)}${extra}`,
            `超出 ${showYuan(over)} 部分 × ${showPercent(rate)}${extra}`,
          ),
  };
}

const DIVISORS = {
  rostered: text('the rostered days', '当月应出勤天数'),
  '21.75': text('21.75 days', '21.75 天'),
  calendar: text('the calendar days', '日历天数'),
} as const;

const perDayWords = (amount: NonNullable<Pay['attendance']>['absence']['per_day']): Text =>
  amount === 'day-pay' ? text("a day's pay", '一天工资') : yuan(amount);

const WORDS: Speakers = {
  payday: (day) => [said('pay.payday', text('Wages are paid in the next month on the', '次月发薪日'), number(day))],
  experience: ({ opening }) => [
    said('pay.experience.opening', text('Experience points at the beginning', '经验值期初'), number(opening)),
  ],
  minimum_wage_by_region: (regions) =>
    Object.entries(regions).map(([region, amount]) =>
      said(
        `pay.minimum_wage_by_region.${region}`,
        text(`Minimum wage in ${region}`, `${region}最低工资`),
        yuan(amount),
      ),
    ),
  minimum_wage: (amount) => [said('pay.minimum_wage', text('Local minimum wage', '当地最低工资'), yuan(amount))],
  post_salary: (chapter) => [
    said(
      'pay.post_salary.divisor',
      text('A day of post salary is the salary divided by', '日工资 = 岗位工资 ÷'),
      DIVISORS[chapter.divisor],
    ),
    said('pay.post_salary.probation_rate', text('Salary in probation', '试用期工资'), percent(chapter.probation_rate)),
    said('pay.post_salary.sick_rate', text("Sick pay, of the day's pay", '病假工资比例'), percent(chapter.sick_rate)),
    said(
      'pay.post_salary.sick_floor',
      text('Sick pay is at least, of the minimum wage', '病假工资下限（最低工资的）'),
      percent(chapter.sick_floor),
    ),
  ],
  commission: (chapter) => [
    said(
      'pay.commission.cumulate',
      text('Personal commission is reckoned on the sales of the', '个人提成按'),
      chapter.cumulate === 'month' ? text('month', '当月销售') : text('year so far', '当年累计销售'),
    ),
    said(
      'pay.commission.per',
      text('One table for', '档位表范围'),
      {
        all: text('all sales', '全部销售'),
        shop: text('each shop', '每店'),
        platform: text('each platform', '每平台'),
      }[chapter.per],
    ),
    ...(chapter.tiers ?? []).map((tier, index) => {
      const { sentence, value } = tierWords(tier);
      return said(`pay.commission.tiers.${index}`, sentence, value);
    }),
    ...(chapter.by_kpi?.steps ?? []).map(({ up_to: upTo, rate }, index, steps) => {
      const before = steps[index - 1]?.up_to;
      const kpi = chapter.by_kpi!.kpi;
      const sentence =
        upTo === null
          ? text(
              `Commission where ${kpi} is above ${before ? showPercent(before) : 'all'}`,
              `${kpi} 高于 ${before ? showPercent(before) : '全部'} 时的提成`,
            )
          : text(
              `Commission where ${kpi} is up to ${showPercent(upTo)}`,
              `${kpi} 不超过 ${showPercent(upTo)} 时的提成`,
            );
      return said(
        `pay.commission.by_kpi.steps.${index}`,
        sentence,
        text(`${showPercent(rate)} of sales`, `销售额 × ${showPercent(rate)}`),
      );
    }),
  ],
  pool: (chapter) => [
    said('pay.pool.rate', text('Commission from the public pool', '公共提成比例'), percent(chapter.rate)),
    said(
      'pay.pool.share',
      text('The pool is shared by', '公共提成分配'),
      { head: text('heads', '按人头'), hours: text('hours', '按工时'), sales: text('sales', '按销售') }[chapter.share],
    ),
    said(
      'pay.pool.heads',
      text('A head is whoever was', '人头指'),
      {
        employed: text('employed in the month', '当月在职'),
        'whole-month': text('employed all month', '整月在职'),
        worked: text('at work at least once', '当月出勤'),
      }[chapter.heads],
    ),
  ],
  seniority: (chapter) => [
    said(
      'pay.seniority.per_year',
      text('Seniority pay a month for each full year', '每满一年工龄工资（月）'),
      yuan(chapter.per_year),
    ),
    said(
      'pay.seniority.most_years',
      text('Years counted at most', '最多计年数'),
      chapter.most_years === null ? text('any number', '不限') : number(chapter.most_years),
    ),
  ],
  attendance: (chapter) => [
    said(
      'pay.attendance.late',
      text('A late arrival costs', '迟到'),
      plus(
        text(`${yuan(chapter.late.per_time).en} a time`, `每次 ${yuan(chapter.late.per_time).zh}`),
        text(`${yuan(chapter.late.per_minute).en} a minute`, `每分钟 ${yuan(chapter.late.per_minute).zh}`),
        text(
          `${chapter.late.free_minutes} minutes and ${chapter.late.free_times} times are free`,
          `${chapter.late.free_minutes} 分钟内、${chapter.late.free_times} 次以内不扣`,
        ),
      ),
    ),
    said(
      'pay.attendance.early',
      text('Leaving early costs', '早退'),
      plus(
        text(`${yuan(chapter.early.per_time).en} a time`, `每次 ${yuan(chapter.early.per_time).zh}`),
        text(`${yuan(chapter.early.per_minute).en} a minute`, `每分钟 ${yuan(chapter.early.per_minute).zh}`),
      ),
    ),
    said(
      'pay.attendance.missing_punch',
      text('A missing punch costs', '缺卡每次'),
      yuan(chapter.missing_punch.per_time),
    ),
    said(
      'pay.attendance.absence',
      text('A day of absence without leave costs, beside its own pay', '旷工每天另扣'),
      perDayWords(chapter.absence.per_day),
    ),
    said(
      'pay.attendance.unpaid_leave',
      text('A day of unpaid leave costs', '事假每天扣'),
      perDayWords(chapter.unpaid_leave.per_day),
    ),
    said('pay.attendance.full_attendance', text('Full attendance', '全勤奖'), yuan(chapter.full_attendance)),
    said(
      'pay.attendance.night_allowance',
      text('Night allowance a shift', '夜班补贴每班'),
      yuan(chapter.night_allowance.per_shift),
    ),
    said(
      'pay.attendance.overtime',
      text('Overtime', '加班费'),
      plus(
        chapter.overtime.pay ? text('paid', '发放') : text('not paid', '不发放'),
        text(
          `weekday ${showPercent(chapter.overtime.weekday)}, rest day ${showPercent(chapter.overtime.rest_day)}, holiday ${showPercent(chapter.overtime.holiday)}`,
          `平日 ${showPercent(chapter.overtime.weekday)}，休息日 ${showPercent(chapter.overtime.rest_day)}，节假日 ${showPercent(chapter.overtime.holiday)}`,
        ),
      ),
    ),
    said('pay.attendance.duty', text('Duty after the late shift', '值班补贴每次'), yuan(chapter.duty.per_time)),
  ],
  offences: (chapter) =>
    Object.entries(chapter).map(([key, { name, ladder, counted }]) =>
      said(`pay.offences.${key}`, text(`Offence: ${name.en}`, `违规：${name.zh}`), ladderWords(ladder, counted)),
    ),
  rewards: (chapter) =>
    Object.entries(chapter).map(([key, { name, amount }]) =>
      said(`pay.rewards.${key}`, text(`Reward: ${name.en}`, `奖励：${name.zh}`), yuan(amount)),
    ),
  top_seller: (chapter) => [
    said(
      'pay.top_seller.streak',
      text('Top seller of the month, by months in a row', '当月业绩第一名（按连续月数）'),
      list(chapter.streak.map(yuan)),
    ),
    said(
      'pay.top_seller.ties',
      text('A tie', '并列'),
      chapter.ties === 'each' ? text('each is paid', '各发') : text('nobody is paid', '不发'),
    ),
  ],
  streaks: ({ excellent, failing }) => [
    said(
      'pay.streaks.excellent',
      text(`${excellent.months} months in a row ${excellent.grade}`, `连续 ${excellent.months} 个月${excellent.grade}`),
      yuan(excellent.amount),
    ),
    said(
      'pay.streaks.failing',
      text(`${failing.months} months in a row ${failing.grade}`, `连续 ${failing.months} 个月${failing.grade}`),
      text('notice of resignation', '自动请辞（通知）'),
    ),
  ],
  quiet_quarter: (chapter) => [
    said(
      'pay.quiet_quarter',
      text(`A quarter without complaints (${chapter.posts.join(', ')})`, `季度无投诉（${chapter.posts.join('、')}）`),
      yuan(chapter.amount),
    ),
  ],
  loss: (chapter) => [
    said(
      'pay.loss.cap',
      text('Losses take at most, of the wage before deductions', '赔偿损失每月最多扣'),
      percent(chapter.cap),
    ),
    said(
      'pay.loss.keep_minimum_wage',
      text('What is left is not below the minimum wage', '扣后不低于最低工资'),
      yesNo(chapter.keep_minimum_wage),
    ),
    said(
      'pay.loss.enforce',
      text('The cap is enforced, the rest carried over', '超出部分结转下月'),
      yesNo(chapter.enforce),
    ),
  ],
  goodwill: (chapter) => [
    ...Object.entries(chapter.limits).map(([key, { name, least, most }]) =>
      said(
        `pay.goodwill.limits.${key}`,
        text(`Goodwill: ${name.en}`, `售后支出：${name.zh}`),
        text(
          `${showYuan(least)} to ${showYuan(most)}, above it with approval`,
          `${showYuan(least)}–${showYuan(most)} 元，超出须批准`,
        ),
      ),
    ),
    said(
      'pay.goodwill.late_delivery',
      text('Compensation for late delivery', '延迟发货赔付'),
      text(
        `${showPercent(chapter.late_delivery.rate)} of the goods, at most ${showYuan(chapter.late_delivery.most)}`,
        `货款 ${showPercent(chapter.late_delivery.rate)}，最高 ${showYuan(chapter.late_delivery.most)}`,
      ),
    ),
  ],
  fund: ({ name }) => [said('pay.fund', text('Fines go to', '罚款归入'), name)],
  discipline: (chapter) => [said('pay.discipline', text('Discipline', '处分方式'), list(chapter))],
  grades: (chapter) => [
    ...(chapter.table ?? []).map(({ name, from, payout }, index) =>
      said(
        `pay.grades.table.${index}`,
        text(`Grade: ${name.en}`, `等级：${name.zh}`),
        text(
          `from ${decimal(from).en} points, pays ${showPercent(payout)}`,
          `${decimal(from).zh} 分起，发放 ${showPercent(payout)}`,
        ),
      ),
    ),
    ...(chapter.held === undefined
      ? []
      : [
          said(
            'pay.grades.held',
            text('Appraisal of a month', '月度考核时间'),
            text(
              `day ${chapter.held.from} to ${chapter.held.to} of the next month`,
              `次月 ${chapter.held.from}–${chapter.held.to} 日`,
            ),
          ),
        ]),
    ...Object.entries(chapter.parts).map(([key, { name, weight }]) =>
      said(
        `pay.grades.parts.${key}`,
        text(`Part of the score: ${name.en}`, `评分项：${name.zh}`),
        text(`weight ${weight}`, `权重 ${weight}`),
      ),
    ),
  ],
  appraisal_exclusion: (chapter) => [
    said(
      'pay.appraisal_exclusion',
      text('Not appraised: away in the calendar year for more than', '自然年内缺岗超过以下时间不参与考核'),
      plus(
        text(`${chapter.months_absent} months`, `${chapter.months_absent} 个月`),
        text(`since ${chapter.since}`, `自 ${chapter.since} 起`),
      ),
    ),
  ],
  kpis: (chapter) =>
    Object.entries(chapter).map(([key, kpi]) => {
      const sign = { higher: '≥ ', lower: '≤ ', range: '' }[kpi.better];
      const show = kpi.unit === 'percent' ? showPercent : (value: typeof kpi.target) => decimal(value).en;
      const target = `${sign}${show(kpi.target)}${kpi.up_to === undefined ? '' : `-${show(kpi.up_to)}`}`;
      const units = {
        percent: same(''),
        seconds: text(' seconds', ' 秒'),
        count: same(''),
        rings: text(' rings', ' 次'),
        points: text(' points', ' 分'),
      }[kpi.unit];
      return said(
        `pay.kpis.${key}`,
        text(`Target: ${kpi.name.en}`, `指标：${kpi.name.zh}`),
        text(`${target}${units.en}`, `${target}${units.zh}`),
      );
    }),
  conversion: (chapter) => [
    said('pay.conversion', text('Conversion rate', '转化率'), same(`${chapter.bought} / ${chapter.served}`)),
  ],
  social_insurance: (chapter) => [
    said(
      'pay.social_insurance.base',
      text('Insurance is taken of', '社保公积金基数'),
      plus(
        chapter.base === 'wage'
          ? text('the wage before deductions', '扣款前工资')
          : text('the post salary', '岗位工资'),
        ...(chapter.least === null
          ? []
          : [text(`at least ${showYuan(chapter.least)}`, `不低于 ${showYuan(chapter.least)}`)]),
        ...(chapter.most === null
          ? []
          : [text(`at most ${showYuan(chapter.most)}`, `不高于 ${showYuan(chapter.most)}`)]),
      ),
    ),
    ...Object.entries(chapter.shares).map(([key, share]) =>
      said(`pay.social_insurance.shares.${key}`, share.name, percent(share.rate)),
    ),
  ],
  income_tax: (chapter) => [
    said(
      'pay.income_tax',
      text('Income tax is withheld cumulatively; deduction a month', '个人所得税累计预扣，每月减除费用'),
      yuan(chapter.deduction),
    ),
  ],
  scorecard: (chapter) => [
    said(
      'pay.scorecard',
      text('Reward-and-penalty sheet is due', '奖罚评分表提交'),
      plus(
        text(`${chapter.due_days_before_payday} day before payday`, `发薪日前 ${chapter.due_days_before_payday} 天`),
        ...(chapter.approve ? [text('needs approval', '须审批')] : []),
      ),
    ),
  ],
};

export function payWords({ pay }: Handbook): Said[] {
  const speak = <Key extends Chapter>(key: Key): readonly Said[] => {
    const chapter = pay[key];
    if (chapter === undefined) return [];
    const words = WORDS[key] as (chapter: There<Key>) => readonly Said[];
    return words(chapter as There<Key>);
  };
  return (Object.keys(WORDS) as Chapter[]).flatMap(speak);
}
