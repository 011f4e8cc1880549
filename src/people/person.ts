/** Somebody on the staff list. People are known by number, never by name: names repeat. */
import type { Fen } from '../base/fen.js';
import type { SourceRef } from '../base/source.js';
import type { Day } from '../calendar/day.js';

declare const staffBrand: unique symbol;
/** The employee number as text: leading zeros count. */
export type StaffId = string & { readonly [staffBrand]: true };

/** What may change on a day: each row of the same person in staff.csv gives one, valid from its day on. */
export interface Terms {
  /** Null on the first row: valid from the beginning. */
  readonly from: Day | null;
  readonly team: string | null;
  /** Shift codes the person may work; null: all. */
  readonly shifts: readonly string[] | null;
  readonly skills: readonly string[];
  readonly mentor: StaffId | null;
  readonly post: string | null;
  /** Whose minimum wage holds: a key of pay.minimum_wage_by_region; missing: the department's. */
  readonly region?: string;
  /** Monthly post salary. */
  readonly postSalary: Fen | null;
  readonly source: SourceRef;
}

export interface Person {
  readonly id: StaffId;
  readonly name: string;
  readonly hired: Day | null;
  /** The last day of employment, itself included. */
  readonly left: Day | null;
  /** The last day of probation, itself included. */
  readonly probationUntil: Day | null;
  readonly seniorityFrom: Day | null;
  /** Pregnant from month 7 or nursing a child under one: until this day, itself included. */
  readonly protectedUntil: Day | null;
  /** In order of `from`; never empty. */
  readonly terms: readonly Terms[];
  readonly source: SourceRef;
}

/** The terms valid on a day. */
export function termsOn(person: Person, day: Day): Terms {
  let valid = person.terms[0]!;
  for (const terms of person.terms) if (terms.from !== null && terms.from <= day) valid = terms;
  return valid;
}

/** Employed on that day: hired by then and not yet left. */
export const employedOn = (person: Person, day: Day): boolean =>
  (person.hired === null || person.hired <= day) && (person.left === null || day <= person.left);

/** A spell of leave, both days included. */
export interface Leave {
  readonly staff: StaffId;
  readonly from: Day;
  readonly to: Day;
  /** The key of `leave.kinds` in the handbook. */
  readonly kind: string;
  /** Null: asked for, not approved; listed, not honoured. */
  readonly approvedBy: string | null;
  readonly standIn: StaffId | null;
  readonly note: string;
  readonly source: SourceRef;
}

/** A wish for one day. `shift: null` is a rest day; `wanted: false` turns it round: anything but that. */
export interface Request {
  readonly staff: StaffId;
  readonly day: Day;
  readonly shift: string | null;
  readonly wanted: boolean;
  readonly weight: number;
  readonly source: SourceRef;
}

/** Something that happened: a violation, complaint, reward, loss; the handbook says what it means. */
export interface StaffEvent {
  readonly staff: StaffId;
  readonly day: Day;
  /** 类型: offence, complaint, reward, loss, goodwill, absence, addition, deduction ... */
  readonly kind: string;
  /** 事项: the key of the offence or reward in the handbook, or free words. */
  readonly what: string;
  readonly amount: Fen | null;
  readonly evidence: string;
  readonly approvedBy: string | null;
  readonly source: SourceRef;
}

export interface KpiValue {
  readonly staff: StaffId;
  readonly kpi: string;
  /** As written: `71.5%`, `48`. Parsed by whoever reads it. */
  readonly value: string;
  readonly source: SourceRef;
}

/** People asked for in a stretch of a day: a row of demand.csv. */
export interface Demand {
  readonly day: Day;
  /** Minutes from the start of the day. */
  readonly from: number;
  readonly to: number;
  readonly agents: number;
  readonly source: SourceRef;
}
