/** What a shell may complete, read off the command table: nothing is listed a second time here. */
import type { Lang } from '../../base/text.js';
import type { Command } from '../command.js';
import { EVERYWHERE, FLAGS, type FlagName, typedWithValue } from '../flags.js';
import type { Program } from '../help.js';

/** What follows a flag or stands as an argument. */
export type Value = 'none' | 'path' | 'folder' | 'month' | 'words' | 'anything';

export interface FlagWords {
  /** `--allow-gaps` */
  readonly typed: string;
  readonly about: string;
  readonly value: Value;
  readonly words: readonly string[];
}

export interface CommandWords {
  readonly name: string;
  readonly about: string;
  readonly flags: readonly FlagWords[];
  /** What its arguments may be, where that is known beforehand. */
  readonly words: readonly string[];
  /** An argument is a file or a folder. */
  readonly takesPath: boolean;
}

const KINDS: Readonly<Record<string, Value>> = { FILE: 'path', DIR: 'folder', MONTH: 'month', LANG: 'words' };
const LANGUAGES = ['zh', 'en', 'both'];

function flagWords(name: FlagName, lang: Lang): FlagWords {
  const { value, about } = FLAGS[name];
  const kind: Value = value === null || value.startsWith('[') ? 'none' : (KINDS[value] ?? 'anything');
  return {
    typed: typedWithValue(name).split(' ')[0]!,
    about: about[lang],
    value: kind,
    words: kind === 'words' ? LANGUAGES : [],
  };
}

const commandWords = (command: Command, lang: Lang): CommandWords => ({
  name: command.name,
  about: command.about[lang],
  flags: [
    ...[...command.flags, ...EVERYWHERE].map((name) => flagWords(name, lang)),
    { typed: '--help', about: '', value: 'none', words: [] },
  ],
  words: command.args.flatMap(({ choices }) => choices ?? []),
  takesPath: command.args.some(({ name }) => /^[<[](file|dir|before|after)/.test(name)),
});

/** Every command with its flags, in the order of the help. */
export const wordsOf = (program: Program, lang: Lang): CommandWords[] =>
  program.commands.map((command) => commandWords(command, lang));

/** Flags of any command by the kind of their value. */
export const flagsWith = (commands: readonly CommandWords[], value: Value): FlagWords[] => {
  const all = commands.flatMap(({ flags }) => flags.filter((flag) => flag.value === value));
  return all.filter(({ typed }, at) => all.findIndex((one) => one.typed === typed) === at);
};
