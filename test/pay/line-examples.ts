/** An example of every pay line for docs/pay.md: from the sample departments, or, where none has the line, made up. */
import { type Fen, fen, formatYuan } from '../../src/base/fen.js';
import type { Month } from '../../src/calendar/day.js';
import type { Derivation } from '../../src/pay/derivation.js';
import type { Arrears } from '../../src/pay/life/arrears.js';
import { LINES } from '../../src/pay/lines/index.js';
import type { PayResult } from '../../src/pay/payslip.js';
import { compute, day, earlier, event, id, kpi, lineOf, person, punches, sales, shift, yuan } from './department.js';
import { SAMPLES, samplePay } from './samples.js';

interface Example {
  readonly where: string;
  readonly line: Derivation;
}

const book = (more: string): string => `extends: [three-shift]\npay: ${more}`;
const arrears: Arrears = {
  ...{ staff: id('1001'), name: '', month: '2026-11' as Month, line: 'personal-commission' },
  ...{ label: { en: 'personal commission', zh: '个人绩效提成' }, frozen: yuan('450.00'), today: yuan('405.00') },
  ...{ amount: yuan('-45.00'), settled: fen(0), reasons: [{ en: 'a late refund', zh: '后到的退款' }] },
};
const INSURED = `{ base: post-salary, least: null, most: null, shares: { pension: { name: { en: pension, zh: 养老保险 }, rate: 8% } } }`;

/** By line: what was made up, in words, and the month it makes. */
const MADE_UP: Readonly<Record<string, readonly [string, () => PayResult]>> = {
  overtime: [
    'overtime paid; nine hours on a Tuesday',
    () =>
      compute(book('{ attendance: { overtime: { pay: true } } }'), {
        attendance: punches([shift('1001', 1, { workedMinutes: 540 })]),
      }),
  ],
  duty: [
    '15.00 a duty, two in the duty list',
    () =>
      compute(book('{ attendance: { duty: { per_time: 15 } } }'), {
        duties: [3, 9].map((number) => ({ day: day(number), kind: 'duty' as const, staff: id('1001') })),
      }),
  ],
  arrears: ['a refund after the close of November', () => compute(book('{}'), { arrears: [arrears] })],
  'missing-punch': [
    'two free, 10.00 each further one; three missing',
    () =>
      compute(book('{ attendance: { missing_punch: { free_times: 2, per_time: 10 } } }'), {
        attendance: punches([1, 2, 3].map((number) => shift('1001', number, { missingPunches: 1 }))),
      }),
  ],
  'other-additions': [
    'an event of kind addition',
    () => compute(book('{}'), { events: [event('1001', 3, 'addition', '打车', '30', { approvedBy: '林主管' })] }),
  ],
  'other-deductions': [
    'an event of kind deduction',
    () => compute(book('{}'), { events: [event('1001', 3, 'deduction', '工服', '80', { approvedBy: '林主管' })] }),
  ],
  'social-insurance': ['the pension share alone', () => compute(book(`{ social_insurance: ${INSURED} }`))],
  'income-tax': [
    '30,000.00 a month, first month of the year',
    () => compute(book('{ income_tax: { deduction: 5000 } }'), { staff: [person('1001', '30000')] }),
  ],
  'top-seller': [
    'first for the second month in a row',
    () =>
      compute('extends: [three-shift, conversion-bonus]', {
        sales: sales(['1001', '9000']),
        kpis: [kpi('1001', 'conversion', '65%')],
        earlier: [earlier('2026-11', { staff: id('1001'), topSeller: 1 })],
      }),
  ],
  'excellent-streak': [
    'excellent in October, November and December',
    () =>
      compute('extends: [three-shift, commission-2017]', {
        kpis: ['performance', 'ability', 'attitude'].map((part) => kpi('1001', part, '95')),
        earlier: ['2026-10', '2026-11'].map((month) => earlier(month, { staff: id('1001'), grade: '优秀' })),
      }),
  ],
  'grade-payout': [
    'a table of one’s own that pays 120% for 90 points; 10,000.00 sold',
    () =>
      compute(
        'extends: [three-shift, commission-2017]\npay: { grades: { table: [{ grade: good, name: { en: good, zh: 良 }, from: 90, payout: 120% }, { grade: plain, name: { en: plain, zh: 中 }, from: 0, payout: 100% }] } }',
        {
          sales: sales(['1001', '10000']),
          kpis: ['performance', 'ability', 'attitude'].map((part) => kpi('1001', part, '95')),
        },
      ),
  ],
  'quiet-quarter': [
    '300.00 for after-sales agents without a complaint since October',
    () =>
      compute('extends: [three-shift, after-sales]\npay: { quiet_quarter: { amount: 300 } }', {
        staff: [{ ...person('1001'), terms: [{ ...person('1001').terms[0]!, post: '售后' }] }],
        earlier: ['2026-10', '2026-11'].map((month) => earlier(month, { staff: id('1001') })),
      }),
  ],
  rewards: [
    '20.00 for a wrong item found',
    () =>
      compute('extends: [two-shift]\npay: { rewards: { wrong-item: { amount: 20 } } }', {
        events: [event('1001', 4, 'reward', 'wrong-item')],
      }),
  ],
};

/** The largest amount with the most to say about it: of single rows the page would teach little. */
const telling = (line: Derivation): number =>
  Math.min(line.says.en.length, 90) * (line.says.en.includes(' = ') ? 2 : 1);

async function fromSamples(lineId: string): Promise<Example | null> {
  for (const name of SAMPLES) {
    const { result } = await samplePay(name);
    const found = result.payslips
      .flatMap(({ id: staff, lines }) => lines.map((line) => ({ staff, line })))
      .filter(({ line }) => line.line === lineId && line.amount !== 0)
      .sort((a, b) => telling(b.line) - telling(a.line))[0];
    if (found !== undefined) return { where: `${name}, ${found.staff}`, line: found.line };
  }
  return null;
}

async function exampleOf(lineId: string): Promise<Example> {
  const sampled = await fromSamples(lineId);
  if (sampled !== null) return sampled;
  const made = MADE_UP[lineId];
  if (made === undefined) throw new Error(`no sample has the line ${lineId}: make one up`);
  const line = lineOf(made[1](), lineId);
  if (line === null) throw new Error(`the example made up for ${lineId} has no such line`);
  return { where: `made up: ${made[0]}`, line };
}

const cell = (words: string): string => words.replaceAll('|', '\\|');

function row(lineId: string, { where, line }: Example): string {
  const { en, zh } = line.says;
  const says = en === '' ? '' : en === zh ? `\`${cell(en)}\`` : `\`${cell(en)}\`<br>\`${cell(zh)}\``;
  const clause = `${line.clause ?? 'own figure'}${line.assumed ? ', assumed' : ''}`;
  return `| \`${lineId}\` | ${where} | ${says} | ${formatYuan(line.amount as Fen)} | ${clause} |`;
}

export async function examplesTable(): Promise<string> {
  const rows: string[] = [];
  for (const { id: lineId } of LINES) rows.push(row(lineId, await exampleOf(lineId)));
  return ['| line | where | sum, in words | amount | clause |', '|---|---|---|---|---|', ...rows].join('\n');
}
