/** A large shop for sports goods: forty agents in five teams, two shifts that meet to the minute, one rest day a week. */
import { random, shuffled } from '../../../src/base/random.js';
import { at, type Department } from '../department.js';

const SEED = 20261106;
const COUNT = 40;
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [
  '静怡',
  '思远',
  '雨欣',
  '子涵',
  '海燕',
  '晓东',
  '梦瑶',
  '建华',
  '佳琪',
  '文博',
  '丽萍',
  '志强',
  '欣悦',
  '嘉豪',
];
const TEAMS = ['run', 'ball', 'outdoor', 'fitness', 'water'];
const HEADINGS =
  'id,name,team,shifts,skills,mentor,hired,left,probation_until,post,post_salary,seniority_from,protected_until,from';

/** Somebody's cells that are not as the others'. */
interface Unlike {
  readonly shifts?: string;
  readonly mentor?: string;
  readonly hired?: string;
  readonly left?: string;
  readonly probation?: string;
  readonly protectedUntil?: string;
}

const UNLIKE: Readonly<Record<number, Unlike>> = {
  7: { protectedUntil: '2027-04-30' },
  12: { shifts: '白' },
  18: { shifts: '晚' },
  23: { left: '2026-12-20' },
  29: { protectedUntil: '2026-12-15' },
  31: { left: '2026-11-13' },
  38: { hired: '2026-11-02', probation: '2026-12-31', mentor: 'K01' },
  39: { hired: '2026-11-16', probation: '2027-02-15', mentor: 'K09' },
  40: { hired: '2026-12-07', probation: '2027-03-06', mentor: 'K17' },
};

const idOf = (number: number): string => `K${String(number).padStart(2, '0')}`;
const numbers = Array.from({ length: COUNT }, (_, index) => index + 1);

function staffLines(): string {
  const chance = random(SEED);
  // Fourteen given names among forty people: some repeat, as they do.
  const names = shuffled(
    numbers.map((number) => `${SURNAMES[number % SURNAMES.length]}${GIVEN[number % GIVEN.length]}`),
    chance,
  );
  const rows = numbers.map((number, index) => {
    const unlike = UNLIKE[number] ?? {};
    const hired = unlike.hired ?? `${2019 + (number % 7)}-${String(1 + (number % 12)).padStart(2, '0')}-11`;
    const leader = number % 8 === 1;
    const skills = [...(number % 3 === 0 ? ['refund'] : []), ...(leader ? ['lead'] : [])].join(' ');
    const salary = unlike.probation ? 2700 : 2900 + 100 * (number % 6) + (leader ? 700 : 0);
    return [
      idOf(number),
      names[index],
      TEAMS[Math.floor(index / 8)],
      unlike.shifts ?? '',
      skills,
      unlike.mentor ?? '',
      hired,
      unlike.left ?? '',
      unlike.probation ?? '',
      leader ? 'leader' : 'agent',
      `${salary}.00`,
      hired,
      unlike.protectedUntil ?? '',
      '',
    ].join(',');
  });
  const raise = `${idOf(5)},${names[4]},run,,lead,,,,,leader,4000.00,,,2026-12-01`;
  return [HEADINGS, ...rows, raise].join('\n');
}

/** Conversion between 58 and 80 %, one of them 70 % to the point. */
function kpiLines(): string {
  const chance = random(SEED + 1);
  const rows = numbers
    .filter((number) => number !== 40)
    .map((number) => {
      const tenths = number === 10 ? 700 : 580 + chance.below(220);
      return `${idOf(number)},conversion,${Math.floor(tenths / 10)}.${tenths % 10}%`;
    });
  return ['id,kpi,value', ...rows].join('\n');
}

function aims(): Record<string, string> {
  const chance = random(SEED + 2);
  const earned = numbers
    .filter((number) => number !== 40)
    .map((number): [string, string] => {
      const whole = number === 31 ? 1800 : number >= 38 ? 2100 : 4000 + chance.below(9000);
      return [idOf(number), `${whole}.${String(chance.below(100)).padStart(2, '0')}`];
    });
  return Object.fromEntries(earned);
}

export const workSix: Department = {
  name: 'work-six',
  seed: SEED,
  company: '跃动体育',
  shifts: { 白: [[at(8, 30), at(16)]], 晚: [[at(16), at(23, 30)]] },
  sheets: [
    { path: 'staff', as: 'utf8-bom', lines: staffLines() },
    {
      path: '2026-11/leave',
      as: 'utf8-bom',
      lines: `
id,from,to,kind,approved_by,stand_in,note
K03,2026-11-04,2026-11-06,annual,Lin,K04,
K14,2026-11-16,2026-11-17,sick,Lin,,flu
K22,2026-11-23,2026-11-29,marriage,Lin,K21,
K27,2026-11-19,2026-11-19,unpaid,Lin,,
K33,2026-11-20,2026-11-20,unpaid,,,slip not signed
`,
    },
    {
      path: '2026-11/events',
      as: 'utf8-bom',
      lines: `
day,id,kind,what,amount,evidence,approved_by
2026-11-11,K06,loss,promised a gift that does not exist,45.00,chat 11-11 22:10,Lin
2026-11-12,K15,addition,stayed on for the warehouse,100.00,,Lin
2026-11-17,K34,discipline,警告,,left the post before relief,Lin
`,
    },
    { path: '2026-11/kpi', as: 'utf8-bom', lines: kpiLines() },
    {
      path: '2026-12/leave',
      as: 'utf8-bom',
      lines: `
id,from,to,kind,approved_by,stand_in,note
K02,2026-12-03,2026-12-04,annual,Lin,K03,
K08,2026-12-14,2026-12-18,annual,Lin,K07,
K16,2026-12-21,2026-12-22,lieu,Lin,K15,
K20,2026-12-28,2026-12-31,marriage,Lin,K19,
K35,2026-12-24,2026-12-24,unpaid,Lin,,
K36,2026-12-25,2026-12-25,unpaid,,,asked by phone
`,
    },
    {
      path: '2026-12/requests',
      as: 'utf8-bom',
      lines: `
id,day,wish,weight
K01,2026-12-06,off,1
K04,2026-12-24,!晚,2
K05,2026-12-13,off,1
K09,2026-12-20,off,2
K11,2026-12-31,off,3
K13,2026-12-25,白,1
K17,2026-12-27,off,1
K21,2026-12-05,off,1
K24,2026-12-19,!晚,1
K26,2026-12-31,!晚,2
K28,2026-12-26,off,1
K30,2026-12-09,晚,1
K32,2026-12-17,off,1
K37,2026-12-13,off,2
`,
    },
    {
      path: '2026-12/demand',
      as: 'utf8-bom',
      lines: `
day,from,to,agents
2026-12-11,20:00,23:30,17
2026-12-12,9:00,12:00,17
2026-12-12,12:00,16:00,16
2026-12-12,19:00,23:30,18
`,
    },
  ],
  orders: {
    export: 'taobao-2026',
    shop: '跃动运动户外旗舰店',
    shopId: '100200306',
    products: [
      { title: '跃动缓震跑步鞋', price: 399 },
      { title: '跃动速干T恤', price: 99 },
      { title: '跃动露营帐篷三季', price: 699 },
      { title: '跃动羽毛球拍碳素', price: 459 },
      { title: '跃动瑜伽垫加厚', price: 129 },
    ],
    signing: 'number',
    aims: aims(),
    unmarked: 900,
    puzzles: ['K41', 'K03 K04', '王静怡', 'k05', '=K07', 'K12/K13 各半'],
    flags: false,
    midMonth: false,
  },
  punches: 'plain',
  mishaps: [
    { id: 'K04', shift: 3, what: 'late', minutes: 11 },
    { id: 'K11', shift: 8, what: 'late', minutes: 42 },
    { id: 'K15', shift: 20, what: 'extended', minutes: 48 },
    { id: 'K21', shift: 6, what: 'no-arrival' },
    { id: 'K26', shift: 14, what: 'early', minutes: 25 },
    { id: 'K28', shift: 17, what: 'no-leaving' },
    { id: 'K34', shift: 15, what: 'absent' },
    { id: 'K38', shift: 9, what: 'late', minutes: 6 },
  ],
};
