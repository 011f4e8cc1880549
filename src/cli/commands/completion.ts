/** `roster completion SHELL`: the script that completes commands and flags; it goes to stdout, nothing is written. */
import { error } from '../../base/issue.js';
import { shown } from '../../base/shown.js';
import { text } from '../../base/text.js';
import type { Answer, Call } from '../command.js';
import { completionScript, SHELLS, type ShellName } from '../completion/scripts.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { programs } from '../programs.js';

const isShell = (word: string): word is ShellName => (SHELLS as readonly string[]).includes(word);

export const completionCommand =
  (name: 'roster' | 'pay') =>
  async (call: Call): Promise<Answer> => {
    const shell = call.args[0] ?? '';
    if (!isShell(shell)) {
      const message = text(`"${shown(shell)}" is no shell we know.`, `不支持“${shown(shell)}”。`);
      const hint = text(`Write one of ${SHELLS.join(', ')}.`, `请填写：${SHELLS.join('、')}。`);
      return failed([error('shell-unknown', null, message, hint)]);
    }
    const script = completionScript(programs[name], shell, call.lang);
    return { exit: EXIT.done, status: 'ok', issues: [], document: { shell, script }, print: () => script };
  };
