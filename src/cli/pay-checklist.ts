/** The checklist of a month to be paid. */
import { join } from 'node:path';
import { counted, joinTexts, same, type Text, text } from '../base/text.js';
import { addMonths, daysOf } from '../calendar/day.js';
import type { PayInput } from '../pay/input.js';
import { employedOn } from '../people/person.js';
import { fileItem, folderItem, type Item, NOTHING, tableItem } from './checklist.js';
import type { Call } from './command.js';
import { type Place, typedHere } from './place.js';
import { ROSTER_FILE } from './rosters.js';
import { PAY_FILE } from './wages.js';

/** `input` null: something could not be read; then only what is there is told. */
export async function payChecklist(place: Place, call: Call, input: PayInput | null): Promise<Item[]> {
  const { flags } = call;
  const pay = input?.handbook.values.pay;
  const people = input?.staff.filter((person) => daysOf(place.month).some((day) => employedOn(person, day))) ?? [];
  const unpaid = people.filter(({ terms }) => terms.every(({ postSalary }) => postSalary === null));
  // Where the handbook cannot be read nobody knows what it pays.
  const commission = pay === undefined || pay.commission !== undefined || pay.pool !== undefined;
  const before = addMonths(place.month, -1);
  return [
    await fileItem(
      place,
      text('handbook', '手册'),
      flags.handbook ?? join(place.dir, 'handbook.yaml'),
      presetsOf(input),
      text('make one: roster init DIR', '新建：roster init 文件夹'),
      'missing',
    ),
    await tableItem(
      place,
      text('staff', '员工名单'),
      { folder: place.dir, stem: 'staff', given: flags.staff },
      input === null
        ? NOTHING
        : unpaid.length === 0 || pay?.post_salary === undefined
          ? text(counted(people.length, 'person', 'people'), `${people.length} 人`)
          : text(
              `${counted(people.length, 'person', 'people')}, ${unpaid.length} without post_salary: ${unpaid.map(({ id }) => id).join(', ')}`,
              `${people.length} 人，其中 ${unpaid.length} 人没有岗位工资：${unpaid.map(({ id }) => id).join('、')}`,
            ),
      text('write one row for each agent: id, name, post_salary', '每人一行：工号、姓名、岗位工资'),
      'missing',
    ),
    await fileItem(
      place,
      text('roster', '班表'),
      flags.roster ?? join(place.monthDir, ROSTER_FILE),
      input?.roster == null ? NOTHING : text(`revision ${input.roster.revision}`, `第 ${input.roster.revision} 版`),
      text(
        `days are counted by the calendar. A sheet becomes the roster: ${typedHere(`roster publish FILE --month ${place.month}`, flags)}`,
        `按自然日计算。把表格变成班表：${typedHere(`roster publish 文件 --month ${place.month}`, flags)}`,
      ),
      'missing',
    ),
    await folderItem(
      place,
      text('punches', '打卡'),
      join(place.monthDir, 'punches'),
      flags.punches,
      text(
        "every rostered shift counts as worked. Put the platform's attendance export in, as it is",
        '排班视为已出勤。请把考勤平台的导出文件原样放入',
      ),
      'missing',
    ),
    await folderItem(
      place,
      text('orders', '订单'),
      join(place.monthDir, 'orders'),
      flags.orders,
      commission
        ? text(
            "nobody earns commission. Put the platforms' order exports in, as they are",
            '没有提成。请把各平台订单导出文件原样放入',
          )
        : text('not needed: the handbook pays no commission', '不需要：手册没有提成'),
      commission ? 'missing' : 'none',
    ),
    await tableItem(
      place,
      text('leave', '请假'),
      { folder: place.monthDir, stem: 'leave', given: flags.leave },
      NOTHING,
      text('nobody was on leave', '无人请假'),
    ),
    await tableItem(
      place,
      text('events', '事件'),
      { folder: place.monthDir, stem: 'events', given: flags.events },
      input === null ? NOTHING : rows(input.events.filter(({ day }) => day.startsWith(place.month)).length),
      text('no rewards, complaints, losses or fines', '没有奖励、投诉、损失或罚款'),
    ),
    await kpiItem(place, call, input),
    await fileItem(
      place,
      text('last month', '上月工资'),
      join(place.dir, before, PAY_FILE),
      text('carried over: losses, streaks, sums of the year', '已衔接：未扣完的损失、连续月数、当年累计'),
      text('nothing is carried over: losses, streaks, sums of the year', '没有可衔接的损失、连续月数和当年累计'),
      'none',
    ),
  ];
}

const presetsOf = (input: PayInput | null): Text => {
  const names = (input?.handbook.values.extends ?? []).join(', ');
  return names === '' ? NOTHING : text(`from ${names}`, `取自 ${names}`);
};

const rows = (count: number): Text => text(counted(count, 'row', 'rows'), `${count} 条`);

/** A table with its headings alone is no better than none where the handbook asks for figures. */
async function kpiItem(place: Place, call: Call, input: PayInput | null): Promise<Item> {
  const figures = figuresAsked(input);
  const none =
    input === null
      ? text('where the handbook asks for figures', '手册要求指标时填写')
      : figures.length === 0
        ? text('not needed: the handbook asks for none', '不需要：手册没有要求')
        : joinTexts([
            text('one row for each person and figure: ', '每人每项一行：'),
            joinTexts(figures, text(', ', '、')),
          ]);
  const item = await tableItem(
    place,
    text('KPI figures', '指标'),
    { folder: place.monthDir, stem: 'kpi', given: call.flags.kpi },
    input === null ? NOTHING : rows(input.kpis.length),
    none,
    figures.length === 0 ? 'none' : 'missing',
  );
  const isEmpty = item.state === 'there' && input?.kpis.length === 0 && figures.length > 0;
  return isEmpty ? { ...item, state: 'missing', says: none } : item;
}

/** The figures that money or the score card hangs on. */
function figuresAsked(input: PayInput | null): Text[] {
  const { conversion, kpis, grades } = input?.handbook.values.pay ?? {};
  const counts = conversion === undefined ? [] : [same(conversion.served), same(conversion.bought)];
  const named = [...Object.values(kpis ?? {}), ...Object.values(grades?.parts ?? {})];
  return [...counts, ...named.map(({ name }) => text(name.en, name.zh))];
}
