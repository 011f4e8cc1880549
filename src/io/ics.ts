/**
 * Calendar files (RFC 5545) in the time zone of Asia/Shanghai, which has known no summer time since 1991. Written by hand:
 * the library at hand took the machine's own time zone for ours and let a line break in a name through (docs/decisions.md).
 */

/** As src/report/diary.ts makes it; io knows minutes and words only. */
export interface IcsDiary {
  readonly name: string;
  readonly sequence: number;
  readonly appointments: readonly {
    readonly id: string;
    /** Minutes since 1970-01-01 00:00 on the clock of Asia/Shanghai. */
    readonly from: number;
    readonly to: number;
    readonly title: string;
    readonly about: string;
    readonly cancelled: boolean;
  }[];
}

const ZONE = 'Asia/Shanghai';
const UTC_OFFSET = 8 * 60;
/** Longest line, in bytes, before it must be folded (RFC 5545, 3.1). */
const LONGEST = 75;

const VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** `20261205T170000` on the clock that `minute` counts. */
const stamp = (minute: number): string => new Date(minute * 60_000).toISOString().slice(0, 19).replace(/[-:]/g, '');

/** Text of a property (RFC 5545, 3.3.11): control characters but line breaks are dropped. */
const words = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');

/** Folds a line without cutting a character in two. */
function fold(line: string): string {
  const lines: string[] = [];
  let now = '';
  let bytes = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (bytes + size > LONGEST) {
      lines.push(now);
      now = ' ';
      bytes = 1;
    }
    now += sign;
    bytes += size;
  }
  return [...lines, now].join('\r\n');
}

/**
 * The text of an .ics file. The same diary gives the same bytes: the stamp of each appointment is its own start, not the time of
 * writing; what tells an older from a newer one is the sequence.
 */
export function toIcs(diary: IcsDiary): string {
  const events = diary.appointments.flatMap(({ id, from, to, title, about, cancelled }) => [
    'BEGIN:VEVENT',
    `UID:${words(id)}`,
    `SEQUENCE:${diary.sequence}`,
    `DTSTAMP:${stamp(from - UTC_OFFSET)}Z`,
    `DTSTART;TZID=${ZONE}:${stamp(from)}`,
    `DTEND;TZID=${ZONE}:${stamp(to)}`,
    `SUMMARY:${words(title)}`,
    `DESCRIPTION:${words(about)}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//rosterpay//roster//EN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${words(diary.name)}`,
    `X-WR-TIMEZONE:${ZONE}`,
    ...VTIMEZONE,
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
