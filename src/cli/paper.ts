/** In which language sheets and pages are written: one, or both at once. What is said on the terminal has one. */
import type { Workbook } from '../base/sheet.js';
import type { Lang } from '../base/text.js';
import { bothBooks, bothPages } from '../report/bilingual.js';
import type { PageDocument } from '../report/page/page.js';
import { pageBytes, pageOf } from './page.js';

export type Paper = Lang | 'both';

type Draw = (lang: Lang) => PageDocument;

const drawnOn = (paper: Paper, draw: Draw): [PageDocument, Lang] =>
  paper === 'both' ? [bothPages(draw('zh'), draw('en')), 'zh'] : [draw(paper), paper];

/** A page's file. */
export const pageOn = (paper: Paper, draw: Draw): string => pageOf(...drawnOn(paper, draw));

/** The same as bytes, for thousands of pages. */
export const pageBytesOn = (paper: Paper, draw: Draw): Uint8Array => pageBytes(...drawnOn(paper, draw));

export const bookOn = (paper: Paper, draw: (lang: Lang) => Workbook): Workbook =>
  paper === 'both' ? bothBooks(draw('zh'), draw('en')) : draw(paper);
