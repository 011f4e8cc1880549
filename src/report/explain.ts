/** An explanation as sections of lines; who shows it decides how. */
import { shown } from '../base/shown.js';
import { type Text, text } from '../base/text.js';
import type { Judgement } from '../roster/check.js';
import { codeOf } from '../roster/file/codes.js';
import { scoreByRule } from '../roster/life/consequences.js';
import type { Burden, Fairness } from '../roster/life/fairness.js';
import type { Option } from '../roster/life/options.js';
import type { Problem } from '../roster/problem.js';
import type { Cell, Roster, Score } from '../roster/roster.js';
import { brokenLines, cellsByPerson, ruleChanges } from './consequences.js';
import { ruleName } from './rule-names.js';
import { showHours } from './words.js';

export interface Section {
  readonly title: Text;
  readonly lines: readonly Text[];
}

/** `白 day shift`, `休 rest`, `假:年假`. */
export function cellName(cell: Cell, problem: Problem): Text {
  const code = codeOf(cell);
  const name = cell.kind === 'shift' ? problem.shifts.find((shift) => shift.code === cell.shifts[0])?.name : undefined;
  if (name !== undefined) return text(`${code} ${name.en}`, `${code} ${name.zh}`);
  return cell.kind === 'rest'
    ? text('a rest day', '休息')
    : cell.kind === 'absent'
      ? text('not employed', '不在职')
      : text(code, code);
}

/** What another choice would do: the rules that forbid it, or its cost. */
export function optionLines({ against }: Option): Text[] {
  const hard = against.broken.filter(({ level }) => level === 'hard');
  if (hard.length > 0) return brokenLines({ ...against, broken: hard });
  const rules = ruleChanges(against.byRule);
  return [rules ?? text('it changes nothing', '没有影响')];
}

/** `+34`, or that it is forbidden. */
export function verdict({ against: { before, after, broken } }: Option): Text {
  if (broken.some(({ level }) => level === 'hard')) return text('forbidden', '不允许');
  const by = after.soft - before.soft;
  if (by === 0) return text('possible at no cost', '可以，没有代价');
  return by < 0
    ? text(`possible, and ${-by} better`, `可以，并且好 ${-by} 分`)
    : text(`possible, costs ${by}`, `可以，代价 ${by} 分`);
}

/** The change itself and what it does: `1003 李娜: 12-07 晚 -> 休; 1005 ...: costs 34`. */
export function wayLine(option: Option, nameOf: (staff: string) => string): Text {
  const cells = cellsByPerson(option.cells, nameOf);
  const judged = verdict(option);
  return text(
    `${cells.map(({ en }) => en).join('; ')}: ${judged.en}`,
    `${cells.map(({ zh }) => zh).join('；')}：${judged.zh}`,
  );
}

/** What is proved: null where no bound is known. */
export interface KnownBound {
  readonly bound: Score;
  /** found: looked for just now. kept: from the run that made the roster. */
  readonly from: 'found' | 'kept';
}

/** The roster as a whole. */
export function explainRoster(
  roster: Roster,
  judgement: Judgement,
  known: KnownBound | null,
  fairness: readonly Fairness[],
): Section[] {
  const { score, violations } = judgement;
  const rules = scoreByRule(violations).map(({ rule, level, cost }) => {
    const count = violations.filter((each) => each.rule === rule && each.level === level && !each.accepted).length;
    const name = ruleName(rule);
    return level === 'hard'
      ? text(
          `[X] ${name.en} (${rule}): broken ${count}, off by ${cost}`,
          `[X] ${name.zh}（${rule}）：违反 ${count} 处，共差 ${cost}`,
        )
      : text(`${name.en} (${rule}): ${cost}, from ${count}`, `${name.zh}（${rule}）：${cost} 分，${count} 处`);
  });
  const whole =
    score.hard > 0
      ? text(`${score.hard} broken, score ${score.soft}`, `违规 ${score.hard}，得分 ${score.soft}`)
      : text(`score ${score.soft}, nothing that must hold is broken`, `得分 ${score.soft}，没有违反硬性规则`);
  const accepted = violations.flatMap((each) =>
    each.accepted === undefined ? [] : [{ ...each, accepted: each.accepted }],
  );
  const revisions = (roster.revisions ?? []).map(({ revision, what, on, askedBy, approvedBy, because, cells }) => {
    const parts = [
      on ?? '',
      askedBy === '' ? text('', '') : text(`asked by ${shown(askedBy)}`, `申请人 ${shown(askedBy)}`),
      approvedBy === '' ? text('', '') : text(`approved by ${shown(approvedBy)}`, `批准人 ${shown(approvedBy)}`),
      because === '' ? '' : shown(because),
      text(`${cells.length} cells`, `${cells.length} 格`),
    ].map((part) => (typeof part === 'string' ? text(part, part) : part));
    const said = (lang: 'en' | 'zh', gap: string): string =>
      parts
        .map((part) => part[lang])
        .filter((part) => part !== '')
        .join(gap);
    return text(`${revision} ${what}: ${said('en', ', ')}`, `${revision} ${WHATS[what]}：${said('zh', '，')}`);
  });
  return [
    {
      title: text(`Revision ${roster.revision}: ${whole.en}`, `第 ${roster.revision} 版：${whole.zh}`),
      lines: [boundLine(score, known)],
    },
    { title: text('By rule, dearest first', '按规则，代价高的在前'), lines: rules },
    { title: text('How fair it is', '公平程度'), lines: fairness.map(fairnessLine) },
    {
      title: text('Allowed all the same', '已允许的违规'),
      lines: accepted.map(({ message, accepted: { by, because } }) =>
        text(
          `${message.en} Allowed by ${shown(by)}: ${shown(because)}`,
          `${message.zh} ${shown(by)} 已允许：${shown(because)}`,
        ),
      ),
    },
    { title: text('Revisions', '历次修改'), lines: revisions },
  ];
}

const BURDENS: Readonly<Record<Burden, Text>> = {
  hours: text('hours', '工时'),
  late: text('late shifts', '晚班'),
  weekends: text('weekend days', '周末上班天数'),
  holidays: text('holidays worked', '节假日上班天数'),
};

/** How far apart people are, how far from their fair share, and how near they could be. */
function fairnessLine({ burden, people, least, most, off, offAtLeast }: Fairness): Text {
  const name = BURDENS[burden];
  const show = (value: number): string => (burden === 'hours' ? showHours(value) : String(value));
  const range = text(
    `${name.en}: ${show(least)} to ${show(most)} each, ${people} people`,
    `${name.zh}：${people} 人，每人 ${show(least)} 至 ${show(most)}`,
  );
  if (off === 0) return text(`${range.en}; everybody has a fair share`, `${range.zh}；人人都在公平范围内`);
  const apart = text(
    `${range.en}; ${show(off)} off the fair shares in all`,
    `${range.zh}；合计偏离公平份额 ${show(off)}`,
  );
  if (offAtLeast === null) return apart;
  if (offAtLeast === off) {
    return text(`${apart.en}, which no roster can better with as many`, `${apart.zh}，总数不变时已无法更公平`);
  }
  return text(
    `${apart.en}; with as many in all ${show(offAtLeast)} would be the least`,
    `${apart.zh}；总数不变时最少可为 ${show(offAtLeast)}`,
  );
}

const WHATS = { generate: '排班', publish: '发布', swap: '调班', cover: '补班', replan: '重排' } as const;

const UNKNOWN = text(
  'How much better any roster could be is not known for these inputs; --time 30s looks for it.',
  '按现有资料，最多还能好多少尚不清楚；可加 --time 30s 求出。',
);

function boundLine(score: Score, known: KnownBound | null): Text {
  if (known === null) return UNKNOWN;
  const { bound } = known;
  if (score.hard > bound.hard)
    return text(
      'There may be rosters that break less: try roster replan.',
      '可能有违规更少的班表：可试 roster replan。',
    );
  const by = score.soft - bound.soft;
  if (bound.soft === 0 && score.soft > 0) return UNKNOWN;
  if (by <= 0) return text('No roster is better (proved).', '已证明没有更好的班表。');
  const share = Math.round((100 * by) / Math.max(1, score.soft));
  return text(
    `No roster can be better by more than ${by} (${share}%): at least ${bound.soft} is proved.`,
    `任何班表最多再好 ${by} 分（${share}%）：已证明不低于 ${bound.soft}。`,
  );
}

/** A cell: what it is, and each other thing it could be. */
export function explainCell(title: Text, options: readonly Option[], problem: Problem): Section[] {
  return [
    { title, lines: [] },
    ...options.map((option): Section => {
      const [name, judged] = [cellName(option.cells[0]!.is, problem), verdict(option)];
      return { title: text(`${name.en}: ${judged.en}`, `${name.zh}：${judged.zh}`), lines: optionLines(option) };
    }),
  ];
}
