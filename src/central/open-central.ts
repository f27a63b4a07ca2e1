import { join } from 'node:path';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Central } from './central.ts';
import type { CentralConfig } from './config.ts';
import { type MasterKeys, masterKeysOf } from './core/people/master-keys.ts';
import { makeDataFolder } from './data-folder.ts';
import { masterKeyFile } from './master-key-file.ts';
import { createMetrics } from './metrics.ts';
import { checkServer, openDatabase } from './storage/database.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './storage/embedded-postgres.ts';

/** The backend's parts, ready to be used; what it started is stopped by `close`. */
export interface OpenCentral extends Central {
  /** Hears of events that this process stored. */
  subscribe(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Connects to the database, starting the embedded one when no other is named; migrates nothing. */
export async function openCentral(
  config: CentralConfig,
  logger: Logger = createLogger(config),
): Promise<OpenCentral> {
  if (config.databaseUrl === null) makeDataFolder(config.dataDir);
  // Before anything is started: a key that cannot be read ends it here.
  const masterKeys = masterKeysFor(config);
  const embedded: EmbeddedPostgres | null =
    config.databaseUrl === null
      ? await startEmbeddedPostgres(join(config.dataDir, 'postgres'))
      : null;
  const database = openDatabase(config.databaseUrl ?? embedded?.url ?? '', {
    poolSize: config.poolSize,
    onError: (error) => logger.warn({ err: error }, 'A database connection broke'),
  });
  const listeners = new Set<() => void>();
  async function close(): Promise<void> {
    await database.close();
    await embedded?.stop();
  }
  try {
    await checkServer(database.db);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    database,
    db: database.db,
    logger,
    metrics: createMetrics(),
    now: () => Date.now(),
    dataDir: config.dataDir,
    masterKeys,
    privateWebhooks: config.privateWebhooks,
    onEvents: () => {
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close,
  };
}

/** With the embedded database the key lies beside it, unless the operator has set another. PPL-23. */
function masterKeysFor(config: CentralConfig): MasterKeys | null {
  const { databaseUrl, dataDir, masterKey, previousMasterKeys } = config;
  const current =
    masterKey ?? (databaseUrl === null ? masterKeyFile(join(dataDir, 'master.key')) : null);
  return current === null ? null : masterKeysOf(current, previousMasterKeys);
}

/** Secrets never get into the log: nothing of a request but its line is written. */
export function createLogger(
  { logLevel }: Pick<CentralConfig, 'logLevel'>,
  destination: DestinationStream = process.stderr,
): Logger {
  return pino({ level: logLevel, base: null, redact: ['*.headers', 'req.headers'] }, destination);
}
