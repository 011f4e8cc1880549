/** What a sample department is made from: the small inputs word for word, and the plan its orders and punches follow. */

/** How a small table is written: csv with a BOM, csv in GB18030 without one, or a workbook. */
export type Writing = 'utf8-bom' | 'utf8' | 'gb18030' | 'xlsx';

/** A small input, word for word: lines of cells, headings first. No cell holds a comma. */
export interface Sheet {
  /** Path inside the workspace without its ending: `staff`, `2026-12/leave`. */
  readonly path: string;
  readonly as: Writing;
  readonly lines: string;
}

/** How the department's agents sign an order they have sold. */
type Signing = 'number' | 'name-date' | 'underscore';

export interface Product {
  readonly title: string;
  /** Whole yuan. */
  readonly price: number;
}

export interface OrderPlan {
  /** The platform's heading line to use. */
  readonly export: 'taobao-2026' | 'taobao-2017';
  readonly shop: string;
  readonly shopId: string;
  readonly products: readonly Product[];
  readonly signing: Signing;
  /** Net sales that each agent's marks claim in the month, yuan as text: reached to the fen by the agent's last order. */
  readonly aims: Readonly<Record<string, string>>;
  /** What an agent writes for a name where it is not the given name; two people of one name sign by number. */
  readonly signs?: Readonly<Record<string, string>>;
  /** Orders without any mark. */
  readonly unmarked: number;
  /** Remarks nobody can place, word for word. */
  readonly puzzles: readonly string[];
  /** Flag colours stand in 备注标签: the shop uses that column for them. */
  readonly flags: boolean;
  /** A second export of the first half of the month, taken in the middle of it: the later file has newer states. */
  readonly midMonth: boolean;
}

/**
 * What went wrong on somebody's n-th shift of the month (from 1). Minutes where the word wants them. `approved`: the leaving
 * punch was forgotten and the supervisor approved it later.
 */
export interface Mishap {
  readonly id: string;
  readonly shift: number;
  readonly what: 'late' | 'early' | 'no-arrival' | 'no-leaving' | 'absent' | 'extended' | 'approved';
  readonly minutes?: number;
}

export interface Department {
  /** Folder below samples/. */
  readonly name: string;
  readonly seed: number;
  readonly company: string;
  /** Shift code -> its parts, minutes from the start of the day. */
  readonly shifts: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  readonly sheets: readonly Sheet[];
  readonly orders: OrderPlan;
  readonly mishaps: readonly Mishap[];
  /** Where the department punches; DingTalk's workbook where nothing is said. */
  readonly punches?: 'wecom' | 'feishu' | 'plain';
  /** People whose number nobody has entered there. */
  readonly unnumbered?: readonly string[];
}

/** `9:30` -> minutes. */
export const at = (hours: number, minutes = 0): number => hours * 60 + minutes;
