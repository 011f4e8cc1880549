import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { load } from './trees.js';

const samples = readdirSync('samples').filter((name) => existsSync(`samples/${name}/handbook.yaml`));

describe('the samples’ handbooks', () => {
  it('are six', () => {
    expect(samples).toHaveLength(6);
  });

  it.each(samples.map((name) => [name]))('%s is in force, its shift table in order', (name) => {
    const { value, issues } = load(readFileSync(`samples/${name}/handbook.yaml`, 'utf8'));
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(value).not.toBeNull();
    const codes = issues.map(({ code }) => code);
    expect(codes.filter((code) => /service|shift|hand-over|cover|minimum-wage/.test(code))).toEqual([]);
  });
});
