/** The small department of the catalogue, for runs of whole commands. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files by path: handbook, five people, a roster and orders of November, a leave in December. */
export function shop(dir = 'test/errors/base', under = ''): Record<string, string> {
  return Object.assign(
    {},
    ...readdirSync(dir, { withFileTypes: true }).map((entry) =>
      entry.isDirectory()
        ? shop(join(dir, entry.name), `${under}${entry.name}/`)
        : { [`${under}${entry.name}`]: readFileSync(join(dir, entry.name), 'utf8') },
    ),
  );
}
