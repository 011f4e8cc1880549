/** Everything a month's pay is computed from: its own facts, and what later facts change in closed months before it. */
import { hasErrors } from '../base/issue.js';
import { readArrears } from './arrears.js';
import type { Flags } from './flags.js';
import { readHandbook } from './handbook.js';
import { type PayFacts, readPayFacts } from './pay-facts.js';
import type { Place } from './place.js';

export { PAY_FILE } from './pay-facts.js';

export async function readWages(place: Place, flags: Flags): Promise<PayFacts> {
  const facts = await readPayFacts(place, flags, await readHandbook(place, flags.handbook, 'pay'));
  if (facts.input === null) return facts;
  const arrears = await readArrears(place, flags);
  const issues = [...facts.issues, ...arrears.issues];
  return hasErrors(issues)
    ? { input: null, issues }
    : { input: { ...facts.input, arrears: arrears.value ?? [] }, issues };
}
