/** One run of `pay attendance` in a process of its own; prints what it took from the process's start, and what came out. */
import { performance } from 'node:perf_hooks';
import { run } from '../../src/cli/run.js';

let out = '';
const code = await run('pay', process.argv.slice(2), {
  stdout: {
    write: (words) => {
      out += words;
    },
    isTTY: false,
  },
  stderr: { write: () => {}, isTTY: false },
  clock: () => Date.UTC(2026, 11, 1, 4),
  cwd: process.cwd(),
  env: {},
  columns: null,
  pressed: () => 0,
  onInterrupt: () => () => {},
});
const usage = process.resourceUsage();
const document = JSON.parse(out) as { shifts?: readonly { readonly workedMinutes: number }[]; strays?: unknown[] };
const answer = {
  code,
  seconds: performance.now() / 1000,
  cpu: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
  megabytes: usage.maxRSS / 1024,
  shifts: document.shifts?.length ?? 0,
  hours: Math.round((document.shifts ?? []).reduce((sum, shift) => sum + shift.workedMinutes, 0) / 60),
  strays: document.strays?.length ?? 0,
};
process.stdout.write(`${JSON.stringify(answer)}\n`);
