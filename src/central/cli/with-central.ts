import { readConfig } from '../config.ts';
import { createLogger, type OpenCentral, openCentral } from '../open-central.ts';
import { migrate } from '../storage/migrate.ts';

/** Opens the database of the environment, brought to the newest schema, for one command. */
export async function withCentral<T>(command: (central: OpenCentral) => Promise<T>): Promise<T> {
  const config = readConfig({ CENTRAL_LOG_LEVEL: 'warn', ...process.env });
  const central = await openCentral(config, createLogger(config));
  try {
    await migrate(central.database.pool);
    return await command(central);
  } finally {
    await central.close();
  }
}
