/** `pay close`: freezes a month as it was computed and looked at. What comes later becomes arrears of another month. */
import { join, resolve } from 'node:path';
import { error, hasErrors, type Issue, info } from '../../base/issue.js';
import { shown } from '../../base/shown.js';
import { text } from '../../base/text.js';
import { toJson } from '../../io/json.js';
import { kindOf, modesOf, readText } from '../../io/workspace.js';
import { writeFiles } from '../../io/write-files.js';
import { computePay } from '../../pay/compute.js';
import type { PayInput } from '../../pay/input.js';
import { type Blocker, blockersOf, waive } from '../../pay/life/blockers.js';
import { closedBy, MANIFEST_FILE, type Manifest, type Waived } from '../../pay/life/manifest.js';
import type { Answer, Call } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { noWorkspace } from '../folders.js';
import { whileLocked } from '../locked.js';
import { changedSince, inputPrints, lookedBackPrints, manifestIn } from '../manifests.js';
import { type Place, placeOf, resultPath, shownPath, today } from '../place.js';
import { harmless } from '../say.js';
import { sheetOf, sheetState } from '../score-sheets.js';
import { readWages } from '../wages.js';
import { moment, nameMissing } from '../when.js';

export async function closeCommand(call: Call): Promise<Answer> {
  const { flags } = call;
  const { place, issues } = placeOf(flags, call.shell, 'last');
  if (hasErrors(issues)) return failed(issues);
  if ((await kindOf(place.dir)) !== 'folder') return failed([noWorkspace(place, call)], { month: place.month });
  const wrong = [
    ...(flags.by === null ? [nameMissing('pay close')] : []),
    ...(flags.accept.length > 0 && flags.because === null ? [reasonMissing()] : []),
  ];
  if (wrong.length > 0) return failed(wrong, { month: place.month });
  if ((await kindOf(place.monthDir)) !== 'folder') return failed([notComputed(place)], { month: place.month });
  return whileLocked(place.monthDir, 'pay close', () => close(call, place));
}

async function close(call: Call, place: Place): Promise<Answer> {
  const { month } = place;
  const found = await manifestIn(place.monthDir, place);
  if (found.value === null) return failed(found.issues.length > 0 ? found.issues : [notComputed(place)], { month });
  const manifest = found.value;
  const before = closedBy(manifest);
  if (before !== null) {
    return answer(place, manifest, [alreadyClosed(manifest, before.by)]);
  }
  const { input, issues } = await readWages(place, call.flags);
  if (input === null) return failed(issues, { month });
  const stale = await staleness(manifest, place);
  if (stale.length > 0) return failed([...issues, ...stale], { month });
  const decided = await decide(call, place, input, issues);
  if (hasErrors(decided.issues)) {
    // Nothing is wrong with the input: something waits for a decision.
    const waits = decided.issues.every(({ severity, code }) => severity !== 'error' || code === 'close-blocked');
    const refusal = failed(decided.issues, { month }, waits ? EXIT.look : EXIT.cannot);
    return waits ? { ...refusal, status: 'blocked' } : refusal;
  }
  const step = { step: 'closed', by: call.flags.by!, at: moment(call.shell), accepted: decided.accepted } as const;
  const closed: Manifest = { ...manifest, rules: await rulesOf(call, place), life: [...manifest.life, step] };
  call.interrupts.stopIfOver();
  const path = join(place.monthDir, MANIFEST_FILE);
  const frozen = await modesOf(resultsOf(closed, place), false);
  const written = await writeFiles([{ path, content: toJson(closed) }], { home: place.monthDir, modes: frozen });
  if (written.value === null) return failed(written.issues, { month });
  return answer(place, closed, decided.issues);
}

async function decide(
  call: Call,
  place: Place,
  input: PayInput,
  read: readonly Issue[],
): Promise<{ issues: readonly Issue[]; accepted: readonly Waived[] }> {
  const result = computePay(input);
  const sheet = sheetOf(result, input);
  const state = sheet === null ? null : await sheetState(sheet, place);
  if (state !== null && state.value === null) return { issues: state.issues, accepted: [] };
  const accepted = call.flags.accept.map((id) => ({ id, because: call.flags.because ?? '' }));
  const { left, unknown } = waive(blockersOf(result, read, state?.value ?? null, today(call.shell)), accepted);
  return { issues: [...read, ...left.map(blocked), ...unknown.map(nothingToAccept)], accepted };
}

/** Files that are not as they were when the month was computed: what would be frozen is not what was looked at. */
async function staleness(manifest: Manifest, place: Place): Promise<Issue[]> {
  const all = [...(await inputPrints(place)), ...(await lookedBackPrints(place))];
  const now = new Map(all.map(({ file, sha256 }) => [file, sha256]));
  const then = new Map([...manifest.inputs, ...manifest.lookedBack].map(({ file, sha256 }) => [file, sha256]));
  const inputs = [...new Set([...now.keys(), ...then.keys()])].filter((file) => now.get(file) !== then.get(file));
  const results = await changedSince(manifest.files, place);
  return [...inputs.map(inputChanged), ...results.map(({ file }) => resultChanged(file))];
}

/** The handbook by which the month will be judged whenever it is computed anew. */
async function rulesOf(call: Call, place: Place): Promise<string> {
  const given = call.flags.handbook;
  const path = given === null ? join(place.dir, 'handbook.yaml') : resolve(place.cwd, given);
  if (given !== null && (await kindOf(path)) === null) return `extends: [${given}]\n`;
  return (await readText(path, shownPath(path, place))).value ?? '';
}

/** Every result file. The manifest is none of them: `pay reopen` writes it. */
export const resultsOf = (manifest: Manifest, place: Place): string[] =>
  manifest.files.map(({ file }) => resolve(place.dir, file));

const answer = (place: Place, manifest: Manifest, issues: readonly Issue[]): Answer => {
  const { by, at, accepted } = closedBy(manifest)!;
  const files = [resultPath(join(place.monthDir, MANIFEST_FILE), place)];
  return {
    exit: EXIT.done,
    status: 'closed',
    issues,
    document: { month: place.month, by, at, accepted: accepted.map(({ id, because }) => ({ id, because })), files },
    print: (page) => {
      const said = text(
        `${place.month} is closed by ${shown(by)}, ${at}: ${manifest.files.length} files are read-only. Later facts become arrears of the next open month.`,
        `${place.month} 已由 ${shown(by)} 于 ${at} 关账，${manifest.files.length} 个文件设为只读。此后的变动在下一个未关账月份补发补扣。`,
      );
      const waived = accepted.map(({ id, because }) => `  ${harmless(id)}: ${shown(because)}\n`);
      return `${said[page.lang]}\n${waived.join('')}`;
    },
  };
};

const blocked = ({ id, message, source }: Blocker): Issue =>
  error(
    'close-blocked',
    source,
    message,
    text(
      `Put it right, or let it stand: --accept "${id}" --because "..."`,
      `请处理，或注明理由放行：--accept "${id}" --because "理由"`,
    ),
  );

const nothingToAccept = (id: string): Issue =>
  error(
    'nothing-to-accept',
    null,
    text(
      `--accept ${shown(id)}: nothing of this name stands in the way.`,
      `--accept ${shown(id)}：没有这一待处理事项。`,
    ),
    text('Copy the name from the message of pay close.', '请从 pay close 的提示中复制名称。'),
  );

const reasonMissing = (): Issue =>
  error(
    'close-without-reason',
    null,
    text('--accept needs a reason.', '--accept 需要写明理由。'),
    text('Add --because "...": it is kept in the manifest.', '请加上 --because "理由"，将记入清单。'),
  );

const notComputed = (place: Place): Issue =>
  error(
    'close-not-computed',
    { file: shownPath(join(place.monthDir, MANIFEST_FILE), place) },
    text(`${place.month} has not been computed.`, `${place.month} 尚未计算工资。`),
    text(
      `Compute it and look at it first: pay compute --month ${place.month}`,
      `请先计算并核对：pay compute --month ${place.month}`,
    ),
  );

const inputChanged = (file: string): Issue =>
  error(
    'close-input-changed',
    { file },
    text('this file has changed, come or gone since the month was computed.', '此文件在计算之后有改动、新增或消失。'),
    text('Compute the month again, look at it, then close.', '请重新计算并核对后再关账。'),
  );

const resultChanged = (file: string): Issue =>
  error(
    'close-result-changed',
    { file },
    text('this is not the file that `pay compute` wrote.', '此文件不是 pay compute 写出的内容。'),
    text('Compute the month again; corrections belong into the input files.', '请重新计算；更正应写在输入文件中。'),
  );

const alreadyClosed = ({ month }: Manifest, by: string): Issue =>
  info(
    'already-closed',
    null,
    text(`${month} had been closed by ${shown(by)} before.`, `${month} 此前已由 ${shown(by)} 关账。`),
    text('Nothing was changed.', '没有改动。'),
  );
