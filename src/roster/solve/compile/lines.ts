/** What several agents decide together: heads, half hours, skills, mentors. Always priced: an answer always exists. */
import { judgedChanges } from '../../judge/changes.js';
import { measure } from '../../judge/finding.js';
import { judgedMentor } from '../../judge/mentors.js';
import { coversHalfHour, handOverMinutes } from '../../judge/shift-times.js';
import { type Line, penalty } from '../model.js';
import { priceOf } from './price.js';
import { pastValue, type Sheet, valueFor } from './sheet.js';

export function linesOf(sheet: Sheet): Line[] {
  const { lines: heads, numberOf } = headLines(sheet);
  return [
    ...heads,
    ...overlaps(sheet),
    ...intervals(sheet),
    ...skills(sheet, (day, shift) => numberOf.get(`${day} ${shift}`)!),
    ...mentors(sheet),
  ];
}

/** One line a shift and day: cover, and the sides of each hand-over. Those that cost nothing stay for `skills`. */
function headLines(sheet: Sheet): { lines: Line[]; numberOf: Map<string, number> } {
  const { problem, values } = sheet;
  const {
    cover,
    'hand-over': handOver,
    skills: { needs },
  } = problem.handbook.values.rules;
  const limits = priceOf(measure(cover.level, cover.target_weight), 'priced');
  const target = priceOf(cover.level === 'off' ? null : measure('soft', cover.target_weight), 'priced');
  const side = priceOf(measure(handOver.level), 'priced')(1);
  const empty = new Map<string, number>();
  for (const { day, from, to, nextDay } of judgedChanges(problem)) {
    for (const key of [`${day} ${from.code}`, `${nextDay ? day + 1 : day} ${to.code}`]) {
      empty.set(key, (empty.get(key) ?? 0) + side);
    }
  }
  const wanted = new Map(problem.cover.map((need) => [`${need.day} ${need.shift}`, need]));
  const lines: Line[] = [];
  const numberOf = new Map<string, number>();
  problem.days.forEach((_, day) => {
    sheet.shifts.forEach(({ code }, index) => {
      const key = `${day} ${code}`;
      const need = wanted.get(key);
      const costOf = (heads: number): number => {
        const nobody = heads === 0 ? (empty.get(key) ?? 0) : 0;
        if (need === undefined) return nobody;
        const { min, max, target: aim } = need;
        const broken = limits(Math.max(0, min - heads)) + limits(max === null ? 0 : Math.max(0, heads - max));
        return nobody + broken + target(Math.max(0, aim.lo - heads, heads - aim.hi));
      };
      const costs = penalty(0, problem.agents.length, costOf);
      if (costs.cost.every((cost) => cost === 0) && !needs.some(({ shift }) => shift === code)) return;
      numberOf.set(key, lines.length);
      const parts = [{ agents: null, cells: [day * values + index + 1], coefficient: 1 }];
      lines.push({ parts, base: 0, penalty: costs, when: -1 });
    });
  });
  return { lines, numberOf };
}

/** Shift times that overlap too little are no roster's fault: a constant. */
function overlaps({ problem }: Sheet): Line[] {
  const price = priceOf(measure(problem.handbook.values.rules['hand-over'].level), 'priced');
  const constant = judgedChanges(problem).reduce(
    (sum, { from, to, overlap, nextDay }) => sum + price(Math.max(0, overlap - handOverMinutes(from, to, nextDay))),
    0,
  );
  return constant === 0 ? [] : [{ parts: [], base: 0, penalty: penalty(0, 0, () => constant), when: -1 }];
}

function intervals(sheet: Sheet): Line[] {
  const { problem, days, before, values, shifts } = sheet;
  const { level, weight } = problem.handbook.values.rules['interval-cover'];
  const price = priceOf(measure(level, weight), 'priced');
  if (price(1) === 0) return [];
  return problem.intervals.map(({ day, from, agents }) => {
    const cells: number[] = [];
    let base = 0;
    for (const back of [-1, 0, 1]) {
      const on = day - back;
      const present = shifts.flatMap((shift, index) => (coversHalfHour(shift, from, back) ? [index + 1] : []));
      if (on >= 0 && on < days) cells.push(...present.map((value) => on * values + value));
      else if (on < 0 && before > 0) {
        const eve = problem.agents.map(({ history }) => pastValue(sheet, history[before + on] ?? null));
        base += eve.filter((value) => present.includes(value)).length;
      }
    }
    const most = base + problem.agents.length * 3;
    const parts = [{ agents: null, cells, coefficient: 1 }];
    return { parts, base, penalty: penalty(0, most, (found) => price(Math.max(0, agents - found))), when: -1 };
  });
}

function skills(sheet: Sheet, headsOf: (day: number, shift: string) => number): Line[] {
  const { problem, values } = sheet;
  const { level, weight, needs } = problem.handbook.values.rules.skills;
  const price = priceOf(measure(level, weight), 'priced');
  if (price(1) === 0) return [];
  return problem.days.flatMap((_, day) =>
    needs
      .filter(({ shift }) => sheet.shifts.some(({ code }) => code === shift))
      .map(({ shift, skill, min }) => {
        const skilled = problem.agents.flatMap((agent, index) => (agent.skills[day]!.includes(skill) ? [index] : []));
        const parts = [{ agents: skilled, cells: [day * values + valueFor(sheet, shift)], coefficient: 1 }];
        const costs = penalty(0, skilled.length, (found) => price(Math.max(0, min - found)));
        return { parts, base: 0, penalty: costs, when: headsOf(day, shift) };
      }),
  );
}

/** The novice's shift counts 1, the mentor's on the same shift -1: what is left is a shift alone. */
function mentors({ problem, values, shifts }: Sheet): Line[] {
  const { level, weight } = problem.handbook.values.rules.mentor;
  const price = priceOf(measure(level, weight), 'priced');
  if (price(1) === 0) return [];
  return problem.agents.flatMap((_, novice) =>
    problem.days.flatMap((_, day) => {
      const mentor = judgedMentor(problem, novice, day);
      if (mentor === null) return [];
      return shifts.map((_, index): Line => {
        const cells = [day * values + index + 1];
        const parts = [
          { agents: [novice], cells, coefficient: 1 },
          { agents: [mentor], cells, coefficient: -1 },
        ];
        return { parts, base: 0, penalty: penalty(-1, 1, (left) => price(Math.max(0, left))), when: -1 };
      });
    }),
  );
}
