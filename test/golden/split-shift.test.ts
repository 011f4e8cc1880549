import { goldenRun } from './golden.js';

goldenRun({ name: 'split-shift', iterations: 60, staff: '5051' });
