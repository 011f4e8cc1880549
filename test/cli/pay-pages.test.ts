import { describe, expect, it } from 'vitest';
import { fen } from '../../src/base/fen.js';
import { text } from '../../src/base/text.js';
import { drawRegister } from '../../src/cli/pay-pages.js';
import { widthOf } from '../../src/cli/terminal.js';
import type { Register } from '../../src/report/register.js';

const register: Register = {
  lines: ['salary', 'commission', 'seniority'].map((line) => ({ line, label: text(line, '项目') })),
  rows: [
    {
      id: '1001',
      name: '王婷',
      amounts: [fen(420_000), fen(102_500), null],
      gross: fen(522_500),
      deductions: fen(-4000),
      net: fen(518_500),
    },
  ],
  totals: {
    amounts: [fen(420_000), fen(102_500), fen(0)],
    gross: fen(522_500),
    deductions: fen(-4000),
    net: fen(518_500),
  },
};
const page = { lang: 'en', colour: 0, columns: null } as const;

describe('the register on a terminal', () => {
  it('columns line up on the right', () => {
    expect(`\n${drawRegister(register, page)}`).toMatchInlineSnapshot(`
      "
      id    name     salary  commission  seniority     gross  deductions       net
      1001  王婷   4,200.00    1,025.00             5,225.00      -40.00  5,185.00
            total  4,200.00    1,025.00       0.00  5,225.00      -40.00  5,185.00
      "
    `);
  });

  it('a narrow window repeats number and name, keeps gross, deductions and net together, and is never too narrow', () => {
    const drawn = drawRegister(register, { ...page, columns: 50 });
    expect(drawn.split('\n').filter((line) => widthOf(line) > 50)).toEqual([]);
    expect(drawn.match(/^1001 {2}王婷/gm)).toHaveLength(drawn.match(/^id /gm)!.length);
    expect(drawn).toMatch(/^id .*gross {2}deductions {7}net$/m);
  });
});
