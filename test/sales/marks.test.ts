import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../src/sales/custom-pattern.js';
import { markReader } from '../../src/sales/marks.js';
import { DECEMBER, handbook, PEOPLE, person } from './department.js';

const FORMS = ['staff-number', 'name-date', 'underscore-name', 'name-first', 'dashes-name'] as const;
type Form = (typeof FORMS)[number];

const reader = (forms: readonly Form[], people = PEOPLE) =>
  markReader(
    handbook({ marks: Object.fromEntries(forms.map((form) => [form, { on: true, form }])) }),
    people,
    DECEMBER,
    null,
  ).read;

/** `1001`, `1001 1002`; `? 1999` nobody; `?1003|1004 芳` ambiguous; `-` no mark. */
const said = (remark: string, forms: readonly Form[], people = PEOPLE): string => {
  const marks = reader(forms, people)(remark);
  if (marks.agents.length > 0) return marks.agents.join(' ');
  return marks.unclear === null ? '-' : `?${marks.unclear.staff.join('|')} ${marks.unclear.mark}`;
};

describe('marks', () => {
  it.each([
    ['1001', '1001'],
    ['退邮费 1001', '1001'],
    ['１００１', '1001'],
    ['改地址，1001。', '1001'],
    ['工号1001', '1001'],
    ['工号：1001', '1001'],
    ['---1001', '1001'],
    ['#1001 1002', '1001 1002'],
    ['1001 1001', '1001'],
    ['1001/1002 各半', '1001 1002'],
    ['=1001', '1001'],
    // nobody's number, made like one
    ['1999', '? 1999'],
    // beside a known mark it may be the end of a telephone number
    ['尾号 1999 1001', '1001'],
    // never any digits: inside a word, a date, an amount, a telephone number
    ['换1001花色L', '-'],
    ['换2000花色L,无差价', '-'],
    ['8.1001', '-'],
    ['2026-1001', '-'],
    ['13810011001', '-'],
    ['A1001', '-'],
    ['DATE=1001', '-'],
    ['1001/8', '-'],
    ['补 20 元', '-'],
    ['', '-'],
  ])('staff-number: %s -> %s', (remark, expected) => {
    expect(said(remark, ['staff-number'])).toBe(expected);
  });

  it('staff-number: letters and leading zeros count, case does not', () => {
    const people = [person('007', '甲'), person('kf-01', '乙')];
    expect(said('007', ['staff-number'], people)).toBe('007');
    expect(said('7', ['staff-number'], people)).toBe('-');
    expect(said('好的 KF-01', ['staff-number'], people)).toBe('kf-01');
  });

  it('tells of a staff number that does not stand alone', () => {
    expect(reader(['staff-number'])('改地址1001').glued).toBe('1001');
    expect(reader(['staff-number'])('换2000花色').glued).toBeNull();
  });

  it.each([
    ['1001，1002各一半', '1002'],
    ['1001 改地址1002', '1002'],
    ['1001 1002各一半', '1002'],
    // the marked agent's own number, an amount, a day, a telephone number
    ['1001，1001已改', null],
    ['1001 补1002.50', null],
    ['1001 8-1002', null],
    ['1001 13810021002', null],
  ])('staff-number: beside a mark, %s has %s glued to words', (remark, glued) => {
    expect(reader(['staff-number'])(remark)).toMatchObject({ agents: ['1001'], unclear: null, glued, bare: null });
  });

  it.each([
    ['换2000花色L,无差价 婷/8.28', '1001'],
    ['王婷/12.5', '1001'],
    ['无差价王婷/12.5', '1001'],
    ['慧兰／8.28', '1002'],
    ['李芳/8.28', '1003'],
    // 芳 is part of 李芳 and of 赵芳芳
    ['芳/8.28', '?1003|1004 芳'],
    ['芳芳/8.28', '1004'],
    ['明/8.28', '? 明'],
    // no day, a size, nothing in front
    ['婷/13.28', '-'],
    ['婷/8', '-'],
    ['L/8.28', '-'],
    ['/8.28', '-'],
  ])('name-date: %s -> %s', (remark, expected) => {
    expect(said(remark, ['name-date'])).toBe(expected);
  });

  it.each([
    ['发邮政快递 _ 慧兰', '1002'],
    ['发邮政快递_慧兰', '1002'],
    ['发邮政 _ 慧兰;改地址 _ 王婷', '1002 1001'],
    ['发邮政快递 _ 小明', '? 小明'],
    ['型号A_红色', '-'],
    ['a _ 慧兰 12', '-'],
  ])('underscore-name: %s -> %s', (remark, expected) => {
    expect(said(remark, ['underscore-name'])).toBe(expected);
  });

  it.each([
    ['蔡蔡送某某礼物一份,发申通2014.8.20', '1005'],
    ['慧兰 送礼物 8.20', '1002'],
    ['蔡蔡送某某礼物一份', '-'],
    ['送蔡蔡礼物2014.8.20', '-'],
  ])('name-first: %s -> %s', (remark, expected) => {
    expect(said(remark, ['name-first'])).toBe(expected);
  });

  it.each([
    ['已修改妥当---2014.8.20 慧兰', '1002'],
    ['已修改妥当---2014.. 慧兰', '1002'],
    ['已修改妥当---慧兰', '-'],
    ['已修改妥当---2014.8.20 小明', '? 小明'],
  ])('dashes-name: %s -> %s', (remark, expected) => {
    expect(said(remark, ['dashes-name'])).toBe(expected);
  });

  it('forms are tried in order: the first that names somebody for sure decides', () => {
    expect(said('1001 慧兰/8.28', ['staff-number', 'name-date'])).toBe('1001');
    expect(said('1001 慧兰/8.28', ['name-date', 'staff-number'])).toBe('1002');
    expect(said('1999 慧兰/8.28', ['staff-number', 'name-date'])).toBe('1002');
    expect(said('芳/8.28 1003', ['name-date', 'staff-number'])).toBe('1003');
  });

  it('a name is somebody’s who is employed in the month; a number stays with whoever had it', () => {
    const people = [...PEOPLE, person('1006', '周芳', { left: '2026-11-30' as never })];
    expect(said('李芳/8.28', ['name-date'], people)).toBe('1003');
    expect(said('周芳/8.28', ['name-date'], people)).toBe('? 周芳');
    expect(said('1006', ['staff-number'], people)).toBe('1006');
  });

  const own = (pattern: string) =>
    markReader(handbook({ marks: { own: { on: true, form: 'custom', pattern } } }), PEOPLE, DECEMBER, compilePattern);

  it.each([
    [String.raw`#(\d{4})#`, '送礼物#1002#', ['1002']],
    [String.raw`#(\d{4})#`, '#1002# #1003#', ['1002', '1003']],
    [String.raw`客服[:：](\S+)`, '客服：王婷', ['1001']],
    // 1002 is part of 10021: no whole number
    [String.raw`(\d{4})`, '运单10021', []],
  ])('a pattern of the handbook: %s in %s', (pattern, remark, agents) => {
    expect(own(pattern).read(remark).agents).toEqual(agents);
  });

  it('a number of the pattern that is nobody’s is an unknown mark', () => {
    expect(own(String.raw`#(\d{4})#`).read('#1099#').unclear).toMatchObject({ mark: '1099', staff: [] });
  });

  it.each(['(', '1007', '(a)(b)', '(?=1)(1)'])('%s is not a pattern with one group', (pattern) => {
    expect(own(pattern).issues.map((issue) => issue.code)).toEqual(['mark-pattern-wrong']);
  });

  it('a pattern that hangs other engines does not hang this one', () => {
    expect(own('((?:a+)+)$').read(`${'a'.repeat(20_000)}!`).agents).toEqual([]);
  });

  it('a column that names the agent is a mark; an id that is nobody’s yields to the remark', () => {
    const read = reader(['staff-number']);
    expect(read('', '1002').agents).toEqual(['1002']);
    expect(read('', '陈慧兰').agents).toEqual(['1002']);
    expect(read('1003', 'wx_abc').agents).toEqual(['1003']);
    expect(read('', 'wx_abc')).toMatchObject({ agents: [], unclear: { mark: 'wx_abc' } });
    expect(read('1003', '1002').agents).toEqual(['1002', '1003']);
  });

  it('a hostile remark costs no more than its length', () => {
    // Work, not time: a scan that looked at every pair of signs would need 10^10 steps here and never end.
    for (const sign of ['_', '-- 1', '婷/8.', '1001', ' ', '婷', '/', '1.1.']) {
      const remark = sign.repeat(Math.ceil(100_000 / sign.length));
      expect(reader(FORMS)(remark).glued ?? null).toSatisfy(
        (glued: unknown) => glued === null || typeof glued === 'string',
      );
    }
  });
});
