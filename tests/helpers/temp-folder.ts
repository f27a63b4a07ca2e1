import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** A folder that is gone when the test is. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'blendbar-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder that is gone when all tests of the file are. */
export function suiteFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'blendbar-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
