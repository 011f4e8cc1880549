/** split-shift/5: whose fault it is that nobody came. 1001 is rostered 白 (9:00-17:30) on the 1st, the others are free. */
import { describe, expect, it } from 'vitest';
import type { AttendanceInput } from '../../src/attendance/compute-attendance.js';
import type { Leave, StaffId } from '../../src/people/person.js';
import { compute, DECEMBER, event, handbook, leave, punches, rosterOf } from './department.js';

const DAY = '2026-12-01';
/** Somebody punches on the 2nd, so that the 1st is covered by the files. */
const LATER = punches('1003', '2026-12-02 09:00', '2026-12-02 17:30');
const day = (input: Partial<AttendanceInput>, standIns = true) =>
  compute({
    handbook: handbook({ standIns }),
    roster: rosterOf(DECEMBER, { 1001: { 1: '白' }, 1002: {}, 1003: { 2: '白' } }),
    ...input,
    punches: [...(input.punches ?? []), ...LATER],
  });
const withStandIn = (standIn: string | null): Leave => ({ ...leave('1001', DAY, DAY), standIn: standIn as StaffId });
const brief = (result: ReturnType<typeof day>): string[] =>
  result.value!.uncovered.map(
    ({ day: on, shift, staff, cause, answerable, confirmed, clause }) =>
      `${on} ${shift} ${staff} ${cause} ${answerable.kind} ${answerable.kind === 'agent' ? answerable.staff : answerable.name}${confirmed ? ' confirmed' : ''} ${clause}`,
  );
const codes = (result: ReturnType<typeof day>): string[] => result.issues.map(({ code }) => code);

describe('a shift that nobody came to', () => {
  it('without leave: the agent answers', () => {
    const result = day({});
    expect(brief(result)).toEqual(['2026-12-01 白 1001 no-show agent 1001 split-shift/5']);
    expect(result.issues.find(({ code }) => code === 'shift-uncovered')!.message.en).toBe(
      '2026-12-01 uncovered: 白 of 1001 王婷: nobody came; the agent answers for it (split-shift/5).',
    );
  });

  it('on leave without a stand-in, or one who did not come: the supervisor answers', () => {
    expect(brief(day({ leave: [withStandIn(null)] }))).toEqual([
      '2026-12-01 白 1001 leave supervisor 张主管 split-shift/5',
    ]);
    const result = day({ leave: [withStandIn('1002')] });
    expect(brief(result)).toEqual(['2026-12-01 白 1001 leave supervisor 张主管 split-shift/5']);
    expect(result.value!.uncovered[0]!.says.en).toBe(
      '白 of 1001 王婷, on leave: the stand-in 1002 陈慧兰 did not come; the supervisor 张主管 answers for it',
    );
  });

  it('is covered where the stand-in worked it, rostered or not', () => {
    const came = punches('1002', `${DAY} 08:55`, `${DAY} 17:31`);
    expect(brief(day({ leave: [withStandIn('1002')], punches: came }))).toEqual([]);
    const rostered = rosterOf(DECEMBER, { 1001: { 1: '白' }, 1002: { 1: '白' }, 1003: { 2: '白' } });
    expect(brief(day({ leave: [withStandIn('1002')], roster: rostered, punches: came }))).toEqual([]);
    // A colleague's own shift of that day covers nobody else's.
    expect(brief(day({ leave: [withStandIn(null)], roster: rostered, punches: came }))).toHaveLength(1);
    // Two hours in the middle of it are no cover.
    const looked = punches('1002', `${DAY} 12:00`, `${DAY} 14:00`);
    expect(brief(day({ leave: [withStandIn('1002')], punches: looked }))).toHaveLength(1);
  });

  it('a leave that the roster was made with leaves no shift behind', () => {
    const roster = rosterOf(DECEMBER, { 1001: { 1: '假事假' }, 1003: { 2: '白' } });
    expect(brief(day({ roster, leave: [withStandIn(null)] }))).toEqual([]);
  });

  it('an event clears or confirms what the punches suggest', () => {
    const cleared = day({ events: [event('1001', DAY, 'absence-cleared')] });
    expect(brief(cleared)).toEqual([]);
    expect(brief(day({ leave: [withStandIn(null)], events: [event('1001', DAY, 'absence-cleared')] }))).toEqual([]);
    const confirmed = day({ events: [event('1001', DAY, 'absence')] });
    expect(brief(confirmed)).toEqual(['2026-12-01 白 1001 no-show agent 1001 confirmed split-shift/5']);
    expect(codes(confirmed)).not.toContain('shift-uncovered');
    const offence = { ...event('1003', DAY, 'offence'), what: '漏班' };
    expect(brief(day({ leave: [withStandIn(null)], events: [offence] }))[0]).toContain('张主管 confirmed');
    // Another agent's missed shift says nothing of this one's.
    expect(brief(day({ events: [offence] }))[0]).not.toContain('confirmed');
  });

  it('only where the handbook asks for stand-ins, and as far as there are punches', () => {
    expect(brief(day({}, false))).toEqual([]);
    const roster = rosterOf(DECEMBER, { 1001: { 5: '白' }, 1003: { 2: '白' } });
    expect(
      brief(day({ roster, leave: [{ ...withStandIn(null), from: '2026-12-05', to: '2026-12-05' } as Leave] })),
    ).toEqual([]);
  });
});
