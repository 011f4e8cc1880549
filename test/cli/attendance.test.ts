/** `pay attendance` on a small night-shift department, as a clerk runs it. */
import { describe, expect, it } from 'vitest';
import { inFolder, ran } from './world.js';

/** Shifts of punch-clock: 白 8:30-17:30, 晚 17:00-1:00. 2026-11-30 was a Monday, 11-28 a Saturday. */
const roster = (...rows: readonly (readonly [id: string, name: string, days: Readonly<Record<number, string>>])[]) =>
  JSON.stringify({
    month: '2026-11',
    revision: 1,
    madeFrom: {},
    rows: rows.map(([id, name, days]) => ({
      id,
      name,
      days: Array.from({ length: 30 }, (_, at) => days[at + 1] ?? '休'),
    })),
    pins: [],
    accepted: [],
  });
const FILES = {
  'handbook.yaml': 'extends: [punch-clock]\n\nleave: { needs_stand_in: true }\n',
  'staff.csv': 'id,name\n01,王婷\n02,李娜\n',
  '2026-11/roster.json': roster(['01', '王婷', { 28: '白', 30: '晚' }], ['02', '李娜', { 28: '白', 30: '白' }]),
  '2026-11/leave.csv': 'id,from,to,kind,approved_by,stand_in\n02,2026-11-28,2026-11-28,事假,张主管,\n',
  '2026-11/punches/a.csv':
    'id,time\n01,2026-11-28 08:30\n01,2026-11-28 17:30\n01,2026-11-30 16:58\n02,2026-11-30 08:30\n02,2026-11-30 17:40\n',
};
const LINE = 'pay attendance --month 2026-11';
interface Shown {
  readonly shifts: readonly {
    readonly staff: string;
    readonly day: string;
    readonly missingPunches: number;
    readonly extendedMinutes: number;
  }[];
  readonly people: readonly { readonly staff: string; readonly overtime: Readonly<Record<string, number>> }[];
  readonly uncovered: readonly {
    readonly day: string;
    readonly answerable: unknown;
    readonly sources: readonly string[];
  }[];
}
const shown = async (files: Record<string, string>): Promise<Shown> =>
  inFolder(files, async (cwd) => JSON.parse((await ran(`${LINE} --json`, { cwd })).out) as Shown);

describe('pay attendance', () => {
  it('finds the last night’s leaving punch in the next month’s file', async () => {
    const last = ({ shifts }: Shown) => shifts.find(({ staff, day }) => staff === '01' && day === '2026-11-30')!;
    expect(last(await shown(FILES))).toMatchObject({ missingPunches: 0, extendedMinutes: 0 });
    const both = { ...FILES, '2026-12/punches/b.csv': 'id,time\n01,2026-12-01 01:20\n01,2026-12-02 16:59\n' };
    // 1:20 is 20 minutes past the shift's end; the 2nd of December is nobody's business here.
    expect(last(await shown(both))).toMatchObject({ missingPunches: 0, extendedMinutes: 20 });
  });

  it('shows overtime by kind of day, and who answers for a shift that nobody came to', async () => {
    const { people, uncovered } = await shown(FILES);
    // 王婷's Saturday is 540 minutes; 21 workdays of rest in exchange make up for it.
    expect(people.find(({ staff }) => staff === '01')!.overtime).toEqual({ workdays: 60, restDays: 0, holidays: 0 });
    expect(uncovered).toMatchObject([
      { day: '2026-11-28', answerable: { kind: 'supervisor', name: '张主管' }, sources: ['2026-11/leave.csv#2'] },
    ]);
  });

  it('puts days of leave below a table that would be wider than the window', async () => {
    await inFolder(FILES, async (cwd) => {
      const wide = await ran(LINE, { cwd, columns: 120 });
      expect(wide.out.split('\n')[0]).toMatch(/leave$/);
      const narrow = await ran(LINE, { cwd, columns: 40 });
      expect(narrow.out).toContain('Leave, days (1)\n  02 李娜: unpaid leave 1\n');
      expect(narrow.out.split('\n')[0]).not.toMatch(/leave$/);
    });
  });
});
