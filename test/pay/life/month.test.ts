/** A month's life: computed, closed, corrected by arrears, opened again. Run as commands in a folder of its own. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shop } from '../../cli/shop.js';
import { inFolder, NOON, ran } from '../../cli/world.js';

const DAY = 86_400_000;
const ORDERS = '2026-11/orders/orders.csv';

interface Slips {
  readonly payslips: readonly {
    readonly id: string;
    readonly net: string;
    readonly lines: readonly { readonly line: string; readonly amount: string; readonly says: string }[];
  }[];
  readonly issues: readonly { readonly code: string }[];
}

/** 2026-12-01: November is over. */
const AFTER = NOON + 10 * DAY;
const pay = async (cwd: string, line: string, now = AFTER): Promise<{ code: number; document: Slips }> => {
  const { code, out } = await ran(`pay ${line} --json --lang en`, { cwd, now });
  return { code, document: JSON.parse(out) as Slips };
};
const lineOf = (document: Slips, staff: string, line: string) =>
  document.payslips.find(({ id }) => id === staff)?.lines.find((one) => one.line === line);
const codes = (document: Slips): string[] => document.issues.map(({ code }) => code);
const edit = (cwd: string, file: string, from: string, to: string): void => {
  const path = join(cwd, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
};
const closed = async (cwd: string, month: string, now = AFTER): Promise<void> => {
  expect((await pay(cwd, `compute --month ${month}`, now)).code).toBe(0);
  expect((await pay(cwd, `close --month ${month} --by 王`, now)).code).toBe(0);
};

describe('closing', () => {
  it('freezes the files, keeps who and when, and refuses to compute again', () =>
    inFolder(shop(), async (cwd) => {
      await closed(cwd, '2026-11');
      const manifest = JSON.parse(readFileSync(join(cwd, '2026-11/manifest.json'), 'utf8'));
      expect(manifest.life).toEqual([{ step: 'closed', by: '王', at: '2026-12-01T12:00:00+08:00', accepted: [] }]);
      expect(manifest.inputs.map(({ file }: { file: string }) => file)).toEqual([
        '2026-11/orders/orders.csv',
        '2026-11/roster.json',
        'handbook.yaml',
        'staff.csv',
      ]);
      expect(statSync(join(cwd, '2026-11/pay.json')).mode & 0o222).toBe(0);
      const before = readFileSync(join(cwd, '2026-11/pay.json'), 'utf8');
      const { code, document } = await pay(cwd, 'compute --month 2026-11');
      expect([code, codes(document)]).toEqual([2, ['month-closed']]);
      expect(readFileSync(join(cwd, '2026-11/pay.json'), 'utf8')).toBe(before);
      // Elsewhere it may be computed, and is the same.
      expect((await pay(cwd, 'compute --month 2026-11 --out again')).code).toBe(0);
      expect((await ran('pay diff 2026-11 again --lang en', { cwd })).out).toBe('No line differs.\n');
    }));

  it('does not freeze what nobody looked at: changed inputs, changed results', () =>
    inFolder(shop(), async (cwd) => {
      expect(codes((await pay(cwd, 'close --month 2026-11 --by 王')).document)).toEqual(['close-not-computed']);
      await pay(cwd, 'compute --month 2026-11');
      edit(cwd, ORDERS, '8000.00', '8001.00');
      writeFileSync(join(cwd, '2026-11/pay.csv'), 'tampered');
      const { code, document } = await pay(cwd, 'close --month 2026-11 --by 王');
      expect(code).toBe(2);
      expect(codes(document)).toEqual(expect.arrayContaining(['close-input-changed', 'close-result-changed']));
    }));

  it('a run killed between two files leaves a mix that is not frozen, whichever file it was', () =>
    inFolder(shop(), async (cwd) => {
      const files = (): string[] =>
        readdirSync(join(cwd, '2026-11'), { recursive: true, encoding: 'utf8' }).filter((file) =>
          /^(?:pay|manifest|payslips.)/.test(file),
        );
      const bytes = (): Map<string, Buffer> =>
        new Map(
          files()
            .filter((file) => statSync(join(cwd, '2026-11', file)).isFile())
            .map((file) => [file, readFileSync(join(cwd, '2026-11', file))]),
        );
      await pay(cwd, 'compute --month 2026-11');
      const old = bytes();
      edit(cwd, ORDERS, '12000.00,0.00', '10000.00,2000.00');
      await pay(cwd, 'compute --month 2026-11');
      const fresh = [...bytes()].filter(([file, content]) => !old.get(file)?.equals(content));
      expect(fresh.length).toBeGreaterThan(4);
      // The manifest gets its name last: whatever was renamed before it belongs to no manifest.
      edit(cwd, ORDERS, '10000.00,2000.00', '12000.00,0.00');
      for (const [file, content] of fresh.filter(([name]) => name !== 'manifest.json')) {
        for (const [name, before] of old) writeFileSync(join(cwd, '2026-11', name), before);
        writeFileSync(join(cwd, '2026-11', file), content);
        const { code, document } = await pay(cwd, 'close --month 2026-11 --by 王');
        expect([code, codes(document).includes('close-result-changed')]).toEqual([2, true]);
      }
    }));

  it('waits for unplaced money unless it is let stand by name with a reason', () =>
    inFolder(shop(), async (cwd) => {
      // A status nobody knows: the order is unplaced.
      edit(cwd, ORDERS, '12000.00,0.00,交易成功', '12000.00,0.00,外星状态');
      expect((await pay(cwd, 'compute --month 2026-11')).code).toBe(1);
      const refused = await pay(cwd, 'close --month 2026-11 --by 王');
      expect(codes(refused.document)).toContain('close-blocked');
      const id = `unplaced:${ORDERS}#2`;
      const mute = await pay(cwd, `close --month 2026-11 --by 王 --accept ${id}`);
      expect(codes(mute.document)).toEqual(['close-without-reason']);
      const wrong = await pay(cwd, `close --month 2026-11 --by 王 --accept ${id} --accept nothing --because x`);
      expect(codes(wrong.document)).toContain('nothing-to-accept');
      const let_ = await pay(cwd, `close --month 2026-11 --by 王 --accept ${id} --because "asked the shop"`);
      expect(let_.code).toBe(0);
      const manifest = JSON.parse(readFileSync(join(cwd, '2026-11/manifest.json'), 'utf8'));
      expect(manifest.life[0].accepted).toEqual([{ id, because: 'asked the shop' }]);
    }));

  it('waits for the end of the month by the calendar of Shanghai, unless that is let stand', () =>
    inFolder(shop(), async (cwd) => {
      expect((await pay(cwd, 'compute --month 2026-11')).code).toBe(0);
      // 2026-11-30 23:59:59 in Shanghai; a second later it is December there.
      const last = Date.UTC(2026, 10, 30, 15, 59, 59);
      const close = 'pay close --month 2026-11 --by 王';
      const early = await ran(`${close} --lang en`, { cwd, now: last });
      expect(early.code).toBe(1);
      expect(early.err).toContain('2026-11 is not over: today is 2026-11-30, and its last day is 2026-11-30.');
      expect(early.err).toContain('--accept "month-not-over"');
      const zh = await ran(`${close} --lang zh`, { cwd, now: last });
      expect(zh.err).toContain('2026-11 尚未结束：今天是 2026-11-30，该月最后一天是 2026-11-30。');
      const let_ = 'close --month 2026-11 --by 王 --accept month-not-over --because "the shop is closed"';
      // Once it is over there is nothing of this name to let stand.
      expect(codes((await pay(cwd, let_, last + 1000)).document)).toContain('nothing-to-accept');
      expect((await pay(cwd, let_, last)).code).toBe(0);
      const manifest = JSON.parse(readFileSync(join(cwd, '2026-11/manifest.json'), 'utf8'));
      expect(manifest.life[0].accepted).toEqual([{ id: 'month-not-over', because: 'the shop is closed' }]);
    }));
});

describe('arrears', () => {
  it('a refund after the close is taken back in the next open month, once, with its cause', () =>
    inFolder(shop(), async (cwd) => {
      await closed(cwd, '2026-11');
      // 12,000.00 - 2,000.00 = 10,000.00: commission 10,000 x 3% = 300.00 instead of 2,000 x 4.5% + 300 = 390.00.
      edit(cwd, ORDERS, '12000.00,0.00', '10000.00,2000.00');
      const december = await pay(cwd, 'compute --month 2026-12', NOON + 40 * DAY);
      const line = lineOf(december.document, '1001', 'arrears');
      expect(line?.amount).toBe('-90.00');
      expect(line?.says).toBe(
        '300.00 - (390.00) = -90.00: sales (1 orders): 12,000.00 -> 10,000.00; ' +
          'orders with a refund by now: 2026-11/orders/orders.csv#2 2,000.00',
      );
      // Nobody else: the pool did not change.
      expect(december.document.payslips.filter(({ id }) => lineOf(december.document, id, 'arrears'))).toHaveLength(1);
      await closed(cwd, '2026-12', NOON + 41 * DAY);
      const january = await pay(cwd, 'compute --month 2027-01', NOON + 70 * DAY);
      expect(lineOf(january.document, '1001', 'arrears')).toBeUndefined();
      // The refund was a mistake: January gives back what December took.
      edit(cwd, ORDERS, '10000.00,2000.00', '12000.00,0.00');
      const again = await pay(cwd, 'compute --month 2027-01', NOON + 70 * DAY);
      expect(lineOf(again.document, '1001', 'arrears')?.amount).toBe('90.00');
    }));

  it('a new rule does not reach back: the handbook of the close judges the month', () =>
    inFolder(shop(), async (cwd) => {
      await closed(cwd, '2026-11');
      edit(cwd, 'handbook.yaml', 'per_year: 50', 'per_year: 80');
      const { document } = await pay(cwd, 'compute --month 2026-12', NOON + 40 * DAY);
      expect(lineOf(document, '1001', 'arrears')).toBeUndefined();
      // Four full years on 2026-12-31: 4 x 80.00.
      expect(lineOf(document, '1001', 'seniority')?.amount).toBe('320.00');
    }));

  it('an input that is gone is told of, and nothing is taken back', () =>
    inFolder({ ...shop(), '2026-11/orders/more.csv': shop()[ORDERS]!.replaceAll('26500', '26600') }, async (cwd) => {
      await closed(cwd, '2026-11');
      const { rmSync } = await import('node:fs');
      rmSync(join(cwd, '2026-11/orders/more.csv'));
      const { document } = await pay(cwd, 'compute --month 2026-12', NOON + 40 * DAY);
      expect(codes(document)).toContain('closed-input-gone');
      expect(lineOf(document, '1001', 'arrears')).toBeUndefined();
    }));
});

describe('opening again', () => {
  it('needs a reason, leaves a trace, and lets the month be computed', () =>
    inFolder(shop(), async (cwd) => {
      await closed(cwd, '2026-11');
      expect(codes((await pay(cwd, 'reopen --month 2026-11 --by 王')).document)).toEqual(['reopen-without-reason']);
      expect((await pay(cwd, 'reopen --month 2026-11 --by 王 --because "wrong export"')).code).toBe(0);
      edit(cwd, ORDERS, '12000.00,0.00', '10000.00,2000.00');
      const november = await pay(cwd, 'compute --month 2026-11');
      expect(lineOf(november.document, '1001', 'personal-commission')?.amount).toBe('300.00');
      const { life } = JSON.parse(readFileSync(join(cwd, '2026-11/manifest.json'), 'utf8'));
      expect(life.map(({ step }: { step: string }) => step)).toEqual(['closed', 'reopened']);
      expect(life[1]).toMatchObject({ by: '王', reason: 'wrong export' });
    }));

  it('is refused while a later month that goes on from it is closed', () =>
    inFolder(shop(), async (cwd) => {
      await closed(cwd, '2026-11');
      expect((await pay(cwd, 'compute --month 2026-12', NOON + 40 * DAY)).code).toBe(0);
      expect((await pay(cwd, 'close --month 2026-12 --by 王', NOON + 41 * DAY)).code).toBe(0);
      const { document } = await pay(cwd, 'reopen --month 2026-11 --by 王 --because x');
      expect(codes(document)).toEqual(['reopen-later-closed']);
    }));
});
