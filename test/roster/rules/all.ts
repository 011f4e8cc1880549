/** The cases of every rule; a rule without any does not compile. */
import type { RuleId } from '../../../src/handbook/schema/rules.js';
import { cases as allowedShifts } from './allowed-shifts.js';
import { cases as balanceHolidays } from './balance-holidays.js';
import { cases as balanceHours } from './balance-hours.js';
import { cases as balanceLate } from './balance-late.js';
import { cases as balanceWeekends } from './balance-weekends.js';
import type { RuleCase } from './case.js';
import { cases as cover } from './cover.js';
import { cases as handOver } from './hand-over.js';
import { cases as intervalCover } from './interval-cover.js';
import { cases as lateRun } from './late-run.js';
import { cases as leave } from './leave.js';
import { cases as maxRun } from './max-run.js';
import { cases as meeting } from './meeting.js';
import { cases as mentor } from './mentor.js';
import { cases as oneShift } from './one-shift.js';
import { cases as protectedHours } from './protected.js';
import { cases as requests } from './requests.js';
import { cases as restBetween } from './rest-between.js';
import { cases as restDays } from './rest-days.js';
import { cases as rotation } from './rotation.js';
import { cases as skills } from './skills.js';
import { cases as stability } from './stability.js';
import { cases as succession } from './succession.js';
import { cases as weeklyRest } from './weekly-rest.js';

export const ALL_CASES: Readonly<Record<RuleId, readonly RuleCase[]>> = {
  'allowed-shifts': allowedShifts,
  'balance-holidays': balanceHolidays,
  'balance-hours': balanceHours,
  'balance-late': balanceLate,
  'balance-weekends': balanceWeekends,
  cover: cover,
  'hand-over': handOver,
  'interval-cover': intervalCover,
  'late-run': lateRun,
  leave: leave,
  'max-run': maxRun,
  meeting: meeting,
  mentor: mentor,
  'one-shift': oneShift,
  protected: protectedHours,
  requests: requests,
  'rest-between': restBetween,
  'rest-days': restDays,
  rotation: rotation,
  skills: skills,
  stability: stability,
  succession: succession,
  'weekly-rest': weeklyRest,
};
