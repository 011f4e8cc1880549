/** All cross-checks, in the order in which their issues are shown. */
import type { Issue } from '../../base/issue.js';
import type { HandbookInForce } from '../in-force.js';
import { amountsNotSet } from './amounts-not-set.js';
import type { Check, Part } from './check.js';
import { commissionTables } from './commission-tables.js';
import { coverHeads } from './cover-heads.js';
import { finesLegal } from './fines-legal.js';
import { handOverTimes } from './hand-over-times.js';
import { marksUsable } from './marks-usable.js';
import { minimumWage } from './minimum-wage.js';
import { restArithmetic } from './rest-arithmetic.js';
import { serviceCovered } from './service-covered.js';
import { shiftNames } from './shift-names.js';
import { shiftTable } from './shift-table.js';
import { tiersFall } from './tiers-fall.js';
import { tiersInOrder } from './tiers-in-order.js';

export const CHECKS: readonly Check[] = [
  shiftTable,
  shiftNames,
  coverHeads,
  serviceCovered,
  handOverTimes,
  restArithmetic,
  marksUsable,
  commissionTables,
  tiersInOrder,
  tiersFall,
  amountsNotSet,
  minimumWage,
  finesLegal,
];

/** Every check's issues; warnings only of the part asked for (null: both). */
export const crossCheck = (inForce: HandbookInForce, part: Part | null): Issue[] =>
  CHECKS.flatMap((check) => {
    const issues = check.find(inForce);
    return part === null || check.part === part ? issues : issues.filter(({ severity }) => severity === 'error');
  });
