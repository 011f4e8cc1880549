/** The checklist of a month to be planned. */
import { join } from 'node:path';
import { counted, text } from '../base/text.js';
import { addMonths } from '../calendar/day.js';
import { fileItem, type Item, NOTHING, tableItem } from './checklist.js';
import type { Flags } from './flags.js';
import type { Place } from './place.js';
import type { Planning } from './planning.js';
import { ROSTER_FILE } from './rosters.js';

export async function rosterChecklist(place: Place, flags: Flags, planning: Planning): Promise<Item[]> {
  const { people, facts, problem, handbook } = planning;
  const before = addMonths(place.month, -1);
  const presets = (handbook?.values.extends ?? []).join(', ');
  const leave = facts?.leave ?? [];
  const unapproved = leave.filter(({ approvedBy }) => approvedBy === null).length;
  const rows = (count: number | undefined, zh: string) =>
    count === undefined ? NOTHING : text(counted(count, 'row', 'rows'), `${count} ${zh}`);
  const inMonth = problem?.agents.length;
  return [
    await fileItem(
      place,
      text('handbook', '手册'),
      flags.handbook ?? join(place.dir, 'handbook.yaml'),
      presets === '' ? NOTHING : text(`from ${presets}`, `取自 ${presets}`),
      text('make one: roster init DIR', '新建：roster init 文件夹'),
      'missing',
    ),
    await tableItem(
      place,
      text('staff', '员工名单'),
      { folder: place.dir, stem: 'staff', given: flags.staff },
      people === null
        ? NOTHING
        : text(
            `${people.length} people${inMonth === undefined ? '' : `, ${inMonth} of them employed in ${place.month}`}`,
            `共 ${people.length} 人${inMonth === undefined ? '' : `，${place.month} 在职 ${inMonth} 人`}`,
          ),
      text('write one row for each agent: id, name', '每人一行：工号、姓名'),
      'missing',
    ),
    await tableItem(
      place,
      text('leave', '请假'),
      { folder: place.monthDir, stem: 'leave', given: flags.leave },
      unapproved === 0
        ? rows(facts?.leave.length, '条')
        : text(
            `${counted(leave.length, 'row', 'rows')}, ${unapproved} without approval: listed, not honoured`,
            `${leave.length} 条，其中 ${unapproved} 条未批准：只列出，不生效`,
          ),
      text(
        'nobody is on leave; else one row a spell: id, from, to, kind, approved_by',
        '无人请假；否则每段一行：工号、开始、结束、假别、批准人',
      ),
    ),
    await tableItem(
      place,
      text('wishes', '意愿'),
      { folder: place.monthDir, stem: 'requests', given: flags.requests },
      rows(facts?.requests.length, '条'),
      text(
        'no wishes; else one row each: id, day, wish (晚, off, !晚)',
        '没有意愿；否则每条一行：工号、日期、意愿（晚、休、!晚）',
      ),
    ),
    await tableItem(
      place,
      text('people needed', '人数需求'),
      { folder: place.monthDir, stem: 'demand', given: flags.demand },
      rows(facts?.demand.length, '行'),
      text(
        'heads of each shift by the handbook alone; from past chat counts: roster demand',
        '只按手册的每班人数排；由历史咨询量推算：roster demand',
      ),
    ),
    await fileItem(
      place,
      text('last month', '上月班表'),
      flags.previous ?? join(place.dir, before, ROSTER_FILE),
      text('carried over: late shifts, runs, shares of the year', '已衔接：上月末晚班、连班和当年累计'),
      text(
        `unknown: who had the late shift on its last day, who is in the middle of a run. A sheet will do: --previous FILE`,
        '未知：月末谁上晚班、谁正在连班。旧表格也可以：--previous 文件',
      ),
      'missing',
    ),
  ];
}
