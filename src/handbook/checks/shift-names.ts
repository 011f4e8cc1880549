import { error, type Issue } from '../../base/issue.js';
import { nearest } from '../../base/nearest.js';
import { text } from '../../base/text.js';
import type { HandbookInForce } from '../in-force.js';
import type { Rules } from '../schema/rules.js';
import { shiftKind } from '../schema/shifts.js';
import { type Check, placeIn } from './check.js';

interface Mention {
  readonly path: string;
  readonly name: string;
  /** Where a kind (`late`) may stand as well as a code. */
  readonly kinds: boolean;
}

/** Every place of the rules that names a shift. */
function mentions({ values }: HandbookInForce): Mention[] {
  const { rules } = values;
  const keys = (path: string, heads: object): Mention[] =>
    Object.keys(heads).map((name) => ({ path: `${path}.${name}`, name, kinds: false }));
  const pairs = (path: string, listed: Rules['succession']['forbidden']): Mention[] =>
    listed.flatMap((pair, index) =>
      (['after', 'next'] as const).flatMap((side) =>
        pair[side].map((name, at) => ({ path: `${path}.${index}.${side}.${at}`, name, kinds: true })),
      ),
    );
  return [
    ...keys('rules.cover.shifts', rules.cover.shifts),
    ...Object.entries(rules.cover.weekdays).flatMap(([day, heads]) => keys(`rules.cover.weekdays.${day}`, heads ?? {})),
    ...keys('rules.cover.holidays', rules.cover.holidays),
    ...Object.entries(rules.cover.dates).flatMap(([day, heads]) => keys(`rules.cover.dates.${day}`, heads)),
    ...rules['hand-over'].changes.flatMap(({ from, to }, index) => [
      { path: `rules.hand-over.changes.${index}.from`, name: from, kinds: false },
      { path: `rules.hand-over.changes.${index}.to`, name: to, kinds: false },
    ]),
    ...pairs('rules.succession.forbidden', rules.succession.forbidden),
    ...pairs('rules.rotation.two_days_off', rules.rotation.two_days_off),
    ...rules.skills.needs.map(({ shift }, index) => ({
      path: `rules.skills.needs.${index}.shift`,
      name: shift,
      kinds: false,
    })),
    ...rules.rotation.forward.map((name, index) => ({ path: `rules.rotation.forward.${index}`, name, kinds: false })),
  ];
}

/** A rule about a shift that is not in the shift table would silently do nothing. */
export const shiftNames: Check = {
  name: 'shift-names',
  part: 'roster',
  find: (inForce) => {
    const codes = Object.keys(inForce.values.shifts);
    if (codes.length === 0) return [];
    return mentions(inForce).flatMap(({ path, name, kinds }): Issue[] => {
      const known = kinds ? [...codes, ...shiftKind.options] : codes;
      if (known.includes(name)) return [];
      const guess = nearest(name, known);
      const list = known.join(', ');
      const hint =
        guess === null
          ? text(`The handbook has ${list}.`, `手册里有 ${list}。`)
          : text(`Did you mean ${guess}? The handbook has ${list}.`, `是否想写 ${guess}？手册里有 ${list}。`);
      const what = text(`there is no shift "${name}".`, `没有班次“${name}”。`);
      return [error('handbook-unknown-shift', placeIn(inForce, path), what, hint)];
    });
  },
};
