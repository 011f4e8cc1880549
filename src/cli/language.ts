/** In which language and with or without colour this run speaks; known before the arguments are parsed. */
import type { Lang } from '../base/text.js';
import type { Paper } from './paper.js';
import type { Shell } from './shell.js';

/** The value of `--name V` or `--name=V` wherever it stands before `--`. */
function flagValue(argv: readonly string[], name: string): string | null {
  for (const [index, word] of argv.entries()) {
    if (word === '--') return null;
    if (word === name) return argv[index + 1] ?? null;
    if (word.startsWith(`${name}=`)) return word.slice(name.length + 1);
  }
  return null;
}

/** Whether a flag without a value is given before `--`. */
export function hasFlag(argv: readonly string[], name: string): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).includes(name);
}

/** `--lang both`: sheets and pages in both languages, the talk by the locale. */
export const paperOf = (argv: readonly string[], env: Shell['env']): Paper =>
  flagValue(argv, '--lang') === 'both' ? 'both' : languageOf(argv, env);

/** `--lang`, else the locale in the order POSIX gives it; whatever is not Chinese is English. */
export function languageOf(argv: readonly string[], env: Shell['env']): Lang {
  const asked = flagValue(argv, '--lang');
  if (asked === 'zh' || asked === 'en') return asked;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

/**
 * Windows and macOS keep the language in their settings, not in the environment: there `LANG` is filled in from them. Elsewhere no
 * locale means none, as in cron.
 */
export function withLocale(env: Shell['env'], platform: string, system: string): Shell['env'] {
  const isTold = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  return isTold || (platform !== 'win32' && platform !== 'darwin') ? env : { ...env, LANG: system.replace('-', '_') };
}

/** chalk's levels: 0 none, 1 sixteen colours, 2 two hundred and fifty-six, 3 all. */
export type ColourLevel = 0 | 1 | 2 | 3;

/** Colour only for a person who watches and did not say no (no-color.org). FORCE_COLOR makes pictures of the output. */
export function colourOf(argv: readonly string[], shell: Pick<Shell, 'env'>, isTTY: boolean): ColourLevel {
  const { env } = shell;
  if (hasFlag(argv, '--no-color') || hasFlag(argv, '--json') || env.NO_COLOR) return 0;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0';
  if (!forced && (!isTTY || env.TERM === 'dumb')) return 0;
  if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit' || env.FORCE_COLOR === '3') return 3;
  return /256/.test(env.TERM ?? '') ? 2 : 1;
}
