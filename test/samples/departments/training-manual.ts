/** A clothing shop: eight agents, two rest days a month, every file in the old Chinese encoding. */
import { at, type Department } from '../department.js';

export const trainingManual: Department = {
  name: 'training-manual',
  seed: 20261103,
  company: '棠棣服饰',
  shifts: { 白: [[at(8), at(17, 30)]], 晚: [[at(13, 30), at(22, 30)]] },
  sheets: [
    {
      // 冯小燕 twice: no relation.
      path: 'staff',
      as: 'gb18030',
      lines: `
工号,姓名,班组,可上班次,技能,师傅,入职日期,离职日期,试用期至,岗位,岗位工资,工龄起算,保护期至,生效日期
301,冯小燕,,,,,2020/3/9,,,客服,4000,2020/3/9,,
302,谢婉,,,,,2021/7/1,,,客服,3800,2021/7/1,,
303,曹敏,,,,,2022/10/10,,,客服,3600,2022/10/10,,
304,冯小燕,,,,,2024/5/6,,,客服,3300,2024/5/6,,
305,邓梓萱,,,,,2024/9/2,2026/12/10,,客服,3300,2024/9/2,,
306,彭露,,白,,,2023/4/17,,,客服,3500,2023/4/17,2027/5/31,
307,曾琪,,,,,2025/2/24,,,客服,3200,2025/2/24,,
308,萧雨桐,,,,302,2026/10/26,,2026/12/25,客服,3000,2026/10/26,,
`,
    },
    {
      path: '2026-11/leave',
      as: 'gb18030',
      lines: `
工号,开始,结束,假别,批准人,补班人,备注
303,2026/11/17,2026/11/19,病假,董主管,307,发烧
`,
    },
    {
      path: '2026-11/events',
      as: 'gb18030',
      lines: `
日期,工号,类型,事项,金额,凭证,批准人
2026/11/09,304,投诉,买家投诉,30,买家投诉态度 聊天记录,董主管
2026/11/14,307,损失,发错尺码 来回运费,46.00,售后单,董主管
`,
    },
    {
      path: '2026-12/leave',
      as: 'gb18030',
      lines: `
工号,开始,结束,假别,批准人,补班人,备注
301,2026/12/21,2026/12/22,年假,董主管,302,
`,
    },
    {
      path: '2026-12/requests',
      as: 'gb18030',
      lines: `
工号,日期,意愿,权重
302,2026/12/25,休,2
304,2026/12/13,!晚,1
307,2026/12/06,休,1
`,
    },
  ],
  orders: {
    export: 'taobao-2026',
    shop: '棠棣服饰专营店',
    shopId: '100200303',
    products: [
      { title: '棠棣羊毛呢大衣女中长款', price: 459 },
      { title: '棠棣高领打底衫', price: 89 },
      { title: '棠棣加绒牛仔裤', price: 149 },
      { title: '棠棣羽绒服短款', price: 599 },
    ],
    signing: 'number',
    // Each row of the tier table of commission-2017/3 has somebody; 303 stands on an edge.
    aims: {
      301: '41870.20',
      302: '25000.01',
      303: '20000.00',
      304: '15310.70',
      305: '9999.99',
      306: '10000.01',
      307: '23456.78',
      308: '4310.00',
    },
    unmarked: 460,
    puzzles: ['301 304', '399', '小燕', '302/303', '补发2026春款'],
    flags: true,
    midMonth: false,
  },
  punches: 'feishu',
  mishaps: [
    { id: '304', shift: 3, what: 'late', minutes: 4 },
    { id: '307', shift: 10, what: 'absent' },
    { id: '305', shift: 14, what: 'no-arrival' },
  ],
};
