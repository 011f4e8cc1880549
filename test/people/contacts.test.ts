import { describe, expect, it } from 'vitest';
import { readContacts } from '../../src/people/contacts.js';
import { said, table } from '../tools/table.js';

const plain = (text: ReturnType<typeof readContacts>) =>
  text.value?.map(({ day, from, contacts, source }) => [day, from, contacts, source.row]);

describe('past contacts', () => {
  it('one row for each interval, English or Chinese', () => {
    expect(plain(readContacts(table('contacts.csv', 'day | from | contacts', '2026-11-02 | 09:30 | 1,204')))).toEqual([
      ['2026-11-02', 570, 1204, 2],
    ]);
    expect(plain(readContacts(table('contacts.csv', '日期 | 时段 | 咨询量', '2026/11/2 | 9点 | 12')))).toEqual([
      ['2026-11-02', 540, 12, 2],
    ]);
  });

  it('one row a day, a column for each hour; an empty cell is no count', () => {
    const wide = table('calls.csv', 'date | weekday | h00 | h09 | h23', '1999-01-01 | Fri | 11 |  | 0');
    expect(plain(readContacts(wide))).toEqual([
      ['1999-01-01', 0, 11, 2],
      ['1999-01-01', 1380, 0, 2],
    ]);
  });

  it('names a count that is none and an interval that stands twice', () => {
    const { value, issues } = readContacts(
      table('c.csv', 'day | from | contacts', '2026-11-02 | 9 | -3', '2026-11-03 | 9 | 4', '2026-11-03 | 09:00 | 5'),
    );
    expect(value).toBeNull();
    expect(said(issues)).toEqual([
      'c.csv:2: contacts "-3" is not a whole number such as 42. Correct the cell.',
      'c.csv:4: 2026-11-03 09:00 stands here a second time (first in row 3). Leave one of the rows.',
    ]);
  });
});
