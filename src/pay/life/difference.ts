/** Two runs of a month's pay, line by line: what changed, by how much, and because of which figures and rows. */
import { type Fen, fen, showYuan } from '../../base/fen.js';
import { shown } from '../../base/shown.js';
import { citedRows } from '../../base/source.js';
import { type Lang, type Text, text } from '../../base/text.js';
import type { Run, RunLine, RunSlip } from './run.js';

export interface Change {
  readonly staff: string;
  readonly name: string;
  readonly line: string;
  readonly label: Text;
  readonly before: Fen;
  readonly after: Fen;
  /** after - before; 0 where the sum stands but what it rests on does not. */
  readonly by: Fen;
  /** Figures that differ, rows that came or went. */
  readonly reasons: readonly Text[];
}

/**
 * Lines that differ in amount, by person and line in the order of the slips. `lang`: the language in which the figures
 * of both have the same names.
 */
export function differencesOf(before: Run, after: Run, lang: Lang): Change[] {
  const old = new Map(before.slips.map((slip) => [slip.id, slip]));
  const fresh = new Map(after.slips.map((slip) => [slip.id, slip]));
  const ids = [...new Set([...fresh.keys(), ...old.keys()])].sort();
  return ids.flatMap((id) => slipChanges(old.get(id) ?? null, fresh.get(id) ?? null, lang));
}

function slipChanges(before: RunSlip | null, after: RunSlip | null, lang: Lang): Change[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const whose = (after ?? before)!;
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((line) => {
    const [a, b] = [old.get(line) ?? null, fresh.get(line) ?? null];
    const [was, is] = [a?.amount ?? fen(0), b?.amount ?? fen(0)];
    if (was === is) return [];
    return [
      {
        staff: whose.id,
        name: whose.name,
        line,
        label: (b ?? a)!.label,
        before: was,
        after: is,
        by: fen(is - was),
        reasons: reasonsOf(a, b, lang),
      },
    ];
  });
}

const linesOf = (slip: RunSlip | null): Map<string, RunLine> =>
  new Map((slip?.lines ?? []).map((line) => [line.line, line]));

/** A rule's place is no row of the user's; what the rule gives stands among the figures. */
const OF_A_HANDBOOK = /\.ya?ml(?:[:#]\d+)?(?: |$)/;

/** Rows named one by one; the rest is counted. */
const MOST_ROWS = 5;

function reasonsOf(before: RunLine | null, after: RunLine | null, lang: Lang): Text[] {
  const [came, went] = [missingIn(after, before), missingIn(before, after)];
  return [
    ...figureReasons(before, after, lang),
    ...(came.length === 0 ? [] : [text(`now from ${listed(came).en}`, `新依据 ${listed(came).zh}`)]),
    ...(went.length === 0 ? [] : [text(`no longer from ${listed(went).en}`, `不再依据 ${listed(went).zh}`)]),
  ];
}

function missingIn(line: RunLine | null, other: RunLine | null): string[] {
  const there = new Set((other?.sources ?? []).flatMap(citedRows));
  return (line?.sources ?? [])
    .filter((source) => !OF_A_HANDBOOK.test(source))
    .flatMap(citedRows)
    .filter((row) => !there.has(row));
}

function figureReasons(before: RunLine | null, after: RunLine | null, lang: Lang): Text[] {
  const old = counted(before, lang);
  return [...counted(after, lang)].flatMap(([key, { name, value }]) => {
    const was = old.get(key)?.value;
    return was === undefined || was === value
      ? []
      : [text(`${name.en}: ${shown(was)} -> ${shown(value)}`, `${name.zh}：${shown(was)} → ${shown(value)}`)];
  });
}

/** Figures by name; the second of a name by its place, so that parts are compared with parts. */
function counted(line: RunLine | null, lang: Lang): Map<string, RunLine['figures'][number]> {
  const times = new Map<string, number>();
  return new Map(
    (line?.figures ?? []).map((figure) => {
      // The number of orders stands in the name: a figure is the same with one order more.
      const name = figure.name[lang].replace(/\d+/g, '#');
      const time = (times.get(name) ?? 0) + 1;
      times.set(name, time);
      return [`${name} ${time}`, figure];
    }),
  );
}

function listed(sources: readonly string[]): Text {
  const first = sources.slice(0, MOST_ROWS).map((source) => shown(source));
  const rest = sources.length - first.length;
  return rest <= 0
    ? text(first.join(', '), first.join('、'))
    : text(`${first.join(', ')} and ${rest} more`, `${first.join('、')} 等 ${sources.length} 行`);
}

/** `400.00 -> 420.00 (+20.00)` */
export const sayChange = ({ before, after, by }: Pick<Change, 'before' | 'after' | 'by'>): string =>
  `${showYuan(before)} -> ${showYuan(after)} (${by > 0 ? '+' : ''}${showYuan(by)})`;
