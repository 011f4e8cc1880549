/** `pay check`: looks over what the month's pay will be computed from. */
import { hasErrors } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { legalChecks } from '../../pay/checks.js';
import { monthOfPay } from '../../pay/month.js';
import { drawChecklist, itemJson } from '../checklist.js';
import type { Answer, Call } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { payChecklist } from '../pay-checklist.js';
import { placeOf, shownPath, typedHere } from '../place.js';
import { readWages } from '../wages.js';

export async function checkPayCommand(call: Call): Promise<Answer> {
  const { place, issues: wrong } = placeOf(call.flags, call.shell, 'last');
  if (hasErrors(wrong)) return failed(wrong);
  const { input, issues } = await readWages(place, call.flags);
  const inputs = [...place.used].map((path) => shownPath(path, place));
  const items = await payChecklist(place, call, input);
  const checklist = items.map((item) => itemJson(item, call.lang));
  if (input === null) {
    const answer = failed(issues, { month: place.month, inputs, checklist });
    return { ...answer, print: (page) => drawChecklist(items, page) };
  }
  return {
    exit: EXIT.done,
    status: 'ok',
    issues: [...issues, ...legalChecks(input, monthOfPay(input), [])],
    document: { month: place.month, inputs, checklist },
    print: (page) => {
      const can = text(
        `The pay of ${place.month} can be computed: ${typedHere(`pay compute --month ${place.month}`, call.flags)}`,
        `${place.month} 的工资可以计算：${typedHere(`pay compute --month ${place.month}`, call.flags)}`,
      );
      return `${drawChecklist(items, page)}${can[page.lang]}\n`;
    },
  };
}
