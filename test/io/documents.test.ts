import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/io/decode.js';
import { parseJson, toJson } from '../../src/io/json.js';
import { packageRoot, presetNames, readPreset } from '../../src/io/package-files.js';
import { tablesOf } from '../../src/io/read-table.js';
import { parseYaml } from '../../src/io/yaml.js';
import { gb18030 } from '../tools/gb18030.js';
import { coded, said } from '../tools/table.js';

const FILE = { file: 'handbook.yaml' };

describe('yaml', () => {
  const words =
    '# 手册\nshifts:\n  白: { parts: [["9:00", "17:30"]] }\n  8: x\nlist:\n  - a\n  - b: 1\n    c: 2\nagain: &x\n  d: 1\nsame: *x\n';

  it('gives values and the row of each', async () => {
    const { value, issues } = await parseYaml(words, FILE);
    expect(issues).toEqual([]);
    expect(value!.value).toEqual({
      shifts: { 白: { parts: [['9:00', '17:30']] }, '8': 'x' },
      list: ['a', { b: 1, c: 2 }],
      again: { d: 1 },
      same: { d: 1 },
    });
    const rows = [
      [],
      ['shifts'],
      ['shifts', '白', 'parts', 0, 1],
      ['shifts', '8'],
      ['list', 1, 'c'],
      ['same', 'd'],
      ['x'],
      ['list', 9],
    ];
    expect(rows.map((path) => value!.rowOf(path))).toEqual([1, 2, 3, 4, 8, 10, null, null]);
  });

  it('keeps days and times as words', async () => {
    const { value } = await parseYaml('d: 2026-12-12\nt: 9:00\nn: 5.5%\n', FILE);
    expect(value!.value).toEqual({ d: '2026-12-12', t: '9:00', n: '5.5%' });
  });

  it('an empty file is an empty handbook', async () => {
    expect((await parseYaml('\ufeff# nothing yet\n', FILE)).value!.value).toEqual({});
  });

  it.each([
    ['a: 1\nb:\n  c: 1\n  c: 2\n', 'yaml-key-twice 4'],
    ['a:\n\tb: 1\n', 'yaml-broken 2'],
    ['a: "x\nb: 1\n', 'yaml-broken 2'],
    ['a: b: c\n', 'yaml-broken 1'],
    ['a: *nobody\n', 'yaml-broken 1'],
    ['a: 1\n---\nb: 2\n', 'yaml-broken 2'],
    ['a: !wish 1\n', 'yaml-broken 1'],
    ['? [a, b]\n: 1\n', 'yaml-broken 1'],
  ])('%j', async (broken, code) => {
    const { value, issues } = await parseYaml(broken, FILE);
    expect(value).toBeNull();
    expect(coded(issues)).toEqual([code]);
  });

  it('says what is wrong in words, with the line', async () => {
    const { issues } = await parseYaml('名: 1\n名: 2\nx: y: z\n', FILE);
    expect(said(issues)).toEqual([
      'handbook.yaml:2: the key "名" is written twice. Keep one of the two.',
      'handbook.yaml:3: there is a second colon in the line, or the next line is indented too far: "x: y: z". Indent with two spaces, write "key: value", and put text with : # * ! into quotes.',
    ]);
  });

  it('does not unfold what would fill the memory', async () => {
    const ten = (name: string) => `[${Array.from({ length: 10 }, () => name).join(',')}]`;
    const bomb = `a: &a ${ten('x')}\nb: &b ${ten('*a')}\nc: &c ${ten('*b')}\nd: ${ten('*c')}\n`;
    expect(coded((await parseYaml(bomb, FILE)).issues)).toEqual(['yaml-aliases -']);
  });
});

describe('json', () => {
  it('is written the same way every time and read back', () => {
    expect(toJson({ b: 1, a: ['x', 2], c: [{}, []] })).toBe(
      '{\n  "b": 1,\n  "a": ["x", 2],\n  "c": [\n    {},\n    []\n  ]\n}\n',
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { value: read } = parseJson(toJson(value), FILE);
        expect(toJson(read)).toBe(toJson(value));
      }),
    );
  });

  it.each([
    ['{"a":1,\n"b":}', 'broken here', 2],
    ['{"a":1}\n}', 'broken here', 2],
    ['{\n"a": 1,\n"b": tru\n}', 'broken here', 3],
    ['{"a":1,\n"b', 'cut off', 2],
    ['[1,\n2,\n3', 'cut off', 3],
    ['', 'cut off', 1],
  ])('%j', (words, says, row) => {
    const { value, issues } = parseJson(words, FILE);
    expect(value).toBeNull();
    expect(issues[0]).toMatchObject({ code: 'json-broken', source: { row } });
    expect(issues[0]!.message.en).toContain(says);
  });

  it('every cut of a document is refused, never half read', () => {
    const whole = toJson({ month: '2026-12', rows: [{ staff: '1007', cells: ['白', '晚'] }] }).trimEnd();
    for (let end = 0; end < whole.length; end += 1) {
      expect(parseJson(whole.slice(0, end), FILE).issues[0]?.message.en).toContain('cut off');
    }
  });
});

describe('bytes', () => {
  it('text comes back from each encoding it may have', () => {
    // 的 stands in front so that no text is empty or plain ASCII, and the UTF-8 form is surely UTF-8.
    const words = fc
      .string({ unit: fc.constantFrom('a', '，', '客', '服', '白', '\n', '1', '鑫') })
      .map((tail) => `排班表的早晚班次${tail}`);
    fc.assert(
      fc.property(words, (before) => {
        expect(decodeText(new TextEncoder().encode(before), FILE).value).toBe(before);
        expect(decodeText(gb18030(before), FILE).value).toBe(before);
      }),
    );
  });

  it('a UTF-8 file cut anywhere is read up to the cut or refused, never read as other words', () => {
    const words = '工号,姓名,备注\n1001,李娜,早班优先\n';
    const bytes = new TextEncoder().encode(words);
    for (let end = 12; end <= bytes.length; end += 1) {
      const { value } = decodeText(bytes.slice(0, end), FILE);
      if (value !== null) expect(words.startsWith(value)).toBe(true);
    }
  });

  it('no bytes make the readers throw', async () => {
    const starts = [
      [],
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0],
      [0xef, 0xbb, 0xbf],
      [0xff, 0xfe],
      [...Buffer.from('<table><tr>')],
    ];
    const bytes = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 80 }));
    await fc.assert(
      fc.asyncProperty(bytes, async ([start, rest]) => {
        const { value, issues } = await tablesOf(Uint8Array.from([...start, ...rest]), 'x');
        expect(value === null).toBe(issues.some((issue) => issue.severity === 'error'));
      }),
      { numRuns: 300 },
    );
  });
});

describe('package files', () => {
  it('are found from anywhere in the package', () => {
    expect(packageRoot()).toBe(process.cwd());
    expect(packageRoot(`${process.cwd()}/.bench/src/io/package-files.js`)).toBe(process.cwd());
  });

  it('a preset is a name, never a path', async () => {
    expect(await readPreset('../../../package')).toBeNull();
    expect(await readPreset('no-such-preset')).toBeNull();
    for (const name of await presetNames()) expect(await readPreset(name)).not.toBe('');
  });
});
