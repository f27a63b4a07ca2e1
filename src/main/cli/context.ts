import { mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Clock } from '../core/ports/clock.ts';
import type { Ids } from '../core/ports/ids.ts';
import type { Logger } from '../core/ports/logger.ts';
import type { SecretBox } from '../core/ports/secret-box.ts';
import { fileLogger } from '../hosts/file-logger.ts';
import { fileSecretBox } from '../hosts/file-secret-box.ts';
import { systemClock, systemIds } from '../hosts/system.ts';
import { type KioskStore, openKioskStore } from '../storage/kiosk-store.ts';
import { openFault } from '../storage/sqlite-errors.ts';
import { badInput, failureOf } from './failure.ts';
import { type Output, processOutput } from './output.ts';

/** Options that every command takes. */
export interface CommonOptions {
  readonly db: string;
  readonly json?: boolean;
  /** Which store of the catalog this device stands in; remembered by the file. */
  readonly store?: string;
}

/** What a command works with. */
export interface CliContext {
  readonly file: string;
  readonly store: KioskStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly secretBox: SecretBox;
  readonly output: Output;
  readonly json: boolean;
}

/**
 * Opens the store, runs the command, closes the store. A missing file is made only by a command
 * that may: reading from a file that is not there is a mistake in the path.
 */
export async function withStore(
  options: CommonOptions,
  missing: 'create' | 'refuse',
  command: (context: CliContext) => void | Promise<void>,
): Promise<void> {
  const file = resolve(options.db);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) throw badInput(`${file}: is a folder, not a store`);
  if (stats === undefined && missing === 'refuse') {
    throw badInput(`${file}: there is no store; "import FEED" makes one`);
  }
  makeFolder(dirname(file));
  const logger = fileLogger(join(dirname(file), 'kiosk.log'));
  const store = openKioskStore({ file, clock: systemClock, ids: systemIds, logger });
  if (!store.ok) throw failureOf(store.error);
  try {
    await command({
      file,
      store: store.value,
      clock: systemClock,
      ids: systemIds,
      logger,
      secretBox: fileSecretBox(`${file}.key`),
      output: processOutput,
      json: options.json === true,
    });
  } catch (error) {
    throw storeFailure(file, error);
  } finally {
    store.value.close();
  }
}

/** One by one: where a folder cannot be made at all (`/proc`), Node's own recursion never ends. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw badInput(`${folder}: the folder cannot be made (${code})`);
  }
}

/** What a disk can refuse when the store is opened, it can refuse later as well. */
function storeFailure(file: string, error: unknown): unknown {
  if (error instanceof Error && 'syscall' in error) return error;
  const fault = openFault(file, error);
  return fault === null ? error : failureOf(fault);
}
