/**
 * Every command of `roster` on every sample department, in both languages, after November's published roster: what each says
 * stands in `test/golden/commands/SAMPLE.txt` (long answers by their beginning and end). Searches count steps, so the bytes
 * repeat. After a wanted change: `npx vitest run test/golden/roster-commands.test.ts -u`, then look at the difference.
 */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programs } from '../../src/cli/programs.js';
import { answerTo } from '../../src/cli/run.js';
import { inOrder, issueLine } from '../../src/cli/say.js';
import { captured, inFolder, wordsOf } from '../cli/world.js';

const SAMPLES = ['punch-clock', 'split-shift', 'three-shift', 'training-manual', 'two-shift', 'work-six'];

/** Lines of an answer that are kept at its beginning and its end. */
const [HEAD, TAIL] = [16, 6];
/** Columns that are kept of a line. */
const WIDE = 200;

const DAY = '2026-11-25';

interface Row {
  readonly id: string;
  readonly days: readonly string[];
}

/** The commands, about people that November's roster has. Those marked change what is published: the later ones see it. */
function linesFor(rows: readonly Row[]): readonly string[] {
  const on = ({ days }: Row): string => days[Number(DAY.slice(8)) - 1] ?? '-';
  const isWork = (row: Row): boolean => !/^(休|-|假)/.test(on(row));
  const a = rows.find(isWork)!;
  const b = rows.find((row) => isWork(row) && on(row) !== on(a)) ?? rows.find((row) => row !== a)!;
  const steps = '--iterations 6';
  return [
    'roster check --month 2026-11',
    'roster check 2026-11/roster.json',
    'roster show --month 2026-11 --by week',
    'roster show --month 2026-11 --by person',
    `roster show --by today --day ${DAY}`,
    'roster explain --month 2026-11',
    `roster explain --staff ${a.id} --month 2026-11`,
    `roster explain --day ${DAY}`,
    `roster explain --staff ${a.id} --day ${DAY}`,
    `roster cover ${a.id} ${DAY}`,
    `roster swap ${a.id} ${DAY} ${b.id} ${DAY}`,
    `roster cover ${a.id} ${DAY} --apply --by 王主管`,
    'roster diff 2026-11/revisions/roster-1.json --month 2026-11',
    `roster publish 2026-11/revisions/roster-1.json --month 2026-11 --by 王主管`,
    `roster replan --month 2026-11 --from 2026-11-27 ${steps}`,
    'roster duty --month 2026-11',
    'roster export ics --month 2026-11',
    'roster demand --month 2026-12 --contacts contacts.csv --out made',
    'roster handbook',
    'roster pattern --month 2026-12 --iterations 100',
    `roster generate --month 2026-12 ${steps} --allow-gaps`,
  ];
}

/** Three weeks of chats, busier in the evening and on Saturdays; the same for everybody. */
function contacts(): string {
  const rows = ['day,from,contacts'];
  for (let day = 1; day <= 21; day += 1)
    for (let hour = 9; hour < 23; hour += 1) {
      const busy = 12 + ((hour * 7 + day * 3) % 11) + (hour > 18 ? 14 : 0) + (day % 7 === 0 ? 9 : 0);
      rows.push(`2026-11-${String(day).padStart(2, '0')},${hour}:00,${busy}`);
    }
  return `${rows.join('\n')}\n`;
}

function shortened(words: string): string {
  const lines = words
    .split('\n')
    .map((line) => ([...line].length > WIDE ? `${[...line].slice(0, WIDE).join('')} ...` : line));
  // Seconds differ from machine to machine.
  const kept = lines.map((line) =>
    line.replace(/, \d+(\.\d)? s\.$/, ', ? s.').replace(/用时 \d+(\.\d)? 秒/, '用时 ? 秒'),
  );
  if (kept.length <= HEAD + TAIL + 1) return kept.join('\n');
  return [...kept.slice(0, HEAD), `   ... ${kept.length - HEAD - TAIL} lines more ...`, ...kept.slice(-TAIL)].join(
    '\n',
  );
}

/** The exit code, and in each language what is said on both streams. */
async function said(line: string, cwd: string): Promise<{ readonly exit: number; readonly words: string }> {
  const [, ...argv] = wordsOf(line);
  const answer = await answerTo('roster', argv, captured({ cwd }).shell);
  if ('page' in answer) throw new Error(`${line}: a page of help`);
  const each = (['en', 'zh'] as const).map((lang) => {
    const issues = inOrder(answer.issues).map((issue) => `${issueLine(issue, lang)}\n`);
    return shortened(`${issues.join('')}${answer.print({ lang, colour: 0, columns: null })}`);
  });
  return { exit: answer.exit, words: `$ ${line}\n${each.join('\n')}[${answer.exit}]\n` };
}

describe.each(SAMPLES)('samples/%s', (sample) => {
  it('every roster command answers in both languages as its golden file has it', { timeout: 180_000 }, async () => {
    await inFolder({ 'contacts.csv': contacts() }, async (cwd) => {
      cpSync(join('samples', sample), cwd, { recursive: true });
      const { rows } = JSON.parse(readFileSync(join(cwd, '2026-11/roster.json'), 'utf8')) as { rows: Row[] };
      const lines = linesFor(rows);
      const untold = programs.roster.commands.filter(
        ({ name }) => !lines.some((line) => line.startsWith(`roster ${name} `) || line === `roster ${name}`),
      );
      // Made in an empty folder, shown elsewhere: test/cli/examples, test/cli/contract, and the README's demo.
      expect(untold.map(({ name }) => name).sort()).toEqual(['completion', 'demo', 'init']);
      const told: string[] = [];
      for (const line of lines) {
        const { exit, words } = await said(line, cwd);
        // A bug, a lock or bad usage is no answer.
        expect({
          line,
          exit: [0, 1, 3, 4].includes(exit) || / (duty|swap|cover|pattern) /.test(line) ? 'fine' : exit,
        }).toEqual({
          line,
          exit: 'fine',
        });
        told.push(words);
      }
      await expect(told.join('\n')).toMatchFileSnapshot(`./commands/${sample}.txt`);
    });
  });
});
