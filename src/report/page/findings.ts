/** What is not as wanted: one entry a rule, its sentence as the title, behind it the clause and every finding. */
import { type Element, h } from '../../base/element.js';
import { joinTexts, type Lang, same, type Text, text } from '../../base/text.js';
import type { Problem } from '../../roster/problem.js';
import { RULES } from '../../roster/rules/index.js';
import type { Violation } from '../../roster/violation.js';
import { groupViolations, type ViolationGroup } from '../violations.js';

/** Not printed where only wishes and the like are unmet: the sheet on the wall is for the shifts. */
export function findings(violations: readonly Violation[], problem: Problem, lang: Lang): Element {
  const groups = groupViolations(violations);
  return h(
    'section',
    { class: groups.some(({ level }) => level === 'hard') ? 'findings' : 'findings soft' },
    h('h2', {}, text('What is not as wanted', '违规与不理想之处')[lang]),
    groups.length === 0 ? h('p', {}, text('Nothing.', '没有。')[lang]) : null,
    groups.map((group) =>
      h(
        'details',
        { class: group.level, open: group.level === 'hard' },
        h(
          'summary',
          {},
          RULES[group.rule].sentence[lang],
          h('small', {}, count(group)[lang]),
          h('small', {}, joinTexts([same(group.rule), same(group.clause ?? '')], same(' '))[lang].trim()),
        ),
        quote(group.clause, problem, lang),
        h(
          'ul',
          {},
          group.violations.map(({ message }) => h('li', {}, message[lang])),
        ),
      ),
    ),
  );
}

const count = ({ level, violations, cost }: ViolationGroup): Text => {
  const times = violations.length;
  return level === 'hard'
    ? text(times === 1 ? 'broken once' : `broken ${times} times`, `违反 ${times} 处`)
    : text(`${times} times, cost ${cost}`, `${times} 处，代价 ${cost}`);
};

function quote(clause: string | null, problem: Problem, lang: Lang): Element | null {
  const found = clause === null ? undefined : problem.handbook.values.clauses[clause];
  return found === undefined ? null : h('blockquote', { class: 'quote' }, `${clause}: ${found[lang]}`);
}
