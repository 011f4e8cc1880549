/**
 * Attendance workbooks have title rows and a heading of two merged rows (上班1 over 打卡时间). Which reader a sheet is for
 * is told by the headings; the two rows are joined into one (上班1打卡时间), so that readers see an ordinary table.
 */
import { headingKey } from '../../base/cell.js';
import { HEADING_ROWS, headingMatches } from '../../base/headings.js';
import type { Row, Table } from '../../base/table.js';
import type { PunchAdapter } from './adapter.js';

interface Place {
  readonly heading: Row;
  readonly matches: number;
}

/** Joins an upper and a lower heading row. A merged cell says the same in every place it covers, or is empty there. */
function joined(upper: Row, lower: Row): Row {
  let group = '';
  const width = Math.max(upper.cells.length, lower.cells.length);
  const cells = Array.from({ length: width }, (_, at) => {
    const [above, below] = [upper.cells[at] ?? '', lower.cells[at] ?? ''];
    if (headingKey(above) !== '') group = above;
    if (headingKey(below) === '' || headingKey(below) === headingKey(above)) return above;
    return `${headingKey(above) === '' ? group : above}${below}`;
  });
  return { number: lower.number, cells };
}

/** The heading with most of the columns. Two rows win over one of equal matches: the second is then a merged one. */
function bestPlace(rows: readonly Row[], adapter: PunchAdapter): Place | null {
  const places = rows.flatMap((row, at): Place[] => {
    const below = rows[at + 1];
    const pair = below === undefined ? [] : [joined(row, below)];
    return [...pair, row].map((heading) => ({
      heading,
      matches: headingMatches(heading, adapter.columns) + Number(namesDays(heading, adapter)),
    }));
  });
  return places.reduce<Place | null>(
    (best, place) => (best === null || place.matches > best.matches ? place : best),
    null,
  );
}

export interface Fit {
  readonly adapter: PunchAdapter;
  /** Needed columns that are not there. */
  readonly missing: readonly string[];
  readonly matches: number;
  readonly heading: Row;
  /** Headings in one row, then the data. */
  readonly table: Table;
}

/** The reader that fits a sheet best: whole ones first, then by headings in common. Null: an empty sheet. */
export function bestFit(table: Table, adapters: readonly PunchAdapter[]): Fit | null {
  const walk = table.rows[Symbol.iterator]();
  const first: Row[] = [];
  for (let next = walk.next(); !next.done; next = walk.next()) {
    first.push(next.value);
    if (first.length > HEADING_ROWS) break;
  }
  const fits = adapters.flatMap((adapter) => {
    const place = bestPlace(first.slice(0, HEADING_ROWS), adapter);
    return place === null ? [] : [{ adapter, place, missing: missingFrom(place.heading, adapter) }];
  });
  const [best] = fits.sort(
    (a, b) => Number(a.missing.length > 0) - Number(b.missing.length > 0) || b.place.matches - a.place.matches,
  );
  if (best === undefined) return null;
  const { adapter, place, missing } = best;
  const below = first.filter((row) => row.number > place.heading.number);
  const rows = { [Symbol.iterator]: () => chain([place.heading, ...below], walk) };
  return { adapter, missing, matches: place.matches, heading: place.heading, table: { source: table.source, rows } };
}

function missingFrom(heading: Row, adapter: PunchAdapter): string[] {
  const there = new Set(heading.cells.map(headingKey));
  const columns = Object.values(adapter.columns)
    .filter((column) => column.needed && !column.names.some((name) => there.has(headingKey(name))))
    .map((column) => column.names.join(' / '));
  return hasDays(heading, adapter) || adapter.days === undefined ? columns : [...columns, adapter.days.example];
}

/** The group of the days is there, though perhaps none of its headings is a day. */
const namesDays = (heading: Row, adapter: PunchAdapter): boolean =>
  hasDays(heading, adapter) ||
  (adapter.days !== undefined && heading.cells.some((cell) => cell.includes(adapter.days!.called)));

const hasDays = (heading: Row, { days }: PunchAdapter): boolean =>
  days !== undefined && heading.cells.some((cell) => days.of(cell) !== null);

function* chain(first: readonly Row[], rest: Iterator<Row>): Generator<Row> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}
