import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { provideDemoStore } from '#main/hosts/demo-store.ts';
import { recordingLogger } from './recording-logger.ts';

/** A ready-made product of the demo store that every shop sells. */
export const demoSku = 'RP-SATIN-133';

const templates = mkdtempSync(join(tmpdir(), 'blendbar-demo-'));
afterAll(() => rmSync(templates, { recursive: true, force: true }));

/** A store file in `folder`, seeded with the demo store; imported once and then copied. */
export async function demoDatabase(folder: string): Promise<string> {
  const template = join(templates, 'kiosk.db');
  if (!existsSync(template)) await provideDemoStore(template, recordingLogger());
  const file = join(folder, 'kiosk.db');
  copyFileSync(template, file);
  return file;
}
