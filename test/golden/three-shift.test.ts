import { goldenRun } from './golden.js';

goldenRun({ name: 'three-shift', iterations: 60, staff: '1003' });
