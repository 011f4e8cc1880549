/** The table of docs/architecture.md, run: which room may import which, and where effects and big packages may live. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const DOMAIN = ['handbook', 'people', 'demand', 'roster', 'sales', 'attendance', 'pay'];

/** room -> rooms it may import (itself always). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  calendar: ['base'],
  io: ['base', 'calendar'],
  handbook: ['base', 'calendar'],
  people: ['base', 'calendar'],
  demand: ['base', 'calendar', 'handbook'],
  roster: ['base', 'calendar', 'handbook', 'people', 'demand'],
  sales: ['base', 'calendar', 'handbook', 'people', 'roster'],
  attendance: ['base', 'calendar', 'handbook', 'people', 'roster'],
  pay: ['base', 'calendar', 'handbook', 'people', 'roster', 'sales', 'attendance'],
  report: ['base', 'calendar', ...DOMAIN],
  cli: ['base', 'calendar', 'io', 'report', ...DOMAIN],
};

/** package (or node: module) -> the only places that may import it. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  luxon: ['calendar'],
  'lunar-typescript': ['calendar'],
  'csv-parse': ['io'],
  'csv-parse/sync': ['io'],
  hucre: ['io'],
  'hucre/xlsx': ['io'],
  commander: ['cli'],
  chalk: ['cli'],
  'string-width': ['cli'],
  yaml: ['io', 'handbook'],
  re2js: ['sales/custom-pattern'],
  zod: ['handbook', 'cli'],
  // A thread's priority is set by the thread.
  'node:os': ['io', 'cli', 'roster/solve/worker'],
  'node:worker_threads': [
    'cli/main',
    'cli/thread',
    'cli/teams/',
    'io/scan-beside',
    'io/scan-thread',
    'roster/solve/threads',
    'roster/solve/worker',
  ],
};

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => {
    const path = file.replaceAll('\\', '/');
    return { path, room: path.split('/')[0]!, code: readFileSync(`src/${file}`, 'utf8') };
  });

const importsOf = (code: string): string[] =>
  [
    ...code.matchAll(
      /(?:^|\n)\s*(?:import|export)[^;'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import '([^']+)'/g,
    ),
  ].map((match) => (match[1] ?? match[2] ?? match[3])!);

const roomOf = (path: string, target: string): string => new URL(target, `file:///${path}`).pathname.split('/')[1]!;

/** Comments may say what code may not do. */
const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

describe('architecture', () => {
  it('sees the sources', () => {
    expect(sources.length).toBeGreaterThan(20);
  });

  it('every room imports only what the table allows', () => {
    const broken = sources.flatMap(({ path, room, code }) =>
      importsOf(code)
        .filter((target) => target.startsWith('.'))
        .map((target) => roomOf(path, target))
        .filter((other) => other !== room && !MAY_IMPORT[room]?.includes(other))
        .map((other) => `src/${path} imports ${other}`),
    );
    expect(broken).toEqual([]);
  });

  it('every package and effect has its home', () => {
    const broken = sources.flatMap(({ path, room, code }) =>
      importsOf(code)
        .filter((target) => !target.startsWith('.'))
        .filter((target) => {
          const homes = HOMES[target] ?? (target.startsWith('node:') ? ['io', 'cli'] : []);
          return !homes.some((home) => home === room || path.startsWith(home));
        })
        .map((target) => `src/${path} imports ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('clock, chance, console and process stay out of the pure rooms', () => {
    const banned = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bconsole\.|\bprocess\.|\bperformance\.now\(/;
    const broken = sources
      .filter(({ room }) => room !== 'io' && room !== 'cli')
      .filter(({ code }) => banned.test(withoutComments(code)))
      .map(({ path }) => `src/${path}`);
    expect(broken).toEqual([]);
  });

  it('the judge knows nothing of the solver', () => {
    const broken = sources
      .filter(({ path }) => path === 'roster/check.ts' || path.startsWith('roster/rules/'))
      .filter(({ code }) => importsOf(code).some((target) => target.includes('solve/')))
      .map(({ path }) => `src/${path}`);
    expect(broken).toEqual([]);
  });

  it('a module is a thought: past 400 lines its header gives the reason', () => {
    const long = sources
      .filter(({ code }) => code.split('\n').length > 400 && !/^\/\*\*[\s\S]{0,1500}?Long because/.test(code))
      .map(({ path, code }) => `src/${path}: ${code.split('\n').length}`);
    expect(long).toEqual([]);
  });
});
