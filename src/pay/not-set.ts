/** Says once for the whole department that a rate is not set and that facts therefore cost or earn nothing. */
import { type Issue, info } from '../base/issue.js';
import { type Text, text } from '../base/text.js';
import type { HandbookInForce } from '../handbook/in-force.js';

/** `touched` says what was met, in words: `14 late arrivals`. */
export const rateNotSet = (handbook: HandbookInForce, path: string, touched: Text): Issue =>
  info(
    'pay-rate-not-set',
    { ...handbook.origin(path).source, path },
    text(`${path} is not set: ${touched.en} change no pay`, `${path} 未设置：${touched.zh}不影响工资`),
    text('Set an amount in handbook.yaml if there is one.', '如有规定，请在 handbook.yaml 中填写金额。'),
  );
