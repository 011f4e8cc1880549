import { goldenRun } from './golden.js';

goldenRun({ name: 'punch-clock', iterations: 120, staff: '0101' });
