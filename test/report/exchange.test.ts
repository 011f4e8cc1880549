import { describe, expect, it } from 'vitest';
import { type Day, dayNumber } from '../../src/calendar/day.js';
import type { StaffId } from '../../src/people/person.js';
import type { ExchangePlatform, IdKind } from '../../src/people/platform-ids.js';
import { diaryOf } from '../../src/report/diary.js';
import { exchangeFiles } from '../../src/report/exchange.js';
import { smallMonth } from './small-month.js';

// 2026-12-01 is a Tuesday; midnight in Shanghai is 2026-11-30T16:00Z = 1,796,054,400,000 ms.
const { problem, roster } = smallMonth([
  { id: '1001', name: '王婷', tail: '? ? ?', cells: '白 休 年假' },
  { id: '1002', name: '李娜', tail: '? ? ?', cells: '- 晚 晚' },
]);

const known: Readonly<Record<string, string>> = {
  'group ': '77',
  'operator ': 'boss',
  'shift 白': '11',
  'shift 晚': '12',
  'staff 1001': 'u1',
  'staff 1002': 'u2',
};
const ids = (_: ExchangePlatform, kind: IdKind, code: string): string | null => known[`${kind} ${code}`] ?? null;

const documentOf = (platform: ExchangePlatform, name: string): unknown =>
  exchangeFiles(platform, roster, problem, ids).value?.find((file) => file.name === name)?.document;

describe('attendance platforms', () => {
  it('DingTalk client: rest and leave are class 0, days outside employment are not sent', () => {
    expect(documentOf('dingtalk', 'dingtalk-import.json')).toEqual([
      { userId: 'u1', workDate: '2026-12-01 00:00:00', classId: 11, isRest: 'N' },
      { userId: 'u1', workDate: '2026-12-02 00:00:00', classId: 0, isRest: 'Y' },
      { userId: 'u1', workDate: '2026-12-03 00:00:00', classId: 0, isRest: 'Y' },
      { userId: 'u2', workDate: '2026-12-02 00:00:00', classId: 12, isRest: 'N' },
      { userId: 'u2', workDate: '2026-12-03 00:00:00', classId: 12, isRest: 'N' },
    ]);
  });

  it('DingTalk API: milliseconds of Shanghai midnight, rest is shift 1', () => {
    expect(documentOf('dingtalk', 'dingtalk-api-01.json')).toMatchObject({
      op_user_id: 'boss',
      group_id: 77,
      schedules: [
        { userid: 'u1', work_date: 1_796_054_400_000, shift_id: 11, is_rest: false },
        { userid: 'u1', work_date: 1_796_140_800_000, shift_id: 1, is_rest: true },
        {},
        {},
        {},
      ],
    });
  });

  it('WeCom: one call for the month, rest is 0', () => {
    expect(documentOf('wecom', 'wecom.json')).toMatchObject({
      groupid: 77,
      yearmonth: 202612,
      items: [{ userid: 'u1', day: 1, schedule_id: 11 }, { userid: 'u1', day: 2, schedule_id: 0 }, {}, {}, {}],
    });
  });

  it('Feishu: fifty entries a call', () => {
    const month = Array.from({ length: 20 }, (_, at) => ({
      id: at % 2 === 0 ? '1001' : '1002',
      name: '',
      tail: '?',
      cells: '白 白 白',
    }));
    const large = smallMonth(month);
    const files = exchangeFiles('feishu', large.roster, large.problem, ids).value!;
    const sizes = files.map(({ document }) => (document as { user_daily_shifts: unknown[] }).user_daily_shifts.length);
    expect(sizes).toEqual([50, 10]);
    expect(files.map(({ name }) => name)).toEqual(['feishu-01.json', 'feishu-02.json']);
  });

  it('names every missing id once', () => {
    const { value, issues } = exchangeFiles('wecom', roster, problem, () => null);
    expect(value).toBeNull();
    expect(issues.map(({ message }) => message.en)).toEqual([
      'the id of the WeCom attendance group is missing.',
      'the WeCom id of shift 白 is missing.',
      "1001's WeCom id is missing.",
      'the WeCom id of shift 晚 is missing.',
      "1002's WeCom id is missing.",
    ]);
  });
});

describe('diaries', () => {
  it('keep their ids and call off what is gone', () => {
    const first = diaryOf(roster, problem, '1001', 'zh')!;
    expect(first.appointments.map(({ id }) => id)).toEqual(['2026-12-01-1-1001@rosterpay']);
    const second = diaryOf({ ...roster, revision: 2 }, problem, '1001', 'zh')!;
    expect([first.sequence, second.sequence]).toEqual([2, 4]);
    const gone = second.appointments.filter(({ cancelled }) => cancelled).map(({ id }) => id);
    expect(gone).toContain('2026-12-02-1-1001@rosterpay');
    expect(second.appointments.find(({ cancelled }) => !cancelled)?.id).toBe('2026-12-01-1-1001@rosterpay');
    expect(diaryOf(roster, problem, '9999', 'zh')).toBeNull();
  });

  it('mark duty, which stays on, and cleaning, which does not; the calendar rises once more for it', () => {
    const [plain] = diaryOf(roster, problem, '1001', 'zh')!.appointments;
    const staff = '1001' as StaffId;
    const day = '2026-12-01' as Day;
    const list = [
      { day, kind: 'duty', staff, until: plain!.to - dayNumber(day) * 1440 + 30 },
      { day, kind: 'cleaning', staff },
      { day, kind: 'duty', staff: '1002' as StaffId, until: 1440 },
    ] as const;
    const marked = diaryOf(roster, problem, '1001', 'zh', list)!;
    expect(marked.sequence).toBe(3);
    expect(marked.appointments[0]).toMatchObject({ id: plain!.id, from: plain!.from, to: plain!.to + 30 });
    expect(marked.appointments[0]!.title).toBe(`${plain!.title}（值班、值日）`);
  });
});
