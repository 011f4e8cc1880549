/** `pay check`: what the month's pay would be computed from, what is assumed, and what would change against the last run. */
import { join } from 'node:path';
import { formatYuan, showYuan } from '../../base/fen.js';
import { hasErrors, type Outcome } from '../../base/issue.js';
import { type Lang, type Text, text } from '../../base/text.js';
import { parseJson } from '../../io/json.js';
import { kindOf, readText } from '../../io/workspace.js';
import { type Assumption, assumptionsOf } from '../../pay/assumptions.js';
import { computePay } from '../../pay/compute.js';
import { type Change, differencesOf } from '../../pay/life/difference.js';
import type { Hashed, Manifest } from '../../pay/life/manifest.js';
import { type Run, readRun, runOf } from '../../pay/life/run.js';
import type { PayResult } from '../../pay/payslip.js';
import { drawChecklist, itemJson } from '../checklist.js';
import type { Answer, Call } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { inputPrints, manifestIn } from '../manifests.js';
import { changesJson, drawChanges } from '../pay-changes.js';
import { payChecklist } from '../pay-checklist.js';
import { drawProblems } from '../pay-pages.js';
import { type Place, placeOf, shownPath, typedHere } from '../place.js';
import { harmless } from '../say.js';
import { PAY_FILE, readWages } from '../wages.js';

/** What the last compute left, against today. */
interface Since {
  readonly files: readonly { readonly file: string; readonly what: 'changed' | 'new' | 'gone' }[];
  readonly changes: readonly Change[];
}

export async function checkPayCommand(call: Call): Promise<Answer> {
  const { place, issues: wrong } = placeOf(call.flags, call.shell, 'last');
  if (hasErrors(wrong)) return failed(wrong);
  const { input, issues } = await readWages(place, call.flags);
  const inputs = [...place.used].map((path) => shownPath(path, place)).sort();
  const items = await payChecklist(place, call, input);
  const checklist = items.map((item) => itemJson(item, call.lang));
  if (input === null) {
    const answer = failed(issues, { month: place.month, inputs, checklist });
    return { ...answer, print: (page) => drawChecklist(items, page) };
  }
  const result = computePay(input);
  const assumed = assumptionsOf(result);
  const last = await sinceLast(place, result, call.lang);
  if (hasErrors(last.issues)) return failed([...issues, ...last.issues], { month: place.month, inputs });
  const since = last.value;
  return {
    exit: result.exceptions.length === 0 ? EXIT.done : EXIT.look,
    status: result.exceptions.length === 0 ? 'ok' : 'problems',
    issues: [...issues, ...result.issues],
    document: {
      month: place.month,
      inputs,
      checklist,
      assumed: assumed.map(({ label, name, value, people }) => ({
        ...{ line: label[call.lang], figure: name[call.lang], value, people },
      })),
      exceptions: result.exceptions.map(({ id, staff, amount, message }) => ({
        ...{ id, staff, amount: amount === null ? null : formatYuan(amount), message: message[call.lang] },
      })),
      since_last_run:
        since === null
          ? null
          : {
              files: since.files.map(({ file, what }) => ({ file, what })),
              changes: changesJson(since.changes, call.lang),
            },
    },
    print: (page) => {
      const { lang } = page;
      const net = showYuan(result.totals.net);
      return [
        drawChecklist(items, page),
        drawAssumed(assumed, lang),
        drawProblems(result, page),
        since === null ? '' : drawSince(since, lang),
        `${
          text(
            `${place.month}: ${result.payslips.length} payslips, ${net} net. To write them: ${typedHere(`pay compute --month ${place.month}`, call.flags)}`,
            `${place.month}：${result.payslips.length} 份工资条，实发合计 ${net}。写出：${typedHere(`pay compute --month ${place.month}`, call.flags)}`,
          )[lang]
        }\n`,
      ].join('');
    },
  };
}

/** Null: the month has not been computed here. */
async function sinceLast(place: Place, result: PayResult, lang: Lang): Promise<Outcome<Since | null>> {
  const found = await manifestIn(place.monthDir, place);
  const path = join(place.monthDir, PAY_FILE);
  if (found.value === null || (await kindOf(path)) !== 'file') return { value: null, issues: found.issues };
  const source = { file: shownPath(path, place) };
  const words = await readText(path, source.file);
  if (words.value === null) return { value: null, issues: words.issues };
  const document = parseJson(words.value, source);
  if (document.value === null) return { value: null, issues: document.issues };
  const run: Outcome<Run> = readRun(document.value, source);
  if (run.value === null) return { value: null, issues: run.issues };
  const files = filesSince(found.value, await inputPrints(place));
  // Figures are compared by their names, which stand in the file in its own language.
  return {
    value: { files, changes: differencesOf(run.value, runOf(result), found.value.language ?? lang) },
    issues: [],
  };
}

function filesSince({ inputs }: Manifest, now: readonly Hashed[]): Since['files'] {
  const [old, fresh] = [inputs, now].map((all) => new Map(all.map(({ file, sha256 }) => [file, sha256])));
  return [...new Set([...old!.keys(), ...fresh!.keys()])].sort().flatMap((file) => {
    const [was, is] = [old!.get(file), fresh!.get(file)];
    if (was === is) return [];
    return [{ file, what: was === undefined ? 'new' : is === undefined ? 'gone' : 'changed' } as const];
  });
}

const WHAT: Readonly<Record<'changed' | 'new' | 'gone', Text>> = {
  changed: text('changed', '有改动'),
  new: text('new', '新增'),
  gone: text('gone', '已不在'),
};

function drawSince({ files, changes }: Since, lang: Lang): string {
  if (files.length === 0 && changes.length === 0) {
    return `${text('Nothing has changed since the last compute.', '与上次计算相比没有变动。')[lang]}\n`;
  }
  const named = files.map(({ file, what }) => `${file} (${WHAT[what][lang]})`).join(', ');
  const head = text('Since the last compute: ', '与上次计算相比：')[lang];
  return `${head}${harmless(named)}\n${drawChanges(changes, lang)}`;
}

function drawAssumed(assumed: readonly Assumption[], lang: Lang): string {
  if (assumed.length === 0) return '';
  const head = text(
    'Assumed, for the handbook is silent (set them in handbook.yaml to be sure):',
    '手册未写明、按推定计算（可在 handbook.yaml 中写明）：',
  )[lang];
  const lines = assumed.map(({ label, name, value, people }) => {
    const whom = text(people === 1 ? 'one person' : `${people} people`, `${people} 人`)[lang];
    const what = name[lang] === '' ? '' : `: ${name[lang]} ${value}`;
    return `  ${label[lang]}${what}  (${whom})`;
  });
  return `${head}\n${lines.map(harmless).join('\n')}\n`;
}
