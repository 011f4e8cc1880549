import { goldenRun } from './golden.js';

goldenRun({ name: 'work-six', iterations: 30, staff: 'K01' });
