/** A report's page as the text of a file: our style sheet and script go in here. */
import type { Lang } from '../base/text.js';
import { htmlBytes, type PageSource, toHtml } from '../io/html.js';
import type { PageDocument } from '../report/page/page.js';
import { SCRIPT } from '../report/page/script.js';
import { STYLE, UPRIGHT } from '../report/page/style.js';

const sourceOf = ({ title, body, upright }: PageDocument, lang: Lang): PageSource => ({
  lang,
  title,
  body,
  style: upright === true ? UPRIGHT_STYLE : STYLE,
  script: SCRIPT,
});

const UPRIGHT_STYLE = `${STYLE}${UPRIGHT}`;

export const pageOf = (page: PageDocument, lang: Lang): string => toHtml(sourceOf(page, lang));

export const pageBytes = (page: PageDocument, lang: Lang): Uint8Array => htmlBytes(sourceOf(page, lang));
