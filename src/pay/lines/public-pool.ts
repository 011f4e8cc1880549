/** 公共提成: the sales that no agent's mark claims, at a rate, shared out to the fen. */
import { type Fen, showYuan } from '../../base/fen.js';
import { allocate, multiply, type Ratio, ratio, roundToFen, showPercent, timesRatio } from '../../base/ratio.js';
import { same, type Text, text } from '../../base/text.js';
import type { Pay } from '../../handbook/schema/pay.js';
import type { Figure } from '../derivation.js';
import { derive, fact, setting } from '../derive.js';
import { NOTHING, type OpenLine, type PayLine } from '../line.js';
import { meetingMinutes } from '../meetings.js';
import type { PayMonth, PersonMonth } from '../month.js';
import { workedShifts } from '../worked.js';

const PATH = 'pay.pool';
type Pool = NonNullable<Pay['pool']>;

export const publicPool: PayLine = {
  id: 'public-pool',
  label: text('share of the public pool', '公共绩效提成'),
  kind: 'earning',
  path: PATH,
  open: (month) => (month.pay.pool === undefined ? null : openPool(month, month.pay.pool)),
};

function openPool(month: PayMonth, chapter: Pool): OpenLine {
  const bonus = timesRatio(month.pool, chapter.rate);
  const heads = month.people.filter((person) => isHead(month, person, chapter.heads));
  const weights = heads.map((person) => weightOf(month, person, chapter.share));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const sum = `${showYuan(month.pool)} x ${showPercent(chapter.rate)}`;
  if (all === 0) {
    if (bonus === 0) return { forPerson: () => NOTHING };
    const message = text(
      `Nobody can share the public pool of ${sum} = ${showYuan(bonus)}: no head by ${chapter.heads} and ${chapter.share}. Change pay.pool in handbook.yaml.`,
      `公共提成 ${sum} = ${showYuan(bonus)} 无人可分（heads ${chapter.heads}，share ${chapter.share}）。请修改 handbook.yaml 的 pay.pool。`,
    );
    const { source } = month.handbook.origin(PATH);
    return {
      forPerson: () => NOTHING,
      exceptions: [{ id: 'pool-unshared', staff: null, amount: bonus, message, sources: [source] }],
    };
  }
  const shares = new Map(allocate(bonus, weights).map((share, index) => [heads[index]!.id, share]));
  const weightBy = new Map(heads.map((person, index) => [person.id, weights[index]!]));
  const pool = fact(text('sales without an agent', '公共销售业绩'), showYuan(month.pool), []);
  const rate = setting(month.handbook, `${PATH}.rate`, text('rate', '比例'), showPercent(chapter.rate));
  return {
    forPerson: (person) => {
      const { id } = person;
      const amount = shares.get(id);
      if (amount === undefined) return NOTHING;
      const part = chapter.share === 'head' ? `/ ${all}` : `x ${weightBy.get(id)} / ${all}`;
      const path = chapter.share === 'head' ? `${PATH}.heads` : `${PATH}.share`;
      const name = chapter.share === 'head' ? text('heads', '客服人数') : NAMES[chapter.share];
      return {
        derivation: derive(
          { line: publicPool, handbook: month.handbook },
          {
            amount,
            path: PATH,
            says: sayShare(
              `${sum} ${part}`,
              roundToFen(shareOf(month.pool, chapter.rate, weightBy.get(id)!, all)),
              amount,
            ),
            figures: [
              pool,
              rate,
              setting(month.handbook, path, name, part.replace(/^[/x] /, '')),
              ...(chapter.share === 'hours' ? atMeetings(month, person) : []),
            ],
          },
        ),
      };
    },
  };
}

const shareOf = (pool: Fen, rate: Ratio, weight: number, all: number): Ratio =>
  multiply(multiply(ratio(pool), rate), ratio(weight, all));

/** A share may be a fen off its own rounding, so that the shares sum to the pool. */
function sayShare(sum: string, rounded: Fen, amount: Fen): Text {
  if (rounded === amount) return same(`${sum} = ${showYuan(amount)}`);
  const words = `${sum} = ${showYuan(rounded)}`;
  return text(`${words}; shared out to the fen: ${showYuan(amount)}`, `${words}；为使合计不差分：${showYuan(amount)}`);
}

/** Minutes at meetings outside the shift are worked time where the handbook says so. */
function atMeetings(month: PayMonth, person: PersonMonth): Figure[] {
  const minutes = meetingMinutes(month, person).reduce((sum, one) => sum + one.minutes, 0);
  const name = text('of them at meetings outside the shift', '其中班外例会');
  return minutes === 0
    ? []
    : [{ ...fact(name, String(minutes), []), clause: month.handbook.origin('meetings').clause }];
}

const NAMES = {
  hours: text('minutes worked, own of all', '工作分钟（本人/全部）'),
  sales: text('own sales of all, fen', '本人销售额/全部（分）'),
} as const;

function isHead(month: PayMonth, person: PersonMonth, heads: Pool['heads']): boolean {
  if (heads === 'worked') return workedShifts(person).length > 0;
  return heads === 'whole-month' ? person.employed.length === month.days.length : person.employed.length > 0;
}

function weightOf(month: PayMonth, person: PersonMonth, share: Pool['share']): number {
  if (share === 'head') return 1;
  if (share === 'sales') return Math.max(0, person.sold);
  const met = meetingMinutes(month, person).reduce((sum, { minutes }) => sum + minutes, 0);
  return workedShifts(person).reduce((sum, shift) => sum + shift.workedMinutes + shift.extendedMinutes, met);
}
