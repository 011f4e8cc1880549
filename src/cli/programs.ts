/** The two programs and their commands. Only names, words and flags: the work loads when it is asked for. */
import { text } from '../base/text.js';
import type { Command } from './command.js';
import type { FlagName } from './flags.js';
import type { Program } from './help.js';

const PLACE: readonly FlagName[] = ['dir', 'month', 'handbook', 'staff'];
const PLAN: readonly FlagName[] = [...PLACE, 'leave', 'requests', 'demand', 'previous'];

const handbook = (program: 'roster' | 'pay'): Command => ({
  name: 'handbook',
  args: [],
  about: text('print the rules in force, each with its clause and origin', '打印现行规则，逐条注明条款和来源'),
  examples: [
    program === 'roster'
      ? {
          line: 'roster handbook --dir shop',
          says: text("the roster's rules, assumed values marked", '排班规则，推定值有标注'),
        }
      : {
          line: 'pay handbook --dir shop',
          says: text("the pay's rules, assumed values marked", '工资规则，推定值有标注'),
        },
  ],
  flags: ['dir', 'handbook'],
  load: async () => {
    const { handbookCommand } = await import('./commands/handbook.js');
    return handbookCommand(program);
  },
});

export const programs: Readonly<Record<'roster' | 'pay', Program>> = {
  roster: {
    name: 'roster',
    about: text(
      "Makes the month's shift roster from a staff list, leave and the department's handbook, and looks after it.",
      '根据员工名单、请假和部门手册排出本月班表，并管理到月底。',
    ),
    commands: [handbook('roster')],
  },
  pay: {
    name: 'pay',
    about: text(
      'Turns the roster, punches, order exports and events into payslips in which every fen is derived.',
      '根据班表、打卡、订单导出和事件算出工资条，每一分钱都有出处。',
    ),
    commands: [handbook('pay')],
  },
};
void PLAN;
