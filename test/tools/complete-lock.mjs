/**
 * `npm install` leaves optional packages of other platforms out of the lock file when the registry at hand does not carry
 * them; `npm ci` then refuses the lock ("Missing: ... from lock file"). This puts them back, so that the lock is valid on
 * every platform: run `node test/tools/complete-lock.mjs` after each change of dependencies (test/lock.test.ts demands it).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const OS = /(android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|aix|win32|wasi)/;
const CPU = /(arm64|armv7|arm|x64|ia32|riscv64|ppc64|s390x|loong64|mips64el|wasm32)/;

/** What a platform package is for, read off its name: `@x/binding-linux-arm64-musl`. */
function platformOf(name) {
  const tail = name.slice(name.lastIndexOf('/') + 1);
  const os = name === 'fsevents' ? 'darwin' : OS.exec(tail)?.[1];
  const cpu = CPU.exec(tail)?.[1]?.replace('armv7', 'arm');
  const libc = /musl/.test(tail) ? 'musl' : /gnu/.test(tail) ? 'glibc' : undefined;
  return {
    ...(cpu && os !== 'wasi' ? { cpu: [cpu] } : {}),
    ...(cpu === 'wasm32' ? { cpu: ['wasm32'] } : {}),
    ...(libc && os === 'linux' ? { libc: [libc] } : {}),
    ...(os && os !== 'wasi' ? { os: [os] } : {}),
  };
}

/** Entries that the lock lacks: name -> entry. */
export function missingFrom(lock) {
  const missing = {};
  for (const entry of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const path = `node_modules/${name}`;
      if (lock.packages[path] !== undefined) continue;
      missing[path] = {
        version: version.replace(/^[~^]/, ''),
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
        ...platformOf(name),
      };
    }
  }
  return missing;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const [root, ...rest] = Object.entries({ ...lock.packages, ...missingFrom(lock) });
  lock.packages = Object.fromEntries([root, ...rest.sort(([a], [b]) => (a < b ? -1 : 1))]);
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
}
