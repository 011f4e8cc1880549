/** Completion as bash does it: a line and a Tab, from the script the program prints. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { SHELLS } from '../../src/cli/completion/scripts.js';
import { wordsOf as completionWords, flagsWith } from '../../src/cli/completion/words.js';
import { programs } from '../../src/cli/programs.js';
import { inFolder, ran } from './world.js';

/** What Tab offers at the end of the line. A blank at the end begins a new word. */
async function tab(line: string, cwd?: string): Promise<string[]> {
  const program = line.split(' ')[0]!;
  const { out } = await ran(`${program} completion bash`);
  const words = line.split(' ').map((word) => `'${word}'`);
  const ask = `${out}\nCOMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _rosterpay_${program}; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-u', '-c', ask], { cwd, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').filter(Boolean);
}

describe('completion in bash', () => {
  it('offers the commands, all of them and no others', async () => {
    for (const { name, commands } of Object.values(programs)) {
      expect(await tab(`${name} `)).toEqual([...commands.map((one) => one.name), 'help']);
    }
    expect(await tab('roster ge')).toEqual(['generate']);
    expect(await tab('roster help du')).toEqual(['duty']);
  });

  it("offers a command's own flags, and those of no other", async () => {
    expect(await tab('roster generate --allow')).toEqual(['--allow-gaps']);
    expect(await tab('roster show --allow')).toEqual([]);
    expect(await tab('roster show --dir shop --mo')).toEqual(['--month']);
  });

  it('knows what may follow: words, months, files, folders, or nothing it could know', async () => {
    expect(await tab('roster show --lang ')).toEqual(['zh', 'en', 'both']);
    expect(await tab('roster export d')).toEqual(['dingtalk']);
    expect(await tab('roster completion ')).toEqual([...SHELLS]);
    await inFolder(
      { 'my shop/2026-12/roster.csv': '', 'plan.csv': '', '2026-11/x': '', '2026-12/x': '' },
      async (cwd) => {
        expect(await tab('roster check pl', cwd)).toEqual(['plan.csv']);
        expect(await tab('roster check --dir my', cwd)).toEqual(['my shop']);
        expect((await tab('roster check --month 2026-1', cwd)).sort()).toEqual(['2026-11', '2026-12']);
        expect(await tab('roster generate --seed ', cwd)).toEqual([]);
      },
    );
  });
});

describe('completion for the other shells', () => {
  it.each(['zsh', 'fish'])('%s: every command and every flag stands in the script', async (shell) => {
    for (const program of Object.values(programs)) {
      const { code, out } = await ran(`${program.name} completion ${shell} --lang zh`);
      expect(code).toBe(0);
      for (const { name, about, flags } of completionWords(program, 'zh')) {
        expect(out).toContain(name);
        expect(out).toContain(about.slice(0, 6));
        for (const { typed } of flags) expect(out).toContain(shell === 'zsh' ? `${typed}[` : `-l ${typed.slice(2)} `);
      }
      expect(flagsWith(completionWords(program, 'en'), 'month').map(({ typed }) => typed)).toEqual(['--month']);
      // Nothing closes the quotes that hold it.
      for (const line of out.split('\n')) expect((line.match(/'/g) ?? []).length % 2, line).toBe(0);
    }
  });

  it('another shell is refused by name', async () => {
    const { code, err } = await ran('pay completion csh');
    expect({ code, err }).toEqual({ code: 2, err: '"csh" is no shell we know. Write one of bash, zsh, fish.\n' });
  });
});
