/** `pay payslip` and `pay check` in a month that is computed, changed and closed. */
import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shop } from './shop.js';
import { inFolder, NOON, type Ran, ran } from './world.js';

/** 2026-12-01 in Shanghai: November is over. */
const AFTER = NOON + 10 * 86_400_000;

const inShop = (use: (cwd: string, pay: (line: string) => Promise<Ran>) => Promise<void>): Promise<void> =>
  inFolder(shop(), (cwd) => use(cwd, (line) => ran(`pay ${line} --month 2026-11`, { cwd, now: AFTER })));

const mode = (...path: string[]): number => statSync(join(...path)).mode & 0o777;

describe('pay payslip', () => {
  it('one person: a page and a row with nobody else in it, for the owner alone', () =>
    inShop(async (cwd, pay) => {
      const { code, out } = await pay('payslip 1001 --out slips --lang zh');
      expect([code, out.split('\n')[0]]).toEqual([
        0,
        '2026-11：1 份工资条，仅本人账户可读。可在浏览器中打印或另存为 PDF。',
      ]);
      const [page, merge] = ['slips/payslips/1001.html', 'slips/payslips.csv'].map((name) => join(cwd, name));
      expect([mode(page!), mode(merge!), existsSync(join(cwd, 'slips/payslips/1002.html'))]).toEqual([
        ...[0o600, 0o600, false],
      ]);
      for (const file of [page!, merge!]) {
        expect(readFileSync(file, 'utf8')).toContain('王婷');
        expect(readFileSync(file, 'utf8')).not.toContain('陈慧兰');
      }
      // heading, one row, no total
      expect(readFileSync(merge!, 'utf8').trim().split('\n')).toHaveLength(2);
    }));

  it('everybody: the bytes of compute, the pages of a closed month left as they are', () =>
    inShop(async (cwd, pay) => {
      await pay('compute --quiet --lang zh');
      const page = join(cwd, '2026-11/payslips/1001.html');
      const before = readFileSync(page, 'utf8');
      // The language of the month's files counts, not that of this run.
      expect((await pay('payslip --lang en')).code).toBe(0);
      expect(readFileSync(page, 'utf8')).toBe(before);
      const net = JSON.parse((await pay('payslip 1001 --json')).out).payslips;
      expect(net).toMatchObject([{ id: '1001', name: '王婷' }]);
      expect((await pay('close --by 王会计 --lang zh')).code).toBe(0);
      expect((await pay('payslip')).code).toBe(0);
      expect(mode(page) & 0o222).toBe(0);
      expect(readFileSync(page, 'utf8')).toBe(before);
    }));

  it('refuses what is not what the month was computed to', () =>
    inShop(async (cwd, pay) => {
      await pay('compute --quiet');
      writeFileSync(join(cwd, '2026-11/events.csv'), 'day,id,kind,what,amount\n2026-11-03,1001,addition,taxi,30\n');
      const { code, out } = await pay('payslip 1001 --json');
      expect([code, JSON.parse(out).issues.map((issue: { code: string }) => issue.code)]).toEqual([
        2,
        expect.arrayContaining(['payslip-outdated']),
      ]);
      expect((await pay('payslip 1001 --out elsewhere')).code).toBe(0);
    }));
});

describe('pay explain', () => {
  it('of a closed month tells what was paid, whatever the files say by now', () =>
    inShop(async (cwd, pay) => {
      await pay('compute --quiet --lang zh');
      const before = JSON.parse((await pay('explain 1001 --json --lang zh')).out);
      await pay('close --by 王会计');
      writeFileSync(join(cwd, '2026-11/events.csv'), 'day,id,kind,what,amount\n2026-11-03,1001,addition,taxi,30\n');
      const after = JSON.parse((await pay('explain 1001 --json --lang en')).out);
      expect(after.payslip).toEqual(before.payslip);
      expect(after.closed).toMatchObject({ by: '王会计' });
      const { out } = await pay('explain 1001 commission --lang zh');
      expect(out).toContain('已由 王会计 于 2026-12-01T12:00:00+08:00 关账，以下为当时发放的内容');
      expect(out).toMatch(
        /390\.00 {2}个人绩效提成 {2}\[commission-2017\/3，推定\][\s\S]*来源 2026-11\/orders\/orders\.csv 第 2 行/,
      );
      expect((await pay('explain 1099')).code).toBe(2);
    }));
});

describe('pay check', () => {
  it('says what is assumed, and nothing of a last run where there is none', () =>
    inShop(async (_, pay) => {
      const { out } = await pay('check --json --lang en');
      const { assumed, since_last_run: since } = JSON.parse(out);
      expect(since).toBeNull();
      // 1001 sold 12,000.00, 1002 8,000.00: a row each, both of which the document has lost.
      const tiers = assumed.filter(({ line }: { line: string }) => line === 'personal commission');
      expect(tiers.map(({ value, people }: { value: string; people: number }) => [value, people])).toEqual([
        ['4.5%', 1],
        ['3%', 1],
      ]);
    }));

  it('says what would change since the last compute, and because of which row', () =>
    inShop(async (cwd, pay) => {
      await pay('compute --quiet');
      const [same] = [JSON.parse((await pay('check --json')).out).since_last_run];
      expect(same).toEqual({ files: [], changes: [] });
      writeFileSync(join(cwd, '2026-11/events.csv'), 'day,id,kind,what,amount\n2026-11-03,1001,addition,taxi,30\n');
      appendFileSync(join(cwd, 'handbook.yaml'), '\n');
      const since = JSON.parse((await pay('check --json --lang en')).out).since_last_run;
      expect(since.files).toEqual([
        { file: '2026-11/events.csv', what: 'new' },
        { file: 'handbook.yaml', what: 'changed' },
      ]);
      expect(since.changes).toMatchObject([
        { staff: '1001', line: 'other-additions', by: '30.00', because: ['now from 2026-11/events.csv#2'] },
      ]);
      const { out } = await pay('check --lang zh');
      expect(out).toContain('与上次计算相比：2026-11/events.csv (新增), handbook.yaml (有改动)');
    }));
});
