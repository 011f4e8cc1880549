/** Wishes that cannot count. */
import { type Issue, warning } from '../../base/issue.js';
import { text } from '../../base/text.js';
import type { Problem } from '../problem.js';

export function requestDoubts(problem: Problem): Issue[] {
  const agents = new Map(problem.agents.map((agent) => [agent.id, agent]));
  const days = new Map(problem.days.map(({ day }, index) => [day, index]));
  return problem.requests.flatMap(({ staff, day, shift, wanted, source }) => {
    const agent = agents.get(staff);
    const index = days.get(day);
    if (agent === undefined || index === undefined) return [];
    const who = `${staff} ${agent.person.name} ${day}`;
    const kind = agent.leave[index];
    if (kind !== null && kind !== undefined) {
      const message = text(
        `${who}: the wish is for a day of approved leave (${kind}) and does not count.`,
        `${who}：这一天已批准请假（${kind}），意愿不计。`,
      );
      return [
        warning('request-on-leave', source, message, text('Take the wish or the leave out.', '请删去意愿或请假。')),
      ];
    }
    if (!agent.active[index]) {
      const message = text(`${who}: the wish is for a day outside employment.`, `${who}：这一天不在职，意愿不计。`);
      const hint = text('Take the wish out, or correct hired and left.', '请删去该意愿，或更正入职、离职日期。');
      return [warning('request-outside-employment', source, message, hint)];
    }
    const allowed = agent.allowed[index]!;
    if (!wanted || shift === null || allowed.includes(shift)) return [];
    const message = text(
      `${who}: the wish is for ${shift}, which this person may not work (${allowed.join(' ')}).`,
      `${who}：希望上 ${shift}，但不在可上班次（${allowed.join(' ')}）之内。`,
    );
    const hint = text(
      'Add the shift on the staff list, or take the wish out.',
      '请在员工名单中加上该班次，或删去意愿。',
    );
    return [warning('request-shift-not-allowed', source, message, hint)];
  });
}
