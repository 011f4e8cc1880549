/** A report's page as the text of a file: our style sheet and script go in here. */
import type { Lang } from '../base/text.js';
import { toHtml } from '../io/html.js';
import type { PageDocument } from '../report/page/page.js';
import { SCRIPT } from '../report/page/script.js';
import { STYLE, UPRIGHT } from '../report/page/style.js';

export const pageOf = ({ title, body, upright }: PageDocument, lang: Lang): string =>
  toHtml({ lang, title, body, style: upright === true ? `${STYLE}${UPRIGHT}` : STYLE, script: SCRIPT });
