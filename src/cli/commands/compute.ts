/** `pay compute`: the month's payslips, register and everything that wants the clerk's eye. */
import { dirname, join } from 'node:path';
import { hasErrors, type Issue } from '../../base/issue.js';
import type { LongGrid } from '../../base/table.js';
import { type Lang, text } from '../../base/text.js';
import type { HandbookInForce } from '../../handbook/in-force.js';
import { csvPieces } from '../../io/csv.js';
import { jsonPieces, toJson } from '../../io/json.js';
import { bytesOf } from '../../io/pieces.js';
import { fingerprint, kindOf } from '../../io/workspace.js';
import { type FileToWrite, writeFiles } from '../../io/write-files.js';
import { toXlsx } from '../../io/xlsx-write.js';
import { computePay } from '../../pay/compute.js';
import { type Hashed, MANIFEST_FILE, type Manifest } from '../../pay/life/manifest.js';
import { LINES } from '../../pay/lines/index.js';
import { fundGrid, type PayDocument, payDocument } from '../../pay/pay-file.js';
import type { PayResult } from '../../pay/payslip.js';
import { payPage } from '../../report/page/pay-page.js';
import { exceptionsCsv, linesCsv, noticesCsv, registerCsv } from '../../report/pay-csv.js';
import { registerOf } from '../../report/register.js';
import { payWorkbook } from '../../report/workbook/pay-workbook.js';
import type { Answer, Call, Json } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { noWorkspace } from '../folders.js';
import { whileLocked } from '../locked.js';
import { manifestOf, stillOpen } from '../manifests.js';
import { bookOn, pageBytesOn } from '../paper.js';
import { drawProblems, drawRegister, reconciliationLine } from '../pay-pages.js';
import { OWNER_ONLY, SLIPS, slipFiles, slipNames } from '../payslips.js';
import { type Place, placeOf, resultPath, shownPath } from '../place.js';
import { sheetOf } from '../score-sheets.js';
import { allTeams } from '../teams/all.js';
import { payStanding, statusIn } from '../teams/up-to-date.js';
import { wrap } from '../terminal.js';
import { PAY_FILE, readWages } from '../wages.js';

export async function computeCommand(call: Call): Promise<Answer> {
  if (call.flags.all) return allTeams(call, { program: 'pay', command: 'compute', fallback: 'last' });
  const { place, issues } = placeOf(call.flags, call.shell, 'last');
  if (hasErrors(issues)) return failed(issues);
  if ((await kindOf(place.dir)) !== 'folder') return failed([noWorkspace(place, call)], { month: place.month });
  return whileLocked(place.out, 'pay compute', async () => (await doneBefore(call, place)) ?? compute(call, place));
}

/** `--if-changed`: the answer where the month is closed, or its results are what its inputs say; null: compute it. */
async function doneBefore(call: Call, place: Place): Promise<Answer | null> {
  if (!call.flags.ifChanged) return null;
  const standing = await payStanding(place);
  if (standing === 'stale') return null;
  const isClosed = standing === 'closed';
  const wantsEye = !isClosed && (await statusIn(join(place.out, PAY_FILE))) !== 'ok';
  return {
    exit: wantsEye ? EXIT.look : EXIT.done,
    status: isClosed ? 'closed' : 'unchanged',
    issues: [],
    document: { month: place.month, files: [] },
    print: ({ lang }) =>
      isClosed
        ? `${text(`${place.month}: closed.`, `${place.month}：已关账。`)[lang]}\n`
        : `${text(`${place.month}: done before, nothing has changed since.`, `${place.month}：此前已完成，输入未变。`)[lang]}\n`,
  };
}

const NO_ORDERS: Json = Object.fromEntries(
  ['export', 'agents', 'pool', 'unplaced', 'waiting', 'excluded', 'refunded', 'difference'].map((key) => [key, '0.00']),
);

const ORDER = LINES.map((line) => line.id);

async function compute(call: Call, place: Place): Promise<Answer> {
  const open = await stillOpen(place.out, place);
  if (hasErrors(open.issues)) return failed(open.issues, { month: place.month });
  const { pay, issues } = await computed(place, call.flags);
  if (pay === null) return failed(issues, { month: place.month });
  const { result } = pay;
  const document = payDocument(result, call.lang);
  const written = await write(call, place, pay, document, open.value);
  const all: readonly Issue[] = [...issues, ...result.issues, ...written.issues];
  if (hasErrors(all)) return failed(all, { month: place.month });
  const { status, ...rest } = document;
  return {
    exit: result.exceptions.length === 0 ? EXIT.done : EXIT.look,
    status: String(status),
    issues: all,
    document: { ...rest, reconciliation: document.reconciliation ?? NO_ORDERS, files: written.files },
    print: (page) =>
      [
        drawRegister(registerOf(result.payslips, ORDER), page),
        result.reconciliation === null
          ? ''
          : `\n${wrap(reconciliationLine(result.reconciliation, page.lang), page.columns)}\n`,
        '\n',
        drawProblems(result, page),
        `${text(`${place.month}: ${result.payslips.length} payslips. \`pay explain NUMBER\` shows where an amount comes from.`, `${place.month}：${result.payslips.length} 份工资条。用 pay explain 工号 查看每笔金额的来历。`)[page.lang]}\n`,
        ...listed(written.files, page.lang).map((file) => `  ${file}\n`),
      ].join(''),
  };
}

interface Computed {
  readonly result: PayResult;
  readonly handbook: HandbookInForce;
}

/** The result without the facts behind it: millions of orders are let go before anything is written. */
async function computed(
  place: Place,
  flags: Call['flags'],
): Promise<{ readonly pay: Computed | null; readonly issues: readonly Issue[] }> {
  const { input, issues } = await readWages(place, flags);
  return { pay: input === null ? null : { result: computePay(input), handbook: input.handbook }, issues };
}

/** Above so many people pay.html leads to their payslips instead of holding them. */
const MOST_ON_A_PAGE = 300;

/** The files, the payslips as one line. */
function listed(files: readonly string[], lang: Lang): string[] {
  const slips = files.filter((file) => file.split(/[\\/]/).at(-2) === SLIPS);
  const others = files.filter((file) => file.split(/[\\/]/).at(-2) !== SLIPS);
  if (slips.length === 0) return others;
  return [...others, `${dirname(slips[0]!)} (${text(`${slips.length} pages`, `${slips.length} 份`)[lang]})`];
}

async function write(
  call: Call,
  place: Place,
  pay: Computed,
  document: PayDocument,
  before: Manifest | null,
): Promise<{ files: string[]; issues: readonly Issue[] }> {
  const { lang, paper } = call;
  const { result } = pay;
  const { values: handbook } = pay.handbook;
  const names = new Map<string, string>(result.payslips.map(({ id, name }) => [id, name]));
  const { name: department } = handbook.department;
  const register = registerOf(result.payslips, ORDER);
  const nameOf = slipNames(result);
  const slipOf = result.payslips.length > MOST_ON_A_PAGE ? (id: string) => `${SLIPS}/${nameOf(id)}` : null;
  const page = pageBytesOn(paper, (one) => payPage(result, register, department, handbook.clauses, one, slipOf));
  const score = sheetOf(result, pay);
  const sheets = await toXlsx(bookOn(paper, (one) => payWorkbook(result, register, score, one)));
  const csv = (name: string, grid: LongGrid, more: Partial<FileToWrite> = {}): FileToWrite =>
    own(name, [...bytesOf(csvPieces(grid))], more);
  const own = (name: string, content: FileToWrite['content'], more: Partial<FileToWrite> = {}): FileToWrite => ({
    path: join(place.out, name),
    content,
    ...OWNER_ONLY,
    ...more,
  });
  function* results(): Generator<FileToWrite> {
    yield own(PAY_FILE, [...bytesOf(jsonPieces(document))]);
    yield csv('pay.csv', registerCsv(register, lang));
    yield csv('pay-lines.csv', linesCsv(result.payslips, lang));
    yield csv('pay-exceptions.csv', exceptionsCsv(result.exceptions, names, lang));
    yield csv('pay-notices.csv', noticesCsv(result.notices, names, lang));
    if (result.fund !== null) yield csv('fund.csv', fundGrid(result.fund, lang), { mode: 0o644 });
    yield own('pay.xlsx', sheets);
    yield own('pay.html', page);
    yield* slipFiles(paper, join(place.out, SLIPS), result, pay);
  }
  const manifest = await manifestOf(place, pay.handbook, lang, paper, before);
  /** Each file is hashed as it goes by, and kept by nobody; the manifest comes last. */
  function* all(): Generator<FileToWrite> {
    const prints: Hashed[] = [];
    for (const file of results()) {
      prints.push({ file: shownPath(file.path, place), sha256: fingerprint(file.content) });
      yield file;
    }
    yield own(MANIFEST_FILE, toJson(manifest(prints)));
  }
  call.interrupts.stopIfOver();
  const { value, issues } = await writeFiles(all(), { home: place.out });
  return { files: (value ?? []).map((path) => resultPath(path, place)), issues };
}
