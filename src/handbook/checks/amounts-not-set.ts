import { type Issue, warning } from '../../base/issue.js';
import { type Text, text } from '../../base/text.js';
import type { HandbookInForce } from '../in-force.js';
import { type Check, placeIn } from './check.js';

interface Missing {
  readonly path: string;
  /** What it is about. */
  readonly name: Text;
}

/** Amounts that a handbook promises or threatens without naming them, by chapter. */
function missing({ values: { pay } }: HandbookInForce): { readonly chapter: string; readonly missing: Missing[] }[] {
  const rewards = Object.entries(pay.rewards ?? {})
    .filter(([, { amount }]) => amount === null)
    .map(([key, { name }]) => ({ path: `pay.rewards.${key}.amount`, name }));
  const seniority =
    pay.seniority?.per_year === null
      ? [{ path: 'pay.seniority.per_year', name: text('seniority pay', '工龄工资') }]
      : [];
  const quiet =
    pay.quiet_quarter?.amount === null
      ? [{ path: 'pay.quiet_quarter.amount', name: text('a quarter without complaints', '季度无投诉') }]
      : [];
  return [
    { chapter: 'pay.rewards', missing: rewards },
    { chapter: 'pay.seniority', missing: seniority },
    { chapter: 'pay.quiet_quarter', missing: quiet },
    { chapter: 'pay.attendance', missing: attendance(pay.attendance) },
  ];
}

function attendance(chapter: HandbookInForce['values']['pay']['attendance']): Missing[] {
  if (chapter === undefined) return [];
  const { late, early, missing_punch: punch, absence } = chapter;
  const all: [boolean, string, Text][] = [
    [late.per_minute === null && late.per_time === null, 'late', text('lateness', '迟到')],
    [early.per_minute === null && early.per_time === null, 'early', text('early leave', '早退')],
    [punch.per_time === null, 'missing_punch', text('missing punches', '缺卡')],
    [absence.per_day === null, 'absence', text('absence without leave', '旷工')],
  ];
  return all.filter(([unset]) => unset).map(([, key, name]) => ({ path: `pay.attendance.${key}`, name }));
}

/** Nothing is paid or charged for them until the user sets them, and the program says so. */
export const amountsNotSet: Check = {
  name: 'amounts-not-set',
  part: 'pay',
  find: (inForce) =>
    missing(inForce)
      .filter((group) => group.missing.length > 0)
      .map((group): Issue => {
        const [first] = group.missing;
        const names = {
          en: group.missing.map(({ name }) => name.en).join(', '),
          zh: group.missing.map(({ name }) => name.zh).join('、'),
        };
        return warning(
          'amounts-not-set',
          placeIn(inForce, group.missing.length === 1 ? first!.path : group.chapter),
          text(
            `the handbook names no amount for ${names.en}: nothing is paid or charged until it is set.`,
            `手册没有写明金额：${names.zh}；未设置前不发也不扣。`,
          ),
          text(
            `Set ${group.missing.map(({ path }) => path).join(', ')} in handbook.yaml; 0 says that there is none.`,
            `请在 handbook.yaml 中设置 ${group.missing.map(({ path }) => path).join('、')}；没有则写 0。`,
          ),
        );
      }),
};
