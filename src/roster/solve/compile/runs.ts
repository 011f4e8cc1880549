/** Runs of worked days and of late shifts, and late shifts that stand alone. */
import { measure } from '../../judge/finding.js';
import { FORBIDDEN, type Run, type Single } from '../model.js';
import { priceOf } from './price.js';
import type { Agent } from './row.js';
import type { Sheet } from './sheet.js';

export function shiftRuns({ sheet, hard }: Agent): Run[] {
  const { 'max-run': worked, 'late-run': late } = sheet.problem.handbook.values.rules;
  const most = priceOf(measure(worked.level, worked.wanted_weight), hard);
  const wanted = priceOf(worked.level === 'off' ? null : measure('soft', worked.wanted_weight), hard);
  const lates = priceOf(measure(late.level, late.weight), hard);
  const workedCost = (length: number): number =>
    most(Math.max(0, length - worked.most)) + wanted(Math.max(0, length - worked.wanted));
  return [
    ...runOf(
      membership(sheet, (value) => value > 0),
      Math.max(worked.most, worked.wanted) + 1,
      workedCost,
    ),
    ...runOf(
      membership(sheet, (value) => isLate(sheet, value)),
      late.most + 1,
      (length) => lates(Math.max(0, length - late.most)),
    ),
  ];
}

/** A run's table up to the length from which every further day costs the same; none where nothing costs. */
export function runOf(member: Uint8Array, upTo: number, costOf: (length: number) => number): Run[] {
  const cost = Float64Array.from({ length: upTo + 1 }, (_, length) => (length === 0 ? 0 : costOf(length)));
  if (cost.every((each) => each === 0)) return [];
  const wall = cost.indexOf(FORBIDDEN);
  return [{ member, cost: wall < 0 ? cost : cost.slice(0, wall + 1), least: 1 }];
}

export function singleLates({ sheet, hard }: Agent): Single[] {
  const { level, single_weight } = sheet.problem.handbook.values.rules['late-run'];
  const price = priceOf(level === 'off' ? null : measure('soft', single_weight), hard)(1);
  if (price === 0) return [];
  const { before, days, values } = sheet;
  const lone = Uint8Array.from({ length: values }, (_, value) => Number(isLate(sheet, value)));
  const beside = Uint8Array.from({ length: values }, (_, value) => Number(value > 0 && !isLate(sheet, value)));
  // The eve counts: its next day is the month's first.
  const cost = Float64Array.from({ length: before + days }, (_, at) => (at >= before - 1 ? price : 0));
  return [{ lone, beside, cost }];
}

const isLate = ({ shifts }: Sheet, value: number): boolean => value > 0 && shifts[value - 1]!.late;

/** The same on every day. */
const membership = ({ before, days, values }: Sheet, belongs: (value: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: (before + days) * values }, (_, at) => Number(belongs(at % values)));
