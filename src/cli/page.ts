/** A report's page as the text of a file: our style sheet and script go in here. */
import type { Element } from '../base/element.js';
import type { Lang } from '../base/text.js';
import { toHtml } from '../io/html.js';
import { SCRIPT } from '../report/page/script.js';
import { STYLE } from '../report/page/style.js';

export const pageOf = (page: { readonly title: string; readonly body: readonly Element[] }, lang: Lang): string =>
  toHtml({ lang, title: page.title, body: page.body, style: STYLE, script: SCRIPT });
