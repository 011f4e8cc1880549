import { text } from '../../base/text.js';
import { balance, workedDays } from '../judge/balance.js';

export const balanceHolidays = balance({
  id: 'balance-holidays',
  sentence: text('Work on statutory holidays is shared fairly.', '法定节假日上班公平分摊。'),
  counted: text('statutory holidays worked', '法定节假日上班天数'),
  unit: 'days',
  band: (agent) => agent.fairHolidays,
  count: (view, problem, agent) => workedDays(view, problem, agent, (day) => day.kind === 'statutory'),
});
