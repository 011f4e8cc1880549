/** What the program makes of a clause, in words: the tokens of `becomes` in a preset. */
import { type Text, text } from '../../base/text.js';
import { list } from './row.js';

const KINDS: Readonly<Record<string, (what: string) => Text>> = {
  rule: (what) => text(`enforced by rule ${what}`, `规则 ${what} 执行`),
  line: (what) => text(`computed in pay line ${what}`, `工资项 ${what} 计算`),
  notice: (what) => text(`a notice of ${what}`, `通知：${what}`),
  sales: (what) => text(`sales ${what}`, `业绩归属（${what}）`),
  attendance: (what) => text(`attendance: ${what}`, `考勤：${what}`),
  check: (what) => text(`checked: ${what}`, `检查：${what}`),
  input: (what) => text(`an input: ${what}`, `由输入文件 ${what} 给出`),
  list: (what) => text(`printed by roster duty: ${what}`, `由 roster duty 列印：${what}`),
  command: (what) => text(`command roster ${what}`, `命令 roster ${what}`),
  pay: (what) => text(`command pay ${what}`, `命令 pay ${what}`),
  exception: (what) => text(`shown to the clerk: ${what}`, `提请核对：${what}`),
};

export function becomesWords(tokens: readonly string[]): Text {
  return list(
    tokens.map((token) => {
      if (token === 'printed') return text('printed', '列印');
      if (token === 'people') return text('for people', '由人执行');
      const at = token.indexOf(':');
      return KINDS[token.slice(0, at)]?.(token.slice(at + 1)) ?? text(token, token);
    }),
  );
}

/** The kinds of token that a preset may use. */
export const isBecomes = (token: string): boolean =>
  token === 'printed' || token === 'people' || KINDS[token.split(':')[0]!] !== undefined;
