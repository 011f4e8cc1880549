/** Names for sheets on the wall; where two people have the same, the number tells them apart: `李娜(1003)`. */
import type { Problem } from '../problem.js';

export function namesOf({ agents }: Problem): (staff: string) => string {
  const times = new Map<string, number>();
  for (const { person } of agents) times.set(person.name, (times.get(person.name) ?? 0) + 1);
  const names = new Map<string, string>(
    agents.map(({ id, person }) => [id, times.get(person.name) === 1 ? person.name : `${person.name}(${id})`]),
  );
  return (staff) => names.get(staff) ?? staff;
}
