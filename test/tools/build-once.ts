import { execFileSync } from 'node:child_process';

/** The golden runs start `bin/*.js`, which load `dist/`: build it once so that no test ever sees yesterday's code. */
export default function setup(): void {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}
