/** `npm run --silent bench -- WORD ...`: the benchmarks, by their first word. Instances are named by path. */
import { benchDepartments } from './departments.js';
import { benchNrp } from './nrp.js';
import { benchNrpAll } from './nrp-all.js';
import { benchNrpLike } from './nrp-like.js';
import { benchNrpMake } from './nrp-make.js';
import { benchOrders } from './orders.js';
import { benchPay } from './pay.js';
import { benchPunches } from './punches.js';
import { benchRows } from './rows.js';
import { benchRws, benchRwsAll } from './rws.js';
import { benchTeams } from './teams.js';
import { benchWorkbook } from './workbook.js';

const benches: Record<string, (argv: readonly string[]) => Promise<number>> = {
  departments: benchDepartments,
  nrp: benchNrp,
  'nrp-all': benchNrpAll,
  'nrp-like': benchNrpLike,
  'nrp-make': benchNrpMake,
  orders: benchOrders,
  punches: benchPunches,
  rows: benchRows,
  pay: benchPay,
  rws: benchRws,
  'rws-all': benchRwsAll,
  workbook: benchWorkbook,
  teams: benchTeams,
};

const [word = '', ...argv] = process.argv.slice(2);
const bench = benches[word];
if (bench === undefined) {
  process.stderr.write(`bench -- ${Object.keys(benches).join('|')} ...\n`);
  process.exitCode = 2;
} else process.exitCode = await bench(argv);
