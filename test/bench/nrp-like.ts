/**
 * `bench -- nrp-like FILE --staff 120 --shifts 18 --seed 1 --out FILE`: an instance in the Curtois-Qu format that is like the one in FILE, with other
 * people and kinds of shift: people are drawn from it with their days off and requests, each kind becomes several, demand is spread over
 * them. For trying sizes of the family that nobody has published here; it keeps the horizon, and what people may do fits what is wanted as it does there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Random, random, shuffled } from '../../src/base/random.js';
import { sections } from './nrp-model.js';

/** Chance that somebody may do a kind of shift that has become one of several, and that a unit of demand moves from one of them to another. */
const KEEPS = 0.75;
const MOVES = 0.5;

interface Likeness {
  readonly staff: number;
  readonly shifts: number;
}

export function likeNrp(text: string, { staff, shifts }: Likeness, seed: number): string {
  const chance = random(seed);
  const section = sections(text);
  const kinds = section('SHIFTS');
  /** The new kinds that an old one becomes. */
  const copies = new Map<string, string[]>(kinds.map(([code]) => [code!, []]));
  const made = Array.from({ length: shifts }, (_, index) => {
    const [old, minutes, after] = kinds[Math.floor((index * kinds.length) / shifts)]!;
    const code = `${old}x${copies.get(old!)!.length + 1}`;
    copies.get(old!)!.push(code);
    return { code, minutes, after: (after ?? '').split('|').filter((other) => other !== '') };
  });
  const shiftLines = made.map(
    ({ code, minutes, after }) => `${code},${minutes},${after.flatMap((other) => copies.get(other)!).join('|')}`,
  );
  const known = section('STAFF');
  const people = Array.from({ length: staff }, () => chance.below(known.length))
    .sort((a, b) => a - b)
    .map((place, index) => ({ code: `P${index + 1}`, old: known[place]! }));
  const staffLines = people.map(({ code, old }) => {
    const limits = new Map<string, string>();
    for (const field of old[1]!.split('|')) {
      const [kind, limit] = field.split('=') as [string, string];
      const all = copies.get(kind)!;
      const kept = all.filter(() => all.length === 1 || chance.next() < KEEPS);
      if (kept.length === 0) kept.push(all[chance.below(all.length)]!);
      for (const one of all) limits.set(one, kept.includes(one) ? limit : '0');
    }
    const may = made.map(({ code: kind }) => `${kind}=${limits.get(kind)}`);
    return [code, may.join('|'), ...old.slice(2)].join();
  });
  const ofPerson = (name: string): string[] =>
    people.flatMap(({ code, old }) =>
      section(name)
        .filter(([person]) => person === old[0])
        .map(([, day, kind, weight]) => [code, day, oneOf(copies.get(kind!)!, chance), weight].join()),
    );
  const daysOff = new Map(section('DAYS_OFF').map(([person, ...days]) => [person, days]));
  const parts: [string, readonly string[]][] = [
    ['HORIZON', [section('HORIZON')[0]![0]!]],
    ['SHIFTS', shiftLines],
    ['STAFF', staffLines],
    ['DAYS_OFF', people.map(({ code, old }) => [code, ...(daysOff.get(old[0]!) ?? [])].join())],
    ['SHIFT_ON_REQUESTS', ofPerson('SHIFT_ON_REQUESTS')],
    ['SHIFT_OFF_REQUESTS', ofPerson('SHIFT_OFF_REQUESTS')],
    ['COVER', section('COVER').flatMap((line) => spread(line, staff / known.length))],
  ];
  return parts.map(([name, lines]) => `SECTION_${name}\n${lines.join('\n')}\n`).join('\n');

  /** Demand for a kind of shift on a day, times so much, spread over what the kind has become. */
  function spread([day, kind, wanted, under, over]: string[], times: number): string[] {
    const all = copies.get(kind!)!;
    const total = Math.floor(Number(wanted) * times + chance.next());
    const each = new Map(shuffled(all, chance).map((code, index) => [code, Math.floor((total + index) / all.length)]));
    if (all.length > 1 && chance.next() < MOVES) {
      const [from, to] = shuffled(all, chance) as [string, string];
      const moved = Math.min(1, each.get(from)!);
      each.set(from, each.get(from)! - moved);
      each.set(to, each.get(to)! + moved);
    }
    return all.map((code) => [day, code, each.get(code), under, over].join());
  }
}

const oneOf = (codes: readonly string[], chance: Random): string => codes[chance.below(codes.length)]!;

export async function benchNrpLike(argv: readonly string[]): Promise<number> {
  const { values: flags, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      staff: { type: 'string', default: '120' },
      shifts: { type: 'string', default: '18' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: 'nrp-like.txt' },
    },
  });
  const sizes = { staff: Number(flags.staff), shifts: Number(flags.shifts) };
  writeFileSync(flags.out, likeNrp(readFileSync(positionals[0]!, 'utf8'), sizes, Number(flags.seed)));
  return 0;
}
