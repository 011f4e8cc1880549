/** What a single cell costs: leave, own shifts, protection, wishes, cells to keep to, rest on a meeting day, pins. */
import { measure } from '../../judge/finding.js';
import { judgedWanted, keeps } from '../../judge/kept-cells.js';
import { meetingOn } from '../../judge/meetings.js';
import { touches } from '../../judge/shift-times.js';
import { isGranted, judgedRequests } from '../../judge/wishes.js';
import type { Shift } from '../../problem.js';
import { FORBIDDEN } from '../model.js';
import { priceOf } from './price.js';
import type { Agent } from './row.js';
import { valueFor } from './sheet.js';

export function cellCosts({ sheet, index, hard }: Agent): Float64Array {
  const { problem, days, values } = sheet;
  const { rules } = problem.handbook.values;
  const agent = problem.agents[index]!;
  const cell = new Float64Array(days * values);
  /** The shifts that a value stands for: none or one. */
  const shiftsOf = (value: number): readonly Shift[] => (value === 0 ? [] : [sheet.shifts[value - 1]!]);
  const charge = (day: number, cost: number, isCharged: (shifts: readonly Shift[]) => boolean): void => {
    if (cost === 0) return;
    for (let value = 0; value < values; value += 1) {
      if (isCharged(shiftsOf(value))) cell[day * values + value]! += cost;
    }
  };

  const leave = priceOf(measure(rules.leave.level), hard)(1);
  const own = priceOf(measure(rules['allowed-shifts'].level), hard)(1);
  const night = priceOf(measure(rules.protected.level), hard)(1);
  const meeting = priceOf(measure(rules.meeting.level, rules.meeting.weight), hard)(1);
  for (let day = 0; day < days; day += 1) {
    const allowed = agent.allowed[day]!;
    charge(day, own, ([shift]) => shift !== undefined && !allowed.includes(shift.code));
    if (agent.leave[day] !== null) charge(day, leave, (shifts) => shifts.length > 0);
    if (agent.protectedOn[day]) charge(day, night, ([shift]) => shift !== undefined && touches(shift, rules.protected));
    const atMeeting = agent.active[day] && agent.leave[day] === null && meetingOn(problem, day) !== null;
    if (atMeeting) charge(day, meeting, (shifts) => shifts.length === 0);
  }

  const wish = priceOf(measure(rules.requests.level, rules.requests.weight), hard);
  for (const { request, day } of judgedRequests(problem).filter((each) => each.agent === index)) {
    charge(day, wish(request.weight), (shifts) => !isGranted(request, shifts));
  }
  const { stability } = rules;
  for (const { day, codes, price } of judgedWanted(problem).filter((each) => each.agent === index)) {
    const change = priceOf(measure(stability.level, stability.weight * price), hard)(1);
    charge(day, change, (shifts) => !keeps(codes, shifts));
  }
  for (const pin of problem.pins.filter(({ staff }) => staff === agent.id)) {
    const pinned = pin.cell.kind === 'shift' ? valueFor(sheet, pin.cell.shifts[0]!) : 0;
    const day = problem.days.findIndex((each) => each.day === pin.day);
    for (let value = 0; value < values && day >= 0; value += 1) {
      if (value !== pinned) cell[day * values + value] = FORBIDDEN;
    }
  }
  return cell;
}
