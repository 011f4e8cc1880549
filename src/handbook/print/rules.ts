/** The roster's rules in words: one function a rule, so that a new rule without words does not compile. */
import { joinTexts, same, type Text, text } from '../../base/text.js';
import type { Handbook } from '../schema/handbook.js';
import type { Heads, RuleId } from '../schema/rules.js';
import type { ShiftKind } from '../schema/shifts.js';
import { clocks, levelWords, list, plus, type Said, said, weekdayName } from './row.js';

type Speaker = (rules: Handbook['rules']) => readonly Said[];

const KINDS: Readonly<Record<string, Text>> = {
  day: text('day shift', '全白班'),
  'half-day': text('half-day shift', '半白班'),
  late: text('late shift', '晚班'),
  split: text('split shift', '分段班'),
} satisfies Record<ShiftKind, Text>;

/** Kinds in words, codes as they are. */
const shiftsWords = (names: readonly string[]): Text => list(names.map((name) => KINDS[name] ?? same(name)));

type SomeHeads = { readonly [Key in keyof Heads]?: Heads[Key] | undefined };

function heads({ min, target, max, share }: SomeHeads): Text {
  const parts: Text[] = [];
  if (min !== undefined) parts.push(text(`at least ${min}`, `至少 ${min} 人`));
  if (typeof target === 'number') parts.push(text(`as near as may be to ${target}`, `尽量 ${target} 人`));
  if (target === 'auto') parts.push(text('a fair share of those at work', '其余人力均摊'));
  if (typeof max === 'number') parts.push(text(`at most ${max}`, `至多 ${max} 人`));
  if (share !== undefined) parts.push(text(`share ${share}`, `份额 ${share}`));
  return list(parts);
}

const some = (path: string, when: Text, shifts: Readonly<Record<string, SomeHeads>>): Said[] =>
  Object.entries(shifts).map(([code, each]) =>
    said(`${path}.${code}`, text(`Heads on shift ${code}${when.en}`, `班次 ${code} 人数${when.zh}`), heads(each)),
  );

/** A rule that is nothing but a level and perhaps a weight. */
const plain =
  (id: RuleId, sentence: Text): Speaker =>
  (rules) => {
    const rule: { readonly level: 'hard' | 'soft' | 'off'; readonly weight?: number } = rules[id] as never;
    return [said(`rules.${id}`, sentence, levelWords(rule.level, rule.weight))];
  };

const WORDS = {
  cover: ({ cover }) => [
    said(
      'rules.cover',
      text('Each shift of each day has its people', '每天每班有足够的人'),
      plus(
        levelWords(cover.level),
        text(`weight ${cover.target_weight} for the target`, `目标人数权重 ${cover.target_weight}`),
      ),
    ),
    ...some('rules.cover.shifts', text('', ''), cover.shifts),
    ...Object.entries(cover.weekdays).flatMap(([day, shifts]) =>
      some(`rules.cover.weekdays.${day}`, text(` on ${day}`, `（${day}）`), shifts ?? {}),
    ),
    ...some('rules.cover.holidays', text(' on holidays', '（节假日）'), cover.holidays),
    ...Object.entries(cover.dates).flatMap(([day, shifts]) =>
      some(`rules.cover.dates.${day}`, text(` on ${day}`, `（${day}）`), shifts),
    ),
  ],
  'interval-cover': plain(
    'interval-cover',
    text('Each half hour has the people that demand.csv asks for', '每半小时满足 demand.csv 的人数'),
  ),
  'hand-over': ({ 'hand-over': { level, changes } }) =>
    changes.map((change, index) =>
      said(
        `rules.hand-over.changes.${index}`,
        change.next_day
          ? text(
              `${change.from} hands over to the next day's ${change.to}`,
              `${change.from} 交接给第二天的 ${change.to}`,
            )
          : text(`${change.from} hands over to ${change.to}`, `${change.from} 交接给 ${change.to}`),
        plus(
          levelWords(level),
          ...(change.next_day ? [] : [text(`${change.overlap} minutes together`, `共同在岗 ${change.overlap} 分钟`)]),
          ...(change.confirm ? [text('confirmed by punches', '以打卡确认')] : []),
        ),
      ),
    ),
  'one-shift': plain('one-shift', text('At most one shift a day', '一天最多一个班')),
  succession: ({ succession: { level, weight, forbidden } }) =>
    forbidden.map((pair, index) => {
      const [after, next] = [shiftsWords(pair.after), shiftsWords(pair.next)];
      return said(
        `rules.succession.forbidden.${index}`,
        text(`After a ${after.en} no ${next.en} on the next day`, `上${after.zh}的第二天不上${next.zh}`),
        levelWords(level, weight),
      );
    }),
  'rest-between': ({ 'rest-between': { level, weight, hours } }) => [
    said(
      'rules.rest-between',
      text(`At least ${hours} hours between two shifts`, `两班之间至少 ${hours} 小时`),
      levelWords(level, weight),
    ),
  ],
  'rest-days': ({ 'rest-days': { level, weight, mode, days } }) => {
    const modes = {
      exactly: text('exactly', '恰好'),
      'at-least': text('at least', '至少'),
      about: text('about', '约'),
    };
    const count =
      days === 'weeks' ? text('as many as the month has weeks', '与当月周数相同') : text(`${days}`, `${days} 天`);
    return [
      said(
        'rules.rest-days',
        text('Rest days in the month', '每月休息天数'),
        plus(joinTexts([modes[mode], count], same(' ')), levelWords(level, weight)),
      ),
    ];
  },
  'weekly-rest': ({ 'weekly-rest': rest }) => [
    said(
      'rules.weekly-rest.window',
      text('A free day has no work between', '整天休息指此时段没有班'),
      clocks(rest.window),
    ),
    said(
      'rules.weekly-rest.week',
      text('A free day in every calendar week', '每个自然周有一整天休息'),
      levelWords(rest.week.level, rest.week.weight),
    ),
    said(
      'rules.weekly-rest.seven_days',
      text('A free day in any seven days', '任意七天内有一整天休息'),
      levelWords(rest.seven_days.level, rest.seven_days.weight),
    ),
    said(
      'rules.weekly-rest.month',
      text('At least one free day in the month', '每月至少一整天休息'),
      levelWords(rest.month.level, rest.month.weight),
    ),
  ],
  'max-run': ({ 'max-run': { level, most, wanted, wanted_weight: weight } }) => [
    said(
      'rules.max-run.most',
      text('Working days in a row, at most', '最多连上天数'),
      plus(text(`${most}`, `${most} 天`), levelWords(level)),
    ),
    said(
      'rules.max-run.wanted',
      text('Working days in a row, wanted', '希望连上不超过'),
      plus(text(`${wanted}`, `${wanted} 天`), levelWords(level === 'off' ? 'off' : 'soft', weight)),
    ),
  ],
  'late-run': ({ 'late-run': { level, weight, most, single_weight: single } }) => [
    said(
      'rules.late-run',
      text('Late shifts in a row, at most; no lone late shifts', '最多连续晚班；避免单个晚班'),
      plus(
        text(`${most}`, `${most} 个`),
        levelWords(level, weight),
        text(`weight ${single} for a lone one`, `单个晚班权重 ${single}`),
      ),
    ),
  ],
  leave: plain('leave', text('Nobody works on approved leave', '已批准的假不排班')),
  protected: ({ protected: { level, from, to } }) => [
    said(
      'rules.protected',
      text(
        'Pregnant from month 7 or nursing a child under one: no shift that touches',
        '怀孕七个月以上或哺乳未满一周岁婴儿：不排此时段的班',
      ),
      plus(clocks({ from, to }), levelWords(level)),
    ),
  ],
  'allowed-shifts': plain('allowed-shifts', text('Only shifts that the person may work', '只排本人可上的班次')),
  skills: ({ skills: { level, weight, needs } }) => [
    said(
      'rules.skills',
      text('Each shift has the skills it needs', '每班具备所需技能'),
      plus(
        levelWords(level, weight),
        ...needs.map(({ shift, skill, min }) => text(`${shift}: ${min} with ${skill}`, `${shift}：${skill} ${min} 人`)),
      ),
    ),
  ],
  mentor: plain('mentor', text('A novice works on the mentor’s shift', '新人与师傅同班')),
  'balance-hours': ({ 'balance-hours': rule }) => {
    const reference =
      rule.reference === 'standard'
        ? text('the month’s standard hours', '当月标准工时')
        : rule.reference === 'none'
          ? text('none', '不比较')
          : text(`${rule.reference} hours`, `${rule.reference} 小时`);
    return [
      said(
        'rules.balance-hours',
        text('Hours are close to those of other posts, and to each other', '工时与其他岗位相近，彼此相近'),
        plus(
          text(`reference ${reference.en}`, `参考 ${reference.zh}`),
          text(`${rule.tolerance} minutes are free`, `${rule.tolerance} 分钟以内不计`),
          levelWords(rule.level, rule.weight),
          text(`spread weight ${rule.spread_weight}`, `彼此差距权重 ${rule.spread_weight}`),
        ),
      ),
    ];
  },
  'balance-late': plain('balance-late', text('Late shifts are shared fairly', '晚班均匀分配')),
  'balance-weekends': plain('balance-weekends', text('Weekends are shared fairly', '周末均匀分配')),
  'balance-holidays': plain('balance-holidays', text('Statutory holidays are shared fairly', '节假日轮流')),
  requests: plain('requests', text('Wishes are granted where possible', '尽量满足意愿')),
  rotation: ({ rotation }) => {
    const days =
      rotation.change_on.length === 0 ? text('any day', '任何一天') : list(rotation.change_on.map(weekdayName));
    const order =
      rotation.forward.length === 0
        ? []
        : [text(`in the order ${rotation.forward.join(', ')}`, `顺序 ${rotation.forward.join('、')}`)];
    const off = rotation.two_days_off.map(({ after, next }) =>
      text(
        `in cyclic patterns two days off from ${after.join(', ')} to ${next.join(', ')}`,
        `循环表中由${after.join('、')}换为${next.join('、')}之间休两天`,
      ),
    );
    const cycle =
      rotation.cycle_weeks === null
        ? []
        : [text(`a cycle of ${rotation.cycle_weeks} weeks`, `${rotation.cycle_weeks} 周一个循环`)];
    return [
      said(
        'rules.rotation',
        text('The shift changes seldom, and on', '班次少变动，换班日'),
        plus(days, ...order, ...off, ...cycle, levelWords(rotation.level, rotation.weight)),
      ),
    ];
  },
  stability: plain(
    'stability',
    text('Few differences from the published roster or the pattern', '尽量不改动已发布的班表或循环班表'),
  ),
  meeting: plain(
    'meeting',
    text('On a meeting day few rest or come from a late night', '例会日尽量有人且前一晚不熬夜'),
  ),
} satisfies Record<RuleId, Speaker>;

/** Rules from which the supervisor may allow no exception. */
const binding = (rules: Handbook['rules']): Said[] =>
  (Object.keys(rules) as RuleId[])
    .filter((id) => rules[id].overridable === false)
    .map((id) =>
      said(
        `rules.${id}.overridable`,
        text('The supervisor may allow no exception', '主管不得放行'),
        text(`rule ${id}`, `规则 ${id}`),
      ),
    );

export const ruleWords = ({ rules }: Handbook): Said[] => [
  ...Object.values<Speaker>(WORDS).flatMap((speak) => speak(rules)),
  ...binding(rules),
];
