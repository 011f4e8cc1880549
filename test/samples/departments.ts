import type { Department } from './department.js';
import { punchClock } from './departments/punch-clock.js';
import { splitShift } from './departments/split-shift.js';
import { threeShift } from './departments/three-shift.js';
import { trainingManual } from './departments/training-manual.js';
import { twoShift } from './departments/two-shift.js';
import { workSix } from './departments/work-six.js';

/** The six rostering handbooks, each with the pay handbooks it is paired with; the first is the default. */
export const departments: readonly Department[] = [
  threeShift,
  twoShift,
  trainingManual,
  punchClock,
  splitShift,
  workSix,
];
