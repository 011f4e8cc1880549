/**
 * `bench -- rows FILE... [--seconds 1]`: how many rows a second the row search finds, in windows of 7, 14 and 28 days and over
 * the whole horizon, against the marginal costs of a roster that was shaken a little. Processor time of one thread.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { random } from '../../src/base/random.js';
import { anneal } from '../../src/roster/solve/anneal.js';
import { construct } from '../../src/roster/solve/construct.js';
import { respond, responseRoom } from '../../src/roster/solve/respond.js';
import { copyRoster, emptyRoster, overwrite, prepare, rosterCost } from '../../src/roster/solve/roster.js';
import { stopper } from '../../src/roster/solve/stop.js';
import { readNrp } from './nrp-model.js';

/** Processor time of this process in milliseconds. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export async function benchRows(argv: readonly string[]): Promise<number> {
  const { values: flags, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { seconds: { type: 'string', default: '1' } },
  });
  say('instance  phase       days  searches/s  missed');
  for (const file of positionals) benchFile(file, Number(flags.seconds) * 1000);
  return 0;
}

function benchFile(file: string, time: number): void {
  const name = basename(file, '.txt').replace('Instance', '').padEnd(8);
  const { model } = readNrp(readFileSync(file, 'utf8'));
  let begun = spent();
  const prepared = prepare(model);
  say(`${name}  prepare     ${Math.round(spent() - begun)} ms`);
  const chance = random(1);
  const stop = stopper({ elapsed: spent, time: spent() + 60_000, iterations: null, cancelled: () => false });
  const roster = emptyRoster(prepared);
  begun = spent();
  construct(prepared, roster, null, chance, stop);
  say(`${name}  construct   ${Math.round(spent() - begun)} ms, cost ${rosterCost(prepared, roster)}`);
  begun = spent();
  const until = stop.iterations() + 20 * model.rows.length;
  const shaking = stopper({ elapsed: spent, time: spent() + 60_000, iterations: null, cancelled: () => false });
  const search = { prepared, roster, chance, stop: shaking, bound: 0, exchange: null, thread: 0, mine: [], others: [] };
  anneal(search, { until, share: 1, pool: null, prices: null, isShared: false });
  const rate = Math.round((1000 * shaking.iterations()) / (spent() - begun));
  say(`${name}  anneal      ${rate} searches/s, cost ${rosterCost(prepared, roster)}`);
  const room = responseRoom(prepared);
  const kept = copyRoster(roster);
  for (const length of [7, 14, 28, model.days]) {
    if (length > model.days) continue;
    let searches = 0;
    let missed = 0;
    begun = spent();
    while (spent() - begun < time) {
      const from = chance.below(model.days - length + 1);
      const how = { from, to: from + length, noise: 0, width: 8, work: 250_000 };
      const outcome = respond(prepared, roster, chance.below(model.rows.length), how, chance, room);
      if (outcome !== 'done') missed += 1;
      searches += 1;
    }
    const perSecond = Math.round((1000 * searches) / (spent() - begun));
    say(`${name}  window  ${`${length}`.padStart(8)}  ${`${perSecond}`.padStart(10)}  ${missed}`);
    overwrite(roster, kept);
  }
}
