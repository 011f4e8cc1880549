/**
 * GNU parallel and the threads of the build: teams spread over processes, twice at once over the same folder, give the
 * rosters that one run gives. Left out where there is no GNU parallel, and it says so; .ci/run installs it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shop } from './shop.js';
import { inFolder } from './world.js';

const BIN = join(process.cwd(), 'bin/roster.js');
const MONTH = '2026-12';
const FLAGS = ['--month', MONTH, '--iterations', '3', '--lang', 'en', '--quiet'];
const NAMES = ['a', 'b', 'c', 'd'];

const files = Object.fromEntries(
  NAMES.flatMap((name) => Object.entries(shop()).map(([path, content]) => [`${name}/${path}`, content])),
);

const started = (command: string, args: readonly string[], cwd: string) =>
  spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 120_000, env: { ...process.env, LANG: 'C' } });

const rosters = (cwd: string): string[] =>
  NAMES.map((name) => readFileSync(join(cwd, name, MONTH, 'roster.json'), 'utf8'));

const hasParallel = /GNU parallel/.test(spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout ?? '');
if (!hasParallel) process.stderr.write('left out: the run with GNU parallel (not installed)\n');

it('threads of the build do what one process does; a rerun writes nothing', { timeout: 240_000 }, async () => {
  await inFolder(files, async (cwd) => {
    const run = () => started(process.execPath, [BIN, 'generate', '--all', ...FLAGS, '--json'], cwd);
    const first = run();
    expect(first.status).toBe(0);
    expect(JSON.parse(first.stdout)).toMatchObject({ of: 4 });
    const bytes = rosters(cwd);
    // The teams are alike, and so are their rosters: which thread did it leaves no trace.
    expect(new Set(bytes).size).toBe(1);
    const second = run();
    expect(JSON.parse(second.stdout)).toMatchObject({ counts: { unchanged: 4 } });
    expect(rosters(cwd)).toEqual(bytes);
  });
});

it.runIf(hasParallel)(
  'GNU parallel: shards and single teams, side by side, and one report afterwards',
  { timeout: 240_000 },
  async () => {
    await inFolder(files, async (cwd) => {
      const alone = join(cwd, 'alone');
      for (const name of NAMES) cpSync(join(cwd, name), join(alone, name), { recursive: true });
      expect(started(process.execPath, [BIN, 'generate', '--all', '--dir', 'alone', ...FLAGS], cwd).status).toBe(0);
      const teams = join(cwd, 'teams');
      for (const name of NAMES) cpSync(join(cwd, name), join(teams, name), { recursive: true });
      const line = [process.execPath, BIN, 'generate', ...FLAGS];
      const shards = started(
        'parallel',
        ['--will-cite', '-j2', ...line, '--dir', teams, '--shard', '{}/2', ':::', '1', '2'],
        cwd,
      );
      expect([shards.status, shards.stderr]).toEqual([0, '']);
      // One process a team, as `ls -d teams/* | parallel` would start them: all is done already.
      const each = [
        '--if-changed',
        '--jobs',
        '1',
        '--dir',
        '{}',
        ':::',
        ...readdirSync(teams).map((name) => join(teams, name)),
      ];
      const singles = started('parallel', ['--will-cite', '-j2', ...line, ...each], cwd);
      expect([singles.status, singles.stdout.match(/done before/g)?.length]).toEqual([0, 4]);
      expect(rosters(teams)).toEqual(rosters(alone));
    });
  },
);
