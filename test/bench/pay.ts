/**
 * `npm run --silent bench -- pay [--people N] [--orders N] [--rounds R] [--summary] [--first]`: a whole `pay compute`, from the files to the files, in a
 * process of its own: N people, an export of orders in which each remark is an employee number, tiers, pool, seniority,
 * a fine for every tenth; with --summary from the sums of them that `pay orders --summary` writes; with --first every round is the
 * first in a folder of its own. Prints seconds, processor seconds, peak memory and what was written.
 *
 * ext4 searches long for every new file while thousands were deleted in the last five minutes (it does not use their numbers again so
 * soon): wait so long after a run before first times are measured again.
 */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { random } from '../../src/base/random.js';

const HANDBOOK = `extends: [three-shift, commission-2017]
department: { name: 客服部 }
sales: { marks: { staff-number: { on: true, form: staff-number } }, flag: { mode: ignored } }
pay: { minimum_wage: 2000, seniority: { per_year: 50 }, fund: { takes: fines, name: { zh: 活动经费, en: activity fund } } }
`;

const FIRST = 100_000;

function writeMonth(dir: string, people: number, orders: number): void {
  const month = join(dir, '2026-11');
  mkdirSync(join(month, 'orders'), { recursive: true });
  writeFileSync(join(dir, 'handbook.yaml'), HANDBOOK);
  const all = Array.from({ length: people }, (_, at) => FIRST + at);
  writeFileSync(
    join(dir, 'staff.csv'),
    `id,name,hired,post_salary\n${all.map((id) => `${id},员工${id},2020-03-0${1 + (id % 9)},${4000 + (id % 17) * 100}\n`).join('')}`,
  );
  const fined = all.filter((id) => id % 10 === 0);
  writeFileSync(
    join(month, 'events.csv'),
    `day,id,kind,what,amount,evidence,approved_by\n${fined.map((id) => `2026-11-0${1 + (id % 7)},${id},violation,unrelated,,,\n`).join('')}`,
  );
  const { below } = random(1);
  const path = join(month, 'orders', 'taobao.csv');
  writeFileSync(path, '订单编号,买家实付金额,退款金额,订单状态,订单付款时间,商家备注,支付单号\n');
  const AT_A_TIME = 20_000;
  for (let from = 0; from < orders; from += AT_A_TIME) {
    const rows = Array.from({ length: Math.min(AT_A_TIME, orders - from) }, (_, index) => {
      const day = String(1 + below(30)).padStart(2, '0');
      const number = 2_650_000_000_000_000 + from + index;
      return `${number}11,${20 + below(300)}.${10 + below(90)},0.00,交易成功,2026-11-${day} 10:00:00,${FIRST + below(people)},\n`;
    });
    appendFileSync(path, rows.join(''));
  }
}

/** The same department in another folder. */
function twin(dir: string, name: string): string {
  const made = join(dir, name);
  mkdirSync(join(made, '2026-11', 'orders'), { recursive: true });
  for (const file of ['handbook.yaml', 'staff.csv', '2026-11/events.csv', '2026-11/orders/taobao.csv'])
    linkSync(join(dir, file), join(made, file));
  return made;
}

/** At the end of the child: what it took, on the fourth stream. */
const MEASURED = `import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }));
});`;

interface Measured {
  readonly seconds: number;
  readonly words: string;
}

/** `pay` with these arguments in a process of its own; null: it failed, and has said why. */
function measured(args: readonly string[], say: (words: string) => void): Measured | null {
  const pay = fileURLToPath(new URL('../../../bin/pay.js', import.meta.url));
  const began = performance.now();
  const done = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(MEASURED)}`, pay, ...args],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', 'pipe'], maxBuffer: 2 ** 31 },
  );
  const seconds = (performance.now() - began) / 1000;
  if ((done.status ?? 99) > 1) {
    say(done.stdout.slice(-2000) + done.stderr);
    return null;
  }
  const { cpu, megabytes } = JSON.parse(String(done.output[3])) as { cpu: number; megabytes: number };
  return { seconds, words: `${seconds.toFixed(2)} s  cpu ${cpu.toFixed(2)} s  ${Math.round(megabytes)} MB` };
}

export async function benchPay(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      people: { type: 'string' },
      orders: { type: 'string' },
      rounds: { type: 'string' },
      keep: { type: 'string' },
      summary: { type: 'boolean', default: false },
      first: { type: 'boolean', default: false },
    },
  });
  const [people, orders, rounds] = [values.people ?? 10_000, values.orders ?? 2_000_000, values.rounds ?? 3].map(
    Number,
  );
  const dir = values.keep ?? mkdtempSync(join(tmpdir(), 'rosterpay-pay-'));
  const say = (words: string): boolean => process.stdout.write(`${words}\n`);
  try {
    writeMonth(dir, people!, orders!);
    say(`${people} people, ${orders} orders; load ${loadavg()[0]!.toFixed(1)}`);
    const month = (of: string): string[] => ['--dir', of, '--month', '2026-11', '--quiet'];
    const from: string[] = [];
    if (values.summary) {
      const sums = join(dir, 'sums.json');
      const done = measured(['orders', ...month(dir), '--summary', sums], say);
      if (done === null) return 1;
      say(`pay orders --summary: ${done.words}, written ${(statSync(sums).size / 1e6).toFixed(1)} MB`);
      from.push('--orders', sums);
    }
    let worst = 0;
    let at = dir;
    for (let round = 1; round <= rounds!; round += 1) {
      if (values.first) at = twin(dir, `round-${round}`);
      const done = measured(['compute', ...month(at), ...from], say);
      if (done === null) return 1;
      say(`pay compute: ${done.words}, load ${loadavg()[0]!.toFixed(1)}`);
      worst = Math.max(worst, done.seconds);
    }
    const folder = join(at, '2026-11');
    for (const name of readdirSync(folder)) {
      const stat = statSync(join(folder, name));
      if (stat.isFile()) say(`  ${name}  ${(stat.size / 1e6).toFixed(1)} MB`);
    }
    const { totals } = JSON.parse(readFileSync(join(folder, 'pay.json'), 'utf8')) as { totals: { net: string } };
    say(`net ${totals.net}`);
    return worst < 10 ? 0 : 1;
  } finally {
    if (values.keep === undefined) rmSync(dir, { recursive: true });
  }
}
