/** `pay check`: looks over what the month's pay will be computed from. */
import { hasErrors } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { legalChecks } from '../../pay/checks.js';
import { monthOfPay } from '../../pay/month.js';
import type { Answer, Call } from '../command.js';
import { EXIT } from '../exit.js';
import { failed } from '../failed.js';
import { placeOf, shownPath } from '../place.js';
import { readWages } from '../wages.js';

export async function checkPayCommand(call: Call): Promise<Answer> {
  const { place, issues: wrong } = placeOf(call.flags, call.shell, 'last');
  if (hasErrors(wrong)) return failed(wrong);
  const { input, issues } = await readWages(place, call.flags);
  const inputs = [...place.used].map((path) => shownPath(path, place));
  if (input === null) return failed(issues, { month: place.month, inputs });
  return {
    exit: EXIT.done,
    status: 'ok',
    issues: [...issues, ...legalChecks(input, monthOfPay(input), [])],
    document: { month: place.month, inputs },
    print: (page) => {
      const read = text(`Read: ${inputs.join(', ')}.`, `已读取：${inputs.join('、')}。`);
      const can = text(
        `The pay of ${place.month} can be computed: pay compute --month ${place.month}`,
        `${place.month} 的工资可以计算：pay compute --month ${place.month}`,
      );
      return `${read[page.lang]}\n${can[page.lang]}\n`;
    },
  };
}
