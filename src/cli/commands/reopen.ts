/** `pay reopen`: a closed month may be computed again. The trace stays in the manifest. */
import { join } from 'node:path';
import { error, hasErrors, type Issue } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { addMonths } from '../../calendar/day.js';
import { toJson } from '../../io/json.js';
import { kindOf, modesOf } from '../../io/workspace.js';
import { writeFiles } from '../../io/write-files.js';
import { closedBy, MANIFEST_FILE, type Manifest } from '../../pay/life/manifest.js';
import type { Answer, Call } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { whileLocked } from '../locked.js';
import { manifestIn } from '../manifests.js';
import { type Place, placeOf, resultPath, shownPath } from '../place.js';
import { moment, nameMissing } from '../when.js';
import { resultsOf } from './close.js';

export async function reopenCommand(call: Call): Promise<Answer> {
  const { place, issues } = placeOf(call.flags, call.shell, 'last');
  const { month } = place;
  if (hasErrors(issues)) return failed(issues);
  const reason = call.flags.because ?? '';
  const wrong = [
    ...(call.flags.by === null ? [nameMissing('pay reopen')] : []),
    ...(reason === '' ? [reasonMissing()] : []),
  ];
  if (wrong.length > 0) return failed(wrong, { month });
  if ((await kindOf(place.monthDir)) !== 'folder') return failed([notClosed(place)], { month });
  return whileLocked(place.monthDir, 'pay reopen', () => reopen(call, place, reason));
}

async function reopen(call: Call, place: Place, reason: string): Promise<Answer> {
  const { month } = place;
  const { value: manifest, issues } = await manifestIn(place.monthDir, place);
  if (manifest === null) return failed(issues.length > 0 ? issues : [notClosed(place)], { month });
  if (closedBy(manifest) === null) return failed([notClosed(place)], { month });
  const later = await manifestIn(join(place.dir, addMonths(month, 1)), place);
  if (later.value !== null && closedBy(later.value) !== null) return failed([laterClosed(place)], { month });
  const step = { step: 'reopened', by: call.flags.by!, at: moment(call.shell), reason } as const;
  const open: Manifest = { ...manifest, rules: null, life: [...manifest.life, step] };
  const path = join(place.monthDir, MANIFEST_FILE);
  const thawed = await modesOf(resultsOf(open, place), true);
  call.interrupts.stopIfOver();
  const written = await writeFiles([{ path, content: toJson(open) }], { home: place.monthDir, modes: thawed });
  if (written.value === null) return failed(written.issues, { month });
  return {
    exit: EXIT.done,
    status: 'open',
    issues: [],
    document: { month, by: step.by, at: step.at, reason, files: [resultPath(path, place)] },
    print: (page) =>
      `${text(`${month} is open again. Compute, look, and close it anew.`, `${month} 已重新打开，请重新计算、核对并关账。`)[page.lang]}\n`,
  };
}

const reasonMissing = (): Issue =>
  error(
    'reopen-without-reason',
    null,
    text('a closed month is not opened without a reason.', '没有理由不能重新打开已关账月份。'),
    text('Add --because "...": it is kept in the manifest.', '请加上 --because "理由"，将记入清单。'),
  );

const notClosed = (place: Place): Issue =>
  error(
    'reopen-not-closed',
    { file: shownPath(join(place.monthDir, MANIFEST_FILE), place) },
    text(`${place.month} is not closed.`, `${place.month} 没有关账。`),
    text('Look at --month.', '请核对 --month。'),
  );

/** What the later month carried on from this one would no longer be what it was closed with. */
const laterClosed = (place: Place): Issue => {
  const next = addMonths(place.month, 1);
  return error(
    'reopen-later-closed',
    null,
    text(`${next} is closed, and goes on from ${place.month}.`, `${next} 已关账，且承接 ${place.month} 的数据。`),
    text(`Reopen ${next} first, or let the change become arrears.`, `请先重新打开 ${next}，或让变动进入补发补扣。`),
  );
};
