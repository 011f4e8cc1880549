import { text } from '../../base/text.js';
import { pathOfHeads } from '../cover-heads.js';
import { type Finding, measure, violation } from '../judge/finding.js';
import type { CoverNeed, Problem } from '../problem.js';
import type { Rule, Violation } from '../violation.js';

export const cover: Rule = {
  id: 'cover',
  sentence: text(
    'Each shift of each day has at least its least, at most its most, and as near as may be its target of agents.',
    '每天每班人数不少于下限、不多于上限，尽量接近目标。',
  ),
  find: (view, problem) => problem.cover.flatMap((need) => judge(problem, need, view.on(need.day, need.shift).length)),
};

function judge(problem: Problem, need: CoverNeed, found: number): Violation[] {
  const { level, target_weight } = problem.handbook.values.rules.cover;
  const isKept = found >= Math.max(need.min, need.target.lo) && found <= Math.min(need.max ?? found, need.target.hi);
  if (level === 'off' || isKept) return [];
  const day = problem.days[need.day]!;
  const { name } = problem.shifts.find(({ code }) => code === need.shift)!;
  const limits = measure(level, target_weight);
  const target = measure('soft', target_weight);
  const violations: Violation[] = [];
  const add = (figure: 'min' | 'max' | 'target', needed: number, offBy: number, what: Finding['what']): void => {
    const counted = figure === 'target' ? target : limits;
    if (counted === null || offBy <= 0) return;
    const path = pathOfHeads(problem.handbook, day, need.shift, figure);
    const about = { rule: 'cover', path, measure: counted, agent: null, days: [need.day] } as const;
    violations.push(violation(problem, { ...about, needed, found, offBy, unit: 'agents', what }));
  };
  const has = text(`${name.en} has ${found}`, `${name.zh} ${found} 人`);
  const { min, max } = need;
  add('min', min, min - found, text(`${has.en}, needs at least ${min}`, `${has.zh}，至少要 ${min} 人`));
  if (max !== null)
    add('max', max, found - max, text(`${has.en}, at most ${max} allowed`, `${has.zh}，最多 ${max} 人`));
  const { lo, hi } = need.target;
  const band = lo === hi ? text(`${lo}`, `${lo}`) : text(`${lo} to ${hi}`, `${lo}–${hi}`);
  const aim = text(`${has.en}, the target is ${band.en}`, `${has.zh}，目标 ${band.zh} 人`);
  add('target', found < lo ? lo : hi, Math.max(lo - found, found - hi), aim);
  return violations;
}
