/** `roster handbook`, `pay handbook`: the rules in force, in words. */
import type { Answer, Call } from '../command.js';
import { EXIT } from '../exit.js';

export const handbookCommand =
  (_program: 'roster' | 'pay') =>
  async (_call: Call): Promise<Answer> => ({
    exit: EXIT.done,
    status: 'ok',
    issues: [],
    document: {},
    print: () => '',
  });
