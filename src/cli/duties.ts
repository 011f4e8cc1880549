/** The month's duty list beside its roster, as far as it can be read: calendars mark it, they do not judge it. */
import { DUTY_COLUMNS, type DutyEntry, readDuty } from '../roster/duty/read-duty.js';
import type { Place } from './place.js';
import { findTable } from './tables.js';

/** Empty where there is no list, or nobody can read it: `roster duty` says what is wrong with it. */
export async function dutiesBeside(place: Place): Promise<readonly DutyEntry[]> {
  const aside = { ...place, used: new Set<string>() };
  const found = await findTable(null, place.monthDir, 'duty', DUTY_COLUMNS, aside);
  return !found.there || found.value === null ? [] : (readDuty(found.value, place.month).value ?? []);
}
