/** Broken rules that the supervisor allows: named by rule, person and day, with a reason and a name. */
import { error, type Issue, type Outcome, outcome } from '../../base/issue.js';
import { nearest } from '../../base/nearest.js';
import { shown } from '../../base/shown.js';
import { text } from '../../base/text.js';
import { firstDay, parseDay, parseMonth } from '../../calendar/day.js';
import type { HandbookInForce } from '../../handbook/in-force.js';
import type { RuleId } from '../../handbook/schema/rules.js';
import type { StaffId } from '../../people/person.js';
import { check } from '../check.js';
import type { Problem } from '../problem.js';
import type { Accepted, Roster } from '../roster.js';
import { RULES } from '../rules/index.js';

/** What no supervisor can allow: the law does not. */
const LEGAL: ReadonlySet<RuleId> = new Set<RuleId>(['protected']);

/**
 * The roster with what `words` allow (`succession:1007:2026-12-06`; `cover::2026-12-11` concerns the day; a month in place of
 * the day where the whole month is meant). Errors: `accept-malformed`, `accept-without-reason`, `accept-against-law`,
 * `accept-not-overridable`, `accept-nothing`.
 */
export function accept(
  roster: Roster,
  problem: Problem,
  words: readonly string[],
  because: string | null,
  by: string | null,
): Outcome<Roster> {
  if (words.length === 0) return outcome(roster, []);
  const issues: Issue[] = [];
  if (because === null || because.trim() === '' || by === null || by.trim() === '') issues.push(withoutReason());
  const { violations } = check(roster, problem);
  const accepted: Accepted[] = [];
  for (const each of words) {
    const read = readAcceptance(each);
    if ('code' in read) {
      issues.push(read);
      continue;
    }
    const one: Accepted = { ...read, because: because ?? '', by: by ?? '' };
    const isMeant = violations.some(
      ({ rule, staff, days }) =>
        rule === one.rule &&
        (one.staff === null ? staff.length === 0 : staff.includes(one.staff)) &&
        (days.length === 0 || days.includes(one.day)),
    );
    if (LEGAL.has(one.rule)) issues.push(againstLaw(one.rule));
    else if (!isOverridable(one.rule, problem.handbook)) issues.push(notOverridable(one.rule, problem.handbook));
    else if (isMeant) accepted.push(one);
    else issues.push(nothingThere(each, violations.filter(({ rule }) => rule === one.rule)[0]?.message.en ?? null));
  }
  const isNew = (one: Accepted): boolean =>
    !accepted.some(({ rule, staff, day }) => rule === one.rule && staff === one.staff && day === one.day);
  return outcome({ ...roster, accepted: [...roster.accepted.filter(isNew), ...accepted] }, issues);
}

function readAcceptance(words: string): Pick<Accepted, 'rule' | 'staff' | 'day'> | Issue {
  const parts = words.split(/[:：]/).map((part) => part.trim());
  const [rule, staff] = [parts[0] ?? '', parts[1] ?? ''];
  const month = parseMonth(parts[2] ?? '');
  const day = month === null ? parseDay(parts[2] ?? '') : firstDay(month);
  if (parts.length !== 3 || day === null) return malformed(words, null);
  if (!Object.hasOwn(RULES, rule)) return malformed(words, nearest(rule, Object.keys(RULES)));
  return { rule: rule as RuleId, staff: staff === '' || staff === '-' ? null : (staff as StaffId), day };
}

const malformed = (words: string, near: string | null): Issue =>
  error(
    'accept-malformed',
    null,
    text(`--accept ${shown(words)}: not understood.`, `--accept ${shown(words)}：看不懂。`),
    near === null
      ? text(
          'Write RULE:ID:DAY, such as succession:1007:2026-12-06; cover::2026-12-11 where it concerns the day; a month in place of the day for the whole month.',
          '请写成 规则:工号:日期，如 succession:1007:2026-12-06；不涉及个人的写 cover::2026-12-11；整月的违规把日期写成月份。',
        )
      : text(`There is no such rule; is it "${near}"?`, `没有这条规则，是不是“${near}”？`),
  );

const withoutReason = (): Issue =>
  error(
    'accept-without-reason',
    null,
    text('--accept needs a reason and a name.', '--accept 须写明原因和批准人。'),
    text('Add --because "..." and --by NAME.', '请加上 --because "……" 和 --by 姓名。'),
  );

const againstLaw = (rule: RuleId): Issue =>
  error(
    'accept-against-law',
    null,
    text(`${rule} is the law's; nobody here can allow it to be broken.`, `${rule} 是法律规定，不能由主管允许违反。`),
    text('Give the shift to somebody else.', '请把该班次安排给其他人。'),
  );

const isOverridable = (rule: RuleId, { values }: HandbookInForce): boolean => values.rules[rule].overridable !== false;

const notOverridable = (rule: RuleId, handbook: HandbookInForce): Issue => {
  const path = `rules.${rule}.overridable`;
  const { source, clause } = handbook.origin(path);
  const by = clause === null ? '' : ` (${clause})`;
  return error(
    'accept-not-overridable',
    { ...source, path },
    text(
      `--accept ${rule}: the handbook${by} lets no supervisor allow exceptions from this rule.`,
      `--accept ${rule}：手册${by}不允许主管放行该规则。`,
    ),
    text(
      `Change the roster; or, if the department wants it otherwise, set ${path}: true.`,
      `请修改班表；如部门决定可以放行，请设置 ${path}: true。`,
    ),
  );
};

const nothingThere = (words: string, other: string | null): Issue =>
  error(
    'accept-nothing',
    null,
    text(`--accept ${shown(words)}: nothing like it is broken.`, `--accept ${shown(words)}：没有这样的违规。`),
    other === null
      ? text('Leave it out, or look at `roster check`.', '请去掉它，或先用 roster check 查看。')
      : text(`Of this rule there is: ${other}`, '该规则的违规请用 roster check 查看。'),
  );
