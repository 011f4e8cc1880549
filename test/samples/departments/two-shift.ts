/** A small tea shop: six agents, one of them new since the middle of the month; sales are marked by number and red flag. */
import { at, type Department } from '../department.js';

export const twoShift: Department = {
  name: 'two-shift',
  seed: 20261102,
  company: '云岭茶社',
  shifts: { 白: [[at(9), at(16, 30)]], 晚: [[at(16), at(22, 30)]] },
  sheets: [
    {
      path: 'staff',
      as: 'utf8',
      lines: `
id,name,team,shifts,skills,mentor,hired,left,probation_until,post,post_salary,seniority_from,protected_until,from
2001,何静,,,,,2022-05-09,,,agent,3400.00,2022-05-09,,
2002,罗敏,,,,,2023-08-14,,,agent,3200.00,2023-08-14,,
2003,梁晨,,,,,2024-02-26,,,agent,3200.00,2024-02-26,,
2004,宋佳怡,,,,,2024-11-04,,,agent,3000.00,2024-11-04,,
2005,许可,,,,,2025-06-16,,,agent,3000.00,2025-06-16,,
2006,韩雪梅,,,,2001,2026-11-16,,2027-02-15,agent,2600.00,2026-11-16,,
`,
    },
    {
      path: '2026-11/leave',
      as: 'utf8',
      lines: `
id,from,to,kind,approved_by,stand_in,note
2003,2026-11-23,2026-11-24,年假,周主管,2001,
`,
    },
    {
      // The rewards' amounts are the handbook's.
      path: '2026-11/events',
      as: 'utf8',
      lines: `
day,id,kind,what,amount,evidence,approved_by
2026-11-04,2004,offence,unrelated,,chatting on a private phone,周主管
2026-11-10,2002,reward,data-error,,found a wrong net weight on item 3,周主管
2026-11-17,2001,reward,suggestion,,ready-made answers for brewing times,周主管
2026-11-21,2004,offence,unrelated,,watching videos on shift,周主管
`,
    },
    {
      // From the counting book: buyers who bought, buyers served. 2002 comes to 70 % to the point, the lower side of the step.
      path: '2026-11/kpi',
      as: 'utf8',
      lines: `
id,kpi,value
2001,成交客户数,428
2001,服务客户数,560
2002,成交客户数,336
2002,服务客户数,480
2003,成交客户数,347
2003,服务客户数,495
2004,成交客户数,252
2004,服务客户数,377
2005,成交客户数,313
2005,服务客户数,432
2006,成交客户数,74
2006,服务客户数,127
`,
    },
    {
      path: '2026-12/leave',
      as: 'utf8',
      lines: `
id,from,to,kind,approved_by,stand_in,note
2001,2026-12-18,2026-12-19,事假,周主管,2002,
2005,2026-12-28,2026-12-29,年假,周主管,2003,
`,
    },
    {
      path: '2026-12/requests',
      as: 'utf8',
      lines: `
id,day,wish,weight
2002,2026-12-25,off,2
2003,2026-12-05,!晚,1
2004,2026-12-20,白,1
2006,2026-12-31,off,1
`,
    },
  ],
  orders: {
    export: 'taobao-2026',
    shop: '云岭茶社旗舰店',
    shopId: '100200302',
    products: [
      { title: '云岭古树普洱熟茶357g', price: 168 },
      { title: '云岭滇红散茶250g', price: 89 },
      { title: '云岭茉莉花茶罐装', price: 59 },
      { title: '云岭白茶礼盒', price: 399 },
    ],
    signing: 'number',
    aims: {
      2001: '38420.60',
      2002: '30000.00',
      2003: '38420.60',
      2004: '21875.30',
      2005: '27316.90',
      2006: '5230.00',
    },
    unmarked: 420,
    puzzles: ['2009', '2001 2004', '2003 2005 换茶罐', '已改地址 13800002001', '\tDATE=2001'],
    flags: true,
    midMonth: false,
  },
  punches: 'wecom',
  mishaps: [
    { id: '2004', shift: 5, what: 'late', minutes: 15 },
    { id: '2005', shift: 12, what: 'no-leaving' },
    { id: '2002', shift: 17, what: 'extended', minutes: 40 },
  ],
  unnumbered: ['2005'],
};
