/** `roster init DIR`: a workspace to fill in, which runs as it is. */
import { join, resolve } from 'node:path';
import { error, hasErrors, type Issue } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { handbookTemplate } from '../../handbook/template.js';
import { toCsv } from '../../io/csv.js';
import { kindOf } from '../../io/workspace.js';
import { writeFiles } from '../../io/write-files.js';
import type { Answer, Call } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { handbookFrom, presetsAlone } from '../handbook.js';
import { monthTables, staffExample } from '../init/templates.js';
import { placeOf } from '../place.js';

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
    print: ({ lang }) => explained(given, place.month, lang === 'en'),
  };
}

const occupied = (dir: string, there: readonly string[]): Issue =>
  error(
    'workspace-exists',
    { file: dir },
    text(`${there.join(', ')} already there; nothing was written.`, `${there.join('、')} 已存在，没有写任何文件。`),
    text('Choose another folder, or take these files away.', '请换一个文件夹，或移走这些文件。'),
  );

function explained(dir: string, month: string, en: boolean): string {
  return en
    ? `Written to ${dir}:
  handbook.yaml             the department's rules; every line is commented
  staff.csv                 six example people: put your own in their place
  ${month}/leave.csv         leave: number, from, to, kind (年假 病假 事假 ...), approved_by
  ${month}/requests.csv      wishes: number, day, 晚 or off, with ! in front for "not"
  ${month}/events.csv        what happened: rewards, complaints, losses
  ${month}/kpi.csv           figures, where the handbook asks for them
Put order exports into ${month}/orders/ and punch files into ${month}/punches/. Excel files (.xlsx) will do in place of csv.

It runs as it is:
  roster generate --dir ${dir} --month ${month}
  roster handbook --dir ${dir}
  pay compute --dir ${dir} --month ${month}
`
    : `已写入 ${dir}：
  handbook.yaml             部门规则，每处都有说明
  staff.csv                 六个示例员工：请换成自己的
  ${month}/leave.csv         请假：工号、开始、结束、假别（年假、病假、事假……）、批准人
  ${month}/requests.csv      意愿：工号、日期、晚 或 休，前面加 ! 表示不要
  ${month}/events.csv        奖励、投诉、损失等事件
  ${month}/kpi.csv           手册要求的指标
订单导出放入 ${month}/orders/，打卡文件放入 ${month}/punches/。各表也可以用 Excel（.xlsx）。

现在就可以运行：
  roster generate --dir ${dir} --month ${month}
  roster handbook --dir ${dir}
  pay compute --dir ${dir} --month ${month}
`;
}
