// Writes what the central API's schemas imply: `docs/schemas/openapi.json` and the types of the generated
// client, `src/shared/contract/api/paths.ts`. Run it after changing a route; a test tells when it is due.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { apiDocument } from './lib/api-document.ts';
import { pathTypes } from './lib/path-types.ts';

const document = await apiDocument();
const root = new URL('../', import.meta.url);
for (const [file, text] of [
  ['docs/schemas/openapi.json', `${JSON.stringify(document, null, 2)}\n`],
  ['src/shared/contract/api/paths.ts', await pathTypes(document)],
] as const) {
  writeFileSync(fileURLToPath(new URL(file, root)), text);
  console.log(file);
}
