/** Ctrl-C: once ends a search as if time were up; twice, or where nothing searches, ends the run with nothing written. */
import type { Shell } from './shell.js';

export class Interrupted extends Error {
  override name = 'Interrupted';
}

export interface Interrupts {
  /** True from the first Ctrl-C on: a search hands over what it has. */
  readonly cancelled: () => boolean;
  /** While `work` runs, one Ctrl-C only sets `cancelled`. */
  readonly softly: <T>(work: () => Promise<T>, whenAsked: () => void) => Promise<T>;
  /** Asked before anything is written. Throws Interrupted where the run is over; else Ctrl-C no longer ends it. */
  readonly stopIfOver: () => void;
  /** Rejects with Interrupted as soon as the run is over. */
  readonly over: Promise<never>;
  readonly release: () => void;
}

export function watchInterrupts(shell: Shell): Interrupts {
  let count = 0;
  let soft: (() => void) | null = null;
  let ended = false;
  let writing = false;
  let end: (reason: Interrupted) => void = () => {};
  const over = new Promise<never>((_, reject) => {
    end = reject;
  });
  over.catch(() => {});
  const release = shell.onInterrupt(() => {
    count += 1;
    if (soft !== null && count === 1) {
      soft();
      return;
    }
    // What has begun to be written is written to its end: half a second (thousands of payslips take longer), and nothing has to be undone.
    if (writing) return;
    ended = true;
    end(new Interrupted());
  });
  return {
    cancelled: () => count > 0 || shell.pressed() > 0,
    softly: async (work, whenAsked) => {
      soft = whenAsked;
      try {
        return await work();
      } finally {
        soft = null;
      }
    },
    stopIfOver: () => {
      if (ended || shell.mayWrite?.() === false) throw new Interrupted();
      writing = true;
    },
    over,
    release,
  };
}
