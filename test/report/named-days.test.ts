import { expect, it } from 'vitest';
import { same, text } from '../../src/base/text.js';
import type { Day } from '../../src/calendar/day.js';
import type { GridDay } from '../../src/report/grid.js';
import { namedDays } from '../../src/report/named-days.js';

const day = (number: number, name: GridDay['name']): GridDay => ({
  ...{ day: `2026-10-${String(number).padStart(2, '0')}` as Day, weekday: 1, kind: 'statutory', name },
});

it('holidays by name: stretches of days together, ordinary days left out', () => {
  const national = text('National Day', '国庆节');
  const days = [...[1, 2, 3, 5].map((number) => day(number, national)), day(8, null), day(10, same('11.11'))];
  expect(namedDays(days).map(({ en }) => en)).toEqual(['10-01..10-03, 10-05 National Day', '10-10 11.11']);
  expect(namedDays([])).toEqual([]);
});
