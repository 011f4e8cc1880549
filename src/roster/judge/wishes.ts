/** Requests laid over the problem. */
import type { Request } from '../../people/person.js';
import type { Problem, Shift } from '../problem.js';

export interface JudgedRequest {
  readonly request: Request;
  readonly agent: number;
  readonly day: number;
}

/** Wishes for a day of the month on which the person is employed and not on approved leave. */
export function judgedRequests(problem: Problem): JudgedRequest[] {
  const agents = new Map(problem.agents.map(({ id }, index) => [id, index]));
  const days = new Map(problem.days.map(({ day }, index) => [day, index]));
  return problem.requests.flatMap((request) => {
    const [agent, day] = [agents.get(request.staff), days.get(request.day)];
    if (agent === undefined || day === undefined) return [];
    const { active, leave } = problem.agents[agent]!;
    return active[day] && leave[day] === null ? [{ request, agent, day }] : [];
  });
}

/** Whether a day with these shifts (none: rest) grants the wish. */
export function isGranted(request: Request, shifts: readonly Shift[]): boolean {
  const given = request.shift === null ? shifts.length === 0 : shifts.some(({ code }) => code === request.shift);
  return given === request.wanted;
}
