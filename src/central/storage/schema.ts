import type { Kysely, Transaction } from 'kysely';
import type { ApiTables } from './tables/api.ts';
import type { CatalogTables } from './tables/catalog.ts';
import type { DeviceTables } from './tables/devices.ts';
import type { EventTables } from './tables/events.ts';
import type { PeopleTables } from './tables/people.ts';
import type { StockTables } from './tables/stock.ts';
import type { WebhookTables } from './tables/webhooks.ts';

/** Every table of the central database, as kysely sees it; one file of rows an area in `tables/`. */
export type Tables = ApiTables &
  CatalogTables &
  DeviceTables &
  EventTables &
  PeopleTables &
  StockTables &
  WebhookTables;

/** A connection pool or a transaction on it. */
export type Db = Kysely<Tables> | Transaction<Tables>;
