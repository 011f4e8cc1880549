/** Many teams: one report, parts for many machines, and a rerun that does only what is left to do. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharded, workspacesIn } from '../../src/cli/teams/workspaces.js';
import { shop } from './shop.js';
import { inFolder, NOON, type Ran, ran } from './world.js';

const PLAN = 'roster generate --all --month 2026-12 --iterations 5 --lang en';

/** The small department under several names. */
const teams = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => Object.entries(shop()).map(([path, content]) => [`${name}/${path}`, content])),
  );

interface Report {
  readonly status: string;
  readonly of: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly teams: readonly {
    readonly team: string;
    readonly exit: number;
    readonly status: string;
    readonly changed?: readonly string[];
    readonly issues: readonly { readonly code: string }[];
  }[];
}

const report = ({ out }: Ran): Report => JSON.parse(out) as Report;
const byTeam = (ran: Ran): Record<string, string> =>
  Object.fromEntries(report(ran).teams.map(({ team, status }) => [team, status]));

describe('--all', () => {
  it('plans every workspace below the folder; a rerun does nothing, and a changed input plans that team anew', async () => {
    await inFolder({ ...teams('b', 'deep/a'), 'notes/readme.txt': '' }, async (cwd) => {
      const first = await ran(`${PLAN} --json`, { cwd });
      expect(first.code).toBe(0);
      expect(Object.keys(byTeam(first))).toEqual(['b', 'deep/a']);
      const bytes = readFileSync(join(cwd, 'b/2026-12/roster.json'));
      const written = statSync(join(cwd, 'b/2026-12/roster.json')).mtimeMs;

      const second = await ran(`${PLAN} --json`, { cwd });
      expect([second.code, report(second).counts]).toEqual([0, { unchanged: 2 }]);
      expect(statSync(join(cwd, 'b/2026-12/roster.json')).mtimeMs).toBe(written);

      // Somebody asks for a day off: a file that was not there before.
      writeFileSync(join(cwd, 'b/2026-12/requests.csv'), 'id,day,wish\n1001,2026-12-20,off\n');
      const third = await ran(`${PLAN} --json`, { cwd });
      expect(byTeam(third)).toEqual({ b: expect.stringMatching(/optimal|feasible/), 'deep/a': 'unchanged' });
      expect(readFileSync(join(cwd, 'b/2026-12/roster.json')).equals(bytes)).toBe(false);
      expect(readFileSync(join(cwd, 'b/2026-12/revisions/roster-1.json')).equals(bytes)).toBe(true);
    });
  });

  it('leaves a roster alone that somebody works with, and names what has changed', async () => {
    await inFolder(teams('a', 'b'), async (cwd) => {
      expect((await ran(PLAN, { cwd })).code).toBe(0);
      const wish = 'id,day,wish\n1001,2026-12-20,off\n';
      for (const team of ['a', 'b']) writeFileSync(join(cwd, team, '2026-12/requests.csv'), wish);
      // In a the sheet was edited; b's month has begun.
      const sheet = readFileSync(join(cwd, 'a/2026-12/roster.csv'), 'utf8');
      writeFileSync(join(cwd, 'a/2026-12/roster.csv'), sheet.replace(/(\n1001,.*),白,白,/, '$1,半,白,'));
      const edited = report(await ran(`${PLAN} --json`, { cwd })).teams[0]!;
      const begun = await ran(`${PLAN} --json --force`, { cwd });
      expect(edited).toMatchObject({ exit: 1, status: 'outdated', changed: ['2026-12/requests.csv'] });
      expect(edited.issues.map(({ code }) => code)).toContain('roster-inputs-changed');
      expect(report(begun).counts.unchanged).toBeUndefined();
      rmSync(join(cwd, 'b/2026-12/requests.csv'));
      const inDecember = await ran(`${PLAN} --json`, { cwd, now: NOON + 20 * 86_400_000 });
      expect(byTeam(inDecember)).toEqual({ a: 'unchanged', b: 'outdated' });
      expect(inDecember.code).toBe(1);
    });
  });

  it('a team that cannot run stops no other; the worst decides the exit code', async () => {
    await inFolder({ ...teams('a', 'c'), 'b/handbook.yaml': 'shifts: 3\n' }, async (cwd) => {
      const { code, out } = await ran(PLAN, { cwd });
      expect(code).toBe(2);
      expect(out).toMatch(/^b +could not run/m);
      expect(out).toMatch(/3 of 3 teams\. could not run 1, planned 2\.\n$/);
      expect((await ran(`roster check --all --month 2026-12 --lang en`, { cwd })).code).toBe(2);
    });
  });

  it('says that a folder holds no workspace', async () => {
    await inFolder({ 'notes/readme.txt': '' }, async (cwd) => {
      const { code, err } = await ran(PLAN, { cwd });
      expect([code, err]).toEqual([2, expect.stringContaining('no workspace below')]);
    });
  });

  it('pay: computes once, again after a new file, never a closed month', async () => {
    await inFolder(teams('a'), async (cwd) => {
      const pay = 'pay compute --all --month 2026-11 --json';
      expect(byTeam(await ran(pay, { cwd })).a).toMatch(/ok|problems/);
      expect(byTeam(await ran(pay, { cwd })).a).toBe('unchanged');
      writeFileSync(join(cwd, 'a/2026-11/events.csv'), 'day,id,kind,what,amount\n2026-11-05,1001,reward,helped,20\n');
      expect(byTeam(await ran(pay, { cwd })).a).toMatch(/ok|problems/);
      expect(byTeam(await ran(pay, { cwd })).a).toBe('unchanged');
    });
  });
});

describe('--shard', () => {
  it('the parts are all teams, each once, as even as can be', async () => {
    const all = Array.from({ length: 1000 }, (_, at) => at);
    const parts = Array.from({ length: 7 }, (_, at) => sharded(all, { part: at + 1, parts: 7 }));
    expect(parts.flat().sort((a, b) => a - b)).toEqual(all);
    expect(new Set(parts.map((part) => part.length))).toEqual(new Set([142, 143]));
  });

  it('means --all; what two machines did is one report afterwards', async () => {
    await inFolder(teams('a', 'b', 'c'), async (cwd) => {
      expect(await workspacesIn(cwd)).toHaveLength(3);
      const plan = PLAN.replace(' --all', '');
      expect(Object.keys(byTeam(await ran(`${plan} --shard 1/2 --json`, { cwd })))).toEqual(['a', 'c']);
      expect(Object.keys(byTeam(await ran(`${plan} --shard 2/2 --json`, { cwd })))).toEqual(['b']);
      expect(report(await ran(`${PLAN} --json`, { cwd }))).toMatchObject({ of: 3, counts: { unchanged: 3 } });
      expect((await ran(`${plan} --shard 3/2`, { cwd })).code).toBe(2);
    });
  });
});
