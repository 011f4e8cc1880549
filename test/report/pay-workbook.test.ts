import { describe, expect, it } from 'vitest';
import { formatYuan } from '../../src/base/fen.js';
import type { Sheet } from '../../src/base/sheet.js';
import { readWorkbook } from '../../src/io/xlsx.js';
import { toXlsx } from '../../src/io/xlsx-write.js';
import { payWorkbook } from '../../src/report/workbook/pay-workbook.js';
import { HOSTILE } from './december.js';
import { pay, register, score } from './november.js';

const workbook = payWorkbook(pay, register, score, 'zh');
const [sums, lines] = workbook.sheets as [Sheet, Sheet];

describe('the workbook of the pay', () => {
  it('has a row a person whose sums are formulas over its lines, and totals that are sums of the columns', () => {
    const net = sums.rows[2]!.at(-1)!;
    expect(net.value).toBe(Number(formatYuan(pay.payslips[0]!.net)));
    const [gross, deductions] = sums.rows[2]!.slice(-3);
    expect(gross!.formula).toMatch(/^ROUND\(SUMIF\(\$C3:\$[A-Z]+3,">0"\),2\)$/);
    expect(deductions!.value).toBe(Number(formatYuan(pay.payslips[0]!.deductions)));
    expect(sums.rows.at(-1)!.at(-1)).toMatchObject({ value: Number(formatYuan(pay.totals.net)) });
    expect(
      sums.rows
        .at(-1)!
        .slice(2)
        .every(({ formula }) => formula?.startsWith('ROUND(SUM(') === true),
    ).toBe(true);
  });

  it('shows amounts as numbers with two decimals and everything from outside as words', async () => {
    const { value } = await readWorkbook(await toXlsx(workbook), { file: 'pay.xlsx' });
    const cells = value!.flatMap((table) => [...table.rows].flatMap((row) => row.cells));
    expect(cells).toContain(HOSTILE);
    const formulas = workbook.sheets.flatMap(({ rows }) => rows.flat()).flatMap(({ formula }) => formula ?? []);
    for (const formula of formulas)
      expect(formula).toMatch(/^ROUND\((?:SUM|SUMIF|SUMPRODUCT)?\(?[$A-Z0-9:,"<>+()=-]+\)?,2\)$/);
  });

  it('lists every line and folds away what it is made of', () => {
    const amounts = pay.payslips.flatMap((slip) => slip.lines).length;
    expect(lines.depths!.slice(1).filter((depth) => depth === 0)).toHaveLength(amounts);
    expect(lines.depths).toHaveLength(lines.rows.length);
  });

  it('has the sheet of rewards and penalties with a sum a person that follows', () => {
    const sheet = workbook.sheets.find(({ name }) => name === '奖罚评分表')!;
    // 1007: twice something unrelated to work, 10.00 and 30.00, and a reward of 20.00: -20.00.
    const total = sheet.rows.find((row) => row[2]?.value === '合计' && row[0]?.value === '1007')!;
    expect(total[3]).toMatchObject({ value: -20, formula: expect.stringContaining('SUMPRODUCT') });
    expect(sheet.rows[1]![0]!.value).toBe('请于 2027-01-14 前审批；发薪日 2027-01-15。 (after-sales/2)');
  });

  it('the same pay gives the same bytes', async () => {
    expect(await toXlsx(payWorkbook(pay, register, score, 'zh'))).toEqual(await toXlsx(workbook));
  });
});
