/** The shape of a command: what the parser and the help need stands here, the work is loaded when it is asked for. */
import type { Drawn } from '../base/drawn.js';
import type { Issue } from '../base/issue.js';
import type { Lang, Text } from '../base/text.js';
import type { ExitCode } from './exit.js';
import type { FlagName, Flags, RawFlags } from './flags.js';
import type { Interrupts } from './interrupt.js';
import type { ColourLevel } from './language.js';
import type { Paper } from './paper.js';
import type { Shell } from './shell.js';

export type Json = string | number | boolean | null | readonly Json[] | Drawn<Json> | { readonly [key: string]: Json };

/** Where and how an answer is printed. */
export interface Page {
  readonly lang: Lang;
  readonly colour: ColourLevel;
  /** null: as wide as it needs to be. */
  readonly columns: number | null;
}

/** What a command comes back with; run.ts prints it, as words or as JSON. */
export interface Answer {
  readonly exit: ExitCode;
  /** One word for scripts: `optimal`, `ok`, `problems`, `failed` ... */
  readonly status: string;
  readonly issues: readonly Issue[];
  /** Everything else of the JSON document, in order. */
  readonly document: { readonly [key: string]: Json };
  /** The result for a person, ending in a line feed; empty where there is none. */
  readonly print: (page: Page) => string;
}

export interface Call {
  readonly flags: Flags;
  /** The flags as they were given, to hand them on. */
  readonly raw: RawFlags;
  readonly args: readonly string[];
  readonly shell: Shell;
  readonly lang: Lang;
  /** Sheets and pages. */
  readonly paper: Paper;
  readonly interrupts: Interrupts;
  /** Where an answer goes when it is printed for a person. */
  readonly page: Page;
  /** A line for the person who watches; nothing where nobody does or `--quiet`. */
  readonly talk: (words: Text) => void;
  /** A line that the next one overwrites; on a terminal only. */
  readonly progress: (words: Text | null) => void;
}

export interface Command {
  readonly name: string;
  /** As commander writes them: `[file]`, `<staff>`. */
  readonly args: readonly {
    readonly name: string;
    readonly about: Text;
    /** All that may stand here, for completion. */
    readonly choices?: readonly string[];
  }[];
  readonly about: Text;
  /** One paragraph more for the command's own help. */
  readonly more?: Text;
  /** Each runs as it stands in a workspace (tested). */
  readonly examples: readonly { readonly line: string; readonly says: Text }[];
  readonly flags: readonly FlagName[];
  /** Keeps its thread busy: runs in one of its own, so that Ctrl-C is heard. */
  readonly searches?: true;
  readonly load: () => Promise<(call: Call) => Promise<Answer>>;
}
