import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { toIcs } from '../../src/io/ics.js';

// 2026-12-05 is day 20,792 since 1970-01-01; a late shift 17:00 to 01:00 on the next day.
const midnight = 20_792 * 1440;
const late = {
  id: '2026-12-05-1-1007@rosterpay',
  from: midnight + 1020,
  to: midnight + 1500,
  title: '晚班',
  about: '客服部',
  cancelled: false,
};

const read = (ics: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

describe('calendar files, read by a second parser', () => {
  it('keeps a shift past midnight on the clock of Shanghai', () => {
    const [event] = read(toIcs({ name: '李娜', sequence: 1, appointments: [late] }));
    expect(event!.uid).toBe('2026-12-05-1-1007@rosterpay');
    expect(event!.startDate.toString()).toBe('2026-12-05T17:00:00');
    expect(event!.endDate.toString()).toBe('2026-12-06T01:00:00');
    expect(event!.component.getFirstProperty('dtstart')!.getFirstParameter('tzid')).toBe('Asia/Shanghai');
    expect(event!.summary).toBe('晚班');
    expect(event!.sequence).toBe(1);
  });

  it('calls off what is gone', () => {
    const [event] = read(toIcs({ name: '李娜', sequence: 2, appointments: [{ ...late, cancelled: true }] }));
    expect(event!.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event!.sequence).toBe(2);
  });

  it('is the same bytes for the same diary, and hostile names break nothing', () => {
    const hostile = { ...late, title: 'x\r\nEND:VEVENT\r\nBEGIN:VALARM;,\\' };
    const once = toIcs({ name: 'a\nb', sequence: 1, appointments: [hostile] });
    expect(toIcs({ name: 'a\nb', sequence: 1, appointments: [hostile] })).toBe(once);
    expect(read(once)).toHaveLength(1);
    expect(once).not.toMatch(/^BEGIN:VALARM/m);
  });
});
