/** `pay payslip [STAFF...]`: one page a person to hand out, and a row a person for mail merge. */
import { basename, join } from 'node:path';
import { formatYuan } from '../../base/fen.js';
import { error, hasErrors, type Issue } from '../../base/issue.js';
import { nearest } from '../../base/nearest.js';
import { type Lang, text } from '../../base/text.js';
import { toCsv } from '../../io/csv.js';
import { fileFingerprint, fingerprint, kindOf } from '../../io/workspace.js';
import { type FileToWrite, writeFiles } from '../../io/write-files.js';
import { computePay } from '../../pay/compute.js';
import { closedBy, type Manifest } from '../../pay/life/manifest.js';
import { LINES } from '../../pay/lines/index.js';
import type { PayResult, Payslip } from '../../pay/payslip.js';
import { lostZeros } from '../../people/reading.js';
import { mailMerge } from '../../report/pay-csv.js';
import { registerOf } from '../../report/register.js';
import type { Answer, Call } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { noWorkspace } from '../folders.js';
import { whileLocked } from '../locked.js';
import { manifestIn } from '../manifests.js';
import { OWNER_ONLY, SLIPS, slipFiles } from '../payslips.js';
import { type Place, placeOf, resultPath, shownPath } from '../place.js';
import { readWages } from '../wages.js';

export async function payslipCommand(call: Call): Promise<Answer> {
  const { place, issues } = placeOf(call.flags, call.shell, 'last');
  if (hasErrors(issues)) return failed(issues);
  if ((await kindOf(place.dir)) !== 'folder') return failed([noWorkspace(place, call)], { month: place.month });
  return whileLocked(place.out, 'pay payslip', () => payslips(call, place));
}

const MERGE = 'payslips.csv';

async function payslips(call: Call, place: Place): Promise<Answer> {
  const { month } = place;
  const { input, issues } = await readWages(place, call.flags);
  if (input === null) return failed(issues, { month });
  const result = computePay(input);
  const { wanted, wrong } = whoIsMeant(call.args, result);
  if (wrong.length > 0) return failed([...issues, ...wrong], { month });
  const { value: manifest, issues: unreadable } = await manifestIn(place.monthDir, place);
  if (hasErrors(unreadable)) return failed(unreadable, { month });
  const isHome = place.out === place.monthDir;
  const lang = isHome && manifest !== null ? manifest.language : call.lang;
  const kept = manifest?.both === true ? 'both' : manifest?.language;
  const paper = isHome && kept !== undefined ? kept : call.paper;
  const pages = [...slipFiles(paper, join(place.out, SLIPS), result, input, wanted)];
  // What is handed out is what was computed, looked at and perhaps closed.
  if (manifest !== null && isHome) {
    const stale = outdated(pages, manifest, place);
    if (stale.length > 0) return failed([...issues, differs(place, stale, manifest)], { month });
  }
  const slips = result.payslips.filter(({ id }) => wanted === null || wanted.has(id));
  const merge = {
    path: join(place.out, MERGE),
    content: toCsv(mailMerge(registerOf(slips, ORDER), month, lang)),
    ...OWNER_ONLY,
  };
  // Pages that stand there already, byte for byte, are left alone: those of a closed month are read-only.
  const standing = manifest !== null && isHome ? await thereAlready(pages) : new Set<string>();
  call.interrupts.stopIfOver();
  const written = await writeFiles([...pages.filter(({ path }) => !standing.has(path)), merge], { home: place.out });
  if (written.value === null) return failed(written.issues, { month });
  const files = [...pages.map(({ path }) => path), merge.path].map((path) => resultPath(path, place));
  return {
    exit: EXIT.done,
    status: 'ok',
    issues,
    document: {
      month,
      payslips: slips.map(({ id, name, net }) => ({ id, name, net: formatYuan(net) })),
      files,
    },
    print: (page) => said(month, slips, files, page.lang),
  };
}

const ORDER = LINES.map(({ id }) => id);

function said(month: string, slips: readonly Payslip[], files: readonly string[], lang: Lang): string {
  const shown = files.length > 12 ? [...files.slice(0, 3), '...', files.at(-1)!] : files;
  const head = text(
    `${month}: ${slips.length} ${slips.length === 1 ? 'payslip' : 'payslips'}, readable by you alone. Print from the browser, or to PDF.`,
    `${month}：${slips.length} 份工资条，仅本人账户可读。可在浏览器中打印或另存为 PDF。`,
  );
  return `${head[lang]}\n${shown.map((file) => `  ${file}\n`).join('')}`;
}

/** Nobody named: everybody. */
function whoIsMeant(
  args: readonly string[],
  { payslips: all, month }: PayResult,
): { readonly wanted: ReadonlySet<string> | null; readonly wrong: readonly Issue[] } {
  if (args.length === 0) return { wanted: null, wrong: [] };
  const ids = all.map(({ id }) => id as string);
  const strangers = args.filter((who) => !ids.includes(who));
  const wrong = strangers.map((who) => {
    const named = all.filter(({ name }) => name === who).map(({ id }) => id);
    const near = named.length > 0 ? named.join(' / ') : (lostZeros(all, who)?.id ?? nearest(who, ids));
    return error(
      'payslip-unknown',
      null,
      text(`nobody with the number ${who} is paid in ${month}.`, `${month} 没有工号为 ${who} 的工资条。`),
      near === null
        ? text('Look at the register: pay.csv.', '请查看工资表 pay.csv。')
        : text(`Is it ${near}?`, `是不是 ${near}？`),
    );
  });
  return { wanted: new Set(args), wrong };
}

const printOf = ({ content }: FileToWrite): string => fingerprint(content);

/** Pages that are not what the month was computed to. */
function outdated(pages: readonly FileToWrite[], manifest: Manifest, place: Place): string[] {
  const computed = new Map(manifest.files.map(({ file, sha256 }) => [file, sha256]));
  return pages
    .map((page) => ({ file: shownPath(page.path, place), print: printOf(page) }))
    .filter(({ file, print }) => computed.get(file) !== print)
    .map(({ file }) => file);
}

async function thereAlready(pages: readonly FileToWrite[]): Promise<Set<string>> {
  const found = await Promise.all(
    pages.map(async (page) => {
      const isThere = (await kindOf(page.path)) === 'file' && (await fileFingerprint(page.path)) === printOf(page);
      return isThere ? [page.path] : [];
    }),
  );
  return new Set(found.flat());
}

const differs = ({ month }: Place, stale: readonly string[], manifest: Manifest): Issue => {
  const closed = closedBy(manifest) !== null;
  return error(
    'payslip-outdated',
    { file: stale[0]! },
    text(
      `${stale.length} of the payslips would not be what ${month} was ${closed ? 'closed' : 'computed'} with, first that of ${basename(stale[0]!, '.html')}.`,
      `有 ${stale.length} 份工资条与 ${month} ${closed ? '关账' : '计算'}时的内容不同，首先是 ${basename(stale[0]!, '.html')}。`,
    ),
    closed
      ? text(
          'The pages in payslips/ are those of the close: hand them out. What changed since becomes arrears of the next open month.',
          'payslips/ 中的页面即关账时的工资条，请直接发放；此后的变动在下一个未关账月份补发补扣。',
        )
      : text(
          'Compute the month again, or write elsewhere with --out. `pay check` says what changed.',
          '请重新计算该月工资，或用 --out 写到别处。pay check 会说明变动。',
        ),
  );
};
