import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where scripts/lib/unpacked-tools.mjs puts what `npm test` fetches. */
const fetched = join(import.meta.dirname, '../../node_modules/.cache/blendbar-tools');
/** Debian has servers where the PATH of a plain user may not lead. */
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', fetched];

/** A program of the system, or `null` where it is missing. */
export function findTool(name: string): string | null {
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;
}

/** Skips a test, with its reason, where a program is missing; in CI its absence is a failure. */
export function needTool(
  test: { skip(note: string): void },
  name: string,
  debianPackage: string,
): string {
  const tool = findTool(name);
  if (tool !== null) return tool;
  if (process.env.CI !== 'true')
    test.skip(`needs ${name}: part of Debian's package ${debianPackage}`);
  throw new Error(`${name} is missing`);
}
