import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoStoreFeed } from '#db/seed/demo-store.ts';

/** Writes the demo store as an NDJSON feed, as `scripts/write-demo-feed.ts` does. */
export function writeDemoFeed(folder: string): string {
  const file = join(folder, 'demo.ndjson');
  const { header, records } = demoStoreFeed();
  writeFileSync(file, [header, ...records].map((line) => JSON.stringify(line)).join('\n'));
  return file;
}

/** Writes `value` as a JSON file and returns its path. */
export function writeJson(folder: string, name: string, value: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(value));
  return file;
}
