/** The worked example of docs/pay.md, computed: a table nobody has to believe. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formatYuan } from '../../src/base/fen.js';
import { LINES } from '../../src/pay/lines/index.js';
import { compute, event, person, sales } from './department.js';

const page = readFileSync('docs/pay.md', 'utf8');

it('the worked example is what the program computes', () => {
  const result = compute('extends: [three-shift, commission-2017]\npay: { seniority: { per_year: 50 } }', {
    staff: [person('1001'), person('1002')],
    sales: sales(['1001', '12345'], [null, '40000']),
    events: [
      event('1001', 3, 'offence', 'unrelated'),
      event('1001', 17, 'offence', 'unrelated'),
      event('1001', 9, 'loss', '发错地址', '86.50'),
    ],
  });
  const slip = result.payslips[0]!;
  // 5,000.00 + 405.53 + 200.00 + 300.00 - 40.00 - 86.50
  expect(formatYuan(slip.net)).toBe('5779.03');
  expect(page).toContain('net `5,779.03`');
  const rows = page.split('\n').filter((line) => line.startsWith('| ') && line.includes('`'));
  for (const line of slip.lines) {
    const row = rows.find((words) => words.startsWith(`| ${line.label.en} |`));
    expect(row).toContain(line.clause);
    const says = line.says.en.includes(':') ? line.says.en.split(': ')[1]! : line.says.en;
    expect(row).toContain(`\`${says}\``);
  }
});

it.each(LINES.map((line) => line.id))('says how %s is figured', (id) => {
  expect(page).toContain(`\`${id}\``);
});
