/** A page as report lays it out; cli adds style sheet and script, io writes it down. */
import type { Element } from '../../base/element.js';

export interface PageDocument {
  readonly title: string;
  readonly body: readonly Element[];
  /** Printed upright; otherwise landscape. */
  readonly upright?: boolean;
}
