/**
 * The catalogue of messages: a folder a code, with the smallest input that brings the message about (`case.json`) and
 * the message in both languages (`message.txt`). docs/errors.md is made from it. After a wanted change:
 * `npx vitest run test/errors -u`, then look at the difference.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Lang } from '../../src/base/text.js';
import { answerTo } from '../../src/cli/run.js';
import { issueLine } from '../../src/cli/say.js';
import { shop } from '../cli/shop.js';
import { captured, inFolder, wordsOf } from '../cli/world.js';

const HERE = 'test/errors';

interface CaseFile {
  /** The command, in a workspace folder. */
  readonly run: string;
  /** Laid over the base workspace: text as UTF-8, `base64:...` as bytes, null takes a file away. */
  readonly files?: Readonly<Record<string, string | null>>;
  /** Start from an empty folder instead of the base workspace. */
  readonly empty?: true;
  readonly exit?: number;
}

export interface ErrorCase extends CaseFile {
  readonly code: string;
}

/** Modules that the programs can load: a message of a room that no command uses yet can be said by nobody. */
function loadable(from: readonly string[]): string[] {
  const seen = new Set<string>();
  const take = (path: string): void => {
    if (seen.has(path) || !existsSync(path)) return;
    seen.add(path);
    const imports = readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)\.js'/g);
    for (const [, target] of imports) take(join(dirname(path), `${target}.ts`));
  };
  for (const path of from) take(path);
  return [...seen];
}

/** Every code that the programs can say: the first argument of error, warning and info. */
export function codesInSource(): string[] {
  const codes = loadable(['src/cli/main.ts', 'src/cli/thread.ts']).flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/\b(?:error|warning|info)\)?\(\s*'([a-z0-9-]+)'/g),
  ]);
  return [...new Set(codes.map((match) => match[1]!))].sort();
}

export const cases: readonly ErrorCase[] = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(HERE, entry.name, 'case.json')))
  .map(({ name }) => ({
    code: name,
    ...(JSON.parse(readFileSync(join(HERE, name, 'case.json'), 'utf8')) as CaseFile),
  }))
  .sort((a, b) => (a.code < b.code ? -1 : 1));

export interface Said {
  readonly severity: string;
  readonly exit: number;
  /** `where: message hint`, as the terminal shows it. */
  readonly en: string;
  readonly zh: string;
}

/** Runs a case; the answer holds both languages. Throws where the code does not come up. */
export async function said(one: ErrorCase): Promise<Said> {
  const files: Record<string, string | Uint8Array> = one.empty ? {} : shop();
  for (const [path, content] of Object.entries(one.files ?? {})) {
    if (content === null) delete files[path];
    else files[path] = content.startsWith('base64:') ? Buffer.from(content.slice(7), 'base64') : content;
  }
  return inFolder(files, async (cwd) => {
    const [program, ...argv] = wordsOf(one.run);
    const answer = await answerTo(program as 'roster' | 'pay', argv, captured({ cwd }).shell);
    const issues = 'page' in answer ? [] : answer.issues;
    const found = issues.find((issue) => issue.code === one.code);
    if (found === undefined || 'page' in answer) {
      const others = issues.map((issue) => `${issue.code}: ${issueLine(issue, 'en')}`).join('\n');
      throw new Error(`${one.code}: \`${one.run}\` says only\n${others}`);
    }
    const line = (lang: Lang): string => issueLine(found, lang).replaceAll(cwd, '.');
    return { severity: found.severity, exit: answer.exit, en: line('en'), zh: line('zh') };
  });
}
