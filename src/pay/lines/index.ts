/** Every pay line, in the order of the payslip. A line stands behind those it reads; losses see all the others. */
import type { PayLine } from '../line.js';
import { absence } from './absence.js';
import { arrears } from './arrears.js';
import { complaints } from './complaints.js';
import { earlyLeave } from './early-leave.js';
import { fines } from './fines.js';
import { fullAttendance } from './full-attendance.js';
import { lateness } from './lateness.js';
import { leave } from './leave.js';
import { losses } from './losses.js';
import { missingPunch } from './missing-punch.js';
import { nightAllowance } from './night-allowance.js';
import { otherAdditions } from './other-additions.js';
import { otherDeductions } from './other-deductions.js';
import { personalCommission } from './personal-commission.js';
import { postSalary } from './post-salary.js';
import { publicPool } from './public-pool.js';
import { rewards } from './rewards.js';
import { seniority } from './seniority.js';
import { topSeller } from './top-seller.js';

export const LINES: readonly PayLine[] = [
  postSalary,
  personalCommission,
  publicPool,
  seniority,
  topSeller,
  rewards,
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
  losses,
];
