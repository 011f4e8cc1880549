/** A month that keeps to a pattern: all of it where nothing is in the way, else as few changes as may be, each listed. */
import { describe, expect, it } from 'vitest';
import { shop } from '../../cli/shop.js';
import { inFolder, ran } from '../../cli/world.js';

const FOLDER = 'test/docs/questions/weekly-swap';
const PLAN = 'roster generate --month 2026-12 --pattern pattern.csv --json';

interface Answer {
  readonly status: string;
  readonly score: { readonly hard: number };
  readonly pattern: {
    readonly cells: number;
    readonly changed: readonly {
      readonly id: string;
      readonly day: string;
      readonly was: string;
      readonly is: string;
    }[];
    readonly at_least: number | null;
    readonly fewest_proved: boolean;
  };
}

const planned = (files: Record<string, string>, more = ' --iterations 60'): Promise<Answer> =>
  inFolder({ ...shop(FOLDER), ...files }, async (cwd) => {
    const { code, out } = await ran(`${PLAN}${more}`, { cwd });
    expect(code).toBe(0);
    return JSON.parse(out) as Answer;
  });

describe('generate --pattern', () => {
  it('keeps every cell where nothing is in the way', async () => {
    // Four people, 31 days.
    const { status, score, pattern } = await planned({});
    expect({ status, hard: score.hard }).toEqual({ status: 'feasible', hard: 0 });
    expect(pattern).toEqual({ cells: 124, changed: [], at_least: 0, fewest_proved: true });
  });

  it('repairs what leave takes away and lists every changed cell', async () => {
    // 1003 is on days on the 1st to the 3rd; the second of two on day shift has to come from a rest day.
    const leave = 'id,from,to,kind,approved_by\n1003,2026-12-02,2026-12-02,年假,林主管\n';
    const { score, pattern } = await planned({ '2026-12/leave.csv': leave }, ' --iterations 600');
    expect(score.hard).toBe(0);
    // The leave day itself is no change.
    expect(pattern.cells).toBe(123);
    expect(pattern).toMatchObject({
      changed: [{ id: '1004', day: '2026-12-02', was: '休', is: '白' }],
      ...{ at_least: 1, fewest_proved: true },
    });
  });

  it('the roster is scored as check scores it', async () => {
    await inFolder(shop(FOLDER), async (cwd) => {
      const made = JSON.parse((await ran(`${PLAN} --iterations 60`, { cwd })).out) as { violations: unknown };
      const judged = JSON.parse((await ran('roster check 2026-12/roster.json --json', { cwd })).out) as {
        violations: unknown;
      };
      expect(judged.violations).toEqual(made.violations);
    });
  });
});
