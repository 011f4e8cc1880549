/** `pay diff RUN_A RUN_B`: which lines of two runs differ, by how much, and because of which figures and rows. */
import { join, resolve } from 'node:path';
import { formatYuan, sumFen } from '../../base/fen.js';
import type { Outcome } from '../../base/issue.js';
import { parseJson } from '../../io/json.js';
import { kindOf, readText } from '../../io/workspace.js';
import { differencesOf } from '../../pay/life/difference.js';
import { type Run, readRun } from '../../pay/life/run.js';
import type { Answer, Call } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { changesJson, drawChanges } from '../pay-changes.js';
import { shownPath } from '../place.js';
import { PAY_FILE } from '../wages.js';

/** A pay.json, or the folder that holds one. */
async function runAt(given: string, call: Call): Promise<Outcome<Run>> {
  const { cwd } = call.shell;
  const named = resolve(cwd, given);
  const path = (await kindOf(named)) === 'folder' ? join(named, PAY_FILE) : named;
  const source = { file: shownPath(path, { dir: cwd, cwd }) };
  const words = await readText(path, source.file);
  if (words.value === null) return { value: null, issues: words.issues };
  const document = parseJson(words.value, source);
  return document.value === null ? { value: null, issues: document.issues } : readRun(document.value, source);
}

export async function diffCommand(call: Call): Promise<Answer> {
  const [a = '', b = ''] = call.args;
  const [before, after] = [await runAt(a, call), await runAt(b, call)];
  if (before.value === null || after.value === null) return failed([...before.issues, ...after.issues]);
  const changes = differencesOf(before.value, after.value, call.lang);
  const by = sumFen(changes.map((change) => change.by));
  return {
    exit: changes.length === 0 ? EXIT.done : EXIT.look,
    status: changes.length === 0 ? 'same' : 'different',
    issues: [],
    document: {
      before: before.value.month,
      after: after.value.month,
      by: formatYuan(by),
      changes: changesJson(changes, call.lang),
    },
    print: ({ lang }) => drawChanges(changes, lang),
  };
}
