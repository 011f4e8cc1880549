import { goldenRun } from './golden.js';

goldenRun({ name: 'two-shift', iterations: 120, staff: '2001', twice: true });
