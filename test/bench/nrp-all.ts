/**
 * `bench -- nrp-all DIR --out table.csv [--time 60] [--threads 2] [--seed 1]`: every Instance*.txt of a folder, a row at a
 * time into the table; rows that stand there already are skipped, so a run can be broken off and taken up again.
 */
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runNrp } from './nrp.js';

const HEADINGS = 'instance,time,threads,seed,objective,bound,status,seconds';

export async function benchNrpAll(argv: readonly string[]): Promise<number> {
  const { values: flags, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      time: { type: 'string', default: '60' },
      threads: { type: 'string', default: '2' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: 'nrp-table.csv' },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) {
    process.stderr.write('bench -- nrp-all DIR [--out FILE] [--time S] [--threads N] [--seed N]\n');
    return 2;
  }
  if (!existsSync(flags.out)) writeFileSync(flags.out, `${HEADINGS}\n`);
  const numberOf = (file: string): number => Number(/\d+/.exec(file)?.[0] ?? 0);
  const files = readdirSync(folder).filter((file) => /^Instance\d+\.txt$/.test(file));
  for (const file of files.sort((a, b) => numberOf(a) - numberOf(b))) {
    const key = `${file.replace('.txt', '')},${flags.time},${flags.threads},${flags.seed},`;
    if (readFileSync(flags.out, 'utf8').includes(`\n${key}`)) continue;
    const { result } = await runNrp(join(folder, file), {
      time: Number(flags.time),
      threads: Number(flags.threads),
      seed: Number(flags.seed),
    });
    appendFileSync(flags.out, `${key}${result.objective ?? ''},${result.bound},${result.status},${result.seconds}\n`);
    process.stdout.write(readFileSync(flags.out, 'utf8').trimEnd().split('\n').at(-1)!.concat('\n'));
  }
  return 0;
}
