/** The legal minimum wage that holds for somebody: their region's, where the staff list names one, else the department's. */
import type { Fen } from '../base/fen.js';
import { type Issue, warning } from '../base/issue.js';
import { shown } from '../base/shown.js';
import { text } from '../base/text.js';
import { termsOn } from '../people/person.js';
import type { PayMonth, PersonMonth } from './month.js';

export interface MinimumWage {
  /** A month's; null: not set. */
  readonly amount: Fen | null;
  /** Where the handbook gives it. */
  readonly path: string;
}

const DEPARTMENT = 'pay.minimum_wage';
const REGIONS = 'pay.minimum_wage_by_region';

/** On the person's last day of employment in the month: who moves is paid by where they are at its end. */
const regionOf = (month: PayMonth, person: PersonMonth): string | null =>
  termsOn(person.person, person.employed.at(-1) ?? month.last).region ?? null;

export function minimumWageOf(month: PayMonth, person: PersonMonth): MinimumWage {
  const region = regionOf(month, person);
  const amount = region === null ? undefined : month.pay.minimum_wage_by_region?.[region];
  return amount === undefined || region === null
    ? { amount: month.pay.minimum_wage, path: DEPARTMENT }
    : { amount, path: `${REGIONS}.${region}` };
}

/** Regions of the staff list that the table does not know: those people are held against the department's. */
export function unknownRegions(month: PayMonth): Issue[] {
  const table = month.pay.minimum_wage_by_region ?? {};
  const missing = new Map<string, PersonMonth>();
  for (const person of month.people) {
    const region = regionOf(month, person);
    if (region !== null && !(region in table) && !missing.has(region)) missing.set(region, person);
  }
  return [...missing].map(([region, { id, person }]) =>
    warning(
      'region-without-minimum-wage',
      person.source,
      text(
        `${id} ${person.name}: no minimum wage is known for the region ${shown(region)}; the department's is taken.`,
        `${id} ${person.name}：没有地区“${shown(region)}”的最低工资标准，按部门标准比较。`,
      ),
      text(
        `Add it to handbook.yaml: pay: { minimum_wage_by_region: { ${shown(region)}: 2490 } }`,
        `请写入 handbook.yaml：pay: { minimum_wage_by_region: { ${shown(region)}: 2490 } }`,
      ),
    ),
  );
}
