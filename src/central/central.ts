import type { Logger } from 'pino';
import type { MasterKeys } from './core/people/master-keys.ts';
import type { Metrics } from './metrics.ts';
import type { Database } from './storage/database.ts';
import type { Db } from './storage/schema.ts';

/** What the backend's parts work with; made once in a process. */
export interface Central {
  readonly database: Database;
  readonly db: Db;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** The moment that counts: the server's own clock, Unix ms. */
  readonly now: () => number;
  readonly dataDir: string;
  /** Keep the keys of personal data; `null` when the operator has set none. */
  readonly masterKeys: MasterKeys | null;
  /** Whether webhooks may lead into private networks, and to this machine without TLS. */
  readonly privateWebhooks: boolean;
  /** Tells the consumers of the feed in this process that there is something to read. */
  readonly onEvents: () => void;
}
