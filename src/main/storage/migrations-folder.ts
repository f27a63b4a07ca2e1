import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Migration } from './migrate.ts';

/** The migrations as they lie in the source tree; a bundled build passes its own list instead. */
export function readMigrations(
  folder: URL = new URL('../../../db/kiosk/migrations/', import.meta.url),
): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, sql: readFileSync(fileURLToPath(new URL(name, folder)), 'utf8') }));
}
