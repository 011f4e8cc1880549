/** Every rule of the roster by its id. A new rule is a file, a line here and its cases. */
import type { RuleId } from '../../handbook/schema/rules.js';
import type { Rule } from '../violation.js';
import { allowedShifts } from './allowed-shifts.js';
import { balanceHolidays } from './balance-holidays.js';
import { balanceHours } from './balance-hours.js';
import { balanceLate } from './balance-late.js';
import { balanceWeekends } from './balance-weekends.js';
import { cover } from './cover.js';
import { handOver } from './hand-over.js';
import { intervalCover } from './interval-cover.js';
import { lateRun } from './late-run.js';
import { leave } from './leave.js';
import { maxRun } from './max-run.js';
import { meeting } from './meeting.js';
import { mentor } from './mentor.js';
import { oneShift } from './one-shift.js';
import { protectedHours } from './protected.js';
import { requests } from './requests.js';
import { restBetween } from './rest-between.js';
import { restDays } from './rest-days.js';
import { rotation } from './rotation.js';
import { skills } from './skills.js';
import { stability } from './stability.js';
import { succession } from './succession.js';
import { weeklyRest } from './weekly-rest.js';

/** In the order in which reports name them. */
export const RULES = {
  cover,
  'interval-cover': intervalCover,
  'hand-over': handOver,
  'one-shift': oneShift,
  succession,
  'rest-between': restBetween,
  'rest-days': restDays,
  'weekly-rest': weeklyRest,
  'max-run': maxRun,
  'late-run': lateRun,
  leave,
  protected: protectedHours,
  'allowed-shifts': allowedShifts,
  skills,
  mentor,
  'balance-hours': balanceHours,
  'balance-late': balanceLate,
  'balance-weekends': balanceWeekends,
  'balance-holidays': balanceHolidays,
  requests,
  rotation,
  stability,
  meeting,
} satisfies Record<RuleId, Rule>;
