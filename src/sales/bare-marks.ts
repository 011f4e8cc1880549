/** Orders of the public pool whose remark holds what may have been meant as a mark: told once a kind, with the first few rows. */
import { type Fen, fen, showYuan } from '../base/fen.js';
import { type Issue, warning } from '../base/issue.js';
import { shown } from '../base/shown.js';
import { cite, type SourceRef } from '../base/source.js';
import { type Text, text } from '../base/text.js';
import type { BareMark } from './marks.js';
import type { Order } from './order.js';

/** Rows that are shown. */
const SHOWN = 3;

interface Kind {
  count: number;
  sum: number;
  readonly first: { readonly source: SourceRef; readonly remark: string; readonly words: string }[];
}

interface BareMarks {
  /** `order` is asked for only where it is shown: there may be millions. */
  readonly add: (mark: BareMark, net: Fen, order: () => Order) => void;
  readonly issues: () => Issue[];
}

export function bareMarks(): BareMarks {
  const kinds: Record<BareMark['kind'], Kind> = {
    name: { count: 0, sum: 0, first: [] },
    number: { count: 0, sum: 0, first: [] },
  };
  return {
    add: ({ kind, words }, net, order) => {
      const there = kinds[kind];
      there.count += 1;
      there.sum += net;
      if (there.first.length >= SHOWN) return;
      const { source, remark } = order();
      there.first.push({ source, remark, words });
    },
    issues: () => [
      ...(kinds.name.count > 0 ? [nameAlone(kinds.name)] : []),
      ...(kinds.number.count > 0 ? [zerosLost(kinds.number)] : []),
    ],
  };
}

/** `orders.csv:5 “周杰”, orders.csv:9 “吴敏 加急” ...` */
function rows({ count, first }: Kind): Text {
  const more = count > first.length;
  const each = first.map(({ source, remark }) => ({ at: cite(source), remark: shown(remark) }));
  return text(
    each.map(({ at, remark }) => `${at} "${remark}"`).join(', ') + (more ? ', ...' : ''),
    each.map(({ at, remark }) => `${at}“${remark}”`).join('、') + (more ? '等' : ''),
  );
}

function nameAlone(kind: Kind): Issue {
  const names = [...new Set(kind.first.map(({ words }) => words))].map((name) => shown(name)).join('|');
  const setting = `sales.marks: { names: { on: true, form: custom, pattern: '(?:^|[ ,;])(${names})(?:[ ,;]|$)' } }`;
  const [sum, which] = [showYuan(fen(kind.sum)), rows(kind)];
  return warning(
    'mark-name-alone',
    kind.first[0]!.source,
    text(
      `orders in the public pool whose remark gives an agent's name alone, which is no mark: ${kind.count}, ${sum} in all: ${which.en}.`,
      `公共订单中备注只写了客服姓名（不算标记）的有 ${kind.count} 笔，共 ${sum}：${which.zh}。`,
    ),
    text(
      `They count once the remark is corrected (${names.split('|')[0]}/8.28, or the number), or once the handbook takes such names as marks: ${setting}`,
      `更正备注（如 ${names.split('|')[0]}/8.28，或写工号）后即可归属；或在手册中把这些姓名设为标记：${setting}`,
    ),
  );
}

function zerosLost(kind: Kind): Issue {
  const [sum, which] = [showYuan(fen(kind.sum)), rows(kind)];
  return warning(
    'mark-zeros-lost',
    kind.first[0]!.source,
    text(
      `orders in the public pool whose remark is a staff number without its leading zeros, which is no mark: ${kind.count}, ${sum} in all: ${which.en}.`,
      `公共订单中备注为缺少开头 0 的工号（不算标记）的有 ${kind.count} 笔，共 ${sum}：${which.zh}。`,
    ),
    text(
      'Spreadsheets drop leading zeros: export the file again and leave it as it is; or write the whole number into the remark.',
      '表格软件会去掉开头的 0：请重新导出、不要另存；或在备注中写全工号。',
    ),
  );
}
