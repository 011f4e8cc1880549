/** Which assumed figures the month's pay rests on: the handbook's documents are silent there, and the user may set them. */
import type { Text } from '../base/text.js';
import type { Derivation } from './derivation.js';
import type { PayResult } from './payslip.js';

export interface Assumption {
  readonly line: string;
  /** Of the line. */
  readonly label: Text;
  /** Of the figure; empty where the line's rule as a whole is assumed. */
  readonly name: Text;
  readonly value: string;
  /** How many payslips rest on it. */
  readonly people: number;
}

const NOTHING: Text = { en: '', zh: '' };

/** In the order of the lines; a rule as a whole is named only where no single figure of its line is. */
export function assumptionsOf({ payslips }: PayResult): readonly Assumption[] {
  const found = new Map<string, { readonly assumption: Omit<Assumption, 'people'>; readonly staff: Set<string> }>();
  const add = (top: Derivation, name: Text, value: string, staff: string): void => {
    const key = JSON.stringify([top.line, name.en, value]);
    const there = found.get(key);
    if (there !== undefined) there.staff.add(staff);
    else found.set(key, { assumption: { line: top.line, label: top.label, name, value }, staff: new Set([staff]) });
  };
  for (const { id, lines } of payslips) for (const top of lines) look(top, top, id, add);
  return [...found.values()].map(({ assumption, staff }) => ({ ...assumption, people: staff.size }));
}

/** True: a figure of it, or of a part, is assumed. */
function look(
  one: Derivation,
  top: Derivation,
  staff: string,
  add: (top: Derivation, name: Text, value: string, staff: string) => void,
): boolean {
  let hasFigure = false;
  for (const { name, value, assumed } of one.figures) {
    if (!assumed) continue;
    hasFigure = true;
    add(top, name, value, staff);
  }
  for (const part of one.parts) hasFigure = look(part, top, staff, add) || hasFigure;
  if (one === top && one.assumed && !hasFigure) add(top, NOTHING, '', staff);
  return hasFigure;
}
