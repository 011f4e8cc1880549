import { text } from '../../base/text.js';
import { balance, workedDays } from '../judge/balance.js';

export const balanceWeekends = balance({
  id: 'balance-weekends',
  sentence: text('Work on Saturdays and Sundays is shared fairly.', '周末上班公平分摊。'),
  counted: text('Saturdays and Sundays worked', '周末上班天数'),
  unit: 'days',
  band: (agent) => agent.fairWeekends,
  count: (view, problem, agent) => workedDays(view, problem, agent, (day) => day.weekday >= 6),
});
