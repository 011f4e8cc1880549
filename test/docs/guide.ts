/**
 * A guide is followed word by word in an empty folder: its files are written, its commands run one after the other, and what
 * they print is put back into it. `run +--iterations 60: roster generate` runs with more than it shows, to be repeatable.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { programs } from '../../src/cli/programs.js';
import { type Circumstances, inFolder, type Ran, ran, wordsOf } from '../cli/world.js';

const STEP = /<!-- (today|in|run|file|cell)\b(.*?): (.+?) -->(\n```(\w*)\n([\s\S]*?)```)?/g;

/** Rewrites one cell of a grid in csv, as somebody does in a spreadsheet. */
function withCell(csv: string, staff: string, day: string, code: string): string {
  const rows = csv.split('\r\n').map((row) => row.split(','));
  const column = rows[0]!.indexOf(day);
  const row = rows.find(([id]) => id === staff);
  if (column < 0 || row === undefined) throw new Error(`no cell ${staff} ${day}`);
  row[column] = code;
  return rows.map((cells) => cells.join(',')).join('\r\n');
}

/** `lines 3-9`: of the result alone; `talk 1-2`: of what is said besides; else all as it stands on a terminal. */
function shownLines({ out, err }: Ran, how: string): string {
  const [, stream, from, to] = /(lines|talk) (\d+)-(\d+)/.exec(how) ?? [];
  if (from === undefined) return `${err}${out}`;
  const lines = (stream === 'talk' ? err : out).trimEnd().split('\n');
  const kept = lines.slice(Number(from) - 1, Number(to));
  return `${[...(Number(from) > 1 ? ['…'] : []), ...kept, ...(Number(to) < lines.length ? ['…'] : [])].join('\n')}\n`;
}

/** A long command as one would type it over several lines. */
const typedOver = (line: string): string =>
  line.length < 110 ? line : line.replaceAll(/ (?=--(?:accept|because|by) )/g, ' \\\n    ');

/** The guide as it would have to read. Throws where a command ends otherwise than its step says: `run exit 1`, `run exit 0|1`, else 0. */
export async function followed(path: string, circumstances: Circumstances): Promise<string> {
  const page = readFileSync(path, 'utf8');
  return inFolder({}, async (root) => {
    let cwd = root;
    let now = circumstances.now;
    let made = '';
    let at = 0;
    for (const step of page.matchAll(STEP)) {
      const [whole, verb, how, what, block, kind, content] = step as unknown as string[];
      made += page.slice(at, step.index);
      at = step.index + whole!.length;
      if (verb === 'in') cwd = join(root, what!);
      if (verb === 'today') now = Date.parse(`${what}T04:00:00Z`);
      if (verb === 'file') {
        mkdirSync(dirname(join(cwd, what!)), { recursive: true });
        writeFileSync(join(cwd, what!), content!);
      }
      if (verb === 'cell') {
        const [file, staff, day, code] = wordsOf(what!) as [string, string, string, string];
        writeFileSync(join(cwd, file), withCell(readFileSync(join(cwd, file), 'utf8'), staff, day, code));
      }
      if (verb !== 'run' || block === undefined) {
        made += whole;
        continue;
      }
      const more = /\+(.+?)(?: (?:lines|talk) .*)?$/.exec(how!)?.[1] ?? '';
      const line = `${what} ${more}`.trim();
      const done = await ran(line, { ...circumstances, cwd, ...(now === undefined ? {} : { now }) });
      const expected = (/exit ([\d|]+)/.exec(how!)?.[1] ?? '0').split('|');
      if (!expected.includes(String(done.code)))
        throw new Error(`${path}: ${what} ended with ${done.code}:\n${done.err}${done.out}`);
      const words = shownLines(done, how!)
        .replaceAll(root, '')
        .replace(/用时 [\d.]+ 秒/, '用时 5 秒')
        .replace(/[\d.]+ seconds/, '5 seconds');
      const exit = done.code === 0 ? '' : `$ echo $?\n${done.code}\n`;
      made += `<!-- run${how}: ${what} -->\n\`\`\`${kind}\n$ ${typedOver(what!)}\n${words}${exit}\`\`\``;
    }
    return made + page.slice(at);
  });
}

/** Commands and flags between backticks that the programs do not have. */
export function strangers(page: string): string[] {
  return [...page.matchAll(/`((?:roster|pay) [^`]+)`/g)].flatMap(([, line]) => {
    const [name, command, ...words] = wordsOf(line!);
    const known = programs[name as 'roster' | 'pay'].commands.find((one) => one.name === command);
    if (known === undefined)
      return command?.startsWith('-') || command === 'COMMAND' || command === '命令' ? [] : [line!];
    const flags = new Set([
      '--help',
      '--lang',
      '--json',
      '--quiet',
      '--no-color',
      ...known.flags.map((flag) => `--${flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`),
      ...(known.flags.includes('person') ? ['--staff'] : []),
    ]);
    return words.some((word) => word.startsWith('--') && !flags.has(word)) ? [line!] : [];
  });
}
