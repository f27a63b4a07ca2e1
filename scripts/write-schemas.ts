import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogSchemas } from './catalog-schemas.ts';

/** Writes docs/schemas; a test checks that the files are current. */

const folder = join(import.meta.dirname, '../docs/schemas');
mkdirSync(folder, { recursive: true });
for (const [name, text] of catalogSchemas()) {
  writeFileSync(join(folder, name), text);
  console.log(`docs/schemas/${name}`);
}
