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

const check: Command = {
  name: 'check',
  args: [
    {
      name: '[file]',
      about: text(
        'a roster: roster.json, or a sheet edited by hand (csv, xlsx)',
        '排班表：roster.json，或手工改过的表格（csv、xlsx）',
      ),
    },
  ],
  about: text(
    'judge a roster by every rule; without a file, look over the inputs',
    '按全部规则检查班表；不写文件则检查本月的输入',
  ),
  more: text('Exit code 1 where a rule that must hold is broken.', '违反硬性规则时退出码为 1。'),
  examples: [
    {
      line: 'roster check 2026-12/roster.csv',
      says: text(
        'after an edit by hand: which rules does it break, where, by how much',
        '手工修改之后：违反了哪些规则，在哪里，差多少',
      ),
    },
    {
      line: 'roster check --month 2026-12',
      says: text('is everything there to plan December', '十二月排班所需的资料是否齐全'),
    },
  ],
  flags: PLAN,
  load: async () => (await import('./commands/check.js')).checkCommand,
};

const show: Command = {
  name: 'show',
  args: [],
  about: text("print the month's roster", '显示本月班表'),
  examples: [
    {
      line: 'roster show --month 2026-12',
      says: text('the grid with totals, and what is not as wanted', '班表、合计和不理想之处'),
    },
  ],
  flags: [...PLAN, 'roster'],
  load: async () => (await import('./commands/show.js')).showCommand,
};

export const programs: Readonly<Record<'roster' | 'pay', Program>> = {
  roster: {
    name: 'roster',
    about: text(
      "Makes the month's shift roster from a staff list, leave and the department's handbook, and looks after it.",
      '根据员工名单、请假和部门手册排出本月班表，并管理到月底。',
    ),
    commands: [check, show, handbook('roster')],
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
