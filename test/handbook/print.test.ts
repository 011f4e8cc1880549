import { describe, expect, it } from 'vitest';
import { isBecomes } from '../../src/handbook/print/becomes.js';
import { describeHandbook } from '../../src/handbook/print.js';
import { inForce, presetNames, presetTree } from './trees.js';

type Row = ReturnType<typeof describeHandbook>[number];
const line = ({ chapter, sentence, value, clause, assumed }: Row): string =>
  `${chapter.en} | ${sentence.en} | ${value.en} | ${clause}${assumed ? ' (assumed)' : ''}`;
const clausesOf = (name: string): string[] => Object.keys((presetTree(name)!.value as { clauses: object }).clauses);

describe('the handbook in words', () => {
  const three = inForce('extends: [three-shift, commission-2017]\nrules: { rest-days: { days: 5 } }');
  const roster = describeHandbook(three, 'roster');
  const pay = describeHandbook(three, 'pay');

  it('gives each rule its value, clause and origin', () => {
    const lines = roster.map(line);
    expect(lines).toContain('Shifts | Shift 白, day | 09:00-17:30 | three-shift/1');
    expect(lines).toContain('Shifts | Unpaid break in shift 白 | 0 minutes | three-shift/1 (assumed)');
    expect(lines).toContain(
      'Rules of the roster | After a late shift, split shift no day shift on the next day | a must | three-shift/4',
    );
    expect(lines).toContain('Rules of the roster | 白 hands over to 晚 | a must; 30 minutes together | three-shift/1');
    expect(lines).toContain('Rules of the roster | Rest days in the month | exactly 5; a must | null');
    expect(lines).toContain(
      'Rules of the roster | A free day in every calendar week | wanted, weight 100 | three-shift/5 (assumed)',
    );
    expect(lines).toContain(
      'Rules of the roster | Late shifts are shared fairly | wanted, weight 10 | default/fairness (assumed)',
    );
    const rest = roster.find(({ path }) => path === 'rules.rest-days');
    expect(rest?.source).toMatchObject({ file: 'handbook.yaml', row: 2 });
    expect(rest?.value.zh).toBe('恰好 5 天；必须');
  });

  it('gives money in yuan and rates in percent', () => {
    const lines = pay.map(line);
    expect(lines).toContain(
      'Pay | Sales above 20,000.00 up to 25,000.00 | 5.5% of what exceeds 20,000.00 + 750.00 | commission-2017/3',
    );
    expect(lines).toContain('Pay | Sales above 25,000.00 | 4% of all sales | commission-2017/3');
    expect(lines).toContain(
      'Pay | Offence: things unrelated to work | 10.00 yuan, then 30.00 yuan, then dismissal notice; counted for good | three-shift/8',
    );
    expect(lines).toContain('Pay | Seniority pay a month for each full year | not set | commission-2017/6');
    expect(lines).toContain(
      'Pay | Losses take at most, of the wage before deductions | 20% | commission-2017/5 (assumed)',
    );
  });

  it('lists clauses without a value as what they become', () => {
    const row = roster.find(({ clause }) => clause === 'three-shift/11');
    expect(row && line(row)).toBe(
      'Other clauses | Whoever learns fastest may end the probation early. | an input: staff.csv, enforced by rule mentor | three-shift/11',
    );
    expect(row?.source).toMatchObject({ file: 'three-shift.yaml', row: expect.any(Number) });
  });

  for (const name of presetNames) {
    it(`${name}: no clause is lost in either half, and every row speaks both languages`, () => {
      const handbook = inForce(`extends: [${name}]`);
      for (const part of ['roster', 'pay'] as const) {
        const rows = describeHandbook(handbook, part);
        const shown = new Set(rows.map(({ clause }) => clause));
        const partly = clausesOf(name).filter((id) => !shown.has(id));
        expect(partly).toEqual([]);
        for (const row of rows) {
          expect(row.value.en).not.toBe('');
          expect(row.value.zh).not.toBe('');
          expect(row.sentence.zh).toMatch(/[\u4e00-\u9fff]/);
        }
      }
    });
  }

  it('the presets use only known words for what becomes of a clause', () => {
    const tokens = presetNames.flatMap((name) =>
      Object.values((presetTree(name)!.value as { clauses: Record<string, { becomes: string[] }> }).clauses).flatMap(
        ({ becomes }) => becomes,
      ),
    );
    expect(tokens.filter((token) => !isBecomes(token))).toEqual([]);
  });
});
