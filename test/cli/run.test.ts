import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { shop } from './shop.js';
import { captured, inFolder, ran } from './world.js';

const generate = 'roster generate --iterations 20';

describe('a published roster', () => {
  it('is not replaced without --force; then the revision rises', async () => {
    await inFolder(shop(), async (cwd) => {
      expect((await ran(generate, { cwd })).code).toBe(0);
      const roster = (): { revision: number } => JSON.parse(readFileSync(join(cwd, '2026-12/roster.json'), 'utf8'));
      expect(roster().revision).toBe(1);
      const again = await ran(generate, { cwd });
      expect(again.code).toBe(2);
      expect(again.err).toMatch(
        /^2026-12\/roster\.json: the roster of 2026-12 is already published\. To replace it, run again with --force/,
      );
      expect((await ran(`${generate} --force`, { cwd })).code).toBe(0);
      expect(roster().revision).toBe(2);
    });
  });
});

describe('the schema for editors', () => {
  it('knows the keys of a handbook and the presets by name', async () => {
    const { code, out } = await ran('roster handbook --schema');
    expect(code).toBe(0);
    const schema = JSON.parse(out);
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(['shifts', 'rules', 'sales', 'pay']));
    expect(schema.properties.extends.items.enum).toContain('three-shift');
    expect(JSON.parse((await ran('roster handbook --schema --json')).out)).toMatchObject({ status: 'ok', issues: [] });
  });
});

describe('where and what', () => {
  it('generate plans the next month, pay pays the last, by the calendar of Shanghai', async () => {
    await inFolder(shop(), async (cwd) => {
      // 2026-11-30 16:30 UTC is already December in Shanghai: next month is January.
      const now = Date.UTC(2026, 10, 30, 16, 30);
      expect(JSON.parse((await ran('roster check --json', { cwd, now })).out).month).toBe('2027-01');
      expect(JSON.parse((await ran('pay check --json', { cwd, now })).out).month).toBe('2026-11');
      expect(JSON.parse((await ran('pay check --json --month next', { cwd })).out).month).toBe('2026-12');
    });
  });

  it('--out writes elsewhere and leaves the month’s folder alone', async () => {
    await inFolder(shop(), async (cwd) => {
      const { out } = await ran('pay compute --month 2026-11 --out results', { cwd });
      expect(out).toContain('  results/pay.json\n');
      expect(existsSync(join(cwd, '2026-11/pay.json'))).toBe(false);
    });
  });

  it('files are named as they can be opened from where the user stands', async () => {
    await inFolder(shop(), async (cwd) => {
      const { out } = await ran(`pay compute --month 2026-11 --dir ${cwd} --json`, { cwd: join(cwd, '2026-12') });
      expect(JSON.parse(out).files[0]).toBe(join(cwd, '2026-11/pay.json'));
    });
  });

  it('nothing but the answer in the month’s folder: no lock, no leftovers', async () => {
    await inFolder(shop(), async (cwd) => {
      await ran('pay compute --month 2026-11', { cwd });
      expect(readdirSync(join(cwd, '2026-11')).filter((name) => name.startsWith('.'))).toEqual([]);
    });
  });
});

describe('exit codes', () => {
  it('75 where another run holds the lock', async () => {
    const lock = '{"pid":4711,"host":"another-machine","command":"pay compute"}\n';
    await inFolder({ ...shop(), '2026-11/.rosterpay.lock': lock }, async (cwd) => {
      const { code, out } = await ran('pay compute --month 2026-11 --json', { cwd });
      expect(code).toBe(75);
      expect(JSON.parse(out)).toMatchObject({ status: 'locked', issues: [{ code: 'folder-locked' }] });
    });
  });

  it('70 with the stack on stderr for a fault of ours', async () => {
    const { shell, out, err } = captured();
    const broken = {
      ...shell,
      clock: (): number => {
        throw new Error('no clock');
      },
    };
    expect(await run('roster', ['check', '--json'], broken)).toBe(70);
    expect(err()).toMatch(/^Error: no clock\n {4}at /);
    expect(JSON.parse(out())).toMatchObject({ status: 'bug', issues: [{ code: 'internal-error' }] });
  });

  it('130 where Ctrl-C is pressed while nothing searches, and nothing is written', async () => {
    await inFolder(shop(), async (cwd) => {
      const { code, out } = await ran('pay compute --month 2026-11 --json', { cwd, interrupt: (press) => press() });
      expect(code).toBe(130);
      expect(JSON.parse(out)).toMatchObject({ status: 'interrupted', issues: [{ code: 'interrupted' }] });
      expect(existsSync(join(cwd, '2026-11/pay.json'))).toBe(false);
    });
  });
});

describe('people and logs', () => {
  it('stdout has the result, stderr the talk; --quiet keeps errors only', async () => {
    await inFolder(shop(), async (cwd) => {
      const loud = await ran('pay compute --month 2026-11', { cwd });
      expect(loud.err).toContain('warning: there are no punches for 2026-11');
      expect(loud.out).toContain('1001  王婷');
      const quiet = await ran('pay compute --month 2026-11 --quiet', { cwd });
      expect(quiet).toMatchObject({ code: 0, err: '', out: loud.out });
    });
  });

  it('colour for a person who watches, none with --no-color, NO_COLOR, --json or in a pipe', async () => {
    await inFolder(shop(), async (cwd) => {
      const line = 'roster show --month 2026-11';
      const painted = '\u001b[';
      const tty = { cwd, isTTY: true, columns: 200, env: { TERM: 'xterm-256color' } };
      expect((await ran(line, tty)).out).toContain(painted);
      expect((await ran(`${line} --no-color`, tty)).out).not.toContain(painted);
      expect((await ran(`${line} --json`, tty)).out).not.toContain(painted);
      expect((await ran(line, { ...tty, env: { ...tty.env, NO_COLOR: '1' } })).out).not.toContain(painted);
      expect((await ran(line, { cwd })).out).not.toContain(painted);
    });
  });

  it('progress while it searches on a terminal only', async () => {
    await inFolder(shop(), async (cwd) => {
      expect((await ran(generate, { cwd, isTTY: true, columns: 200 })).err).toContain('steps');
    });
    await inFolder(shop(), async (cwd) => {
      expect((await ran(generate, { cwd })).err).not.toContain('steps');
    });
  });

  it('names and notes from outside steer neither terminal, nor JSON, nor spreadsheet', async () => {
    const files = shop();
    const staff = files['staff.csv']!.replace('王婷', '=HYPERLINK(1)\u001b[2J').replace('李娜', '\u202e娜李');
    await inFolder({ ...files, 'staff.csv': staff }, async (cwd) => {
      const steering = ['\u001b', '\u202e'];
      for (const line of [
        'pay compute --month 2026-11',
        'pay explain 1001 --month 2026-11',
        'roster show --month 2026-11',
      ]) {
        const { out, err } = await ran(line, { cwd });
        for (const sign of steering) expect(out + err).not.toContain(sign);
        const asJson = await ran(`${line} --json`, { cwd });
        for (const sign of steering) expect(asJson.out).not.toContain(sign);
      }
      expect(readFileSync(join(cwd, '2026-11/pay.csv'), 'utf8')).toContain("'=HYPERLINK(1)");
    });
  });
});

describe('roster init', () => {
  it('makes a workspace that runs as it is, in both languages, and covers nothing up', async () => {
    for (const lang of ['en', 'zh']) {
      await inFolder({}, async (cwd) => {
        const made = await ran(`roster init shop --lang ${lang}`, { cwd });
        expect(made).toMatchObject({ code: 0, err: '' });
        expect(readdirSync(join(cwd, 'shop')).sort()).toEqual(['2026-12', 'handbook.yaml', 'staff.csv']);
        expect((await ran(`roster check --dir shop --lang ${lang}`, { cwd })).code).toBe(0);
        expect((await ran(`${generate} --dir shop --lang ${lang}`, { cwd })).code).toBe(0);
        expect((await ran(`pay compute --month 2026-12 --dir shop --lang ${lang}`, { cwd })).code).toBe(0);
        expect((await ran(`roster init shop --lang ${lang}`, { cwd })).code).toBe(2);
      });
    }
  });

  it.each([
    'two-shift',
    'training-manual',
    'punch-clock',
    'split-shift',
    'work-six',
    'two-shift,conversion-bonus',
    'three-shift,commission-2017,after-sales,daily-routine',
  ])('with %s', async (names) => {
    await inFolder({}, async (cwd) => {
      expect((await ran(`roster init shop --handbook ${names}`, { cwd })).code).toBe(0);
      expect((await ran('roster check --dir shop', { cwd })).code).toBe(0);
      for (const program of ['roster', 'pay']) {
        const { code, out } = await ran(`${program} handbook --dir shop`, { cwd });
        expect(code).toBe(0);
        expect(out).toContain(`[${names.split(',')[0]}/`);
      }
    });
  });

  it('says which ready-made handbook was meant', async () => {
    await inFolder({}, async (cwd) => {
      expect(await ran('roster init shop --handbook two-shfit', { cwd })).toMatchObject({ code: 2 });
      expect((await ran('roster init shop --handbook two-shfit', { cwd })).err).toContain('Did you mean two-shift?');
      expect(existsSync(join(cwd, 'shop'))).toBe(false);
    });
  });
});
