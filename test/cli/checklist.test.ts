/** `check` without a file: what is there, what is missing, how to get it. */
import { expect, it } from 'vitest';
import { shop } from './shop.js';
import { inFolder, ran } from './world.js';

interface Checked {
  readonly checklist: readonly { readonly file: string; readonly state: string; readonly says: string }[];
}

async function list(line: string, cwd: string): Promise<Map<string, string>> {
  const { out } = await ran(`${line} --json`, { cwd });
  return new Map((JSON.parse(out) as Checked).checklist.map(({ file, state, says }) => [file, `${state}: ${says}`]));
}

it('roster check: a workspace as init writes it lacks only the past', async () => {
  await inFolder({}, async (cwd) => {
    await ran('roster init shop', { cwd });
    const found = await list('roster check --dir shop', cwd);
    expect(found.get('staff.csv')).toBe('there: 6 people, 6 of them employed in 2026-12');
    expect(found.get('2026-12/leave.csv')).toBe('there: 0 rows');
    expect(found.get('2026-12/demand.csv')).toContain('none: heads of each shift by the handbook alone');
    expect(found.get('2026-11/roster.json')).toContain('missing: unknown: who had the late shift');
    const { out } = await ran('roster check --dir shop --lang zh', { cwd });
    expect(out).toContain('缺  上月班表  2026-11/roster.json');
    // The next command runs as it is printed.
    expect(out.trimEnd().split('：').at(-1)).toBe('roster generate --month 2026-12 --dir shop');
  });
});

it('pay check: says which exports are not there, what that means, and what to do', async () => {
  await inFolder({}, async (cwd) => {
    await ran('roster init shop', { cwd });
    const found = await list('pay check --dir shop', cwd);
    expect(found.get('2026-10/roster.json')).toContain('missing: days are counted by the calendar');
    expect(found.get('2026-10/punches/')).toContain('missing: every rostered shift counts as worked');
    expect(found.get('2026-10/orders/')).toContain('missing: nobody earns commission');
  });
  await inFolder(shop(), async (cwd) => {
    const found = await list('pay check --month 2026-11', cwd);
    expect(found.get('2026-11/roster.json')).toMatch(/^there: revision \d+$/);
    expect(found.get('2026-11/orders/')).toMatch(/^there: 1 file: /);
  });
});

it('where something cannot be read the list still says what is there', async () => {
  const files = { ...shop(), 'staff.csv': 'nothing\n' };
  await inFolder(files, async (cwd) => {
    const { code, out } = await ran('roster check --month 2026-12 --columns', { cwd });
    expect([code, out]).toEqual([2, '']);
    const checked = await ran('roster check --month 2026-12', { cwd, columns: 80 });
    expect(checked.code).toBe(2);
    expect(checked.out).toContain('ok       handbook');
    for (const line of checked.out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});
