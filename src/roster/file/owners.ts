/** Whose row of a sheet it is: by number, or by name where people retyped the sheet without numbers. */
import type { Person, StaffId } from '../../people/person.js';
import { zerosLost } from '../../people/reading.js';

/**
 * The number of a row's person. Of a name that nobody or more than one person has nothing is known: the name itself, which
 * no staff list has as a number. A number that a spreadsheet robbed of its leading zeros is put right where the name agrees.
 */
export function rowOwners(people: readonly Person[] | null): (number: string, name: string) => StaffId {
  const known = new Set<string>(people?.map(({ id }) => id));
  const byName = new Map<string, StaffId | null>();
  for (const { id, name } of people ?? []) byName.set(name, byName.has(name) ? null : id);
  const padded = zerosLost(people ?? []);
  return (number, name) => {
    if (number === '') return byName.get(name) ?? (name as StaffId);
    const meant = known.has(number) ? null : padded(number);
    return meant !== null && meant.name === name ? meant.id : (number as StaffId);
  };
}
