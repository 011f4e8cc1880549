/** What a run tells cron: the exit codes of the design. */
import { type Text, text } from '../base/text.js';

export const EXIT = {
  /** Warnings and soft violations included. */
  done: 0,
  /** Done, and something must be looked at. */
  look: 1,
  /** Usage, unreadable or wrong input. */
  cannot: 2,
  /** Proved: no roster exists. */
  impossible: 3,
  /** Time up without a roster or a proof. */
  timeUp: 4,
  /** Our own bug. */
  bug: 70,
  /** Another run holds the lock. */
  locked: 75,
  /** Nothing written. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What each means, for help and pages. */
export const EXIT_MEANS: Readonly<Record<keyof typeof EXIT, Text>> = {
  done: text('done, warnings included', '完成（含提醒）'),
  look: text('done, something to look at', '完成，但有需要查看的'),
  cannot: text('could not run', '无法运行'),
  impossible: text('proved: no roster exists', '已证明排不出来'),
  timeUp: text('time up, nothing found', '时间到，没有结果'),
  bug: text('our bug', '程序错误'),
  locked: text('another run holds the lock', '另一个进程正在使用'),
  interrupted: text('interrupted, nothing written', '已中断，未写任何文件'),
};
