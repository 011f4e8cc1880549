import { describe, expect, it } from 'vitest';
import { ratio } from '../../src/base/ratio.js';
import type { Month } from '../../src/calendar/day.js';
import { chinaCalendar } from '../../src/calendar/holidays.js';
import { isMet, kpiTableOf } from '../../src/pay/kpi-table.js';
import { monthOfPay } from '../../src/pay/month.js';
import { paydayOf, scoreSheetContent, scoreSheetGrid, scoreSheetOf } from '../../src/pay/score-sheet.js';
import { inForce } from '../handbook/trees.js';
import { compute, DECEMBER, event, kpi, person } from './department.js';

const BOOK = 'extends: [three-shift, after-sales]';
const calendar = chinaCalendar();

describe('the score sheet', () => {
  const events = [event('1001', 3, 'offence', 'unrelated'), event('1001', 9, 'reward', '建议被采纳', '20')];

  it('obeys: after-sales/2, every reward and fine with its clause, a total, due the workday before payday', () => {
    const sheet = scoreSheetOf(compute(BOOK, { events }), inForce(BOOK), calendar)!;
    expect(scoreSheetGrid(sheet, 'zh').rows.map((row) => row.slice(0, 4))).toEqual([
      ['1001', '员工1001', '建议被采纳', '20.00'],
      ['1001', '员工1001', '做与工作无关的事情', '-10.00'],
      ['1001', '员工1001', '合计', '10.00'],
    ]);
    // 2027-01-15 is a Friday.
    expect([sheet.payday, sheet.due, sheet.clause]).toEqual(['2027-01-15', '2027-01-14', 'after-sales/2']);
  });

  it('obeys: a payday off work is the workday before, and so is the day before it', () => {
    // 2026-08-15 is a Saturday: paid on Friday the 14th. 31 February is the 28th, a Saturday: Friday the 27th.
    expect(paydayOf('2026-07' as Month, 15, calendar)).toBe('2026-08-14');
    expect(paydayOf('2026-01' as Month, 31, calendar)).toBe('2026-02-28');
    // 15 February 2026 is the first day of the Spring Festival break; the 14th is a Saturday to be worked.
    expect(paydayOf('2026-01' as Month, 15, calendar)).toBe('2026-02-14');
  });

  it('breaks: another fine is another sheet, and an approval of the first is none of it', () => {
    const of = (more: typeof events) =>
      scoreSheetContent(scoreSheetOf(compute(BOOK, { events: more }), inForce(BOOK), calendar)!);
    expect(of(events)).not.toBe(of(events.slice(1)));
    expect(scoreSheetOf(compute('extends: [three-shift]'), inForce('extends: [three-shift]'), calendar)).toBeNull();
  });
});

describe('the KPI table', () => {
  it('obeys: conversion-bonus/4 and /5, targets met or not, service : resolution : volume = 2 : 2 : 1', () => {
    const month = monthOfPay({
      month: DECEMBER,
      handbook: inForce('extends: [three-shift, conversion-bonus]'),
      staff: [person('1001')],
      roster: null,
      attendance: null,
      sales: null,
      events: [],
      kpis: [
        kpi('1001', 'answered-in', '79.9%'),
        kpi('1001', 'queue-time', '20'),
        kpi('1001', 'service', '90'),
        kpi('1001', 'resolution', '80'),
        kpi('1001', 'volume', '70'),
      ],
      earlier: [],
      arrears: [],
      exceptions: [],
    });
    const table = kpiTableOf(month)!;
    const cell = (name: string) => table.people[0]?.cells[table.kpis.findIndex((one) => one.name.zh === name)] ?? null;
    expect(cell('呼入接通率')).toEqual({ actual: '79.9%', met: false });
    expect(cell('平均排队时间')).toEqual({ actual: '20', met: true });
    expect(cell('服务水平')).toEqual({ actual: null, met: null });
    // (90 x 2 + 80 x 2 + 70 x 1) / 5 = 82
    expect(table.people[0]?.score).toBe('82');
  });

  it('breaks: a range has two ends', () => {
    const range = { better: 'range', target: ratio(210), up_to: ratio(330) } as const;
    expect([209, 210, 330, 331].map((value) => isMet(range, ratio(value)))).toEqual([false, true, true, false]);
  });
});
