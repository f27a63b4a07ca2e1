// Adds to package-lock.json the optional platform packages that npm left out because the registry
// it asked does not carry them. Without them `npm ci` refuses the lockfile, on every system.
// Run it after `npm install` where that happens; tests/unit/tooling/lockfile.test.ts tells when.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(file, 'utf8'));

let added = 0;
for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    if (lock.packages[path] !== undefined || !/^\d+\.\d+\.\d+$/.test(version)) continue;
    lock.packages[path] = {
      version,
      ...platformOf(name),
      ...(parent.dev ? { dev: true } : {}),
      optional: true,
    };
    added += 1;
  }
}

const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(sorted);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} platform packages added to package-lock.json`);

/** `…-linux-x64-musl` → what npm must know to skip it elsewhere. */
function platformOf(name) {
  const wasm = /-wasm32-/.test(name);
  if (wasm) return { cpu: ['wasm32'] };
  const match =
    /-(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|ia32|ppc64|riscv64|s390x|x64)(?:-(musl|gnu))?/.exec(
      name,
    );
  if (match === null) throw new Error(`No platform can be read from the name ${name}`);
  const [, os, cpu, libc] = match;
  return {
    cpu: [cpu],
    ...(libc && os === 'linux' ? { libc: [libc === 'gnu' ? 'glibc' : libc] } : {}),
    os: [os],
  };
}
