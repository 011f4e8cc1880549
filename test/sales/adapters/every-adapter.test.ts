import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headingKey } from '../../../src/base/cell.js';
import { ADAPTERS } from '../../../src/sales/adapters/index.js';

describe('every adapter', () => {
  it.each(ADAPTERS.map((adapter) => [adapter.id, adapter] as const))(
    '%s has a case, and headings as they are compared',
    (id, adapter) => {
      expect(existsSync(`test/sales/adapters/${id}.test.ts`)).toBe(true);
      const headings = [...adapter.needs.flat(), ...adapter.knows];
      expect(headings.filter((heading) => headingKey(heading) !== heading)).toEqual([]);
    },
  );

  it('no two have the same id', () => {
    expect(new Set(ADAPTERS.map(({ id }) => id)).size).toBe(ADAPTERS.length);
  });
});
