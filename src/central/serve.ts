import type { CentralConfig } from './config.ts';
import { createServer } from './http/server.ts';
import { startJobs } from './jobs/jobs.ts';
import { type OpenCentral, openCentral } from './open-central.ts';
import { migrate } from './storage/migrate.ts';

/** A backend that answers requests. */
export interface RunningCentral {
  readonly central: OpenCentral;
  readonly url: string;
  /** Lets running requests and jobs end, then closes. */
  close(): Promise<void>;
}

/** Opens, migrates, starts the jobs and listens. */
export async function serveCentral(config: CentralConfig): Promise<RunningCentral> {
  const central = await openCentral(config);
  // What is open already, to be closed in the opposite order.
  const open: (() => Promise<unknown>)[] = [() => central.close()];
  async function close(): Promise<void> {
    for (const closing of open.splice(0).reverse()) await closing();
  }
  try {
    const applied = await migrate(central.database.pool);
    if (applied.length > 0) central.logger.info({ applied }, 'Migrated the database');
    if (central.masterKeys === null) {
      central.logger.warn('Set BLENDBAR_MASTER_KEY: until then no personal data can be read here');
    }
    const jobs = await startJobs(central, config);
    open.push(() => jobs.stop());
    const app = await createServer(central, config);
    open.push(() => app.close());
    await app.listen({ host: config.host, port: config.port });
    const address = app.server.address();
    const port = address !== null && typeof address === 'object' ? address.port : config.port;
    const scheme = config.tls === null ? 'http' : 'https';
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    return {
      central,
      url: `${scheme}://${host}:${port}`,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
