/**
 * A sample's two months by the README's commands, from an empty folder of results to an explained payslip. What the register
 * says stands in `test/golden/SAMPLE.txt`; after a wanted change: `npx vitest run test/golden -u`, then look at the
 * difference, for it is what people are paid.
 */
import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseYuan } from '../../src/base/fen.js';
import { answerTo } from '../../src/cli/run.js';
import { checked, computed, generated } from '../cli/contract.js';
import { captured, inFolder, ran, wordsOf } from '../cli/world.js';

const PLAN = 'roster generate --month 2026-12 --seed 1';

/** Every file below a folder, by its path. */
function bytesOf(dir: string): Map<string, Buffer> {
  const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    paths.filter((path) => statSync(join(dir, path)).isFile()).map((path) => [path, readFileSync(join(dir, path))]),
  );
}

const inSample = <T>(sample: string, use: (cwd: string) => Promise<T>): Promise<T> =>
  inFolder({}, async (cwd) => {
    cpSync(join('samples', sample), cwd, { recursive: true });
    return use(cwd);
  });

const fen = (amount: string): bigint => BigInt(parseYuan(amount) ?? Number.NaN);
const sum = (amounts: readonly string[]): bigint => amounts.reduce((all, one) => all + fen(one), 0n);

/** The same answer in both languages, as it is printed. */
async function printed(line: string, cwd: string): Promise<string> {
  const [program, ...argv] = wordsOf(line);
  const answer = await answerTo(program as 'roster' | 'pay', argv, captured({ cwd }).shell);
  if ('page' in answer) throw new Error(`${line}: a page of help`);
  const words = (['en', 'zh'] as const).map((lang) => answer.print({ lang, colour: 0, columns: null }));
  return words.join('\n');
}

export interface Sample {
  readonly name: string;
  /** Row searches, enough for a roster without hard violations. */
  readonly iterations: number;
  /** Whose payslip is explained. */
  readonly staff: string;
  /** Is the plan made twice, and compared byte by byte? */
  readonly twice?: true;
}

export function goldenRun({ name, iterations, staff, twice }: Sample): void {
  const plan = `${PLAN} --iterations ${iterations}`;

  describe(`samples/${name}`, () => {
    it('gets a roster that breaks no hard rule, and check agrees', async () => {
      await inSample(name, async (cwd) => {
        const { code, out, err } = await ran(`${plan} --json`, { cwd });
        expect({ code, err }).toEqual({ code: 0, err: '' });
        const document = generated.parse(JSON.parse(out));
        expect(document).toMatchObject({ month: '2026-12', seed: 1, score: { hard: 0 }, gaps: [], conflict: null });
        expect(document.violations.filter(({ level }) => level === 'hard')).toEqual([]);
        expect(document.bound.soft).toBeLessThanOrEqual(document.score.soft);
        expect(document.files).toContain('2026-12/roster.csv');
        for (const file of document.files) expect(statSync(join(cwd, file)).size).toBeGreaterThan(100);

        const judged = await ran('roster check 2026-12/roster.csv --json', { cwd });
        expect(judged).toMatchObject({ code: 0, err: '' });
        const judgement = checked.parse(JSON.parse(judged.out));
        expect(judgement.status).toBe('ok');
        // What the sheet breaks is what the search said it breaks.
        expect(judgement.violations).toEqual(document.violations);
      });
    });

    if (twice) {
      it('gets the same bytes of every file again', async () => {
        const made = (): Promise<Map<string, Buffer>> =>
          inSample(name, async (cwd) => {
            expect((await ran(plan, { cwd })).code).toBe(0);
            return bytesOf(join(cwd, '2026-12'));
          });
        const [first, second] = [await made(), await made()];
        expect([...second.keys()]).toEqual([...first.keys()]);
        expect([...second].filter(([path, bytes]) => !bytes.equals(first.get(path)!))).toEqual([]);
      });
    }

    it('pays what its golden file says, every fen accounted for', async () => {
      await inSample(name, async (cwd) => {
        const { code, out, err } = await ran('pay compute --month 2026-11 --json', { cwd });
        const document = computed.parse(JSON.parse(out));
        // The samples hold orders that nobody can place.
        expect({ code, err, status: document.status }).toEqual({ code: 1, err: '', status: 'problems' });
        const { export: whole, difference, ...outcomes } = document.reconciliation;
        expect(difference).toBe('0.00');
        expect(sum(Object.values(outcomes))).toBe(fen(whole));
        for (const { lines, gross, deductions, net } of document.payslips) {
          expect(sum(lines.map(({ amount }) => amount))).toBe(fen(net));
          expect(fen(gross) + fen(deductions)).toBe(fen(net));
        }
        for (const total of ['gross', 'deductions', 'net'] as const) {
          expect(sum(document.payslips.map((slip) => slip[total]))).toBe(fen(document.totals[total]));
        }
        expect(document.files).toContain('2026-11/pay.csv');
        for (const file of document.files) expect(statSync(join(cwd, file)).size).toBeGreaterThan(20);
        const register = await printed('pay compute --month 2026-11', cwd);
        await expect(register).toMatchFileSnapshot(`./${name}.txt`);

        const explained = await ran(`pay explain ${staff} --month 2026-11`, { cwd });
        expect(explained).toMatchObject({ code: 0 });
        const slip = document.payslips.find(({ id }) => id === staff)!;
        expect(explained.out).toContain(slip.name);
        const { net } = slip;
        expect(explained.out.replaceAll(',', '')).toContain(net);
      });
    });
  });
}
