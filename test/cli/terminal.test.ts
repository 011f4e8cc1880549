import { describe, expect, it } from 'vitest';
import { cut, pad, painter, table, widthOf, wrap } from '../../src/cli/terminal.js';

describe('words on a terminal', () => {
  it('hanzi are two columns wide', () => {
    expect(widthOf('1001 王婷')).toBe(9);
    expect(pad('王婷', 6)).toBe('王婷  ');
    expect(pad('王婷', 6, true)).toBe('  王婷');
    expect(cut('陈慧兰李娜', 7)).toBe('陈慧兰~');
    expect(cut('陈慧兰', 6)).toBe('陈慧兰');
  });

  it('tables line up and carry nothing that steers', () => {
    const rows = [
      [{ words: '1001' }, { words: '王婷' }, { words: '4,200.00', right: true }],
      [{ words: '2' }, { words: 'Sun\u001b[2J' }, { words: '0.00', right: true }],
    ];
    const lines = table(rows, painter(0)).split('\n').slice(0, 2);
    expect(lines[0]).toBe('1001  王婷          4,200.00');
    expect(lines[1]).toBe('2     Sun\\u001b[2J      0.00');
    expect(new Set(lines.map(widthOf)).size).toBe(1);
  });

  it('wraps at blanks, between hanzi, and never wider than the window', () => {
    expect(wrap('one two three', 8, '  ')).toBe('  one\n  two\n  three');
    expect(wrap('每月四天休息', 8, '  ')).toBe('  每月四\n  天休息');
    expect(wrap('as long as it is', null, '  ')).toBe('  as long as it is');
  });

  it('paints at the level asked for, and not at all at 0', () => {
    expect(painter(0)('x', { fill: '#112233', bold: true })).toBe('x');
    expect(painter(3)('x', { fill: '#112233' })).toBe('\u001b[48;2;17;34;51mx\u001b[49m');
  });
});
