/** The two programs and their commands. Only names, words and flags: the work loads when it is asked for. */
import { text } from '../base/text.js';
import type { Command } from './command.js';
import type { FlagName } from './flags.js';
import { FORMATS } from './formats.js';
import type { Program } from './help.js';
import { cover, diff, explain, publish, replan, swap } from './life-pages.js';
import { duty, pattern } from './sheet-pages.js';
import { completion } from './shell-pages.js';
import {
  attendance,
  checkPay,
  close,
  compute,
  diffPay,
  explainPay,
  fund,
  orders,
  payslip,
  reopen,
  scorecard,
  TEAMS,
} from './wage-pages.js';

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
  flags: ['dir', 'handbook', 'schema'],
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
  flags: [...PLAN, 'accept', 'because', 'by', 'all', 'shard', 'jobs'],
  load: async () => (await import('./commands/check.js')).checkCommand,
};

const init: Command = {
  name: 'init',
  args: [{ name: '<dir>', about: text('the folder to make', '要新建的文件夹') }],
  about: text('make a workspace that can be filled in and runs as it is', '新建工作文件夹：可直接运行，再逐步填写'),
  examples: [
    {
      line: 'roster init shop',
      says: text('three shifts, commission by tiers: the default', '默认：三班制，阶梯提成'),
    },
    {
      line: 'roster init shop --handbook two-shift,conversion-bonus',
      says: text('other ready-made handbooks', '使用其他现成手册'),
    },
  ],
  flags: ['handbook', 'month'],
  load: async () => (await import('./commands/init.js')).initCommand,
};

const generate: Command = {
  name: 'generate',
  args: [],
  about: text("make the month's roster", '排出本月班表'),
  more: text(
    'Next month where --month is not given. Writes roster.json, roster.csv and roster-long.csv. One Ctrl-C ends the search\nand keeps the best roster found so far. With --pattern a cyclic line is kept wherever it can be; changed cells are listed.',
    '不写 --month 则排下个月。写出 roster.json、roster.csv 和 roster-long.csv。按一次 Ctrl-C 结束搜索并保留目前最好的班表。\n--pattern 以循环表为准：请假、节假日之外尽量不改，改动的格逐一列出。',
  ),
  examples: [
    {
      line: 'roster generate --month 2026-12 --time 5s',
      says: text('the roster of December, printed and written to 2026-12/', '排出十二月班表，打印并写入 2026-12/'),
    },
    {
      line: 'roster generate --month 2026-12 --all --time 5s',
      says: text(
        'every workspace below this folder, one report; what is done already is skipped',
        '本文件夹下的每个工作文件夹，一份报告；已完成的跳过',
      ),
    },
  ],
  flags: [...PLAN, 'pattern', 'price', 'out', 'seed', 'time', 'iterations', 'allowGaps', 'force', ...TEAMS],
  searches: true,
  load: async () => (await import('./commands/generate.js')).generateCommand,
};

const demo: Command = {
  name: 'demo',
  args: [],
  about: text("a sample department's roster and pay, in a new folder", '示例部门的班表和工资，生成在新文件夹中'),
  examples: [{ line: 'roster demo --lang zh', says: text('the same in Chinese', '中文演示') }],
  flags: ['out', 'seed', 'time', 'iterations'],
  searches: true,
  load: async () => (await import('./commands/demo.js')).demoCommand,
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
    {
      line: 'roster show --by today --day 2026-12-12',
      says: text(
        'who is on which shift, who is off; without --day: today',
        '当日各班人员与休息、请假；不写 --day 则为今天',
      ),
    },
    {
      line: 'roster show --month 2026-12 --by person',
      says: text("everybody's month as a calendar; --by week cuts at Mondays", '每人一张月历；--by week 按周显示'),
    },
  ],
  flags: [...PLAN, 'roster', 'view', 'day'],
  load: async () => (await import('./commands/show.js')).showCommand,
};

const exportRoster: Command = {
  name: 'export',
  args: [
    {
      name: '<format>',
      about: text('ics, dingtalk, wecom or feishu', 'ics、dingtalk、wecom 或 feishu'),
      choices: FORMATS,
    },
  ],
  about: text('the published roster for calendars and attendance platforms', '把已发布的班表导出为日历或考勤平台格式'),
  more: text(
    "ics writes calendars/ID.ics, one a person, duty marked where roster duty has shared it out; the others write exchange/*.json in batches within the platform's limits\nand need ids.csv: what the platform calls people, shifts and the group.",
    'ics 写出 calendars/工号.ics，每人一个，已排值班的会标注；其他格式按平台限额分批写出 exchange/*.json，\n并需要 ids.csv：平台上的员工、班次和考勤组编号。',
  ),
  examples: [
    {
      line: 'roster export ics --month 2026-12',
      says: text("a calendar for everybody's telephone", '每个人手机上的日历'),
    },
  ],
  flags: [...PLAN, 'roster', 'out'],
  load: async () => (await import('./commands/export.js')).exportCommand,
};

const demand: Command = {
  name: 'demand',
  args: [],
  about: text('people needed by the hour, from past chat or call counts', '根据历史咨询量推算每小时所需人数'),
  more: text(
    "Reads contacts.csv of the workspace: one row for each day and interval (day, from, contacts), or one row a day with a\ncolumn for each hour. Writes demand.csv, which generate reads. The handbook's demand chapter holds the service level,\nhandling time, chats at once, and factors for promotion days.",
    '读取工作文件夹中的 contacts.csv：每天每时段一行（日期、开始、咨询量），或每天一行、每小时一列。\n写出 generate 会读取的 demand.csv。服务水平、处理时长、同时接待数和大促倍数写在手册的 demand 一章。',
  ),
  examples: [
    {
      line: 'roster demand --month 2026-12 --contacts contacts.csv',
      says: text("December's demand.csv, and its busiest hours", '十二月的 demand.csv 及高峰时段'),
    },
  ],
  flags: ['dir', 'month', 'handbook', 'contacts', 'out', 'force'],
  load: async () => (await import('./commands/demand.js')).demandCommand,
};

export const programs: Readonly<Record<'roster' | 'pay', Program>> = {
  roster: {
    name: 'roster',
    about: text(
      "Makes the month's shift roster from a staff list, leave and the department's handbook, and looks after it.",
      '根据员工名单、请假和部门手册排出本月班表，并管理到月底。',
    ),
    commands: [
      generate,
      check,
      publish,
      show,
      explain,
      cover,
      swap,
      replan,
      diff,
      exportRoster,
      demand,
      pattern,
      duty,
      handbook('roster'),
      init,
      demo,
      completion('roster'),
    ],
  },
  pay: {
    name: 'pay',
    about: text(
      'Turns the roster, punches, order exports and events into payslips in which every fen is derived.',
      '根据班表、打卡、订单导出和事件算出工资条，每一分钱都有出处。',
    ),
    commands: [
      compute,
      explainPay,
      payslip,
      checkPay,
      orders,
      attendance,
      scorecard,
      diffPay,
      close,
      reopen,
      fund,
      handbook('pay'),
      completion('pay'),
    ],
  },
};
