/**
 * `npm run --silent bench -- punches [--agents N] [--rounds R]`: a month of punches of N agents (300) as DingTalk's workbook (原始记录
 * and 每日统计, about 40,000 and 9,000 rows of 20 and 38 columns), read and compared with the roster by `pay attendance --json`, each
 * round in a process of its own, start-up included.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Random, random } from '../../src/base/random.js';
import { type Day, daysOf, type Month, weekday } from '../../src/calendar/day.js';
import { DAILY, RAW, report } from '../samples/dingtalk.js';
import { workbook } from '../samples/sheet.js';

const MONTH = '2026-11' as Month;
/** Code, start and end of the shifts of three-shift, in minutes. */
const SHIFTS = [
  ['白', 540, 1050],
  ['半', 600, 930],
  ['晚', 1020, 1410],
] as const;

const two = (count: number): string => String(count).padStart(2, '0');
const clock = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const shortDay = (day: Day): string => `${day.slice(2)} 星期${'一二三四五六日'[weekday(day) - 1]}`;

interface Written {
  readonly raw: string[][];
  readonly daily: string[][];
  readonly roster: { id: string; name: string; days: string[] }[];
}

/** Six days of seven; each shift is punched twice on arriving, on leaving, twice round the meal, and one time in five once more. */
function monthOf(agents: number, chance: Random): Written {
  const [raw, daily, roster]: [string[][], string[][], Written['roster']] = [[], [], []];
  for (let at = 0; at < agents; at += 1) {
    const [id, name] = [String(10_001 + at), `客服${10_001 + at}`];
    const who = [name, '客服考勤组', '星禾母婴-客服部', id, '客服', `0${id}77${at}`];
    const codes: string[] = [];
    for (const [index, day] of daysOf(MONTH).entries()) {
      if ((index + at) % 7 === 6) {
        codes.push('休');
        daily.push([...who, shortDay(day), '休息', ...Array.from({ length: 30 }, () => '')]);
        continue;
      }
      const [code, from, to] = SHIFTS[(at + Math.floor(index / 7)) % 3]!;
      codes.push(code);
      const came = from - 10 + chance.below(13);
      const left = to - 1 + chance.below(12);
      const meal = from + 120 + chance.below(60);
      const strokes = [came, came + 1, meal, meal + 40, left, ...(chance.below(5) === 0 ? [left + 1] : [])];
      for (const [place, minute] of strokes.entries()) {
        const judged = place === 0 && minute > from ? '迟到' : '正常';
        const times = [`${day} ${clock(place < 3 ? from : to)}`, `${day} ${clock(minute)}`];
        raw.push([...who, shortDay(day), ...times, judged, '客服中心二楼', ...Array.from({ length: 9 }, () => '')]);
      }
      const pairs = [clock(came), came > from ? '迟到' : '正常', clock(left), '正常', '', '', '', '', '', '', '', ''];
      const rest = ['', '1', '0', String(left - came), ...Array.from({ length: 14 }, () => '0')];
      daily.push([...who, shortDay(day), `${code}班 ${clock(from)}-${clock(to)}`, ...pairs, ...rest]);
    }
    roster.push({ id, name, days: codes });
  }
  return { raw, daily, roster };
}

async function writeWorkspace(folder: string, { raw, daily, roster }: Written): Promise<void> {
  const month = join(folder, MONTH);
  mkdirSync(join(month, 'punches'), { recursive: true });
  writeFileSync(join(folder, 'handbook.yaml'), 'extends: [three-shift]\n');
  writeFileSync(join(folder, 'staff.csv'), `id,name\n${roster.map(({ id, name }) => `${id},${name}\n`).join('')}`);
  const file = { month: MONTH, revision: 1, madeFrom: {}, rows: roster, pins: [], accepted: [] };
  writeFileSync(join(month, 'roster.json'), JSON.stringify(file));
  const made = '2026-12-01 09:12';
  const bytes = await workbook([
    report('每日统计', '每日统计表', made, DAILY, daily),
    report('原始记录', '原始记录表', made, RAW, raw),
  ]);
  writeFileSync(join(month, 'punches', '考勤报表.xlsx'), bytes);
}

export async function benchPunches(argv: readonly string[]): Promise<number> {
  const options = { agents: { type: 'string' }, rounds: { type: 'string' }, make: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...argv], options });
  const [agents, rounds] = [values.agents ?? 300, values.rounds ?? 5].map(Number) as [number, number];
  const month = monthOf(agents, random(7));
  if (values.make !== undefined) {
    await writeWorkspace(values.make, month);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'rosterpay-punches-'));
  const say = (words: string): boolean => process.stdout.write(`${words}\n`);
  try {
    // In another process: a child's peak of memory counts from its parent's.
    spawnSync(process.execPath, [process.argv[1]!, 'punches', '--make', folder, '--agents', String(agents)]);
    say(`${month.raw.length} + ${month.daily.length} rows of ${agents} agents; load ${loadavg()[0]!.toFixed(1)}`);
    const ours = fileURLToPath(new URL('./punches-run.js', import.meta.url));
    const command = ['attendance', '--dir', folder, '--month', MONTH, '--json'];
    const found = new Set<string>();
    for (let round = 1; round <= rounds; round += 1) {
      const done = spawnSync(process.execPath, [ours, ...command], { encoding: 'utf8' });
      const { seconds, cpu, megabytes, ...facts } = JSON.parse(done.stdout) as Record<string, number>;
      found.add(JSON.stringify(facts));
      say(`${seconds!.toFixed(2)} s  cpu ${cpu!.toFixed(2)} s  ${Math.round(megabytes!)} MB  ${JSON.stringify(facts)}`);
    }
    return found.size === 1 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
