import type { Kiosk } from '#main/core/kiosk.ts';
import { type ComposeOptions, runKiosk } from '#main/hosts/compose.ts';
import { demoDatabase } from './demo-database.ts';
import { recordingLogger } from './recording-logger.ts';

interface DemoKiosk {
  readonly kiosk: Kiosk;
  /** Unexpected failures that were logged, for tests that expect none. */
  failures(): readonly string[];
  close(): Promise<void>;
}

/** A whole kiosk on a file of its own in `folder`, with the demo store. */
export async function runDemoKiosk(
  folder: string,
  terminal: NonNullable<ComposeOptions['terminal']> = { authorizingMs: 0 },
): Promise<DemoKiosk> {
  const logger = recordingLogger();
  const file = await demoDatabase(folder);
  const running = await runKiosk({ file, logger, validateOutput: true, terminal });
  if (!running.ok) throw new Error(running.error.message);
  const failures = () =>
    logger.entries
      .filter(({ level }) => level === 'error')
      .map(({ message, fields }) => `${message}: ${JSON.stringify(fields)}`);
  return { ...running.value, failures };
}
