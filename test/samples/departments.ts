import type { Department } from './department.js';
import { threeShift } from './departments/three-shift.js';

/** The six rostering handbooks, each with the pay handbooks it is paired with. */
export const departments: readonly Department[] = [threeShift];
