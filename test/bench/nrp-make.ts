/**
 * `bench -- nrp-make --weeks 52 --staff 150 --shifts 32 --seed 1 --out FILE`: an instance in the Curtois-Qu format of any size, by
 * chance, in the proportions of the large published ones. For trying how the solver scales.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Random, random, shuffled } from '../../src/base/random.js';

interface Sizes {
  readonly weeks: number;
  readonly staff: number;
  readonly shifts: number;
}

/** Part of the day, minutes of its shifts, and share of the cover. */
const PARTS = [
  { letter: 'a', minutes: [480, 480, 600], share: 0.35 },
  { letter: 'd', minutes: [480, 360, 480], share: 0.25 },
  { letter: 'p', minutes: [480, 480, 360], share: 0.28 },
  { letter: 'n', minutes: [600, 480, 600], share: 0.12 },
] as const;

export function makeNrp({ weeks, staff, shifts }: Sizes, seed: number): string {
  const chance = random(seed);
  const days = 7 * weeks;
  const kinds = Array.from({ length: shifts }, (_, index) => {
    const part = Math.min(PARTS.length - 1, Math.floor((index * PARTS.length) / shifts));
    return { code: `${PARTS[part]!.letter}${index + 1}`, part, minutes: PARTS[part]!.minutes[index % 3]! };
  });
  const people = Array.from({ length: staff }, (_, index) => `P${index + 1}`);
  const lines = ['SECTION_HORIZON', `${days}`, '', 'SECTION_SHIFTS'];
  for (const { code, part, minutes } of kinds) {
    const after = kinds.filter((other) => other.part < part).map((other) => other.code);
    lines.push(`${code},${minutes},${after.join('|')}`);
  }
  lines.push('', 'SECTION_STAFF');
  const full = Math.round(days * 0.645) * 480;
  const capacity = people.reduce((sum, person) => sum + addPerson(person), 0);
  function addPerson(person: string): number {
    const most = Math.round((full * [1, 1, 1, 0.75, 0.5][chance.below(5)]!) / 480) * 480;
    const limits = kinds.map(({ code }) => {
      const limit = chance.next() < 0.3 ? 0 : chance.next() < 0.5 ? days : Math.ceil(days / 8);
      return `${code}=${limit}`;
    });
    const run = 5 + chance.below(2);
    const fields = [limits.join('|'), most, most - 960, run, 1 + chance.below(2), 2, Math.ceil(weeks / 2)];
    lines.push(`${person},${fields.join(',')}`);
    return most / 480;
  }
  lines.push('', 'SECTION_DAYS_OFF');
  for (const person of people) lines.push(`${person},${daysOff(days, chance).join(',')}`);
  for (const wish of ['ON', 'OFF']) {
    lines.push('', `SECTION_SHIFT_${wish}_REQUESTS`);
    for (const person of people) {
      for (let day = 0; day < days; day += 1) {
        if (chance.next() < 0.1)
          lines.push(`${person},${day},${kinds[chance.below(shifts)]!.code},${1 + chance.below(3)}`);
      }
    }
  }
  lines.push('', 'SECTION_COVER');
  for (let day = 0; day < days; day += 1) {
    for (const { code, part } of kinds) {
      const alike = kinds.filter((other) => other.part === part).length;
      const wanted = ((capacity / days) * PARTS[part]!.share) / alike;
      lines.push(`${day},${code},${Math.floor(wanted + chance.next())},100,1`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function daysOff(days: number, chance: Random): number[] {
  const all = Array.from({ length: days }, (_, day) => day);
  return shuffled(all, chance)
    .slice(0, Math.max(1, Math.round(days / 28)))
    .sort((a, b) => a - b);
}

export async function benchNrpMake(argv: readonly string[]): Promise<number> {
  const { values: flags } = parseArgs({
    args: [...argv],
    options: {
      weeks: { type: 'string', default: '52' },
      staff: { type: 'string', default: '150' },
      shifts: { type: 'string', default: '32' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: 'nrp-made.txt' },
    },
  });
  const sizes = { weeks: Number(flags.weeks), staff: Number(flags.staff), shifts: Number(flags.shifts) };
  writeFileSync(flags.out, makeNrp(sizes, Number(flags.seed)));
  return 0;
}
