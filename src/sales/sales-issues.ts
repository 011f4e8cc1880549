/** What the clerk should know of the files and of how their orders were placed. */
import { fen, showYuan } from '../base/fen.js';
import { error, type Issue, info, warning } from '../base/issue.js';
import { shown } from '../base/shown.js';
import type { SourceRef } from '../base/source.js';
import { text } from '../base/text.js';
import type { Terms } from './attribute.js';
import type { Placement } from './order.js';
import type { OrderFile } from './read-orders.js';

/** What a file's columns cannot answer. `terms` by file. */
export function fileIssues(files: readonly OrderFile[], terms: readonly Terms[], sales: Terms['sales']): Issue[] {
  return files.flatMap((file, at) => {
    const issues: Issue[] = [];
    if (file.rows === 'refunds' || file.rows === 'beside') return issues;
    if (sales.month_by === 'finished' && !file.finishes) {
      issues.push(
        error(
          'orders-without-finish',
          file.source,
          text(
            `the ${file.name.en} of these headings (${file.generation}) does not say when an order was finished, and sales.month_by is finished.`,
            `此${file.name.zh}（${file.generation} 版表头）没有完成时间，而 sales.month_by 为 finished。`,
          ),
          text('Set sales.month_by: paid, or export the column.', '请设 sales.month_by: paid，或导出该列。'),
        ),
      );
    }
    if (terms[at]!.flags === 'unknown') {
      issues.push(
        warning(
          'flag-column-missing',
          file.source,
          text(
            `a ${sales.flag.counts} flag is required for ${file.platform}, but the file has no flags: its marked orders are left unplaced.`,
            `${file.platform} 要求插旗 ${sales.flag.counts}，但文件中没有插旗信息：有标记的订单未归属。`,
          ),
          text(
            `Set sales.flag.platforms.${file.platform}: if-present, or take an export that holds the flags.`,
            `请设 sales.flag.platforms.${file.platform}: if-present，或使用带插旗信息的导出。`,
          ),
        ),
      );
    }
    return issues;
  });
}

/** Says with count and sum what the clerk should look at; the orders themselves stand in the placements. */
export function placementIssues(placements: readonly Placement[]): Issue[] {
  const statuses = new Map<
    string,
    { count: number; sum: number; readonly first: SourceRef; readonly platform: string }
  >();
  let glued = 0;
  let gluedFirst: Placement | null = null;
  for (const placement of placements) {
    const { order } = placement;
    if (placement.outcome === 'unplaced' && order.state === 'unknown' && order.doubt === undefined) {
      const there = statuses.get(order.status) ?? { count: 0, sum: 0, first: order.source, platform: order.platform };
      there.count += 1;
      there.sum += placement.net;
      statuses.set(order.status, there);
    }
    if (placement.outcome === 'pool' && placement.glued !== undefined) {
      glued += 1;
      gluedFirst ??= placement;
    }
  }
  const issues = [...statuses].map(([status, { count, sum, first, platform }]) =>
    warning(
      'order-status-unknown',
      first,
      text(
        `${platform} does not know the status "${shown(status)}": ${count} orders, ${showYuan(fen(sum))}, left unplaced.`,
        `${platform} 未知订单状态“${shown(status)}”：${count} 笔，共 ${showYuan(fen(sum))}，未归属。`,
      ),
      text('Check the file; tell us the status if it is new.', '请检查文件；若为平台新状态，请告知我们。'),
    ),
  );
  if (gluedFirst !== null) {
    issues.push(
      info(
        'mark-glued',
        gluedFirst.order.source,
        text(
          `${glued} orders are in the pool whose remark holds a staff number inside other words, first "${shown(gluedFirst.order.remark)}".`,
          `${glued} 笔公共订单的备注中工号与其他文字连写，首例“${shown(gluedFirst.order.remark)}”。`,
        ),
        text('A number counts when it stands alone: put a space before it.', '工号须单独书写：请在前面加空格。'),
      ),
    );
  }
  return issues;
}

/** By month, refunds that the file here tells of and that count there. */
export function laterRefunds(later: readonly Placement[]): Issue[] {
  const months = [...new Set(later.flatMap(({ otherMonth }) => otherMonth ?? []))].sort();
  return months.map((month) => {
    const own = later.filter(({ otherMonth }) => otherMonth === month);
    const sum = showYuan(fen(own.reduce((total, { order }) => total + order.refunded, 0)));
    return info(
      'refunds-of-later-month',
      { file: own[0]!.order.source.file },
      text(
        `refunds made in ${month} of orders of an earlier month: ${own.length}, ${sum} in all; they count in ${month} (sales.late_refund).`,
        `往月订单在 ${month} 的退款：${own.length} 笔，共 ${sum}；计入 ${month}（sales.late_refund）。`,
      ),
      text(`Put this file into the folder of ${month} too.`, `请把该文件也放入 ${month} 的文件夹。`),
    );
  });
}
