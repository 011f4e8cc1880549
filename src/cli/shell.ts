/** The world a run sees, handed in: streams, clock, folder, environment, Ctrl-C. Tests hand in another one. */

export interface Sink {
  readonly write: (words: string) => void;
  /** A person is watching. */
  readonly isTTY: boolean;
}

export interface Shell {
  /** The result. */
  readonly stdout: Sink;
  /** The talk. */
  readonly stderr: Sink;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Width of the window; null where nobody watches: lines are as long as they need to be. */
  readonly columns: number | null;
  /** How often Ctrl-C was pressed: can be asked while a search keeps the thread busy. */
  readonly pressed: () => number;
  /** A run is about to write: true where it may, and then Ctrl-C waits until it has; false where Ctrl-C was first. */
  readonly mayWrite?: () => boolean;
  /** Calls back on every Ctrl-C; the function given back takes the handler away again. */
  readonly onInterrupt: (handler: () => void) => () => void;
}
