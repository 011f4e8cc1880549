import { text } from '../../base/text.js';
import { balance } from '../judge/balance.js';

export const balanceLate = balance({
  id: 'balance-late',
  sentence: text('Late shifts are shared fairly.', '晚班公平分摊。'),
  counted: text('late shifts', '晚班'),
  unit: 'shifts',
  band: (agent) => agent.fairLate,
  count: (view, problem, agent) =>
    problem.days.reduce((sum, _, day) => sum + view.shifts(agent, day).filter((shift) => shift.late).length, 0),
});
