/**
 * A program as a function: arguments and a shell in, an exit code out. Parses, loads the one command that is asked for,
 * prints its answer (result on stdout, talk on stderr; with --json one document on stdout on every exit).
 */
import { Command as Commander, CommanderError } from 'commander';
import { error, hasErrors, type Issue } from '../base/issue.js';
import type { Lang } from '../base/text.js';
import { text } from '../base/text.js';
import type { Answer, Call, Command, Json, Page } from './command.js';
import { EXIT, type ExitCode } from './exit.js';
import { failed } from './failed.js';
import { EVERYWHERE, FLAGS, type RawFlags, readFlags, typedWithValue } from './flags.js';
import { commandHelp, type Program, programHelp } from './help.js';
import { Interrupted, watchInterrupts } from './interrupt.js';
import { colourOf, hasFlag, languageOf, paperOf } from './language.js';
import { programs } from './programs.js';
import { inOrder, issueJson, issueLine, jsonText } from './say.js';
import { settled, unlocked } from './settled.js';
import type { Shell } from './shell.js';
import { noCommand, usageIssue } from './usage.js';
import { version } from './version.js';
import { clipped } from './width.js';

/** What the arguments ask for. */
type Asked =
  | { readonly kind: 'command'; readonly command: Command; readonly args: readonly string[]; readonly raw: RawFlags }
  | { readonly kind: 'page'; readonly words: string }
  | { readonly kind: 'wrong'; readonly issue: Issue };

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

function parse(program: Program, argv: readonly string[], lang: Lang): Asked {
  let asked: Asked = { kind: 'wrong', issue: noCommand(program.name) };
  let page = '';
  // Every setting on every command: commander copies them to a subcommand only when it is created.
  const prepare = (commander: Commander, help: () => string): Commander =>
    commander
      .exitOverride()
      .configureOutput({ writeOut: () => {}, writeErr: () => {}, outputError: () => {} })
      .showHelpAfterError(false)
      .showSuggestionAfterError(true)
      .allowExcessArguments(false)
      .helpOption('--help', '')
      .configureHelp({
        formatHelp: () => {
          page = help();
          return page;
        },
      });
  const root = prepare(new Commander(program.name), () => programHelp(program, lang))
    .version(`${version()}\n`, '--version', '')
    .helpCommand(true);
  for (const command of program.commands) {
    const sub = prepare(root.command(command.name), () => commandHelp(program, command, lang));
    for (const arg of command.args) sub.argument(arg.name);
    for (const flag of [...command.flags, ...EVERYWHERE]) {
      if ('many' in FLAGS[flag]) sub.option(typedWithFormal(flag), '', collect);
      else sub.option(typedWithFormal(flag));
    }
    sub.action(() => {
      asked = { kind: 'command', command, args: sub.args, raw: sub.opts() };
    });
  }
  const named = program.commands.find((command) => command.name === argv.find((word) => !word.startsWith('-')));
  const at = named === undefined ? program.name : `${program.name} ${named.name}`;
  try {
    root.parse([...argv], { from: 'user' });
  } catch (fault) {
    if (!(fault instanceof CommanderError)) throw fault;
    if (fault.code === 'commander.version') return { kind: 'page', words: `${version()}\n` };
    if (fault.code === 'commander.helpDisplayed' || (fault.code === 'commander.help' && fault.exitCode === 0)) {
      return { kind: 'page', words: page };
    }
    if (fault.code === 'commander.help') return { kind: 'wrong', issue: noCommand(program.name) };
    return { kind: 'wrong', issue: usageIssue(fault.code, fault.message, at) };
  }
  return asked;
}

/** `--month <MONTH>` as commander wants it. */
const typedWithFormal = (flag: keyof typeof FLAGS): string => typedWithValue(flag).replace(/ (\w+)$/, ' <$1>');

/** Faults of the machine that a user can do something about; null: it is our bug. */
function systemIssue(fault: unknown): Issue | null {
  const { code, path, syscall } = fault as NodeJS.ErrnoException;
  if (typeof code !== 'string' || typeof syscall !== 'string') return null;
  return error(
    'file-system',
    path === undefined ? null : { file: path },
    text(`The system says ${code} (${syscall}).`, `系统返回 ${code}（${syscall}）。`),
    text(
      'Check that the file or folder exists, may be written, and that the disk has room.',
      '请检查文件或文件夹是否存在、可写，磁盘是否有空间。',
    ),
  );
}

const brokenOff = (program: string): Answer => {
  const hint = text(`Run ${program} again when you like.`, `需要时请重新运行 ${program}。`);
  const issue = error('interrupted', null, text('Interrupted; nothing was written.', '已中断，没有写任何文件。'), hint);
  return failed([issue], {}, EXIT.interrupted);
};

/** Says that a run was broken off by Ctrl-C from outside of it, and takes its lock away. */
export async function interrupted(program: 'roster' | 'pay', argv: readonly string[], shell: Shell): Promise<ExitCode> {
  const asked = parse(programs[program], argv, languageOf(argv, shell.env));
  if (asked.kind === 'command') await unlocked(readFlags(asked.raw).flags, asked.args, shell);
  print(brokenOff(program), argv, shell, languageOf(argv, shell.env));
  return EXIT.interrupted;
}

async function work(
  program: Program,
  command: Command,
  args: readonly string[],
  raw: RawFlags,
  argv: readonly string[],
  shell: Shell,
  lang: Lang,
): Promise<Answer> {
  const { flags, issues } = readFlags(raw);
  if (hasErrors(issues)) return failed(issues);
  const interrupts = watchInterrupts(shell);
  const watched = shell.stderr.isTTY && !flags.quiet && !flags.json;
  const call: Call = {
    flags,
    raw,
    args,
    shell,
    lang,
    paper: paperOf(argv, shell.env),
    interrupts,
    page: pageOf(argv, shell, lang),
    talk: (words) => {
      if (watched) shell.stderr.write(`${words[lang]}\n`);
    },
    progress: (words) => {
      if (watched)
        shell.stderr.write(words === null ? '\r\u001b[K' : `\r${clipped(words[lang], shell.columns)}\u001b[K`);
    },
  };
  try {
    const act = await command.load();
    const left = await settled(flags, args, shell);
    if (left.length > 0) return failed(left);
    return await Promise.race([act(call), interrupts.over]);
  } catch (fault) {
    if (fault instanceof Interrupted) {
      await unlocked(flags, args, shell);
      return brokenOff(program.name);
    }
    const issue = systemIssue(fault);
    if (issue === null) throw fault;
    return failed([issue]);
  } finally {
    interrupts.release();
  }
}

const pageOf = (argv: readonly string[], shell: Shell, lang: Lang): Page => ({
  lang,
  colour: colourOf(argv, shell, shell.stdout.isTTY),
  columns: shell.columns,
});

/** Result on stdout, issues on stderr; as JSON everything on stdout. */
function print(answer: Answer, argv: readonly string[], shell: Shell, lang: Lang): void {
  const issues = inOrder(answer.issues);
  if (hasFlag(argv, '--json')) {
    // month first, then status: the order of the contract; status and issues are always there.
    const { month, ...rest } = answer.document;
    const document: { [key: string]: Json } = {
      ...(month === undefined ? {} : { month }),
      status: answer.status,
      ...rest,
    };
    document.issues = issues.map((issue) => issueJson(issue, lang));
    for (const piece of jsonText(document)) shell.stdout.write(piece);
    return;
  }
  const quiet = hasFlag(argv, '--quiet');
  for (const issue of issues) {
    if (!quiet || issue.severity === 'error') shell.stderr.write(`${issueLine(issue, lang)}\n`);
  }
  const words = answer.print(pageOf(argv, shell, lang));
  if (words !== '') shell.stdout.write(words);
}

/** What a program answers, before it is printed: an answer, or a page of help. Throws only our own bugs. */
export async function answerTo(
  name: 'roster' | 'pay',
  argv: readonly string[],
  shell: Shell,
): Promise<Answer | { readonly page: string }> {
  const program = programs[name];
  const lang = languageOf(argv, shell.env);
  const asked = parse(program, argv, lang);
  if (asked.kind === 'page') return { page: asked.words };
  if (asked.kind === 'wrong') return failed([asked.issue]);
  return work(program, asked.command, asked.args, asked.raw, argv, shell, lang);
}

/** Runs `roster` or `pay`. Never throws: our own bugs end with their stack and exit code 70. */
export async function run(name: 'roster' | 'pay', argv: readonly string[], shell: Shell): Promise<ExitCode> {
  const lang = languageOf(argv, shell.env);
  try {
    const answer = await answerTo(name, argv, shell);
    if ('page' in answer) {
      const words = hasFlag(argv, '--json')
        ? jsonText({ status: 'help', help: answer.page, issues: [] })
        : [answer.page];
      for (const piece of words) shell.stdout.write(piece);
      return EXIT.done;
    }
    print(answer, argv, shell, lang);
    return answer.exit;
  } catch (fault) {
    return broken(argv, shell, fault);
  }
}

/** Our own bug: the stack on stderr, the exit code for it. */
export function broken(argv: readonly string[], shell: Shell, fault: unknown): ExitCode {
  const stack = fault instanceof Error ? (fault.stack ?? String(fault)) : String(fault);
  const message = fault instanceof Error ? fault.message : String(fault);
  const issue = error(
    'internal-error',
    null,
    text(`A fault of ours: ${message}`, `程序错误：${message}`),
    text('Please report it with the lines above.', '请附上以上内容报告此问题。'),
  );
  shell.stderr.write(`${stack}\n`);
  print(failed([issue], {}, EXIT.bug), argv, shell, languageOf(argv, shell.env));
  return EXIT.bug;
}
