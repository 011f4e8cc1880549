import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttendanceFacts, Punch } from '../../src/attendance/facts.js';
import { addMonths } from '../../src/calendar/day.js';
import { compute, DECEMBER, event, handbook, leave, PEOPLE, punches, rosterOf } from './department.js';

const value = (result: ReturnType<typeof compute>): AttendanceFacts => {
  expect(result.issues.filter((issue) => issue.severity === 'error')).toEqual([]);
  return result.value!;
};
const codes = (result: ReturnType<typeof compute>): string[] => result.issues.map((issue) => issue.code);
/** worked/late/early/missing/extended, `absent` */
const brief = (facts: AttendanceFacts): string[] =>
  facts.shifts.map((fact) =>
    fact.absent
      ? `${fact.staff} ${fact.day.slice(8)} ${fact.shift} absent`
      : `${fact.staff} ${fact.day.slice(8)} ${fact.shift} ${[fact.workedMinutes, fact.lateMinutes, fact.earlyMinutes, fact.missingPunches, fact.extendedMinutes].join('/')}`,
  );

const DAY = '2026-12-01';
/** 1001 on one shift on the 1st; somebody else punches on the 1st and 2nd, so that the day is covered. */
const one = (code: string, ...times: readonly string[]) =>
  compute({
    roster: rosterOf(DECEMBER, { 1001: { 1: code }, 1002: { 2: '白' } }),
    punches: [...punches('1001', ...times), ...punches('1002', '2026-12-02 09:00', '2026-12-02 17:30')],
  });
const factOf = (result: ReturnType<typeof compute>): string => brief(value(result))[0]!.slice('1001 01 '.length);

describe('shift facts', () => {
  it.each([
    // planned 白: 9:00-17:30 less 60 = 450 minutes
    ['on time', '白', ['08:55', '17:31'], '白 450/0/0/0/0'],
    ['late by 12', '白', ['09:12', '17:30'], '白 438/12/0/0/0'],
    ['left 30 early', '白', ['09:00', '17:00'], '白 420/0/30/0/0'],
    // a minute is late or early or worked, never two of them: 450 - 12 - 30 = 408
    ['late and early', '白', ['09:12', '17:00'], '白 408/12/30/0/0'],
    ['double strokes and a break', '白', ['08:58', '08:59', '12:01', '12:55', '17:30', '17:31'], '白 450/0/0/0/0'],
    ['no leaving punch', '白', ['08:55'], '白 450/0/0/1/0'],
    ['no arriving punch', '白', ['17:35'], '白 450/0/0/1/0'],
    ['two strokes on arriving only', '白', ['08:58', '09:02'], '白 450/0/0/1/0'],
    ['two strokes on leaving only', '白', ['17:20', '17:40'], '白 450/0/0/1/0'],
    ['came in the afternoon: 14:00 is 300 late', '白', ['14:00', '17:30'], '白 150/300/0/0/0'],
    ['no punch at all', '白', [], '白 absent'],
    // three-shift/3: minutes after a late shift's end are extended service, after a day shift's nothing
    ['extended', '晚', ['16:50', '23:48'], '晚 390/0/0/0/18'],
    ['a day shift is not extended', '白', ['09:00', '18:20'], '白 450/0/0/0/0'],
    // 10:00-14:00 and 17:30-23:00 = 240 + 330 = 570
    ['both parts', '分', ['09:55', '14:02', '17:25', '23:00'], '分 570/0/0/0/0'],
    ['late for the second part', '分', ['09:55', '14:02', '17:45', '23:00'], '分 555/15/0/0/0'],
    ['a part without punches is not worked', '分', ['09:55', '14:02'], '分 240/0/0/2/0'],
    ['only the outer punches: two are missing, the time counts', '分', ['09:55', '23:00'], '分 570/0/0/2/0'],
  ])('%s', (_, code, times, expected) => {
    expect(factOf(one(code, ...times.map((time) => `${DAY} ${time}`)))).toBe(expected);
  });

  it('a shift past midnight: its leaving punch stands on the next day', () => {
    expect(factOf(one('夜', `${DAY} 16:58`, '2026-12-02 01:10'))).toBe('夜 480/0/0/0/10');
    expect(factOf(one('夜', `${DAY} 16:58`, '2026-12-02 00:40'))).toBe('夜 460/0/20/0/0');
  });

  it('the month’s edges: the last night of the month before, and the last of this one', () => {
    const night = {
      roster: rosterOf(DECEMBER, { 1001: { 1: '晚', 31: '夜' } }),
      punches: punches('1001', '2026-12-01 01:02', '2026-12-01 17:00', '2026-12-01 23:30', '2026-12-31 16:59'),
    };
    const known = compute({ ...night, before: rosterOf(addMonths(DECEMBER, -1), { 1001: { 30: '夜' } }) });
    // The leaving punch of the 31st stands in January's file: nothing is missing yet.
    expect(brief(value(known))).toEqual(['1001 01 晚 390/0/0/0/0', '1001 31 夜 480/0/0/0/0']);
    expect(codes(known)).toEqual([]);
    const unknown = compute(night);
    expect(brief(value(unknown))).toEqual(brief(value(known)));
    expect(codes(unknown)).toEqual([]);
    const january = compute({ ...night, punches: [...night.punches, ...punches('1001', '2027-01-01 01:15')] });
    expect(brief(value(january))[1]).toBe('1001 31 夜 480/0/0/0/15');
  });

  it('late after midnight, day shift in the same night: each punch goes to the nearer shift', () => {
    const result = compute({
      roster: rosterOf(DECEMBER, { 1001: { 1: '夜', 2: '白' } }),
      punches: punches('1001', '2026-12-01 17:00', '2026-12-02 01:00', '2026-12-02 08:50', '2026-12-02 17:30'),
    });
    expect(brief(value(result))).toEqual(['1001 01 夜 480/0/0/0/0', '1001 02 白 450/0/0/0/0']);
  });

  it('says which punch is missing', () => {
    const missing = (...times: readonly string[]) =>
      value(one('分', ...times.map((time) => `${DAY} ${time}`))).shifts[0]!.missing;
    expect(missing('09:55', '14:02', '17:25')).toEqual(['leaving']);
    expect(missing('14:02', '17:25', '23:00')).toEqual(['arriving']);
    expect(missing('09:55', '23:00')).toEqual(['leaving', 'arriving']);
    expect(missing('09:55', '14:02', '17:25', '23:00')).toBeUndefined();
  });

  it('each fact names its punches', () => {
    const [fact] = value(one('白', `${DAY} 09:12`, `${DAY} 12:00`, `${DAY} 17:30`)).shifts;
    expect(fact!.sources).toEqual([
      { file: 'punches.csv', row: 2 },
      { file: 'punches.csv', row: 4 },
    ]);
  });

  it('an event outweighs the punches, both ways', () => {
    const input = {
      roster: rosterOf(DECEMBER, { 1001: { 1: '白' }, 1002: { 1: '白' }, 1003: { 1: '白', 2: '白' } }),
      punches: [
        ...punches('1001', '2026-12-01 09:30', '2026-12-01 17:30'),
        ...punches('1003', '2026-12-02 09:00', '2026-12-02 17:30'),
      ],
      events: [event('1001', DAY, 'absence'), event('1002', DAY, 'absence-cleared')],
    };
    expect(brief(value(compute(input)))).toEqual([
      '1001 01 白 absent',
      '1002 01 白 450/0/0/0/0',
      '1003 01 白 absent',
      '1003 02 白 450/0/0/0/0',
    ]);
  });

  it('nobody is absent after the last day of employment', () => {
    const people = [{ ...PEOPLE[0]!, left: '2026-12-01' as never }];
    const result = compute({
      people,
      roster: rosterOf(DECEMBER, { 1001: { 1: '白', 2: '白' } }),
      punches: punches('1001', '2026-12-01 09:00', '2026-12-01 17:30'),
    });
    expect(brief(value(result))).toEqual(['1001 01 白 450/0/0/0/0']);
  });
});

describe('without punches', () => {
  it('the roster counts as worked, and says so', () => {
    const result = compute({ roster: rosterOf(DECEMBER, { 1001: { 1: '白', 2: '晚' } }) });
    expect(value(result).punched).toBe(false);
    expect(brief(value(result))).toEqual(['1001 01 白 450/0/0/0/0', '1001 02 晚 390/0/0/0/0']);
    expect(codes(result)).toEqual(['no-punches']);
  });

  it('punches of strangers alone are named as the reason', () => {
    const { issues } = compute({ roster: rosterOf(DECEMBER, { 1001: { 1: '白' } }), leftAside: 352 });
    expect(issues.map(({ code, message }) => `${code}: ${message.en}`)).toEqual([
      'no-punches: 352 punches are of nobody on the staff list and none is left for 2026-12: every rostered shift counts as worked.',
    ]);
  });

  it('days after the last punch count as worked, with a warning', () => {
    const result = compute({
      roster: rosterOf(DECEMBER, { 1001: { 1: '白', 2: '白', 3: '白' } }),
      punches: punches('1001', '2026-12-01 09:00', '2026-12-01 17:30'),
    });
    expect(brief(value(result)).slice(1)).toEqual(['1001 02 白 450/0/0/0/0', '1001 03 白 450/0/0/0/0']);
    expect(result.issues[0]).toMatchObject({
      code: 'punches-end-early',
      message: { en: 'the punches end before 2026-12-02: shifts from then to 2026-12-03 count as worked.' },
    });
  });

  it('a file that ends in the middle of a day says nothing of what comes behind', () => {
    const result = compute({
      roster: rosterOf(DECEMBER, { 1001: { 3: '白' }, 1002: { 3: '晚' }, 1003: { 3: '白' } }),
      // Ends on the 3rd at 9:02: 1001 has not left yet, 1002 not come; 1003 should have come at 9:00.
      punches: punches('1001', '2026-12-03 08:55', '2026-12-03 09:02'),
    });
    expect(brief(value(result))).toEqual(['1001 03 白 450/0/0/0/0', '1002 03 晚 390/0/0/0/0', '1003 03 白 absent']);
  });

  it('days in front of and between the punches on which nobody came are taken for days that the files lack', () => {
    const all = { 1: '白', 2: '白', 3: '白', 4: '白', 5: '白' };
    const result = compute({
      roster: rosterOf(DECEMBER, { 1001: all, 1002: all, 1003: { 4: '白' } }),
      punches: [...punches('1001', '2026-12-03 09:00', '2026-12-03 17:30', '2026-12-05 09:00', '2026-12-05 17:30')],
    });
    // 1002 stayed away on the 3rd and 5th, when others came.
    expect(brief(value(result)).filter((line) => line.endsWith('absent'))).toEqual([
      '1002 03 白 absent',
      '1002 05 白 absent',
    ]);
    expect(result.issues.map(({ code, message }) => `${code}: ${message.en}`)[0]).toBe(
      'punches-days-missing: nobody punched on 2026-12-01..2026-12-02, 2026-12-04, though shifts are rostered: they count as worked.',
    );
  });

  it('punches of another month are no punches of this one', () => {
    const result = compute({
      roster: rosterOf(DECEMBER, { 1001: { 1: '白' } }),
      punches: punches('1001', '2027-01-01 09:00', '2027-01-02 17:30'),
    });
    expect(value(result).punched).toBe(false);
    expect(brief(value(result))).toEqual(['1001 01 白 450/0/0/0/0']);
    expect(result.issues.map(({ code, message }) => `${code}: ${message.en}`)).toEqual([
      'punches-of-another-month: nothing of 2026-12: the punches are of 2027-01-01 to 2027-01-02; every rostered shift counts as worked.',
    ]);
  });

  it('somebody without a single punch is pointed out', () => {
    const result = compute({
      roster: rosterOf(DECEMBER, { 1001: { 1: '白', 2: '白' }, 1002: { 2: '白' } }),
      punches: punches('1002', '2026-12-02 09:00', '2026-12-02 17:30'),
    });
    expect(brief(value(result)).slice(0, 2)).toEqual(['1001 01 白 absent', '1001 02 白 absent']);
    expect(codes(result)).toEqual(['person-without-punches']);
  });
});

describe('leave and contradictions', () => {
  const covered = punches('1003', '2026-12-31 09:00', '2026-12-31 17:30');
  const rows = { 1003: { 31: '白' } };

  it('approved leave is taken, also where the roster still shows a shift; without approval it is absence', () => {
    const input = { roster: rosterOf(DECEMBER, { 1001: { 1: '白', 2: '假事假' }, ...rows }), punches: covered };
    const result = compute({ ...input, leave: [leave('1001', '2026-11-29', '2026-12-02')] });
    expect(value(result).leave.map(({ staff, day, kind }) => [staff, day, kind])).toEqual([
      ['1001', '2026-12-01', '事假'],
      ['1001', '2026-12-02', '事假'],
    ]);
    expect(brief(value(result))).toEqual(['1003 31 白 450/0/0/0/0']);
    expect(codes(result)).toEqual([]);
    const refused = compute({ ...input, leave: [leave('1001', '2026-12-01', '2026-12-02', null)] });
    expect(brief(value(refused))[0]).toBe('1001 01 白 absent');
    expect(codes(refused)).toEqual(['leave-not-on-list']);
  });

  it('punches without a shift, on leave, and far from the shift are listed, one line a day', () => {
    const result = compute({
      roster: rosterOf(DECEMBER, { 1001: { 3: '白' }, ...rows }),
      leave: [leave('1001', '2026-12-02', '2026-12-02')],
      punches: [
        ...punches('1001', '2026-12-01 09:01', '2026-12-01 18:03', '2026-12-02 10:00'),
        ...punches('1001', '2026-12-03 09:00', '2026-12-03 17:30', '2026-12-03 23:45'),
        ...covered,
      ],
    });
    expect(result.issues.map(({ code, message }) => `${code}: ${message.en}`)).toEqual([
      'punch-without-shift: 1001 王婷 2026-12-01 has no shift but 2 punches (09:01, 18:03).',
      'leave-and-punches: 1001 王婷 2026-12-02: leave (事假) and 1 punch (10:00).',
      'punch-outside-shift: 1001 王婷 2026-12-03: 1 punch (23:45) far from the shift 白.',
    ]);
    expect(value(result).strays).toHaveLength(4);
  });
});

describe('leave in the attendance file', () => {
  it('that the leave list does not have is told of; the day is absence', () => {
    const source = { file: '打卡.xlsx', sheet: '每日统计', row: 7 };
    const result = compute({
      roster: rosterOf(DECEMBER, { 1001: { 1: '白', 2: '白' }, 1002: { 2: '白' } }),
      punches: punches('1001', '2026-12-02 09:00', '2026-12-02 17:30'),
      leave: [leave('1002', '2026-12-02', '2026-12-02')],
      leaveInFiles: [
        { staff: '1001' as never, day: '2026-12-01' as never, words: '事假 1天', source },
        { staff: '1002' as never, day: '2026-12-02' as never, words: '事假 1天', source },
      ],
    });
    expect(brief(value(result))).toEqual(['1001 01 白 absent', '1001 02 白 450/0/0/0/0']);
    expect(result.issues.map(({ code, message }) => `${code}: ${message.en}`)).toEqual([
      'leave-only-in-punches: 1001 王婷 2026-12-01: the attendance file shows leave (事假 1天), the leave list has none: the day counts as absence without leave.',
    ]);
  });
});

describe('hand-over confirmed by punches (work-six/2)', () => {
  const day = (left: string, arrived: string, confirm: boolean) =>
    compute({
      handbook: handbook({ confirm }),
      roster: rosterOf(DECEMBER, { 1001: { 1: '白' }, 1002: { 1: '晚' } }),
      punches: [
        ...punches('1001', '2026-12-01 09:00', `2026-12-01 ${left}`),
        ...punches('1002', `2026-12-01 ${arrived}`, '2026-12-01 23:30'),
      ],
    });
  const handedOver = (left: string, arrived: string, confirm = true) => value(day(left, arrived, confirm)).handOvers;

  it('obeyed: the late agent arrives before the day agent leaves', () => {
    expect(handedOver('17:30', '16:58')).toMatchObject([{ day: DAY, from: '白', to: '晚', confirmed: true, gap: 0 }]);
  });

  it('broken: a gap of 7 minutes', () => {
    const [fact] = handedOver('17:05', '17:12');
    expect(fact).toMatchObject({ confirmed: false, gap: 7 });
    expect(fact!.says.en).toBe('晚 arrived 17:12, 白 left 17:05: nobody there for 7 min');
    expect(fact!.sources).toHaveLength(2);
    expect(day('17:05', '17:12', true).issues.map(({ code, message }) => `${code}: ${message.en}`)).toEqual([
      'hand-over-not-confirmed: 2026-12-01 hand-over 白 to 晚 not confirmed: 晚 arrived 17:12, 白 left 17:05: nobody there for 7 min.',
    ]);
  });

  it('nothing is known of days that the punches do not reach', () => {
    const pair = { 1: '白', 5: '白' };
    const result = compute({
      handbook: handbook({ confirm: true }),
      roster: rosterOf(DECEMBER, { 1001: pair, 1002: { 1: '晚', 5: '晚' } }),
      punches: [
        ...punches('1001', '2026-12-01 09:00', '2026-12-01 17:30'),
        ...punches('1002', '2026-12-01 17:00', '2026-12-01 23:30'),
      ],
    });
    expect(value(result).handOvers.map(({ day: on, confirmed }) => `${on} ${confirmed}`)).toEqual(['2026-12-01 true']);
    expect(codes(result)).toEqual(['punches-end-early']);
  });

  it('only where the handbook wants it confirmed', () => {
    expect(handedOver('17:05', '17:12', false)).toEqual([]);
  });
});

describe('properties', () => {
  const minute = fc.integer({ min: 0, max: 4 * 1440 - 1 });
  const anyPunches = fc.array(minute, { maxLength: 24 }).map((minutes) =>
    [...new Set(minutes)].map(
      (at, row): Punch => ({
        ...punches('1001', `2026-12-0${1 + Math.floor(at / 1440)} 00:00`)[0]!,
        minute: at % 1440,
        source: { file: 'p.csv', row: row + 2 },
      }),
    ),
  );
  const roster = rosterOf(DECEMBER, { 1001: { 1: '夜', 2: '白', 3: '分', 4: '白' } });

  it('each punch is used at most once, and row order changes nothing', () => {
    fc.assert(
      fc.property(anyPunches, (list) => {
        const facts = value(compute({ roster, punches: list }));
        const used = facts.shifts.flatMap((fact) => fact.sources.filter(({ file }) => file === 'p.csv'));
        const strays = facts.strays.map(({ source }) => source);
        const rows = [...used, ...strays].map(({ row }) => row);
        expect(new Set(rows).size).toBe(rows.length);
        expect(value(compute({ roster, punches: [...list].reverse() })).shifts).toEqual(facts.shifts);
      }),
      { numRuns: 100 },
    );
  });

  const days = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 2 });
  it('one minute is charged once: worked, late, early, absent or leave', () => {
    fc.assert(
      fc.property(anyPunches, days, days, (list, away, absent) => {
        const facts = value(
          compute({
            roster,
            punches: list,
            leave: away.map((day) => leave('1001', `2026-12-0${day}`, `2026-12-0${day}`)),
            events: absent.map((day) => event('1001', `2026-12-0${day}`, 'absence')),
          }),
        );
        // On a day of leave nothing else is charged.
        const off = new Set(facts.leave.map(({ day }) => day));
        expect(facts.shifts.filter(({ day }) => off.has(day))).toEqual([]);
        expect(facts.leave).toHaveLength(away.length);
        const pause = { 夜: 0, 白: 60, 分: 0 } as Readonly<Record<string, number>>;
        for (const fact of facts.shifts) {
          const { plannedMinutes, workedMinutes, lateMinutes, earlyMinutes, missingPunches } = fact;
          if (fact.absent) {
            expect([workedMinutes, lateMinutes, earlyMinutes, missingPunches, fact.extendedMinutes]).toEqual([
              0, 0, 0, 0, 0,
            ]);
          } else {
            // An unpaid break can swallow late minutes, never more than itself; a part without punches is none of the three.
            const sum = workedMinutes + lateMinutes + earlyMinutes;
            expect(sum).toBeLessThanOrEqual(plannedMinutes + pause[fact.shift]!);
            if (fact.shift === '夜') expect(sum).toBe(plannedMinutes);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('no planned minute is lost, none is worked that was not planned', () => {
    fc.assert(
      fc.property(anyPunches, (list) => {
        for (const fact of value(compute({ roster, punches: list })).shifts) {
          const charged = fact.workedMinutes + fact.lateMinutes + fact.earlyMinutes;
          if (fact.absent) expect(charged).toBe(0);
          else if (fact.shift !== '分') expect(charged).toBeGreaterThanOrEqual(fact.plannedMinutes);
          expect(fact.workedMinutes).toBeLessThanOrEqual(fact.plannedMinutes);
        }
      }),
      { numRuns: 100 },
    );
  });
});
