/** commander's complaints as issues in both languages. */
import { error, type Issue } from '../base/issue.js';
import { type Text, text } from '../base/text.js';

/** The first words in quotes of commander's English sentence. */
const quoted = (message: string): string => /'([^\n]*?)'/.exec(message)?.[1] ?? '';

const suggestion = (message: string): string | null =>
  /\(Did you mean (?:one of )?([^?)]*)\?\)/.exec(message)?.[1] ?? null;

/** `page`: the command whose help tells more, `roster generate`. */
function hint(message: string, page: string): Text {
  const meant = suggestion(message);
  return meant === null
    ? text(`See ${page} --help.`, `请看 ${page} --help。`)
    : text(`Did you mean ${meant}? See ${page} --help.`, `是不是想写 ${meant}？请看 ${page} --help。`);
}

/** Translates a CommanderError (its `code` and English `message`). */
export function usageIssue(code: string, message: string, page: string): Issue {
  const what = quoted(message);
  const more = hint(message, page);
  switch (code) {
    case 'commander.unknownCommand':
      return error('unknown-command', null, text(`There is no command ${what}.`, `没有 ${what} 这个命令。`), more);
    case 'commander.unknownOption':
      return error('unknown-flag', null, text(`There is no flag ${what}.`, `没有 ${what} 这个选项。`), more);
    case 'commander.optionMissingArgument': {
      const flag = what.split(' ')[0]!;
      return error('flag-without-value', null, text(`${flag} needs a value.`, `${flag} 后面缺少值。`), more);
    }
    case 'commander.missingArgument':
      return error('missing-argument', null, text(`${page} needs ${what}.`, `${page} 缺少参数 ${what}。`), more);
    case 'commander.excessArguments':
      return error('too-many-arguments', null, text(`Too many words for ${page}.`, `${page} 的参数太多。`), more);
    default:
      return error('usage', null, text(message, message), more);
  }
}

export const noCommand = (program: string): Issue =>
  error(
    'no-command',
    null,
    text(`${program}: which command?`, `${program}：要执行哪个命令？`),
    text(`See ${program} --help.`, `请看 ${program} --help。`),
  );
