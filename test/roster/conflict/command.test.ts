/** What `roster generate` says, writes and ends with where there is no roster. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shop } from '../../cli/shop.js';
import { inFolder, ran } from '../../cli/world.js';

const files = shop('test/docs/questions/all-on-leave');
const generate = 'roster generate --month 2026-12 --iterations 5';

it('exit 3, and the conflict for programs, in both languages', async () => {
  for (const [lang, reason, way] of [
    ['en', '2026-12-12: day shift needs at least 1, 0 can work.', 'Leave 2 places open'],
    ['zh', '2026-12-12：白班至少要 1 人，可上班的只有 0 人。', '空 2 个班'],
  ] as const) {
    await inFolder(files, async (cwd) => {
      const { code, out } = await ran(`${generate} --json --lang ${lang}`, { cwd });
      const { status, conflict } = JSON.parse(out);
      expect({ code, status, proof: conflict.proof }).toEqual({ code: 3, status: 'infeasible', proof: true });
      const [first] = conflict.reasons;
      expect(first.message).toBe(reason);
      expect(first.rules).toEqual(['leave', 'cover']);
      expect(first.clauses).toEqual(['default/people', 'two-shift/1']);
      expect(first.sources).toEqual([2, 3, 4, 5].map((row) => `2026-12/leave.csv#${row}`));
      expect(first.set).toHaveLength(6);
      expect(first.minimal).toBe(true);
      expect(conflict.ways_out.length).toBeGreaterThan(1);
      for (const one of conflict.ways_out) {
        expect(one).toMatchObject({ tried: true, change: { kind: expect.any(String) }, score: expect.any(Object) });
      }
      expect(conflict.ways_out.some(({ message }: { message: string }) => message.startsWith(way))).toBe(true);
      expect(existsSync(join(cwd, '2026-12/roster.json'))).toBe(false);
    });
  }
});

it('with gaps allowed: the roster is written, its open places named, exit 1', async () => {
  await inFolder(files, async (cwd) => {
    const { code, out } = await ran(`${generate} --json --allow-gaps`, { cwd });
    const { status, conflict, gaps } = JSON.parse(out);
    expect({ code, status, conflict }).toEqual({ code: 1, status: 'gaps', conflict: null });
    expect(gaps).toEqual([
      { day: '2026-12-12', shift: '白', needed: 1, found: 0, missing: 1 },
      { day: '2026-12-12', shift: '晚', needed: 1, found: 0, missing: 1 },
    ]);
    expect(existsSync(join(cwd, '2026-12/roster.json'))).toBe(true);
  });
});

it('the same twice: an explanation repeats for the same iterations', async () => {
  const said = async (): Promise<string> => inFolder(files, async (cwd) => (await ran(generate, { cwd })).out);
  expect(await said()).toBe(await said());
});
