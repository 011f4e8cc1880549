/** Every pay line has its case file, with a case that obeys and one that breaks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LINES } from '../../src/pay/lines/index.js';

describe('the registry of pay lines', () => {
  it.each(LINES.map((line) => line.id))('%s has an obeying and a breaking case', (id) => {
    const file = `test/pay/lines/${id}.test.ts`;
    expect(existsSync(file)).toBe(true);
    const code = readFileSync(file, 'utf8');
    expect(code).toContain(`describe('${id}'`);
    expect(code).toMatch(/'obeys: /);
    expect(code).toMatch(/'breaks: /);
  });

  it('every line file is registered, ids are single, losses see all other lines', () => {
    const ids = LINES.map((line) => line.id);
    expect(new Set(ids).size).toBe(ids.length);
    const files = readdirSync('src/pay/lines').map((file) => file.replace('.ts', ''));
    expect(files.filter((file) => file !== 'index').sort()).toEqual([...ids].sort());
    expect(ids.at(-1)).toBe('losses');
  });
});
