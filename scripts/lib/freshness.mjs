import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Whether anything under `sources` changed after `product` was made; true when there is none. */
export function isStale(product, sources) {
  if (!existsSync(product)) return true;
  const made = statSync(product).mtimeMs;
  return sources.some((source) => newest(source) > made);
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(stat.mtimeMs, ...inside);
}
