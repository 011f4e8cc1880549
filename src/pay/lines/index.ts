/** Every pay line, in the order of the payslip. A line stands behind those it reads; losses see all the others. */
import type { PayLine } from '../line.js';
import { absence } from './absence.js';
import { arrears } from './arrears.js';
import { complaints } from './complaints.js';
import { duty } from './duty.js';
import { earlyLeave } from './early-leave.js';
import { excellentStreak } from './excellent-streak.js';
import { fines } from './fines.js';
import { fullAttendance } from './full-attendance.js';
import { gradePayout } from './grade-payout.js';
import { incomeTax } from './income-tax.js';
import { lateness } from './lateness.js';
import { leave } from './leave.js';
import { losses } from './losses.js';
import { missingPunch } from './missing-punch.js';
import { nightAllowance } from './night-allowance.js';
import { otherAdditions } from './other-additions.js';
import { otherDeductions } from './other-deductions.js';
import { overtime } from './overtime.js';
import { personalCommission } from './personal-commission.js';
import { postSalary } from './post-salary.js';
import { publicPool } from './public-pool.js';
import { quietQuarter } from './quiet-quarter.js';
import { rewards } from './rewards.js';
import { seniority } from './seniority.js';
import { socialInsurance } from './social-insurance.js';
import { topSeller } from './top-seller.js';

export const LINES: readonly PayLine[] = [
  postSalary,
  personalCommission,
  gradePayout,
  publicPool,
  seniority,
  topSeller,
  excellentStreak,
  quietQuarter,
  rewards,
  overtime,
  duty,
  nightAllowance,
  otherAdditions,
  arrears,
  fullAttendance,
  absence,
  leave,
  lateness,
  earlyLeave,
  missingPunch,
  fines,
  complaints,
  otherDeductions,
  socialInsurance,
  incomeTax,
  losses,
];
