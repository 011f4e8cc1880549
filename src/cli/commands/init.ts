/** `roster init DIR`: a workspace to fill in, which runs as it is. */
import { join, resolve } from 'node:path';
import { error, hasErrors, type Issue } from '../../base/issue.js';
import { type Lang, type Text, text } from '../../base/text.js';
import { handbookTemplate } from '../../handbook/template.js';
import { toCsv } from '../../io/csv.js';
import { kindOf } from '../../io/workspace.js';
import { writeFiles } from '../../io/write-files.js';
import type { Answer, Call } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { handbookFrom, presetsAlone } from '../handbook.js';
import { monthTables, staffExample } from '../init/templates.js';
import { placeOf, typedHere } from '../place.js';
import { padded } from '../width.js';

/** The default pair: shifts and rest from the first, pay from the second. */
const USUAL = ['three-shift', 'commission-2017'];

export async function initCommand(call: Call): Promise<Answer> {
  const given = call.args[0]!;
  const { place, issues } = placeOf({ ...call.flags, dir: given }, call.shell, 'next');
  if (hasErrors(issues)) return failed(issues);
  const dir = resolve(call.shell.cwd, given);
  const names = call.flags.handbook === null ? USUAL : call.flags.handbook.split(',').map((name) => name.trim());
  const handbook = await handbookFrom(presetsAlone(names, '--handbook'));
  const wrong = handbook.issues.filter((issue) => issue.severity === 'error');
  if (handbook.value === null) return failed(wrong);
  const files = [
    { name: 'handbook.yaml', content: handbookTemplate(handbook.value, text('Customer service', '客服部')[call.lang]) },
    { name: 'staff.csv', content: toCsv(staffExample(call.lang)) },
    ...monthTables(call.lang).map(([name, grid]) => ({ name: `${place.month}/${name}`, content: toCsv(grid) })),
  ];
  const there = [];
  for (const { name } of files) if ((await kindOf(join(dir, name))) !== null) there.push(name);
  if (there.length > 0) return failed([occupied(given, there)]);
  const written = await writeFiles(files.map(({ name, content }) => ({ path: join(dir, name), content })));
  if (written.value === null) return failed(written.issues);
  return {
    exit: EXIT.done,
    status: 'ok',
    issues: [],
    document: { dir: given, month: place.month, files: files.map(({ name }) => `${given}/${name}`) },
    print: ({ lang }) => explained(given, place.month, names, lang),
  };
}

const occupied = (dir: string, there: readonly string[]): Issue =>
  error(
    'workspace-exists',
    { file: dir },
    text(`${there.join(', ')} already there; nothing was written.`, `${there.join('、')} 已存在，没有写任何文件。`),
    text('Choose another folder, or take these files away.', '请换一个文件夹，或移走这些文件。'),
  );

/** What was written and what was assumed, so that nothing has to be asked. */
function explained(dir: string, month: string, presets: readonly string[], lang: Lang): string {
  const files: readonly (readonly [string, Text])[] = [
    ['handbook.yaml', text("the department's rules; every line is commented", '部门规则，每处都有说明')],
    ['staff.csv', text('six example people: put your own in their place', '六个示例员工：请换成自己的')],
    [
      `${month}/leave.csv`,
      text(
        'leave: number, from, to, kind (年假 病假 事假 ...), approved_by',
        '请假：工号、开始、结束、假别（年假、病假、事假……）、批准人',
      ),
    ],
    [
      `${month}/requests.csv`,
      text(
        'wishes: number, day, 晚 or off, with ! in front for "not"',
        '意愿：工号、日期、晚 或 休，前面加 ! 表示不要',
      ),
    ],
    [`${month}/events.csv`, text('what happened: rewards, complaints, losses', '奖励、投诉、损失等事件')],
    [`${month}/kpi.csv`, text('figures, where the handbook asks for them', '手册要求的指标')],
    [
      `${month}/orders/ punches/`,
      text("yours to fill: the platforms' exports, as they are", '自己建：放入各平台的导出文件，原样即可'),
    ],
  ];
  const list = files.map(([file, what]) => `  ${padded(file, 26)}${what[lang]}\n`).join('');
  const names = presets.join(', ');
  const assumed = text(
    `Assumed: the ready-made handbooks ${names} (another: roster init DIR --handbook two-shift,conversion-bonus), planning for ${month}.\nExcel files (.xlsx) will do in place of csv; headings are English or Chinese.\n`,
    `已假定：采用现成手册 ${names}（换用其他：roster init 文件夹 --handbook two-shift,conversion-bonus），排 ${month} 的班。\n各表也可以用 Excel（.xlsx），表头中英文均可。\n`,
  );
  const at = (line: string): string => `  ${typedHere(line, { dir: dir === '.' ? null : dir })}\n`;
  const next = [
    `roster check --month ${month}`,
    `roster generate --month ${month}`,
    'roster handbook',
    `pay check --month ${month}`,
    `pay compute --month ${month}`,
  ];
  return [
    `${text(`Written to ${dir}:`, `已写入 ${dir}：`)[lang]}\n`,
    list,
    `${assumed[lang]}\n`,
    `${text('It runs as it is:', '现在就可以运行：')[lang]}\n`,
    ...next.map(at),
  ].join('');
}
