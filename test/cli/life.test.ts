/** A month lived with: the published roster of November is edited, swapped, covered, replanned, explained and compared. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shop } from './shop.js';
import { inFolder, type Ran, ran } from './world.js';

/** Rows of roster.json as they stand. */
interface Saved {
  readonly revision: number;
  readonly rows: readonly { readonly id: string; readonly days: readonly string[] }[];
  readonly accepted: readonly unknown[];
  readonly leave?: readonly unknown[];
  readonly revisions?: readonly { readonly what: string; readonly asked_by: string; readonly approved_by: string }[];
}

const saved = (cwd: string): Saved => JSON.parse(readFileSync(join(cwd, '2026-11/roster.json'), 'utf8'));
const codes = (cwd: string, id: string): readonly string[] => saved(cwd).rows.find((row) => row.id === id)!.days;

/** The published grid with other codes: `{ 1003: { 7: '休' } }`. */
function sheet(cwd: string, edits: Readonly<Record<string, Readonly<Record<number, string>>>>): void {
  const heads = ['id', ...Array.from({ length: 30 }, (_, at) => `2026-11-${String(at + 1).padStart(2, '0')}`)];
  const rows = saved(cwd).rows.map(({ id, days }) => [id, ...days.map((code, at) => edits[id]?.[at + 1] ?? code)]);
  writeFileSync(join(cwd, '2026-11/edited.csv'), [heads, ...rows].map((row) => `${row.join()}\n`).join(''));
}

const inShop = (use: (cwd: string, run: (line: string) => Promise<Ran>) => Promise<void>): Promise<void> =>
  inFolder(shop(), (cwd) => use(cwd, (line) => ran(`roster ${line} --month 2026-11 --quiet`, { cwd })));

describe('a month lived with', () => {
  it('publish: refused where something that must hold is broken, with nothing written; allowed by name; kept ever after', () =>
    inShop(async (cwd, run) => {
      // 1003 alone works late on the 7th: with a rest day nobody does.
      sheet(cwd, { 1003: { 7: '休' } });
      const refused = await run('publish 2026-11/edited.csv --json');
      expect(refused.code).toBe(1);
      expect(JSON.parse(refused.out)).toMatchObject({ status: 'violations', files: [] });
      expect(saved(cwd).revision).toBe(1);
      expect(existsSync(join(cwd, '2026-11/roster.csv'))).toBe(false);
      const allow =
        '--accept cover::2026-11-07 --accept hand-over::2026-11-07 --accept rest-days:1003:2026-11 --because "closed for repairs" --by 林主管';
      expect((await run(`check 2026-11/edited.csv ${allow}`)).code).toBe(0);
      const done = await run(`publish 2026-11/edited.csv ${allow} --lang en`);
      expect(done).toMatchObject({ code: 0 });
      expect(done.out).toContain('1003 李娜: 11-07 晚 -> 休');
      expect(saved(cwd)).toMatchObject({ revision: 2, revisions: [{ what: 'publish', approved_by: '林主管' }] });
      expect(saved(cwd).accepted).toHaveLength(3);
      expect(existsSync(join(cwd, '2026-11/revisions/roster-1.json'))).toBe(true);
      // A sheet cannot carry it, and yet it is known and shown.
      const checked = await run('check 2026-11/roster.csv --lang en');
      expect([checked.code, checked.out.includes('allowed by 林主管: closed for repairs')]).toEqual([0, true]);
      expect(JSON.parse((await run('publish 2026-11/roster.csv --json')).out)).toMatchObject({
        ...{ status: 'unchanged', revision: 2, files: [] },
      });
    }));

  it('swap: asked about, then done with who asked and who approved', () =>
    inShop(async (cwd, run) => {
      const line = 'swap 1002 11月11日 1003 2026-11-12';
      expect(JSON.parse((await run(`${line} --json`)).out)).toMatchObject({ status: 'allowed', files: [] });
      expect(saved(cwd).revision).toBe(1);
      expect((await run(`${line} --apply`)).code).toBe(2);
      expect((await run(`${line} --apply --asked-by 陈慧兰 --approved-by 林主管`)).code).toBe(0);
      expect(saved(cwd)).toMatchObject({ revision: 2, revisions: [{ asked_by: '陈慧兰', approved_by: '林主管' }] });
      // The 11th: 1002 rested, 1003 worked the half day; the 12th the other way round.
      expect([codes(cwd, '1002').slice(10, 12), codes(cwd, '1003').slice(10, 12)]).toEqual([
        ['半', '休'],
        ['休', '半'],
      ]);
      const refused = await run('swap 1003 2026-11-07 1001 2026-11-14 --json');
      expect([refused.code, JSON.parse(refused.out).status]).toEqual([1, 'refused']);
    }));

  it('cover: the leave is kept in the roster, known to every later command, and the place filled', () =>
    inShop(async (cwd, run) => {
      const listed = JSON.parse((await run('cover 1003 2026-11-07 --json')).out);
      expect(listed).toMatchObject({ status: 'found', shift: '晚', leave: '病假', open: { hard: 2 } });
      expect(listed.candidates[0]).toMatchObject({ number: 1, allowed: true, score: { hard: 0 } });
      expect((await run('cover 1003 2026-11-07 --apply 1 --by 林主管')).code).toBe(0);
      expect(codes(cwd, '1003')[6]).toBe('假:病假');
      expect(saved(cwd).leave).toEqual([
        { id: '1003', from: '2026-11-07', to: '2026-11-07', kind: '病假', by: '林主管' },
      ]);
      expect((await run('check 2026-11/roster.json')).code).toBe(0);
      const explained = await run('explain --staff 1003 --day 2026-11-07 --lang en');
      expect(explained.out).toContain('1003 李娜, 2026-11-07: 假:病假');
    }));

  it('replan: leave entered later; what was before stays; the difference is told by revision', () =>
    inShop(async (cwd, run) => {
      const before = codes(cwd, '1003').slice(0, 19);
      writeFileSync(
        join(cwd, '2026-11/leave.csv'),
        'id,from,to,kind,approved_by\n1003,2026-11-26,2026-11-27,病假,林主管\n',
      );
      const done = JSON.parse((await run('replan --from 2026-11-20 --iterations 200 --json')).out);
      expect(done).toMatchObject({ status: 'replanned', revision: 2, score: { hard: 0 } });
      expect(done.fallen.map(({ id, day }: { id: string; day: string }) => `${id} ${day}`)).toEqual([
        '1003 2026-11-26',
        '1003 2026-11-27',
      ]);
      expect(done.changed.length).toBeGreaterThanOrEqual(done.at_least);
      expect(codes(cwd, '1003').slice(0, 19)).toEqual(before);
      const told = JSON.parse((await run('diff 1 --json')).out);
      expect(told).toMatchObject({ status: 'different', before_revision: 1, after_revision: 2 });
      expect(told.changes).toHaveLength(done.changed.length + done.fallen.length);
      expect((await run('diff 2 2026-11/roster.csv --lang en')).out).toBe('No cell differs.\n');
    }));

  it('explain: the whole, a person, a day and a cell in both languages', () =>
    inShop(async (_, run) => {
      for (const [lang, whole, person, day, cell] of [
        ['en', 'By rule, dearest first', 'hours 152, the reference is 168', 'There by the half hour', 'forbidden'],
        ['zh', '按规则，代价高的在前', '工时 152，参考值 168', '分时在岗人数', '不允许'],
      ]) {
        expect((await run(`explain --lang ${lang}`)).out).toContain(whole);
        expect((await run(`explain --staff 1003 --lang ${lang}`)).out).toContain(person);
        expect((await run(`explain --day 2026-11-07 --lang ${lang}`)).out).toContain(day);
        expect((await run(`explain --staff 1003 --day 2026-11-07 --lang ${lang}`)).out).toContain(cell);
      }
      const asked = JSON.parse((await run('explain --staff 1003 --day 2026-11-07 --json')).out);
      expect(asked).toMatchObject({ status: 'ok', id: '1003', pinned: false });
      // Day, half day, rest: three others.
      expect(asked.options).toHaveLength(3);
    }));
});
