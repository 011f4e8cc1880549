/** In which language sheets and pages are written: one, or both at once. What is said on the terminal has one. */
import type { Workbook } from '../base/sheet.js';
import type { Lang } from '../base/text.js';
import { bothBooks, bothPages } from '../report/bilingual.js';
import type { PageDocument } from '../report/page/page.js';
import { pageOf } from './page.js';

export type Paper = Lang | 'both';

/** A page's file. */
export const pageOn = (paper: Paper, draw: (lang: Lang) => PageDocument): string =>
  paper === 'both' ? pageOf(bothPages(draw('zh'), draw('en')), 'zh') : pageOf(draw(paper), paper);

export const bookOn = (paper: Paper, draw: (lang: Lang) => Workbook): Workbook =>
  paper === 'both' ? bothBooks(draw('zh'), draw('en')) : draw(paper);
