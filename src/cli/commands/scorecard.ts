/** `pay scorecard`: the month's reward-and-penalty score sheet with its due date and approval, and the KPI table. */
import { join } from 'node:path';
import { formatYuan, showYuan } from '../../base/fen.js';
import { error, hasErrors, type Issue } from '../../base/issue.js';
import { shown } from '../../base/shown.js';
import { text } from '../../base/text.js';
import { toCsv } from '../../io/csv.js';
import { toJson } from '../../io/json.js';
import { kindOf } from '../../io/workspace.js';
import { writeFiles } from '../../io/write-files.js';
import { computePay } from '../../pay/compute.js';
import { type KpiTable, kpiGrid, kpiTableOf } from '../../pay/kpi-table.js';
import { monthOfPay } from '../../pay/month.js';
import { type Approval, type ScoreSheet, scoreSheetGrid } from '../../pay/score-sheet.js';
import type { Answer, Call, Page } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { noWorkspace } from '../folders.js';
import { whileLocked } from '../locked.js';
import { stillOpen } from '../manifests.js';
import { type Place, placeOf, resultPath } from '../place.js';
import { harmless } from '../say.js';
import { APPROVAL_FILE, sheetOf, sheetPrint, sheetState } from '../score-sheets.js';
import { painter, table } from '../terminal.js';
import { readWages } from '../wages.js';
import { moment, nameMissing } from '../when.js';

export async function scorecardCommand(call: Call): Promise<Answer> {
  const { place, issues } = placeOf(call.flags, call.shell, 'last');
  const { month } = place;
  if (hasErrors(issues)) return failed(issues);
  if (call.flags.approve && call.flags.by === null) return failed([nameMissing('pay scorecard --approve')], { month });
  if ((await kindOf(place.dir)) !== 'folder') return failed([noWorkspace(place, call)], { month });
  return whileLocked(place.monthDir, 'pay scorecard', () => scorecard(call, place));
}

async function scorecard(call: Call, place: Place): Promise<Answer> {
  const { month } = place;
  const open = await stillOpen(place.monthDir, place);
  if (hasErrors(open.issues)) return failed(open.issues, { month });
  const { input, issues } = await readWages(place, call.flags);
  if (input === null) return failed(issues, { month });
  const sheet = sheetOf(computePay(input), input);
  const kpis = kpiTableOf(monthOfPay(input));
  if (sheet === null && kpis === null) return failed([...issues, noSheet()], { month });
  const state = sheet === null ? null : await sheetState(sheet, place);
  if (state !== null && state.value === null) return failed(state.issues, { month });
  const approval: Approval | null =
    sheet !== null && call.flags.approve
      ? { by: call.flags.by!, at: moment(call.shell), sha256: sheetPrint(sheet) }
      : (state?.value?.approved ?? null);
  const files = [
    ...(sheet === null ? [] : [{ name: 'scorecard.csv', content: toCsv(scoreSheetGrid(sheet, call.lang)) }]),
    ...(kpis === null ? [] : [{ name: 'scorecard-kpi.csv', content: toCsv(kpiGrid(kpis, call.lang)) }]),
    ...(call.flags.approve && approval !== null ? [{ name: APPROVAL_FILE, content: toJson(approval) }] : []),
  ].map(({ name, content }) => ({ path: join(place.monthDir, name), content, mode: 0o600 }));
  call.interrupts.stopIfOver();
  const written = await writeFiles(files, { home: place.monthDir });
  if (written.value === null) return failed(written.issues, { month });
  const waits = sheet?.needsApproval === true && sheet.rows.length > 0 && approval === null;
  return {
    exit: waits ? EXIT.look : EXIT.done,
    status:
      sheet === null || (approval === null && !sheet.needsApproval)
        ? 'ok'
        : approval === null
          ? 'unapproved'
          : 'approved',
    issues,
    document: {
      month,
      due: sheet?.due ?? null,
      payday: sheet?.payday ?? null,
      approved: approval === null ? null : { by: approval.by, at: approval.at },
      rows: (sheet?.rows ?? []).map((row) => ({
        staff: row.staff,
        item: row.label[call.lang],
        amount: row.amount === null ? null : formatYuan(row.amount),
        clause: row.clause,
        says: row.says[call.lang],
      })),
      appraisal: kpis?.held == null ? null : { from: kpis.held.from, to: kpis.held.to, clause: kpis.held.clause },
      kpis:
        kpis === null
          ? []
          : kpis.people.map(({ staff, score, grade, says, cells }) => ({
              ...{ staff, score, grade: grade?.[call.lang] ?? null, says: says[call.lang] },
              figures: cells.flatMap(({ actual, met }, at) =>
                actual === null ? [] : [{ kpi: kpis.kpis[at]!.name[call.lang], actual, met }],
              ),
            })),
      files: written.value.map((path) => resultPath(path, place)),
    },
    print: (page) =>
      [
        sheet === null ? '' : drawSheet(sheet, approval, page),
        kpis === null ? '' : drawKpis(kpis, page),
        ...written.value!.map((path) => `  ${resultPath(path, place)}\n`),
      ].join(''),
  };
}

function drawSheet(sheet: ScoreSheet, approval: Approval | null, page: Page): string {
  const { lang } = page;
  const head = text(
    `Score sheet of ${sheet.month}, due ${sheet.due} (payday ${sheet.payday}, ${sheet.clause ?? ''})`,
    `${sheet.month} 奖罚评分表，${sheet.due} 前提交（${sheet.payday} 发薪，${sheet.clause ?? ''}）`,
  );
  const rows = sheet.rows.map(
    (row) =>
      `  ${row.staff} ${row.name}  ${row.label[lang]}  ${row.amount === null ? '' : showYuan(row.amount)}  ${row.says[lang]}${row.clause === null ? '' : ` [${row.clause}]`}`,
  );
  const totals = sheet.totals.map(
    ({ staff, name, amount }) => `  ${staff} ${name}  ${text('total', '合计')[lang]}  ${showYuan(amount)}`,
  );
  const state =
    approval === null
      ? sheet.needsApproval
        ? text('Not approved yet.', '尚未批准。')
        : text('The handbook asks for no approval.', '手册不要求批准。')
      : text(
          `Approved by ${shown(approval.by)}, ${approval.at}.`,
          `已由 ${shown(approval.by)} 于 ${approval.at} 批准。`,
        );
  return `${[head[lang], ...rows, ...totals, state[lang]].map(harmless).join('\n')}\n`;
}

function drawKpis(kpis: KpiTable, page: Page): string {
  const grid = kpiGrid(kpis, page.lang);
  const columns = [grid.headings, ...grid.rows].map((cells) =>
    cells.map((words) => ({ words: harmless(String(words ?? '')) })),
  );
  const { held } = kpis;
  const when =
    held === null
      ? ''
      : `${
          text(
            `Appraisal from ${held.from} to ${held.to} (${held.clause ?? ''})`,
            `考核时间 ${held.from} 至 ${held.to}（${held.clause ?? ''}）`,
          )[page.lang]
        }\n`;
  return `\n${when}${table(columns, painter(page.colour))}`;
}

const noSheet = (): Issue =>
  error(
    'no-score-sheet',
    null,
    text('the handbook asks for no score sheet and names no KPIs.', '手册没有奖罚评分表，也没有绩效指标。'),
    text(
      'Take in after-sales or conversion-bonus, or set pay.scorecard.',
      '请引用 after-sales 或 conversion-bonus，或设置 pay.scorecard。',
    ),
  );
