/** `roster swap A DAY B DAY`: may two people exchange shifts, and why not; with --apply it is done. */
import { error, hasErrors, type Issue } from '../../base/issue.js';
import { shown } from '../../base/shown.js';
import { text } from '../../base/text.js';
import type { Day } from '../../calendar/day.js';
import { type NoSwap, type Swap, swap } from '../../roster/life/swap.js';
import type { Problem } from '../../roster/problem.js';
import { cellsJson, consequencesJson, drawCells, drawConsequences, publishChange, revised } from '../changed.js';
import type { Answer, Call } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { whileLocked } from '../locked.js';
import { agentFrom, isAnswer, placeForDays, readStanding, type Standing } from '../standing.js';

export async function swapCommand(call: Call): Promise<Answer> {
  const { args, flags } = call;
  const found = await placeForDays(call, [args[1]!, args[3]!]);
  if (isAnswer(found)) return found;
  const work = async (): Promise<Answer> => {
    const standing = await readStanding(call, found.place);
    return isAnswer(standing) ? standing : exchange(call, standing, found.days[0]!, found.days[1]!);
  };
  if (flags.apply === null) return work();
  if (flags.askedBy === null || flags.approvedBy === null) return failed([unapproved()]);
  return whileLocked(found.place.out, 'roster swap', work);
}

async function exchange(call: Call, standing: Standing, firstDay: Day, otherDay: Day): Promise<Answer> {
  const { place, problem, roster, issues } = standing;
  const month = { month: place.month };
  const [one, other] = [agentFrom(call.args[0]!, problem), agentFrom(call.args[2]!, problem)];
  const strangers = [one, other].filter((each) => 'code' in each);
  if ('code' in one || 'code' in other) return failed([...issues, ...strangers], month);
  const found = swap(roster, problem, { staff: one.id, day: firstDay }, { staff: other.id, day: otherDay });
  if ('reason' in found) return failed([...issues, refusal(found, problem)], month);
  const document = {
    ...{ ...month, revision: roster.revision, allowed: found.allowed, changes: cellsJson(found.cells) },
    consequences: consequencesJson(found.against, call.lang),
  };
  const { apply, askedBy, approvedBy, because } = call.flags;
  if (!found.allowed || apply === null) {
    return {
      exit: found.allowed ? EXIT.done : EXIT.look,
      status: found.allowed ? 'allowed' : 'refused',
      issues,
      document: { ...document, files: [] },
      print: (page) => {
        const end = found.allowed
          ? text(
              'Allowed: it breaks nothing that must hold. To do it: the same with --apply --asked-by NAME --approved-by NAME.',
              '可以调换：不违反硬性规则。要执行请加 --apply --asked-by 申请人 --approved-by 批准人。',
            )
          : text('Not allowed: it breaks what must hold.', '不能调换：违反硬性规则。');
        return `${drawSwap(found, problem, page)}${end[page.lang]}\n`;
      },
    };
  }
  const done = { what: 'swap', askedBy: askedBy ?? '', approvedBy: approvedBy ?? '', because: because ?? '' } as const;
  const next = revised(call, roster, found.roster, { ...done, cells: found.cells });
  const written = await publishChange(call, place, problem, next, roster);
  if (hasErrors(written.issues)) return failed([...issues, ...written.issues], month);
  return {
    ...{ exit: EXIT.done, status: 'swapped', issues: [...issues, ...written.issues] },
    document: { ...document, revision: next.revision, files: written.files },
    print: (page) => {
      const end = text(
        `Revision ${next.revision} is published: asked for by ${shown(askedBy ?? '')}, approved by ${shown(approvedBy ?? '')}.`,
        `已发布第 ${next.revision} 版：申请人 ${shown(askedBy ?? '')}，批准人 ${shown(approvedBy ?? '')}。`,
      );
      return [
        `${drawSwap(found, problem, page)}${end[page.lang]}\n`,
        ...written.files.map((file) => `  ${file}\n`),
      ].join('');
    },
  };
}

const drawSwap = (found: Swap, problem: Problem, page: Parameters<Answer['print']>[0]): string =>
  `${drawCells(found.cells, problem, page)}${drawConsequences(found.against, page)}`;

function refusal(found: NoSwap, problem: Problem): Issue {
  if (found.reason === 'same') {
    return error(
      'swap-changes-nothing',
      null,
      text('both do the same on these days; there is nothing to exchange.', '两人这几天的安排相同，没有可调换的。'),
      text('Name the days of two different shifts.', '请写两个不同班次的日期。'),
    );
  }
  const { staff, day } = found.reason === 'pinned' ? found.pin : found.at;
  const name = problem.agents.find(({ id }) => id === staff)?.person.name ?? '';
  const who = `${shown(staff)} ${shown(name)} ${day}`;
  if (found.reason === 'pinned') {
    return error(
      'swap-pinned',
      null,
      text(
        `${who}: this cell is pinned by ${shown(found.pin.by)}.`,
        `${who}：该班次已被 ${shown(found.pin.by)} 固定。`,
      ),
      text('Choose another day, or take the pin out of roster.json.', '请换一天，或在 roster.json 中取消固定。'),
    );
  }
  const at = problem.days.findIndex((each) => each.day === day);
  const absent = problem.agents.find(({ id }) => id === staff)?.active[at] !== true;
  return error(
    'swap-not-at-work',
    null,
    absent
      ? text(`${who}: not employed on that day.`, `${who}：当天不在职。`)
      : text(`${who}: on leave on that day.`, `${who}：当天请假。`),
    text('Swap with somebody who is there.', '请与当天可上班的人调换。'),
  );
}

const unapproved = (): Issue =>
  error(
    'swap-not-approved',
    null,
    text('a swap is kept with who asked for it and who approved it.', '调班须记录申请人和批准人。'),
    text('Add --asked-by NAME and --approved-by NAME.', '请加上 --asked-by 姓名 和 --approved-by 姓名。'),
  );
