/** Rules for the question how few cells can change at all. */
import type { Rules } from '../../handbook/schema/rules.js';

/** Only what must hold, and one point for each changed cell. */
export function hardOnly(rules: Rules): Rules {
  const strip = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => {
        if (key === 'level') return [key, part === 'soft' ? 'off' : part];
        return [key, key.endsWith('_weight') ? 0 : strip(part)];
      }),
    );
  };
  return { ...(strip(rules) as Rules), stability: { level: 'soft', weight: 1 } };
}
