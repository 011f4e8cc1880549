/**
 * Every clause of the handbooks that touches pay, held against the program: what the preset says becomes of it has a case
 * that obeys and one that breaks, with its sum; the clause is cited; the explanation stands in both languages.
 */
import { describe, expect, it } from 'vitest';
import { rawPreset } from '../../handbook/clauses-page.js';
import { presetNames } from '../../handbook/trees.js';
import { amountOf, compute, person } from '../department.js';
import { CASES } from './cases.js';

const ABOUT_PAY = /^(line|notice|exception|pay):/;
const clauses = ['defaults', ...presetNames].flatMap((name) => Object.entries(rawPreset(name).clauses));
const tokensOf = (becomes: readonly string[] | undefined): string[] =>
  (becomes ?? []).filter((token) => ABOUT_PAY.test(token));
const setsPay = ({ sets, assumes }: { sets?: readonly string[]; assumes?: readonly string[] }): boolean =>
  [...(sets ?? []), ...(assumes ?? [])].some((path) => path.startsWith('pay.'));

describe('every clause about pay', () => {
  it('has a case for each thing that becomes of it, and there is no case of anything else', () => {
    const wanted = clauses
      .filter(([id]) => !/^(default|law)\//.test(id))
      .flatMap(([id, { becomes }]) => tokensOf(becomes).map((token) => `${id} ${token}`));
    const there = Object.entries(CASES)
      .filter(([id]) => !/^(default|law)\//.test(id))
      .flatMap(([id, cases]) => cases.map(({ token }) => `${id} ${token}`));
    expect(wanted.length).toBeGreaterThan(60);
    expect([...new Set(there)].sort()).toEqual(wanted.sort());
  });

  it('one that gives a figure of pay becomes something of pay; the defaults under them have a case too', () => {
    const silent = clauses.filter(([id, clause]) => setsPay(clause) && !(id in CASES)).map(([id]) => id);
    expect(silent).toEqual([]);
  });

  const all = Object.entries(CASES).flatMap(([id, cases]) => cases.map((one) => [id, one.token, one] as const));

  it.each(all)('%s obeys: %s', (id, token, { obeys, is, cites }) => {
    const found = obeys();
    expect(found.value).toBe(is);
    if (!token.startsWith('exception:')) expect(found.clauses).toContain(cites ?? id);
    const silent = found.value === 0 && token.startsWith('exception:');
    expect(found.words.length).toBeGreaterThan(silent ? -1 : 0);
    for (const { en, zh } of found.words) {
      expect([en, zh]).not.toContain('');
      // Words that are no plain sum are told in Chinese.
      if (/[a-z]{3}/.test(en.replace(/\b[a-z-]+\.csv\b/g, ''))) expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it.each(all)('%s breaks: %s', (_id, _token, { breaks, isNot, is }) => {
    expect(breaks().value).toBe(isNot);
    expect(isNot).not.toBe(is);
  });

  it('three-shift/11, two-shift/12, training-manual/8: a probation that ends early ends the lower pay', () => {
    for (const preset of ['three-shift', 'two-shift', 'training-manual']) {
      const book = `extends: [${preset}]\npay: { post_salary: { probation_rate: 80% } }`;
      const until = (day: string) =>
        amountOf(compute(book, { staff: [person('1001', '5000', { probationUntil: day as never })] }), 'post-salary');
      // 5,000.00 x 80 % x 9 / 27 + 5,000.00 x 18 / 27; ended on the 4th: 4 and 23 days.
      expect([until('2026-12-10'), until('2026-12-04')]).toEqual([466_667, 485_185]);
    }
  });
});
