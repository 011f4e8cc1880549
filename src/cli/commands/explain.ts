/** `roster explain`: a person's month, a day, a cell, or the roster as a whole. */
import type { Issue } from '../../base/issue.js';
import { shown } from '../../base/shown.js';
import { type Text, text } from '../../base/text.js';
import { cellName, explainCell, explainRoster, type KnownBound, type Section } from '../../report/explain.js';
import { explainDay } from '../../report/explain-day.js';
import { explainPerson } from '../../report/explain-person.js';
import { shortWeekday } from '../../report/words.js';
import { generate } from '../../roster/generate.js';
import { scoreByRule } from '../../roster/life/consequences.js';
import { fairnessOf } from '../../roster/life/fairness.js';
import { bestOnDay, cellOptions, type Option, wishesOf } from '../../roster/life/options.js';
import { headsOn, presenceOn } from '../../roster/life/presence.js';
import { tallyOf } from '../../roster/life/tally.js';
import type { PlanAgent } from '../../roster/problem.js';
import { viewOf } from '../../roster/view.js';
import { budgetOf } from '../budget.js';
import { cellsJson, consequencesJson, lines, nameIn, scoreJson, tallyJson } from '../changed.js';
import type { Answer, Call, Json, Page } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import type { Place } from '../place.js';
import { inputsPrint } from '../publishing.js';
import { agentFrom, isAnswer, placeForDays, readStanding, type Standing } from '../standing.js';
import { painter } from '../terminal.js';
import { violationJson } from '../violations.js';

export async function explainCommand(asked: Call): Promise<Answer> {
  // `--staff` names a person here, not another staff list.
  const call: Call = { ...asked, flags: { ...asked.flags, staff: null } };
  const { person, day } = call.flags;
  const found = await placeForDays(call, day === null ? [] : [day]);
  if (isAnswer(found)) return found;
  const standing = await readStanding(call, found.place);
  if (isAnswer(standing)) return standing;
  const { problem, issues } = standing;
  const agent = person === null ? null : agentFrom(person, problem);
  if (agent !== null && 'code' in agent) return failed([...issues, agent], { month: problem.month });
  const at = found.days.length === 0 ? null : problem.days.findIndex((each) => each.day === found.days[0]);
  if (agent !== null && at !== null) return cell(call, standing, agent, at);
  if (agent !== null) return month(call, standing, agent);
  return at === null ? whole(call, standing, found.place) : oneDay(call, standing, at);
}

const answer = (
  { problem, roster, judgement, issues }: Standing,
  document: Answer['document'],
  sections: readonly Section[],
  more: readonly Issue[] = [],
): Answer => ({
  exit: EXIT.done,
  status: 'ok',
  issues: [...issues, ...more],
  document: { month: problem.month, revision: roster.revision, score: scoreJson(judgement), ...document },
  print: (page) => draw(sections, page),
});

function draw(sections: readonly Section[], page: Page): string {
  const paint = painter(page.colour);
  return sections
    .filter(({ lines: body }, at) => at === 0 || body.length > 0)
    .map(({ title, lines: body }) => {
      const head = lines([title], page).trimEnd();
      return `${paint(head, { bold: true })}\n${lines(body, page, '  ')}`;
    })
    .join('');
}

const optionJson = ({ cells, against }: Option, lang: Call['lang']): Json => ({
  changes: cellsJson(cells),
  allowed: !against.broken.some(({ level }) => level === 'hard'),
  consequences: consequencesJson(against, lang),
});

const titleOfPerson = ({ id, person }: PlanAgent, when: string): Text =>
  text(`${shown(id)} ${shown(person.name)}, ${when}`, `${shown(id)} ${shown(person.name)}，${when}`);

function month(call: Call, standing: Standing, person: PlanAgent): Answer {
  const { problem, roster, judgement } = standing;
  const agent = problem.agents.indexOf(person);
  const tally = tallyOf(roster, problem, agent);
  const wishes = wishesOf(roster, problem, judgement, agent);
  const own = judgement.violations.filter(({ staff }) => staff.includes(person.id));
  const document = {
    id: person.id,
    figures: tallyJson(tally),
    wishes: wishes.map(({ request, granted, way }) => ({
      day: request.day,
      shift: request.shift,
      wanted: request.wanted,
      weight: request.weight,
      granted,
      best_way: way === null ? null : optionJson(way, call.lang),
    })),
    violations: own.map((violation) => violationJson(violation, call.lang)),
  };
  return answer(standing, document, explainPerson(titleOfPerson(person, problem.month), tally, wishes, own, problem));
}

function cell(call: Call, standing: Standing, person: PlanAgent, at: number): Answer {
  const { problem, roster, judgement } = standing;
  const agent = problem.agents.indexOf(person);
  const { day } = problem.days[at]!;
  const now = roster.rows[agent]!.cells[at]!;
  const options = cellOptions(roster, problem, judgement, agent, at);
  const name = cellName(now, problem);
  const pinned = roster.pins.some((pin) => pin.staff === person.id && pin.day === day);
  const [who, fixed] = [titleOfPerson(person, day), pinned ? text(', pinned', '，已固定') : text('', '')];
  const title = text(`${who.en}: ${name.en}${fixed.en}`, `${who.zh}：${name.zh}${fixed.zh}`);
  const own = judgement.violations.filter(({ staff, days }) => staff.includes(person.id) && days.includes(day));
  const document = {
    ...{ id: person.id, day, cell: cellsJson([{ staff: person.id, day, was: now, is: now }]), pinned },
    options: options.map((option) => optionJson(option, call.lang)),
    violations: own.map((violation) => violationJson(violation, call.lang)),
  };
  return answer(standing, document, explainCell(title, options, problem));
}

function oneDay(call: Call, standing: Standing, at: number): Answer {
  const { problem, roster, judgement } = standing;
  const view = viewOf(roster, problem);
  const { day, weekday, name } = problem.days[at]!;
  const [heads, presence] = [headsOn(view, problem, at), presenceOn(view, problem, at)];
  const best = bestOnDay(roster, problem, judgement, at);
  // What concerns the day comes before what concerns one person on it; runs over many days belong to the person.
  const found = judgement.violations.filter(
    ({ days, accepted, level }) =>
      days.includes(day) && accepted === undefined && (level === 'hard' || days.length === 1),
  );
  const violations = [
    ...found.filter(({ staff }) => staff.length === 0),
    ...found.filter(({ staff }) => staff.length > 0),
  ];
  const on = (kind: string): number[] =>
    problem.agents.flatMap((_, agent) => (view.cell(agent, at)?.kind === kind ? [agent] : []));
  const resting = on('rest').map((agent) => problem.agents[agent]!.id);
  const away = on('leave').map((agent) => {
    const { id, person, leave } = problem.agents[agent]!;
    const kind = leave[at] ?? '';
    const words = problem.handbook.values.leave.kinds[kind]?.name ?? text(kind, kind);
    const who = `${shown(id)} ${shown(person.name)}`;
    return text(`${who}: ${words.en}`, `${who}：${words.zh}`);
  });
  const weekdayName = shortWeekday(weekday);
  const called = name === null ? text('', '') : text(` ${name.en}`, ` ${name.zh}`);
  const title = text(`${day} ${weekdayName.en}${called.en}`, `${day} 周${weekdayName.zh}${called.zh}`);
  const document = {
    day,
    shifts: heads.map(({ shift, staff, need }) => ({
      ...{ shift: shift.code, staff, count: staff.length, min: need?.min ?? null, max: need?.max ?? null },
      target: need === null ? null : { lo: need.target.lo, hi: need.target.hi },
    })),
    resting,
    presence: presence.map((stretch) => ({ ...stretch })),
    violations: violations.map((violation) => violationJson(violation, call.lang)),
    best_change: best === null ? null : optionJson(best, call.lang),
  };
  const told = { title, heads, away, resting, presence, violations, best };
  return answer(standing, document, explainDay(told, nameIn(problem)));
}

async function whole(call: Call, standing: Standing, place: Place): Promise<Answer> {
  const { problem, roster, judgement } = standing;
  const known = await boundFor(call, standing, place);
  const fairness = fairnessOf(roster, problem);
  const document = {
    fairness: fairness.map(({ offAtLeast, ...each }) => ({ ...each, off_at_least: offAtLeast })),
    by_rule: scoreByRule(judgement.violations).map((each) => ({ ...each })),
    bound: known === null ? null : { ...known.bound },
    revisions: (roster.revisions ?? []).map(({ revision, what, on, askedBy, approvedBy, because, cells }) => ({
      ...{ revision, what, on, asked_by: askedBy, approved_by: approvedBy, because, changes: cellsJson(cells) },
    })),
    violations: judgement.violations.map((violation) => violationJson(violation, call.lang)),
  };
  return answer(standing, document, explainRoster(roster, judgement, known, fairness));
}

/** Looked for anew where time is given; else what `generate` proved, as long as the inputs are the same. */
async function boundFor(call: Call, { problem, roster }: Standing, place: Place): Promise<KnownBound | null> {
  const { time, iterations } = call.flags;
  if (time !== null || iterations !== null) {
    const budget = budgetOf(call);
    const { bound } = await call.interrupts.softly(
      async () => generate(problem, { seed: call.flags.seed ?? 1, budget, start: roster, allowGaps: true }),
      () => {},
    );
    call.interrupts.stopIfOver();
    return { bound, from: 'found' };
  }
  const kept = roster.bound;
  if (kept === undefined || roster.accepted.length > 0 || kept.inputs !== (await inputsPrint(place))) return null;
  return { bound: { hard: kept.hard, soft: kept.soft }, from: 'kept' };
}
