/** What the parser and the help need of `completion`. */
import { text } from '../base/text.js';
import type { Command } from './command.js';
import { SHELLS } from './completion/scripts.js';

export const completion = (program: 'roster' | 'pay'): Command => ({
  name: 'completion',
  args: [{ name: '<shell>', about: text('bash, zsh or fish', 'bash、zsh 或 fish'), choices: SHELLS }],
  about: text('let the Tab key complete commands, flags and files', '让 Tab 键补全命令、选项和文件'),
  more: text(
    `Prints the shell's script. For good, in bash: ${program} completion bash > ~/.local/share/bash-completion/completions/${program}`,
    `输出补全脚本。在 bash 中长期启用：${program} completion bash > ~/.local/share/bash-completion/completions/${program}`,
  ),
  examples: [
    {
      line: `${program} completion bash`,
      says: text(`try it: eval "$(${program} completion bash)"`, `试用：eval "$(${program} completion bash)"`),
    },
  ],
  flags: [],
  load: async () => (await import('./commands/completion.js')).completionCommand(program),
});
