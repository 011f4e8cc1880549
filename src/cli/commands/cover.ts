/** `roster cover STAFF DAY`: somebody cannot come; who can stand in, best first. With --apply N it is done. */
import { error, hasErrors, type Issue } from '../../base/issue.js';
import { shown } from '../../base/shown.js';
import { type Text, text } from '../../base/text.js';
import type { Day } from '../../calendar/day.js';
import type { HandbookInForce } from '../../handbook/in-force.js';
import { tallyChanges } from '../../report/tally.js';
import { buildProblem } from '../../roster/build-problem.js';
import { check } from '../../roster/check.js';
import { differences } from '../../roster/life/changes.js';
import { withKept } from '../../roster/life/kept-leave.js';
import { type Replan, replan } from '../../roster/life/replan.js';
import { type StandIn, type StandIns, standIns } from '../../roster/life/stand-ins.js';
import type { PlanAgent, Problem } from '../../roster/problem.js';
import type { KeptLeave } from '../../roster/roster.js';
import {
  cellsJson,
  consequencesJson,
  drawCells,
  drawConsequences,
  lines,
  nameIn,
  publishChange,
  revised,
  scoreJson,
  tallyJson,
} from '../changed.js';
import type { Answer, Call, Page } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { whileLocked } from '../locked.js';
import { agentFrom, isAnswer, placeForDays, readStanding, type Standing } from '../standing.js';

/** How many are listed; ways that break what must hold only where there are few others. */
const [LISTED, ENOUGH] = [6, 3];

export async function coverCommand(call: Call): Promise<Answer> {
  const found = await placeForDays(call, [call.args[1]!]);
  if (isAnswer(found)) return found;
  const work = async (): Promise<Answer> => {
    const standing = await readStanding(call, found.place);
    return isAnswer(standing) ? standing : find(call, standing, found.days[0]!);
  };
  return call.flags.apply === null ? work() : whileLocked(found.place.out, 'roster cover', work);
}

async function find(call: Call, standing: Standing, day: Day): Promise<Answer> {
  const { place, problem, roster, facts, issues } = standing;
  const month = { month: place.month };
  const ill = agentFrom(call.args[0]!, problem);
  if ('code' in ill) return failed([...issues, ill], month);
  const kind = leaveKind(standing.handbook, call.flags.kind);
  if (typeof kind !== 'string') return failed([...issues, kind], month);
  const leave: KeptLeave = { staff: ill.id, from: day, to: day, kind, by: call.flags.by ?? '' };
  // Approved by whoever runs the command, else the handbook would not honour it.
  const honoured = { ...leave, by: leave.by === '' ? '-' : leave.by };
  const then = buildProblem({ ...facts, leave: withKept(facts.leave, [honoured]) }).value;
  const found = then === null ? null : standIns(roster, then, check(roster, problem), ill.id, day);
  if (then === null || found === null) return failed([...issues, nothingToCover(ill, day)], month);
  const allowed = found.candidates.filter((each) => each.allowed).slice(0, LISTED);
  const others = found.candidates.filter((each) => !each.allowed && each.staff !== null);
  const candidates = [...allowed, ...others.slice(0, Math.max(0, ENOUGH - allowed.length))];
  const document = {
    ...month,
    ...{ id: ill.id, day, shift: found.shift, leave: kind, open: scoreJson(found.open) },
    candidates: candidates.map((candidate, at) => ({
      ...{ number: at + 1, id: candidate.staff, allowed: candidate.allowed, changes: cellsJson(candidate.cells) },
      score: scoreJson(candidate.judgement),
      consequences: consequencesJson(candidate.against, call.lang),
      people: candidate.people.map(({ staff, before, after }) => ({
        id: staff,
        before: tallyJson(before),
        after: tallyJson(after),
      })),
    })),
  };
  const chosen = call.flags.apply === null ? null : candidates[call.flags.apply - 1];
  if (chosen === undefined) return failed([...issues, noSuchNumber(call.flags.apply!, candidates.length)], month);
  if (chosen === null) {
    const isPossible = candidates.some(({ allowed }) => allowed);
    const wider = isPossible ? null : await widerChange(call, standing, then, day);
    const more =
      wider === null
        ? {}
        : { wider: { status: wider.status, changes: cellsJson(wider.changed), at_least: wider.atLeast } };
    return {
      exit: isPossible ? EXIT.done : EXIT.look,
      status: isPossible ? 'found' : 'none',
      issues,
      document: { ...document, ...more, files: [] },
      print: (page) =>
        `${draw(ill, day, found, candidates, then, page)}${wider === null ? '' : drawWider(wider, day, then, page)}`,
    };
  }
  if (!chosen.allowed) return failed([...issues, breaks(call.flags.apply!)], document, EXIT.look);
  const cells = differences(roster, chosen.roster);
  const { because, by, askedBy, approvedBy } = call.flags;
  const done = {
    what: 'cover',
    askedBy: askedBy ?? ill.id,
    approvedBy: approvedBy ?? by ?? '',
    because: because ?? kind,
  } as const;
  const kept = { ...chosen.roster, leave: [...(roster.leave ?? []), honoured] };
  const next = revised(call, roster, kept, { ...done, cells });
  const written = await publishChange(call, place, then, next, roster);
  if (hasErrors(written.issues)) return failed([...issues, ...written.issues], month);
  return {
    ...{ exit: EXIT.done, status: 'covered', issues: [...issues, ...written.issues] },
    document: { ...document, applied: call.flags.apply, revision: next.revision, files: written.files },
    print: (page) => {
      const end = text(
        `Revision ${next.revision} is published; the leave is kept in roster.json until it stands in leave.csv.`,
        `已发布第 ${next.revision} 版；请假记录已保存在 roster.json，登记到 leave.csv 后以后者为准。`,
      );
      return [
        drawCells(cells, then, page),
        drawConsequences(chosen.against, page),
        `${end[page.lang]}\n`,
        ...written.files.map((file) => `  ${file}\n`),
      ].join('');
    },
  };
}

/** Milliseconds of the search for a change of any number of cells from the day on, where nothing is said. */
const WIDER = 4_000;

/** Where no one or two people can: the rest of the month with as few changed cells as may be, or the proof that none keeps the rules. */
function widerChange(call: Call, { published }: Standing, then: Problem, from: Day): Promise<Replan> {
  const began = call.shell.clock();
  const budget = {
    elapsed: () => call.shell.clock() - began,
    time: call.flags.time ?? (call.flags.iterations === null ? WIDER : null),
    ...{ iterations: call.flags.iterations, cancelled: call.interrupts.cancelled },
  };
  return call.interrupts.softly(
    async () => replan(published, then, { from, price: 100, enough: null, seed: 1, budget }),
    () => {},
  );
}

function drawWider({ status, changed, atLeast }: Replan, day: Day, problem: Problem, page: Page): string {
  if (status === 'impossible') {
    const proved = text(
      'No roster from that day on keeps what must hold, whoever is moved (proved). The place has to stay open, or something has to give.',
      '已证明：从当天起无论怎样调整，都无法遵守全部硬性规则。只能空着，或放宽某项规定。',
    );
    return lines([proved], page);
  }
  if (status !== 'kept') {
    return lines(
      [text('Wider changes were looked for in vain (no proof).', '也试过更大范围的调整，未找到（未证明不可能）。')],
      page,
    );
  }
  const proof =
    atLeast === changed.length ? text(' (fewer is impossible, proved)', '（已证明不能再少）') : text('', '');
  const count = `${changed.length}`;
  const head = text(
    `Changing ${count} cells from that day on keeps everything${proof.en}. Enter the leave in leave.csv, then: roster replan --from ${day}`,
    `从当天起改动 ${count} 格可以全部满足${proof.zh}。请先在 leave.csv 中登记请假，再运行 roster replan --from ${day}`,
  );
  return `${lines([head], page)}${drawCells(changed, problem, page, '     ')}`;
}

/** The key of a kind of leave; without a word the first that is paid as sick leave, else the first there is. */
export function leaveKind({ values }: HandbookInForce, word: string | null): string | Issue {
  const kinds = Object.entries(values.leave.kinds);
  const found =
    word === null
      ? (kinds.find(([, { pay }]) => pay === 'sick') ?? kinds[0])
      : kinds.find(([key, { name, also }]) => [key, name.en, name.zh, ...also].includes(word.trim()));
  const known = kinds.map(([key]) => shown(key)).join(', ');
  return (
    found?.[0] ??
    error(
      'cover-kind-unknown',
      null,
      text(`the handbook has no leave "${shown(word ?? '')}".`, `手册中没有假别“${shown(word ?? '')}”。`),
      text(`It has ${known}.`, `现有假别：${known}。`),
    )
  );
}

function draw(
  ill: PlanAgent,
  day: Day,
  found: StandIns,
  candidates: readonly StandIn[],
  problem: Problem,
  page: Page,
): string {
  const name = problem.shifts.find(({ code }) => code === found.shift)?.name ?? text(found.shift, found.shift);
  const who = `${shown(ill.id)} ${shown(ill.person.name)}`;
  const head = text(
    `${who} cannot come on ${day}: ${name.en}. Who can stand in, best first:`,
    `${who} ${day} 不能上${name.zh}。可补班的人，由好到差：`,
  );
  const parts = candidates.map((candidate, at) => {
    const title = titleOf(candidate, problem);
    return [
      lines([text(`${at + 1}. ${title.en}`, `${at + 1}. ${title.zh}`)], page),
      drawCells(candidate.cells, problem, page, '     '),
      lines(
        candidate.people
          .map(({ staff, before, after }) => tallyChanges(staff, before, after))
          .filter((each) => each !== null),
        page,
        '     ',
      ),
      drawConsequences(candidate.against, page, '     '),
    ].join('');
  });
  const end = candidates.some(({ allowed }) => allowed)
    ? text(
        'Scores are against the place left open. To take one: the same with --apply N.',
        '得分与空缺时相比。要采用请加 --apply 序号。',
      )
    : text(
        `No one or two people can without breaking what must hold. The place left open breaks ${found.open.score.hard}, score ${found.open.score.soft}.`,
        `没有一两个人能在不违反硬性规则的情况下补班。空着则违规 ${found.open.score.hard}，得分 ${found.open.score.soft}。`,
      );
  return `${lines([head], page)}${parts.join('')}${lines([end], page)}`;
}

function titleOf({ staff, cells, allowed }: StandIn, problem: Problem): Text {
  const not = allowed ? text('', '') : text(' (breaks what must hold)', '（违反硬性规则）');
  if (staff === null) return text('Nobody: the place may stay open', '不补：该班可以空着');
  const who = `${shown(staff)} ${shown(nameIn(problem)(staff))}`;
  const others = [...new Set(cells.map((cell) => cell.staff))].filter((each) => each !== staff);
  const helped = others.map((each) => `${shown(each)} ${shown(nameIn(problem)(each))}`);
  return others.length === 0
    ? text(`${who}${not.en}`, `${who}${not.zh}`)
    : text(`${who}, with ${helped.join(', ')}${not.en}`, `${who}，${helped.join('、')} 配合${not.zh}`);
}

const nothingToCover = (ill: PlanAgent, day: Day): Issue =>
  error(
    'cover-nothing-to-cover',
    null,
    text(
      `${shown(ill.id)} ${shown(ill.person.name)} has no shift on ${day}.`,
      `${shown(ill.id)} ${shown(ill.person.name)} ${day} 没有班。`,
    ),
    text('Nobody need stand in; enter the leave in leave.csv.', '不需要补班；请在 leave.csv 中登记请假。'),
  );

const noSuchNumber = (number: number, most: number): Issue =>
  error(
    'cover-no-such-number',
    null,
    text(`--apply ${number}: the list has ${most}.`, `--apply ${number}：列表只有 ${most} 项。`),
    text('Run the command without --apply and choose a number.', '请先不加 --apply 运行，再选择序号。'),
  );

const breaks = (number: number): Issue =>
  error(
    'cover-breaks-rules',
    null,
    text(
      `--apply ${number}: it breaks what must hold; nothing was written.`,
      `--apply ${number}：违反硬性规则，没有写入。`,
    ),
    text(
      'Choose another, or edit the sheet and publish it with --accept.',
      '请选其他人，或修改表格后用 roster publish --accept 发布。',
    ),
  );
