import { text } from '../../base/text.js';
import { type Measure, measure, planDay, shortDay, violation } from '../judge/finding.js';
import { changesOf, isBackward, type ShiftChange } from '../judge/shift-changes.js';
import type { Problem } from '../problem.js';
import type { Rule, Violation } from '../violation.js';

export const rotation: Rule = {
  id: 'rotation',
  sentence: text(
    'The shift changes only on the handbook’s days, in its order, and seldom.',
    '只在规定的日子换班次，按规定顺序轮换，少换。',
  ),
  find: (view, problem) => {
    const set = problem.handbook.values.rules.rotation;
    if (set.level === 'off') return [];
    const onDay = measure(set.level, set.weight);
    const seldom = measure('soft', set.change_weight);
    const inOrder = measure('soft', set.forward_weight);
    return problem.agents.flatMap((_, agent) =>
      changesOf(view, problem, agent).flatMap((change) => [
        ...(change.isOpen ? [] : found(problem, agent, change, onDay, 'change_on')),
        ...found(problem, agent, change, seldom, 'change_weight'),
        ...(isBackward(set.forward, change.from.code, change.to.code)
          ? found(problem, agent, change, inOrder, 'forward')
          : []),
      ]),
    );
  },
};

const WHY = {
  change_on: text('outside the days for it', '不在规定的换班日'),
  change_weight: text('a change of shift', '换了班次'),
  forward: text('against the order', '与轮换顺序相反'),
};

function found(
  problem: Problem,
  agent: number,
  { from, to, last, day }: ShiftChange,
  counted: Measure | null,
  part: keyof typeof WHY,
): Violation[] {
  if (counted === null) return [];
  const before = shortDay(planDay(problem, last).day);
  const what = text(
    `from ${from.name.en} (${before}) to ${to.name.en}: ${WHY[part].en}`,
    `由${from.name.zh}（${before}）换为${to.name.zh}：${WHY[part].zh}`,
  );
  const about = { rule: 'rotation', path: `rules.rotation.${part}`, measure: counted, agent, days: [day] } as const;
  return [violation(problem, { ...about, needed: 0, found: 1, offBy: 1, unit: 'times', what })];
}
