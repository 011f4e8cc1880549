/** `roster show --by ...`: what somebody looks up who does not plan. */
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/cli/terminal.js';
import { shop } from './shop.js';
import { type Circumstances, inFolder, ran } from './world.js';

const shown = (line: string, circumstances: Circumstances = {}): Promise<string> =>
  inFolder(shop(), async (cwd) => {
    const { code, out } = await ran(`roster show --month 2026-11 ${line}`, { cwd, ...circumstances });
    expect(code).toBe(0);
    return out;
  });

describe('roster show --by', () => {
  it('today: shifts with their people, who is off, and the day after', async () => {
    // The catalogue's clock stands at 2026-11-21.
    expect(await shown('--by today --lang zh')).toMatchInlineSnapshot(`
      "11-21 周六
        白 白班 09:00-17:30    1004 张蕾、1005 赵雯
        半 半白班 10:00-15:30  1003 李娜
        晚 晚班 17:00-23:30    1001 王婷、1002 陈慧兰

      11-22 周日
        白 白班 09:00-17:30    1004 张蕾、1005 赵雯
        半 半白班 10:00-15:30  1003 李娜
        晚 晚班 17:00-23:30    1001 王婷、1002 陈慧兰
      "
    `);
    expect(await shown('--day 2026-11-30 --lang en')).toMatchInlineSnapshot(`
      "11-30 Mo
        白 day shift 09:00-17:30       1004 张蕾, 1005 赵雯
        半 half day shift 10:00-15:30  1003 李娜
        晚 late shift 17:00-23:30      1001 王婷, 1002 陈慧兰
      "
    `);
  });

  it('person: a calendar leaf each; a narrow window has a day a line', async () => {
    const leaves = await shown('--by person --lang zh');
    expect(leaves.split('\n').slice(0, 8).join('\n')).toMatchInlineSnapshot(`
      "1001 王婷
        199 小时，休息 4 天，晚班 11 个，周末 7 天
        一     二     三     四     五     六     日
                                                  01 白
        02 白  03 白  04 白  05 晚  06 晚  07 休  08 白
        09 白  10 白  11 白  12 白  13 白  14 休  15 白
        16 白  17 白  18 白  19 白  20 休  21 晚  22 晚
        23 晚  24 休  25 晚  26 晚  27 晚  28 晚  29 晚"
    `);
    const narrow = await shown('--by person --lang zh', { isTTY: true, columns: 30, env: { NO_COLOR: '1' } });
    expect(narrow.split('\n').slice(0, 5).join('\n')).toMatchInlineSnapshot(`
      "1001 王婷
        199 小时，休息 4 天，晚班 11
        个，周末 7 天
        日  01 白
        一  02 白"
    `);
  });

  it('week: a block each, hours of the week at the right', async () => {
    const weeks = await shown('--by week --lang en');
    expect(weeks.split('\n').slice(0, 10).join('\n')).toMatchInlineSnapshot(`
      "2026-11     01 hours shifts rest
                  Su
      1001 王婷   白   8.5      1    0
      1002 陈慧兰 白   8.5      1    0
      1003 李娜   半   5.5      1    0
      1004 张蕾   晚   6.5      1    0
      1005 赵雯   晚   6.5      1    0
      白          2
      半          1
      晚          2"
    `);
  });

  it.each(['today', 'week', 'person'])('%s stays within the window', async (view) => {
    for (const columns of [36, 60, 100]) {
      const out = await shown(`--by ${view} --lang zh`, { isTTY: true, columns, env: { NO_COLOR: '1' } });
      expect(Math.max(...out.split('\n').map(widthOf))).toBeLessThanOrEqual(columns);
    }
  });

  it('refuses a view and a day that there are none of', async () => {
    await inFolder(shop(), async (cwd) => {
      expect((await ran('roster show --by month', { cwd })).code).toBe(2);
      expect((await ran('roster show --day 2026-11-31', { cwd })).code).toBe(2);
    });
  });
});
