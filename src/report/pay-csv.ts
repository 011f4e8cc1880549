/** Pay as csv: the register, every line with what it is made of, what wants the clerk's eye, and the notices. */
import { formatYuan } from '../base/fen.js';
import { citeAll } from '../base/source.js';
import type { Grid, LongGrid } from '../base/table.js';
import { type Lang, type Text, text } from '../base/text.js';
import type { Derivation, Notice } from '../pay/derivation.js';
import type { PayException } from '../pay/line.js';
import { PAY_WORDS } from './pay-words.js';
import type { Slip } from './payslip.js';
import type { Register } from './register.js';

const H = { ...PAY_WORDS, line: text('line', '项目代码'), part: text('part', '层级') } as const;

const head = (lang: Lang, ...titles: readonly Text[]): string[] => titles.map((title) => title[lang]);

/** The register, one row a person, a total row below. */
export function registerCsv(register: Register, lang: Lang): Grid {
  return {
    headings: [
      ...head(lang, H.id, H.name),
      ...register.lines.map((line) => line.label[lang]),
      ...head(lang, H.gross, H.deductions, H.net),
    ],
    rows: [
      ...register.rows.map((row) => [
        row.id,
        row.name,
        ...row.amounts.map((amount) => (amount === null ? '' : formatYuan(amount))),
        ...[row.gross, row.deductions, row.net].map(formatYuan),
      ]),
      [
        '',
        H.total[lang],
        ...register.totals.amounts.map(formatYuan),
        ...[register.totals.gross, register.totals.deductions, register.totals.net].map(formatYuan),
      ],
    ],
  };
}

/** A row a person, without a total: what a mail merge takes. Each row holds its own person's figures alone. */
export function mailMerge(register: Register, month: string, lang: Lang): Grid {
  const all = registerCsv(register, lang);
  return {
    headings: [text('month', '月份')[lang], ...all.headings],
    rows: all.rows.slice(0, -1).map((row) => [month, ...row]),
  };
}

/** Every line and every part of it; `part` is `1`, `1.2`, `1.2.1`, so that sums can be followed in a spreadsheet. */
export function linesCsv(slips: readonly Slip[], lang: Lang): LongGrid {
  const rowsOf = (slip: Slip, derivation: Derivation, part: string): string[][] => [
    [
      slip.id,
      slip.name,
      derivation.line,
      part,
      derivation.label[lang],
      formatYuan(derivation.amount),
      derivation.clause ?? '',
      derivation.assumed ? H.assumed[lang] : '',
      derivation.says[lang],
      derivation.figures.map((figure) => `${figure.name[lang]} ${figure.value}`).join('; '),
      citeAll(derivation.sources),
    ],
    ...derivation.parts.flatMap((child, at) => rowsOf(slip, child, `${part}.${at + 1}`)),
  ];
  return {
    headings: head(
      lang,
      H.id,
      H.name,
      H.line,
      H.part,
      H.label,
      H.amount,
      H.clause,
      H.assumed,
      H.says,
      H.figures,
      H.sources,
    ),
    rows: {
      *[Symbol.iterator]() {
        for (const slip of slips) {
          for (const [at, one] of slip.lines.entries()) yield* rowsOf(slip, one, String(at + 1));
        }
      },
    },
  };
}

type Names = ReadonlyMap<string, string>;

export function exceptionsCsv(exceptions: readonly PayException[], names: Names, lang: Lang): Grid {
  return {
    headings: head(lang, H.reference, H.id, H.name, H.amount, H.message, H.sources),
    rows: exceptions.map(({ id, staff, amount, message, sources }) => [
      id,
      staff ?? '',
      names.get(staff ?? '') ?? '',
      amount === null ? '' : formatYuan(amount),
      message[lang],
      citeAll(sources),
    ]),
  };
}

export function noticesCsv(notices: readonly Notice[], names: Names, lang: Lang): Grid {
  return {
    headings: head(lang, H.id, H.name, H.kind, H.message, H.clause, H.sources),
    rows: notices.map(({ staff, kind, says, clause, sources }) => [
      staff,
      names.get(staff) ?? '',
      kind,
      says[lang],
      clause ?? '',
      citeAll(sources),
    ]),
  };
}
