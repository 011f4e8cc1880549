/** The two programs and their commands. Only names, words and flags: the work loads when it is asked for. */
import { text } from '../base/text.js';
import type { Command } from './command.js';
import type { FlagName } from './flags.js';
import { FORMATS } from './formats.js';
import type { Program } from './help.js';
import { cover, diff, explain, publish, replan, swap } from './life-pages.js';
import { duty, pattern } from './sheet-pages.js';
import { completion } from './shell-pages.js';

const PLACE: readonly FlagName[] = ['dir', 'month', 'handbook', 'staff'];
const PLAN: readonly FlagName[] = [...PLACE, 'leave', 'requests', 'demand', 'previous'];

/** For many teams at once. */
const TEAMS: readonly FlagName[] = ['ifChanged', 'all', 'shard', 'jobs'];

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

const WAGES: readonly FlagName[] = [...PLACE, 'leave', 'orders', 'punches', 'events', 'kpi', 'roster', 'previous'];

const compute: Command = {
  name: 'compute',
  args: [],
  about: text("compute the month's payslips", '计算本月工资'),
  more: text(
    'Last month where --month is not given. Writes pay.json, pay.csv, pay-lines.csv, pay-exceptions.csv, pay-notices.csv.\nExit code 1 where money could not be placed or something else must be looked at.',
    '不写 --month 则计算上个月。写出 pay.json、pay.csv、pay-lines.csv、pay-exceptions.csv、pay-notices.csv。\n有未归属的金额或其他需要查看的情况时，退出码为 1。',
  ),
  examples: [
    {
      line: 'pay compute --month 2026-11',
      says: text('the register, and what wants your eye', '工资表，以及需要查看的事项'),
    },
  ],
  flags: [...WAGES, 'out', ...TEAMS],
  load: async () => (await import('./commands/compute.js')).computeCommand,
};

const orders: Command = {
  name: 'orders',
  args: [],
  about: text("place the month's orders: agents, pool, what needs your eye", '核对本月订单的归属：个人、公共、待处理'),
  more: text(
    'The step of compute that reads the order exports, alone: each file as it was recognised, where its money went, to the\nfen, and each order that could not be placed. Exit code 1 where there is one.',
    'compute 中读取订单导出的一步：每个文件识别为何种导出、金额去向（精确到分）以及未能归属的订单。有未归属订单时退出码为 1。',
  ),
  examples: [
    {
      line: 'pay orders --month 2026-11',
      says: text("where the money of November's orders went", '十一月订单金额的去向'),
    },
    {
      line: 'pay orders --month 2026-11 --summary shop.json',
      says: text(
        'the sums in a file: one a shop, placed on as many machines',
        '写出汇总：每店一份，可在多台机器上分别核对',
      ),
    },
  ],
  flags: [...PLACE, 'orders', 'summary'],
  load: async () => (await import('./commands/orders.js')).ordersCommand,
};

const attendance: Command = {
  name: 'attendance',
  args: [],
  about: text("compare the month's punches with the roster", '用打卡核对本月班表'),
  more: text(
    'The step of compute that reads the punches, alone: hours, late arrivals, missing punches, absence and leave of each\nperson, and what contradicts itself. Exit code 1 where something should be looked at.',
    'compute 中读取打卡的一步：每人的工时、迟到、缺卡、旷工和请假，以及相互矛盾之处。有需要查看的情况时退出码为 1。',
  ),
  examples: [
    {
      line: 'pay attendance --month 2026-11',
      says: text("what became of November's shifts, person by person", '十一月每人的出勤情况'),
    },
  ],
  flags: [...PLACE, 'leave', 'punches', 'events', 'roster', 'previous'],
  load: async () => (await import('./commands/attendance.js')).attendanceCommand,
};

const explainPay: Command = {
  name: 'explain',
  args: [
    { name: '<staff>', about: text('the employee number', '工号') },
    {
      name: '[line]',
      about: text(
        'one line only: post-salary, personal-commission ...',
        '只看一项：post-salary、personal-commission……',
      ),
    },
  ],
  about: text('say where every fen of a payslip comes from', '说明工资条上每一分钱的来历'),
  examples: [
    { line: 'pay explain 1003 --month 2026-11', says: text('the whole slip of 1003', '1003 的整份工资条') },
    { line: 'pay explain 1003 personal-commission --month 2026-11', says: text('one line of it', '其中一项') },
    {
      line: 'pay explain 1003 commission --month 2026-11 --sales 25001',
      says: text('what such sales would earn, and the next yuan', '假设销售额为 25001 的提成，以及再多一元的影响'),
    },
  ],
  flags: [...WAGES, 'sales'],
  load: async () => (await import('./commands/explain-pay.js')).explainCommand,
};

const payslip: Command = {
  name: 'payslip',
  args: [
    { name: '[staff...]', about: text('employee numbers; everybody where none is given', '工号；不写则为所有人') },
  ],
  about: text('payslips to hand out: a page a person, a row a person', '发放用的工资条：每人一页，另有邮件合并表'),
  more: text(
    "Writes payslips/ID.html (prints on A4, or to PDF from the browser) and payslips.csv for mail merge. All are readable by\nyou alone, and a page holds nothing of anybody else. In the month's own folder they are those of the last compute.",
    '写出 payslips/工号.html（可打印 A4 或在浏览器另存为 PDF）和邮件合并用的 payslips.csv。\n文件仅本人账户可读，每页不含他人数据。在月份文件夹中与最近一次计算一致。',
  ),
  examples: [
    {
      line: 'pay payslip 1003 --month 2026-11 --out slips',
      says: text('one payslip, in a folder of its own', '单独一份工资条，写到另一文件夹'),
    },
  ],
  flags: [...WAGES, 'out'],
  load: async () => (await import('./commands/payslip.js')).payslipCommand,
};

const checkPay: Command = {
  name: 'check',
  args: [],
  about: text("look over the month's inputs", '检查本月的输入'),
  more: text(
    'What is missing or contradicts itself, what the handbook leaves open and is assumed, what would want your eye, and what\nwould change against the last compute, line by line with the cause. Writes nothing. Exit code 1 where something would\nwant your eye.',
    '缺少什么、哪里矛盾、手册未写而推定了什么、哪些需要查看，以及与上次计算相比会变动什么（逐项说明原因）。\n不写任何文件。有需要查看的情况时退出码为 1。',
  ),
  examples: [
    {
      line: 'pay check --month 2026-11',
      says: text('is everything there to pay November', '计算十一月工资所需的资料是否齐全'),
    },
  ],
  flags: WAGES,
  load: async () => (await import('./commands/check-pay.js')).checkPayCommand,
};

const NAMED: readonly FlagName[] = ['by'];

const close: Command = {
  name: 'close',
  args: [],
  about: text('freeze the month as it was computed', '关账：冻结已核对的本月工资'),
  more: text(
    'Refuses while money is not placed, a file is not read or the score sheet is not approved, unless somebody lets it stand\nby name: --accept ID --because "...". The files become read-only. Whatever changes later becomes arrears of the next\nopen month, judged by the handbook as it stood at the close.',
    '有未归属金额、未读文件或未批准的评分表时不能关账，除非注明理由放行：--accept ID --because "理由"。\n关账后文件只读；此后的变动按关账时的手册在下一个未关账月份补发补扣。',
  ),
  examples: [
    {
      line: 'pay close --month 2026-11 --by 王主管',
      says: text('close November', '十一月关账'),
    },
  ],
  flags: [...WAGES, ...NAMED, 'accept', 'because'],
  load: async () => (await import('./commands/close.js')).closeCommand,
};

const reopen: Command = {
  name: 'reopen',
  args: [],
  about: text('open a closed month again; the trace stays', '重新打开已关账月份，并留下记录'),
  examples: [
    {
      line: 'pay reopen --month 2026-11 --by 王主管 --because "wrong export"',
      says: text('November may be computed again', '十一月可以重新计算'),
    },
  ],
  flags: ['dir', 'month', ...NAMED, 'because'],
  load: async () => (await import('./commands/reopen.js')).reopenCommand,
};

const diffPay: Command = {
  name: 'diff',
  args: [
    { name: '<before>', about: text('a pay.json, or the folder that holds it', 'pay.json 或其所在文件夹') },
    { name: '<after>', about: text('the other one', '另一个') },
  ],
  about: text('which lines of two runs differ, and why', '比较两次计算：哪些项目不同，原因是什么'),
  examples: [
    {
      line: 'pay diff 2026-11 new',
      says: text("November's result against the one in the folder new", '十一月的结果与 new 文件夹中的结果比较'),
    },
  ],
  flags: [],
  load: async () => (await import('./commands/diff-pay.js')).diffCommand,
};

const scorecard: Command = {
  name: 'scorecard',
  args: [],
  about: text("the month's reward-and-penalty score sheet and KPI table", '奖罚评分表与绩效指标表'),
  more: text(
    'Writes scorecard.csv and scorecard-kpi.csv. --approve keeps who approved which sheet; when the sheet changes, the\napproval no longer holds.',
    '写出 scorecard.csv 和 scorecard-kpi.csv。--approve 记录由谁批准；评分表有变动后批准即失效。',
  ),
  examples: [
    {
      line: 'pay scorecard --month 2026-11 --approve --by 李店长',
      says: text("November's sheet, approved", '批准十一月的评分表'),
    },
  ],
  flags: [...WAGES, 'approve', ...NAMED],
  load: async () => (await import('./commands/scorecard.js')).scorecardCommand,
};

const fund: Command = {
  name: 'fund',
  args: [],
  about: text("the activity fund's ledger, to be published", '部门活动经费台账，用于公布'),
  more: text(
    'Fines of every computed month up to this one, less what fund-spending.csv of the workspace lists (day, what, amount).\nNames do not stand in it. Writes fund-ledger.csv.',
    '截至本月各月罚款，减去工作文件夹中 fund-spending.csv 的支出（日期、用途、金额）。\n台账不含姓名。写出 fund-ledger.csv。',
  ),
  examples: [{ line: 'pay fund --month 2026-11', says: text('the ledger up to November', '截至十一月的台账') }],
  flags: ['dir', 'month'],
  load: async () => (await import('./commands/fund.js')).fundCommand,
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
