import { goldenRun } from './golden.js';

goldenRun({ name: 'training-manual', iterations: 30, staff: '301' });
