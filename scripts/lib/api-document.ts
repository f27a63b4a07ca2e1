import { pino } from 'pino';
import { createServer } from '#central/http/server.ts';
import { createMetrics } from '#central/metrics.ts';
import { openDatabase } from '#central/storage/database.ts';

/** Asks nothing: the pool connects when it is first used. */
const nowhere = 'postgres://nobody@127.0.0.1:9/none';

/** The OpenAPI document of the central API, as `/openapi.json` serves it. */
export async function apiDocument() {
  const database = openDatabase(nowhere, { poolSize: 1, onError: () => undefined });
  const app = await createServer(
    {
      database,
      db: database.db,
      logger: pino({ level: 'silent' }),
      metrics: createMetrics(),
      now: () => 0,
      dataDir: '',
      masterKeys: null,
      privateWebhooks: false,
      onEvents: () => undefined,
    },
    { tls: null, trustProxy: false },
  );
  try {
    await app.ready();
    return app.swagger();
  } finally {
    await app.close();
    await database.close();
  }
}
