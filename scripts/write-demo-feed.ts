// Writes the demo store as a catalog feed: `node scripts/write-demo-feed.ts FILE.ndjson`.
import { writeFileSync } from 'node:fs';
import { demoStoreFeed } from '#db/seed/demo-store.ts';

const [path, ...rest] = process.argv.slice(2);
if (path === undefined || rest.length > 0) {
  console.error('Usage: node scripts/write-demo-feed.ts FILE.ndjson');
  process.exit(2);
}
const { header, records } = demoStoreFeed();
const lines = [header, ...records].map((line) => `${JSON.stringify(line)}\n`);
try {
  writeFileSync(path, lines.join(''));
} catch (error) {
  console.error(`Cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(2);
}
console.log(`${records.length} records written to ${path}`);
