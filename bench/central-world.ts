import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { startEmbeddedPostgres } from '#central/storage/embedded-postgres.ts';
import type { OutboxEvent } from '#main/core/ports/outbox.ts';
import { outboxHash } from '#main/storage/outbox.ts';
import { required } from '#shared/lib/assert.ts';
import { type CentralProcess, centralProcess } from '../tests/helpers/central-process.ts';
import { basketLines, openDemoShop, publishDemo, sell } from './demo-shop.ts';

/** A backend in a process of its own on a PostgreSQL with its usual settings. */
export interface CentralWorld {
  readonly folder: string;
  readonly databaseUrl: string;
  readonly backend: CentralProcess;
  close(): Promise<void>;
}

export async function openCentralWorld(): Promise<CentralWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'blendbar-bench-'));
  // Of its own: as root PostgreSQL runs as another user, who cannot look into ours.
  const databaseFolder = mkdtempSync(join(tmpdir(), 'blendbar-bench-pg-'));
  const postgres = await startEmbeddedPostgres(databaseFolder);
  const backend = await centralProcess(postgres.url);
  await backend.start();
  return {
    folder,
    databaseUrl: postgres.url,
    backend,
    async close() {
      await backend.stop();
      await postgres.stop();
      for (const each of [folder, databaseFolder]) rmSync(each, { recursive: true, force: true });
    },
  };
}

/** A kiosk's store with the demo catalog, and the payload of one real sale of five lines. */
export function openDemoKiosk(file: string) {
  const store = openDemoShop(file);
  publishDemo(store);
  const lines = basketLines(store);
  sell(store, lines);
  const reader = new Database(file, { readonly: true });
  const payload = reader
    .prepare<[], string>("SELECT payload FROM outbox_events WHERE type = 'order.completed'")
    .pluck()
    .get();
  reader.close();
  return { store, lines, payload: required(payload, 'the payload of a sale') };
}

/** Events of sales like the one in `payload`, each with ids of its own. */
export function* saleEvents(
  payload: string,
  count: number,
  firstSeq: number,
): Generator<OutboxEvent> {
  const { orderId } = JSON.parse(payload) as { readonly orderId: string };
  for (let index = 0; index < count; index += 1) {
    const event = {
      id: uuidv7(),
      deviceSeq: firstSeq + index,
      type: 'order.completed',
      schemaVersion: 1,
      payload: payload.replaceAll(orderId, uuidv7()),
    };
    yield { ...event, hash: outboxHash(event) };
  }
}
