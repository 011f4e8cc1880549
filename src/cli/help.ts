/** Help pages in both languages, made from the command table. */
import { type Lang, type Text, text } from '../base/text.js';
import type { Command } from './command.js';
import { EXIT, EXIT_MEANS } from './exit.js';
import { EVERYWHERE, FLAGS, type FlagName, typedWithValue } from './flags.js';
import { folded, padded } from './width.js';

export interface Program {
  readonly name: 'roster' | 'pay';
  readonly about: Text;
  readonly commands: readonly Command[];
}

const TITLES = {
  usage: text('Usage', '用法'),
  commands: text('Commands', '命令'),
  args: text('Arguments', '参数'),
  flags: text('Flags', '选项'),
  examples: text('Example', '示例'),
  exit: text('Exit codes', '退出码'),
} as const;

/** A help page fits a window of this width. */
const COLUMNS = 118;

/** Three rows, column by column. */
function exitWords(lang: Lang): string {
  const all = (Object.keys(EXIT) as (keyof typeof EXIT)[]).map(
    (name) => `${String(EXIT[name]).padStart(3)}  ${EXIT_MEANS[name][lang]}`,
  );
  const columns = [all.slice(0, 3), all.slice(3, 6), all.slice(6)];
  return [0, 1, 2]
    .map((row) =>
      columns
        .map((column) => padded(column[row] ?? '', 32))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}

const list = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${padded(left, width)}${right}`).join('\n');
};

const section = (title: Text, body: string, lang: Lang): string =>
  `\n${title[lang]}${lang === 'zh' ? '：' : ':'}\n${body}\n`;

const flagRows = (names: readonly FlagName[], lang: Lang): (readonly [string, string])[] =>
  names.map((name) => [typedWithValue(name), FLAGS[name].about[lang]] as const);

const helpRow = (lang: Lang): readonly [string, string] => ['--help', text('this page', '显示本页')[lang]];

/** `roster --help` */
export function programHelp(program: Program, lang: Lang): string {
  const { name, commands } = program;
  const more = text(
    `\`${name} COMMAND --help\` shows a command's flags.`,
    `\`${name} 命令 --help\` 显示该命令的选项。`,
  );
  return [
    `${TITLES.usage[lang]}${lang === 'zh' ? '：' : ': '}${name} ${text('COMMAND [FLAGS]', '命令 [选项]')[lang]}\n\n${program.about[lang]}\n`,
    section(TITLES.commands, list(commands.map((command) => [usageOf(command), command.about[lang]] as const)), lang),
    section(
      TITLES.flags,
      list([...flagRows(EVERYWHERE, lang), ['--version', text('the version', '显示版本')[lang]], helpRow(lang)]),
      lang,
    ),
    section(TITLES.exit, exitWords(lang), lang),
    section(TITLES.examples, example(commands[0]!, lang), lang),
    `\n${more[lang]}\n`,
  ].join('');
}

const sentence = (words: string, lang: Lang): string =>
  lang === 'zh' ? `${words}。` : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

const usageOf = (command: Command): string => [command.name, ...command.args.map((arg) => arg.name)].join(' ');

const example = (command: Command, lang: Lang): string =>
  command.examples.map(({ line, says }) => `  $ ${line}\n    ${says[lang]}`).join('\n');

/** `roster generate --help` */
export function commandHelp(program: Program, command: Command, lang: Lang): string {
  const usage = `${program.name} ${usageOf(command)} ${text('[FLAGS]', '[选项]')[lang]}`;
  return [
    `${TITLES.usage[lang]}${lang === 'zh' ? '：' : ': '}${usage}\n\n${sentence(command.about[lang], lang)}\n`,
    command.more === undefined ? '' : `${folded(command.more[lang], COLUMNS)}\n`,
    command.args.length === 0
      ? ''
      : section(TITLES.args, list(command.args.map((arg) => [arg.name, arg.about[lang]] as const)), lang),
    section(TITLES.flags, list([...flagRows([...command.flags, ...EVERYWHERE], lang), helpRow(lang)]), lang),
    section(TITLES.examples, example(command, lang), lang),
  ].join('');
}
