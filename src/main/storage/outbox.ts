import type { DomainEvent } from '#main/core/ports/sale-store.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { takeDeviceSeq } from './device.ts';
import { sha256 } from './sha256.ts';
import type { WritableDb } from './sqlite.ts';

/** What an event's hash is taken of; `payload` is its stored JSON. */
export function outboxHash(event: {
  readonly id: string;
  readonly deviceSeq: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly payload: string;
}): string {
  return sha256(
    canonicalJson([event.id, event.deviceSeq, event.type, event.schemaVersion, event.payload]),
  );
}

/** Puts an event into the outbox; inside the transaction of what it tells. */
export function addOutboxEvent(db: WritableDb, orderId: string, event: DomainEvent): void {
  const { id, type, schemaVersion } = event;
  const deviceSeq = takeDeviceSeq(db);
  const payload = canonicalJson(event.payload);
  db.run(
    `INSERT INTO outbox_events (device_seq, id, order_id, type, schema_version, payload, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    deviceSeq,
    id,
    orderId,
    type,
    schemaVersion,
    payload,
    outboxHash({ id, deviceSeq, type, schemaVersion, payload }),
  );
}
