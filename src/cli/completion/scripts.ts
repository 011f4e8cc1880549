/** Completion scripts for the shells people use. They are complete in themselves: pressing Tab starts no program. */
import type { Lang } from '../../base/text.js';
import type { Program } from '../help.js';
import { type CommandWords, flagsWith, wordsOf } from './words.js';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type ShellName = (typeof SHELLS)[number];

/** Words that are safe between single quotes in all three shells. */
const quoted = (words: string): string => `'${words.replaceAll("'", '’').replaceAll('\\', '/')}'`;

const typed = (flags: readonly { readonly typed: string }[]): string => flags.map((flag) => flag.typed).join('|');

/** Months that have a folder here, and the words for the neighbours. */
const MONTHS = 'next last';

function bash(program: string, commands: readonly CommandWords[]): string {
  const [paths, folders, months, words, anything] = (['path', 'folder', 'month', 'words', 'anything'] as const).map(
    (value) => flagsWith(commands, value),
  );
  const arm = (flags: readonly { readonly typed: string }[], act: string): string =>
    flags.length === 0 ? '' : `    ${typed(flags)}) ${act}; return ;;\n`;
  const cases = commands.map(({ name, flags, words: choices, takesPath }) => {
    const path = takesPath ? '; [[ $cur == -* ]] || _rosterpay_paths -f' : '';
    return `    ${name}) _rosterpay_words "${[...choices, ...flags.map((flag) => flag.typed)].join(' ')}"${path} ;;\n`;
  });
  return `# bash completion of ${program}. Keep it: ${program} completion bash > ~/.local/share/bash-completion/completions/${program}
_rosterpay_words() {
  local word
  for word in $1; do
    [[ -z $cur && $word == -* ]] && continue
    [[ $word == "$cur"* ]] && COMPREPLY+=("$word")
  done
}
_rosterpay_paths() {
  local path
  while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$1" -- "$cur")
  compopt -o filenames 2>/dev/null || true
}
_rosterpay_${program}() {
  local cur prev command= word at
  COMPREPLY=()
  cur=\${COMP_WORDS[COMP_CWORD]}
  prev=\${COMP_WORDS[COMP_CWORD-1]}
  for ((at = 1; at < COMP_CWORD; at++)); do
    word=\${COMP_WORDS[at]}
    [[ $word == -* ]] || { command=$word; break; }
  done
  case $prev in
${arm(paths!, '_rosterpay_paths -f')}${arm(folders!, '_rosterpay_paths -d')}${arm(months!, `_rosterpay_words "${MONTHS} $(compgen -d -- 20 | tr '\\n' ' ')"`)}${arm(words!, `_rosterpay_words "${words!.flatMap((flag) => flag.words).join(' ')}"`)}${arm(anything!, ':')}  esac
  case $command in
    '') _rosterpay_words "${commands.map(({ name }) => name).join(' ')} help --help --version" ;;
    help) _rosterpay_words "${commands.map(({ name }) => name).join(' ')}" ;;
${cases.join('')}  esac
}
complete -F _rosterpay_${program} ${program}
`;
}

const ZSH_VALUES = {
  none: '',
  path: ': :_files',
  folder: ': :_files -/',
  month: `: :(${MONTHS} 20*(/N))`,
  anything: ': : ',
} as const;

function zsh(program: string, commands: readonly CommandWords[]): string {
  const plain = (about: string): string => about.replace(/[[\]:]/g, ' ');
  const cases = commands.map(({ name, flags, words, takesPath }) => {
    const specs = flags.map((flag) => {
      const value = flag.value === 'words' ? `: :(${flag.words.join(' ')})` : ZSH_VALUES[flag.value];
      return quoted(`*${flag.typed}[${plain(flag.about)}]${value}`);
    });
    const rest = words.length > 0 ? `*: :(${words.join(' ')})` : takesPath ? '*: :_files' : '*: : ';
    return `    ${name}) _arguments ${[...specs, quoted(rest)].join(' ')} ;;\n`;
  });
  return `#compdef ${program}
# zsh completion of ${program}. Keep it as _${program} in a folder of $fpath, or: source <(${program} completion zsh)
_rosterpay_${program}() {
  local -a commands
  commands=(${commands.map(({ name, about }) => quoted(`${name}:${plain(about)}`)).join(' ')})
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  local command=$words[2]
  shift words; (( CURRENT-- ))
  case $command in
${cases.join('')}  esac
}
compdef _rosterpay_${program} ${program}
`;
}

function fish(program: string, commands: readonly CommandWords[]): string {
  const first = commands.map(
    ({ name, about }) => `complete -c ${program} -n __fish_use_subcommand -f -a ${name} -d ${quoted(about)}`,
  );
  const rest = commands.flatMap(({ name, flags, words, takesPath }) => {
    const at = `complete -c ${program} -n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
    const values = {
      none: '',
      path: ' -r -F',
      folder: " -x -a '(__fish_complete_directories)'",
      month: ` -x -a '${MONTHS}'`,
      anything: ' -x',
    };
    return [
      `${at} ${takesPath ? '-F' : '-f'}${words.length > 0 ? ` -a ${quoted(words.join(' '))}` : ''}`,
      ...flags.map(
        (flag) =>
          `${at} -l ${flag.typed.slice(2)}${flag.value === 'words' ? ` -x -a ${quoted(flag.words.join(' '))}` : values[flag.value]} -d ${quoted(flag.about)}`,
      ),
    ];
  });
  return `# fish completion of ${program}. Keep it: ${program} completion fish > ~/.config/fish/completions/${program}.fish
${[...first, ...rest].join('\n')}
`;
}

const SCRIPTS: Readonly<Record<ShellName, (program: string, commands: readonly CommandWords[]) => string>> = {
  bash,
  zsh,
  fish,
};

export const completionScript = (program: Program, shell: ShellName, lang: Lang): string =>
  SCRIPTS[shell](program.name, wordsOf(program, lang));
