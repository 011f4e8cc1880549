import { describe, expect, it } from 'vitest';
import { handbookTemplate } from '../../src/handbook/template.js';
import { inForce, load, presetNames } from './trees.js';

describe('the handbook that init writes', () => {
  it.each(presetNames.map((name) => [name]))('%s: loads as it stands and changes only the name', (name) => {
    const preset = inForce(`extends: [${name}]`);
    const { value } = load(handbookTemplate(preset, '测试部'));
    expect(value?.values).toEqual({ ...preset.values, department: { name: { en: '测试部', zh: '测试部' } } });
  });

  it.each(presetNames.map((name) => [name]))('%s: every example loads when its # is taken away', (name) => {
    const template = handbookTemplate(inForce(`extends: [${name}]`), 'x');
    const opened = template
      .split('\n')
      .map((line) => (/^( *)# ( *[\w"\u4e00-\u9fff-]+:)/.test(line) ? line.replace('# ', '') : line))
      .join('\n');
    expect(opened).not.toBe(template);
    expect(load(opened).issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is small', () => {
    const template = handbookTemplate(inForce('extends: [three-shift, commission-2017]'), 'x');
    expect(template.split('\n').length).toBeLessThan(40);
    expect(template).toContain('extends: [three-shift, commission-2017]');
    expect(template).toContain(
      '# shifts:\n#   白: { name: { en: "day", zh: "白班" }, kind: day, parts: [["09:00", "17:30"]], break: 0 }',
    );
  });
});
