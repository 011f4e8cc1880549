/**
 * The handbook's own patterns for marks (`form: custom`), in an engine whose time grows with the remark and nothing else: a
 * pattern of a user's over a remark of a stranger's cannot hang the run. Loaded only where a handbook has such a mark.
 */
import { RE2JS } from 're2js';

/** What the pattern's group holds, wherever it matches with a whole number or name: `1007` of `11007` is none. */
export type PatternScan = (remark: string) => readonly string[];

const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /[0-9A-Za-z]/.test(sign);

/** Null: not a pattern, or not one with exactly one group. */
export function compilePattern(pattern: string): PatternScan | null {
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(pattern);
  } catch {
    return null;
  }
  if (compiled.groupCount() !== 1) return null;
  return (remark) => {
    const found: string[] = [];
    const matcher = compiled.matcher(remark);
    while (matcher.find()) {
      const words = matcher.group(1) ?? '';
      const [start, end] = [matcher.start(1), matcher.end(1)];
      const isPart =
        (isWordSign(words[0]) && isWordSign(remark[start - 1])) ||
        (isWordSign(words.at(-1)) && isWordSign(remark[end]));
      if (words.trim() !== '' && !isPart) found.push(words.trim());
    }
    return found;
  };
}
