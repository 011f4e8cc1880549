import { describe, expect, it } from 'vitest';
import { headingKey } from '../../src/base/cell.js';
import { DEMAND_COLUMNS } from '../../src/people/demand.js';
import { EVENT_COLUMNS, EVENT_KINDS } from '../../src/people/events.js';
import { KPI_COLUMNS } from '../../src/people/kpi.js';
import { LEAVE_COLUMNS } from '../../src/people/leave.js';
import { REQUEST_COLUMNS } from '../../src/people/requests.js';
import { STAFF_COLUMNS } from '../../src/people/staff.js';

/** The headings of the design's table. */
const PROMISED = {
  staff:
    'id 工号, name 姓名, team 班组, shifts 可上班次, skills 技能, mentor 师傅, hired 入职日期, left 离职日期, probation_until 试用期至, post 岗位, post_salary 岗位工资, seniority_from 工龄起算, protected_until 保护期至, from 生效日期',
  leave: 'id 工号, from 开始, to 结束, kind 假别, approved_by 批准人, stand_in 补班人, note 备注',
  requests: 'id 工号, day 日期, wish 意愿, weight 权重',
  demand: 'day 日期, from 开始, to 结束, agents 人数',
  events: 'day 日期, id 工号, kind 类型, what 事项, amount 金额, evidence 凭证, approved_by 批准人',
  kpi: 'id 工号, kpi 指标, value 数值',
};

const COLUMNS = {
  staff: STAFF_COLUMNS,
  leave: LEAVE_COLUMNS,
  requests: REQUEST_COLUMNS,
  demand: DEMAND_COLUMNS,
  events: EVENT_COLUMNS,
  kpi: KPI_COLUMNS,
};

describe.each(Object.keys(PROMISED) as (keyof typeof PROMISED)[])('%s.csv', (file) => {
  const names = Object.values(COLUMNS[file]).map((column) => column.names.map(headingKey));

  it('knows every promised heading in both languages', () => {
    for (const pair of PROMISED[file].split(', ')) {
      const [english, chinese] = pair.split(' ').map(headingKey) as [string, string];
      expect(names.filter((own) => own[0] === english && own[1] === chinese)).toHaveLength(1);
    }
  });

  it('gives no heading to two columns', () => {
    const all = names.flat();
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
  });
});

it('no word means two kinds of events', () => {
  const all: string[] = Object.values(EVENT_KINDS).flat();
  expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
});
