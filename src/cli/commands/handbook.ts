/** `roster handbook`, `pay handbook`: the rules in force, in words, each with its clause, value and origin. */
import { hasErrors } from '../../base/issue.js';
import { where } from '../../base/source.js';
import { text } from '../../base/text.js';
import type { HandbookRow } from '../../handbook/print/row.js';
import { describeHandbook } from '../../handbook/print.js';
import { toJson } from '../../io/json.js';
import type { Answer, Call, Json, Page } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { offered, readHandbook } from '../handbook.js';
import { placeOf } from '../place.js';
import { harmless } from '../say.js';
import { painter, wrap } from '../terminal.js';

export const handbookCommand =
  (program: 'roster' | 'pay') =>
  async (call: Call): Promise<Answer> => {
    if (call.flags.schema) return schemaAnswer();
    const { place, issues: wrong } = placeOf(call.flags, call.shell, 'next');
    if (hasErrors(wrong)) return failed(wrong);
    const { value, issues } = await readHandbook(place, call.flags.handbook, program);
    if (value === null) return failed(issues);
    const rows = describeHandbook(value, program);
    const { lang } = call;
    return {
      exit: EXIT.done,
      status: 'ok',
      issues,
      document: {
        extends: value.values.extends ?? [],
        rules: rows.map((row) => ({
          chapter: row.chapter[lang],
          sentence: row.sentence[lang],
          value: row.value[lang],
          path: row.path,
          clause: row.clause,
          says: row.says === null ? null : row.says[lang],
          assumed: row.assumed,
          source: where(row.source),
        })),
      },
      print: (page) => drawHandbook(rows, page),
    };
  };

/** For an editor: it knows every key, what may stand there, and the presets by name. */
async function schemaAnswer(): Promise<Answer> {
  const { handbookJsonSchema } = await import('../../handbook/json-schema.js');
  const schema = handbookJsonSchema(await offered()) as { readonly [key: string]: Json };
  return { exit: EXIT.done, status: 'ok', issues: [], document: { schema }, print: () => toJson(schema) };
}

/** `[three-shift/2]`, `[three-shift/1, assumed]`, `[handbook.yaml:14]` */
function origin(row: HandbookRow, page: Page): string {
  const from =
    row.clause ?? where({ file: row.source.file, ...(row.source.row === undefined ? {} : { row: row.source.row }) });
  return `[${from}${row.assumed ? text(', assumed', '，推定')[page.lang] : ''}]`;
}

function drawHandbook(rows: readonly HandbookRow[], page: Page): string {
  const paint = painter(page.colour);
  const { lang } = page;
  let chapter = '';
  const lines = rows.flatMap((row) => {
    const head =
      row.chapter[lang] === chapter ? [] : [`${chapter === '' ? '' : '\n'}${paint(row.chapter[lang], { bold: true })}`];
    chapter = row.chapter[lang];
    const value = row.value[lang] === '' ? '' : `${lang === 'zh' ? '：' : ': '}${row.value[lang]}`;
    const words = wrap(harmless(`${row.sentence[lang].replace(/[.。:：]$/, '')}${value}`), page.columns, '  ');
    return [
      ...head,
      `${words}  ${paint(harmless(origin(row, page)), row.assumed ? { ink: '#B45309' } : { dim: true })}`,
    ];
  });
  const assumed = rows.filter((row) => row.assumed).length;
  const end = text(
    `${rows.length} values, ${assumed} of them assumed: no handbook says them. Set them in handbook.yaml to make them yours.`,
    `共 ${rows.length} 项，其中 ${assumed} 项为推定：手册没有写明。可在 handbook.yaml 中写明。`,
  );
  return `${lines.join('\n')}\n\n${end[lang]}\n`;
}
