/** What scripts rely on: names, forms and exit codes of the JSON documents, held by a schema. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checked, computed, generated, issues, patterned } from './contract.js';
import { shop } from './shop.js';
import { inFolder, ran } from './world.js';

const failed = z.object({ status: z.string(), issues: issues.min(1) });

const json = (out: string): unknown => JSON.parse(out);
const generate = 'roster generate --iterations 20 --json';
const fen = (amount: string): number => Math.round(Number(amount) * 100);

describe('roster generate --json', () => {
  it('gives the contract, exit 0, and files that stand where it says', async () => {
    await inFolder(shop(), async (cwd) => {
      const { code, out, err } = await ran(generate, { cwd });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const document = generated.parse(json(out));
      expect(document.month).toBe('2026-12');
      expect(document.files.slice(0, 3)).toEqual([
        '2026-12/roster.json',
        '2026-12/roster.csv',
        '2026-12/roster-long.csv',
      ]);
      for (const file of document.files) expect(readFileSync(join(cwd, file)).length).toBeGreaterThan(100);
      expect(Object.keys(json(out) as object).slice(0, 2)).toEqual(['month', 'status']);
    });
  });

  it('same input, seed and iterations: same bytes of every file, and no file holds the seconds', async () => {
    const made = async (): Promise<string[]> =>
      await inFolder(shop(), async (cwd) => {
        const { out } = await ran(generate, { cwd, now: Math.floor(Math.random() * 1000) + Date.UTC(2026, 10, 21) });
        return generated.parse(json(out)).files.map((file) => readFileSync(join(cwd, file), 'utf8'));
      });
    expect(await made()).toEqual(await made());
  });

  it('proved impossible: exit 3, a reason, nothing written', async () => {
    const files = shop();
    const handbook = `${files['handbook.yaml']}rules: { cover: { shifts: { 白: { min: 4 }, 晚: { min: 4 } } } }\n`;
    await inFolder({ ...files, 'handbook.yaml': handbook }, async (cwd) => {
      const { code, out } = await ran(generate, { cwd });
      expect(code).toBe(3);
      expect(generated.parse(json(out))).toMatchObject({ status: 'infeasible', files: [] });
      expect((await ran('roster show --month 2026-12 --json', { cwd })).code).toBe(2);
    });
  });

  it('open shifts are allowed: exit 1, each gap named, the roster written', async () => {
    const files = shop();
    const handbook = `${files['handbook.yaml']}rules: { cover: { dates: { "2026-12-12": { 白: { min: 6 } } } } }\n`;
    await inFolder({ ...files, 'handbook.yaml': handbook }, async (cwd) => {
      const { code, out } = await ran(`${generate} --allow-gaps`, { cwd });
      expect(code).toBe(1);
      const document = generated.parse(json(out));
      expect(document.status).toBe('gaps');
      expect(document.gaps.map((gap) => gap.day)).toContain('2026-12-12');
      expect(document.files).toContain('2026-12/roster.json');
    });
  });
});

describe('roster check FILE --json', () => {
  it('ok, then violations with exit 1 after an edit by hand', async () => {
    await inFolder(shop(), async (cwd) => {
      await ran(generate, { cwd });
      const good = await ran('roster check 2026-12/roster.csv --json', { cwd });
      expect(good.code).toBe(0);
      expect(checked.parse(json(good.out)).status).toBe('ok');
      // 1001 rests on every day: far too few working days of others, and too many rest days.
      const grid = readFileSync(join(cwd, '2026-12/roster.csv'), 'utf8').split('\r\n');
      const edited = grid
        .map((row) => (row.startsWith('1001,') ? row.replaceAll(/,[白半晚]/g, ',休') : row))
        .join('\r\n');
      await inFolder({ ...shop(), '2026-12/edited.csv': edited }, async (other) => {
        const bad = await ran('roster check 2026-12/edited.csv --json', { cwd: other });
        expect(bad.code).toBe(1);
        const document = checked.parse(json(bad.out));
        expect(document.status).toBe('violations');
        expect(document.violations).toContainEqual(
          expect.objectContaining({
            rule: 'rest-days',
            staff: ['1001'],
            needed: 4,
            found: 31,
            off_by: 27,
            unit: 'days',
          }),
        );
      });
    });
  });
});

describe('roster pattern --json', () => {
  const pattern = 'roster pattern --month 2026-12 --iterations 200 --json';

  it('gives the contract, exit 0, two years of months, and the same bytes again', async () => {
    const made = (): Promise<string[]> =>
      inFolder(shop('test/docs/questions/weekly-swap'), async (cwd) => {
        const { code, out, err } = await ran(pattern, { cwd });
        expect({ code, err }).toEqual({ code: 0, err: '' });
        const document = patterned.parse(json(out));
        expect(document.months.map(({ month }) => month).filter((_, at) => at % 23 === 0)).toEqual([
          '2026-12',
          '2028-11',
        ]);
        for (const { changes, at_least, fewest_proved } of document.months)
          expect(fewest_proved).toBe(changes !== null && changes === at_least);
        expect(document.files).toEqual(['2026-12/pattern.csv', '2026-12/pattern.html']);
        return [out, ...document.files.map((file) => readFileSync(join(cwd, file), 'utf8'))];
      });
    expect(await made()).toEqual(await made());
  });
});

describe('pay compute --json', () => {
  it('gives the contract, exit 0, and sums that add up', async () => {
    await inFolder(shop(), async (cwd) => {
      const { code, out, err } = await ran('pay compute --month 2026-11 --json', { cwd });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const document = computed.parse(json(out));
      // Orders 12,000 (1001) + 8,000 (1002) + 500 without a mark = 20,500.
      expect(document.reconciliation).toMatchObject({
        export: '20500.00',
        agents: '20000.00',
        pool: '500.00',
        difference: '0.00',
      });
      // 12,000: (12,000 - 10,000) x 4.5 % + 300 = 390; 8,000 x 3 % = 240; pool 500 x 1 % / 5 = 1.00 each.
      const amount = (id: string, name: string): string | undefined =>
        document.payslips.find((slip) => slip.id === id)?.lines.find((one) => one.line === name)?.amount;
      expect(amount('1001', 'personal-commission')).toBe('390.00');
      expect(amount('1002', 'personal-commission')).toBe('240.00');
      expect(amount('1003', 'public-pool')).toBe('1.00');
      for (const slip of document.payslips) {
        expect(slip.lines.reduce((sum, one) => sum + fen(one.amount), 0)).toBe(fen(slip.net));
        expect(fen(slip.gross) + fen(slip.deductions)).toBe(fen(slip.net));
      }
      expect(document.payslips.reduce((sum, slip) => sum + fen(slip.net), 0)).toBe(fen(document.totals.net));
    });
  });

  it('money that cannot be placed: problems, exit 1, listed with its amount', async () => {
    const files = shop();
    const orders = `${files['2026-11/orders/orders.csv']}2650000000000000014,99.00,0.00,交易成功,2026-11-05 21:00:00,1001 1002,\n`;
    await inFolder({ ...files, '2026-11/orders/orders.csv': orders }, async (cwd) => {
      const { code, out } = await ran('pay compute --month 2026-11 --json', { cwd });
      expect(code).toBe(1);
      const document = computed.parse(json(out));
      expect(document).toMatchObject({ status: 'problems', reconciliation: { unplaced: '99.00', difference: '0.00' } });
      expect(document.exceptions).toContainEqual(expect.objectContaining({ amount: '99.00' }));
    });
  });

  it('without orders every sum is 0.00, not missing', async () => {
    await inFolder({ ...shop(), '2026-11/orders/orders.csv': '' }, async (cwd) => {
      expect((await ran('pay compute --month 2026-11 --json', { cwd })).code).toBe(2);
    });
    const { '2026-11/orders/orders.csv': _, ...files } = shop();
    await inFolder(files, async (cwd) => {
      const document = computed.parse(json((await ran('pay compute --month 2026-11 --json', { cwd })).out));
      expect(new Set(Object.values(document.reconciliation))).toEqual(new Set(['0.00']));
    });
  });
});

describe('every exit is one JSON document with status and issues', () => {
  it.each([
    ['roster --json', 2],
    ['roster generate --json --sed 1', 2],
    ['roster generate --json --seed x', 2],
    ['roster generate --json --dir nowhere', 2],
    ['roster check --json nothing.csv', 2],
    ['roster show --json --month 2027-05', 2],
    ['pay explain --json 1999 --month 2026-11', 2],
    ['pay compute --json --month soon', 2],
  ])('%s', async (command, exit) => {
    await inFolder(shop(), async (cwd) => {
      const { code, out, err } = await ran(command, { cwd });
      expect({ code, err }).toEqual({ code: exit, err: '' });
      failed.parse(json(out));
    });
  });

  it.each([
    'roster handbook --json',
    'pay handbook --json',
    'pay check --json --month 2026-11',
    'roster check --json',
    'pay explain 1001 --json --month 2026-11',
  ])('%s', async (command) => {
    await inFolder(shop(), async (cwd) => {
      const { code, out, err } = await ran(command, { cwd });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      z.object({ status: z.literal('ok'), issues }).parse(json(out));
    });
  });
});
