import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../../shared/data/', import.meta.url);

/** Where a file of the real data is that lies beside the project, not in it. */
export function realDataFile(name: string): string {
  return fileURLToPath(new URL(name, folder));
}

/** Skips a test, with its reason, where the real data is missing; in CI its absence is a failure. */
export function needRealData(test: { skip(note: string): void }): void {
  if (existsSync(folder) || process.env.CI === 'true') return;
  test.skip(`needs the real data in ${fileURLToPath(folder)}`);
}
