/** The commands of `pay`: names, words and flags. */
import { text } from '../base/text.js';
import type { Command } from './command.js';
import type { FlagName } from './flags.js';

const PLACE: readonly FlagName[] = ['dir', 'month', 'handbook', 'staff'];
/** For many teams at once. */
export const TEAMS: readonly FlagName[] = ['ifChanged', 'all', 'shard', 'jobs'];

const WAGES: readonly FlagName[] = [...PLACE, 'leave', 'orders', 'punches', 'events', 'kpi', 'roster', 'previous'];

export const compute: Command = {
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

export const orders: Command = {
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

export const attendance: Command = {
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

export const explainPay: Command = {
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

export const payslip: Command = {
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

export const checkPay: Command = {
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

export const close: Command = {
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

export const reopen: Command = {
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

export const diffPay: Command = {
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

export const scorecard: Command = {
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

export const fund: Command = {
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
