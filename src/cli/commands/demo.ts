/** `roster demo`: the sample department's next roster and last pay, in a folder of its own that stays to be looked at. */
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from '../../base/text.js';
import { packageRoot } from '../../io/package-files.js';
import { kindOf } from '../../io/workspace.js';
import type { Answer, Call, Page } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import type { Flags } from '../flags.js';
import { folderTaken } from '../folders.js';
import { painter } from '../terminal.js';
import { computeCommand } from './compute.js';
import { explainCommand } from './explain-pay.js';
import { generateCommand } from './generate.js';

const SAMPLE = 'three-shift';
/** The sample is a department at the end of November 2026. */
const [PLANNED, PAID] = ['2026-12', '2026-11'];
/** 李娜 1003: commission by tiers, the pool, seniority, a late arrival and a loss. */
const EXPLAINED = '1003';

export async function demoCommand(call: Call): Promise<Answer> {
  const { out } = call.flags;
  if (out !== null && (await kindOf(resolve(call.shell.cwd, out))) !== null) return failed([folderTaken(out)]);
  const dir = out === null ? await mkdtemp(join(tmpdir(), 'rosterpay-demo-')) : resolve(call.shell.cwd, out);
  await cp(join(packageRoot(), 'samples', SAMPLE), dir, { recursive: true });
  const within = (month: string, args: readonly string[] = []): Call => {
    const flags: Flags = { ...call.flags, dir, month, out: null };
    return { ...call, flags, args };
  };
  const roster = await generateCommand(within(PLANNED));
  const pay = await computeCommand(within(PAID));
  const slip = await explainCommand(within(PAID, [EXPLAINED]));
  const worst = [roster, pay, slip].find(({ exit }) => exit > EXIT.look);
  if (worst !== undefined) return { ...worst, document: { ...worst.document, dir } };
  return {
    exit: EXIT.done,
    status: 'ok',
    issues: [],
    document: {
      dir,
      roster: { status: roster.status, ...roster.document },
      pay: { status: pay.status, ...pay.document },
    },
    print: (page) => {
      const parts = [
        [text(`The roster of ${PLANNED}`, `${PLANNED} 班表`), `roster generate --month ${PLANNED}`, roster],
        [text(`The pay of ${PAID}`, `${PAID} 工资`), `pay compute --month ${PAID}`, pay],
        [text('One payslip, explained', '一份工资条的来历'), `pay explain ${EXPLAINED} --month ${PAID}`, slip],
      ] as const;
      const shown = parts.map(([title, line, answer]) => part(title[page.lang], line, answer, page));
      const end = text(`The folder: ${dir}`, `文件夹：${dir}`);
      return `${shown.join('\n')}\n${end[page.lang]}\n`;
    },
  };
}

function part(title: string, line: string, answer: Answer, page: Page): string {
  const paint = painter(page.colour);
  return `${paint(`== ${title} ==`, { bold: true })}\n${paint(`$ ${line}`, { dim: true })}\n\n${answer.print(page)}`;
}
