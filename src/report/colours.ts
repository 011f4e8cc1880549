/** Colours of cells. A colour belongs to a shift, is never the only signal, and its text is black or white by contrast. */
import type { Handbook } from '../handbook/schema/handbook.js';
import type { ShiftKind } from '../handbook/schema/shifts.js';

/** Light by day, dark by night: also where a printer has no colour. */
const BY_KIND: Readonly<Record<ShiftKind, string>> = {
  day: '#FFDD7A',
  'half-day': '#A3DDF5',
  late: '#4F5BBF',
  split: '#E3B5F0',
};

export const WEEKEND = '#DBEAFE';
export const FREE = '#DCFCE7';
export const BROKEN = '#C00000';

/** The fill of a shift's cells, `#RRGGBB`; null for a code the handbook does not know. */
export function shiftColour(code: string, handbook: Handbook): string | null {
  const shift = handbook.shifts[code];
  return shift === undefined ? null : (shift.colour ?? BY_KIND[shift.kind]);
}

/** Black or white, whichever stands out more on the fill (relative luminance of WCAG 2, in thousandths of its parts). */
export function inkOn(fill: string): '#000000' | '#FFFFFF' {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(fill.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#FFFFFF';
}
