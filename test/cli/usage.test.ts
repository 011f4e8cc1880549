import { describe, expect, it } from 'vitest';
import { programs } from '../../src/cli/programs.js';
import { ran } from './world.js';

describe('wrong usage ends with 2 and says what was meant', () => {
  it.each([
    ['roster handbok', 'There is no command handbok. Did you mean handbook? See roster --help.'],
    ['roster handbook --dri x', 'There is no flag --dri. Did you mean --dir? See roster handbook --help.'],
    ['roster handbook --dir', '--dir needs a value. See roster handbook --help.'],
    ['roster handbook a b', 'Too many words for roster handbook. See roster handbook --help.'],
    ['roster', 'roster: which command? See roster --help.'],
    ['pay', 'pay: which command? See pay --help.'],
    ['roster handbook --lang fr', '--lang fr: not understood. Write zh, en or both.'],
  ])('%s', async (line, message) => {
    expect(await ran(line)).toEqual({ code: 2, out: '', err: `${message}\n` });
  });

  it('in Chinese', async () => {
    expect((await ran('roster handbok --lang zh')).err).toBe(
      '没有 handbok 这个命令。是不是想写 handbook？请看 roster --help。\n',
    );
    expect((await ran('roster handbok', { env: { LANG: 'zh_CN.UTF-8' } })).err).toContain('没有 handbok 这个命令');
    expect((await ran('roster handbok', { env: { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' } })).err).toContain('There is no');
  });

  it('with --json as one document', async () => {
    const { code, out, err } = await ran('roster handbok --json');
    expect({ code, err }).toEqual({ code: 2, err: '' });
    expect(JSON.parse(out)).toEqual({
      status: 'failed',
      issues: [
        {
          code: 'unknown-command',
          severity: 'error',
          message: 'There is no command handbok.',
          hint: 'Did you mean handbook? See roster --help.',
          source: null,
        },
      ],
    });
  });

  it('every command refuses an unknown flag, names the nearest and offers its own page', async () => {
    for (const program of Object.values(programs)) {
      for (const command of program.commands) {
        const { code, err } = await ran(`${program.name} ${command.name} --jsn`);
        expect({ code, err }).toEqual({
          code: 2,
          err: `There is no flag --jsn. Did you mean --json? See ${program.name} ${command.name} --help.\n`,
        });
      }
    }
  });

  it('hostile arguments cannot steer the terminal', async () => {
    expect((await ran("roster '\u001b[2Jx'")).err).toBe('There is no command \\u001b[2Jx. See roster --help.\n');
  });
});

describe('help', () => {
  it('in both languages, on stdout, exit 0', async () => {
    for (const lang of ['en', 'zh']) {
      for (const program of Object.values(programs)) {
        const page = await ran(`${program.name} --help --lang ${lang}`);
        expect(page).toMatchObject({ code: 0, err: '' });
        await expect(page.out).toMatchFileSnapshot(`./help/${program.name}.${lang}.txt`);
        for (const command of program.commands) {
          const own = await ran(`${program.name} ${command.name} --help --lang ${lang}`);
          expect(own).toMatchObject({ code: 0, err: '' });
          expect(own.out).toContain(command.about[lang as 'en' | 'zh'].slice(1));
          expect(await ran(`${program.name} help ${command.name} --lang ${lang}`)).toEqual(own);
          await expect(own.out).toMatchFileSnapshot(`./help/${program.name}-${command.name}.${lang}.txt`);
        }
      }
    }
  });

  it('no line is wider than a narrow window of 120 columns', async () => {
    for (const program of Object.values(programs)) {
      for (const command of program.commands) {
        const { out } = await ran(`${program.name} ${command.name} --help`);
        expect(out.split('\n').filter((line) => line.length > 120)).toEqual([]);
      }
    }
  });

  it('each command has an example that names it', () => {
    for (const program of Object.values(programs)) {
      for (const command of program.commands) {
        expect(command.examples.length).toBeGreaterThan(0);
        for (const { line } of command.examples)
          expect(line).toMatch(new RegExp(`^${program.name} ${command.name}\\b`));
      }
    }
  });

  it('as JSON where JSON is asked for', async () => {
    const { out } = await ran('roster --help --json');
    expect(JSON.parse(out)).toMatchObject({ status: 'help', issues: [] });
  });

  it('the version is the package’s', async () => {
    expect((await ran('roster --version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(JSON.parse((await ran('pay --version --json')).out)).toMatchObject({ status: 'help', issues: [] });
  });
});
