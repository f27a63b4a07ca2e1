import type { Outbox, OutboxAnswer, OutboxEvent } from '#main/core/ports/outbox.ts';
import type { DomainEvent } from '#main/core/ports/sale-store.ts';
import { eventHashText } from '#shared/contract/api/event-hash.ts';
import { required } from '#shared/lib/assert.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import { takeDeviceSeq } from './device.ts';
import { doubtFormerSales, learnFormerSales } from './former-sales.ts';
import { sha256 } from './sha256.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';

/** The hash of an event, as head office takes it too; `payload` is its stored JSON. */
export function outboxHash(event: Parameters<typeof eventHashText>[0]): string {
  return sha256(eventHashText(event));
}

/** Puts an event into the outbox; inside the transaction of what it tells. */
export function addOutboxEvent(db: WritableDb, orderId: string | null, event: DomainEvent): void {
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

interface OutboxRow {
  readonly device_seq: number;
  readonly id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly payload: string;
  readonly hash: string;
}

function eventOf(row: OutboxRow): OutboxEvent {
  return {
    deviceSeq: row.device_seq,
    id: row.id,
    type: row.type,
    schemaVersion: row.schema_version,
    payload: row.payload,
    hash: row.hash,
  };
}

function answeredThrough(db: ReadableDb): number {
  return required(
    db.value<number>('SELECT answered_through FROM outbox_state'),
    'the state of the outbox',
  );
}

/** One by one: how many fit into a push is known only when they are read. */
function* waitingEvents(db: ReadableDb, limit: number): Generator<OutboxEvent> {
  const columns = 'device_seq, id, type, schema_version, payload, hash';
  let isAnyAgain = false;
  // CROSS JOIN: from the few that are set aside, not through everything that was ever told.
  const again = db.each<OutboxRow>(
    `SELECT ${columns} FROM outbox_set_aside CROSS JOIN outbox_events USING (device_seq)
     WHERE retry = 1 ORDER BY device_seq LIMIT ?`,
    limit,
  );
  for (const row of again) {
    isAnyAgain = true;
    yield eventOf(row);
  }
  if (isAnyAgain) return;
  const rest = db.each<OutboxRow>(
    `SELECT ${columns} FROM outbox_events WHERE device_seq > ? ORDER BY device_seq LIMIT ?`,
    answeredThrough(db),
    limit,
  );
  for (const row of rest) yield eventOf(row);
}

/** A number that a damaged store has no event for holds nobody up; `check` names it. */
function isAnyBetween(db: ReadableDb, after: number, before: number): boolean {
  if (before === after + 1) return false;
  const found = db.value<number>(
    'SELECT 1 FROM outbox_events WHERE device_seq > ? AND device_seq < ?',
    after,
    before,
  );
  return found !== undefined;
}

function settleAnswers(db: WritableDb, answers: readonly OutboxAnswer[], at: UnixMs): void {
  const before = answeredThrough(db);
  let through = before;
  const former: number[] = [];
  for (const answer of answers) {
    const { deviceSeq } = answer;
    if (deviceSeq > before) {
      // Somebody wants all sent again from an earlier one on (`resendFrom`), and this one with it.
      if (isAnyBetween(db, through, deviceSeq)) continue;
      through = deviceSeq;
    }
    db.run('DELETE FROM outbox_set_aside WHERE device_seq = ?', deviceSeq);
    if (answer.kind === 'stored') {
      if (answer.byAnother === true) former.push(deviceSeq);
      continue;
    }
    db.run(
      'INSERT INTO outbox_set_aside (device_seq, code, message, at) VALUES (?, ?, ?, ?)',
      deviceSeq,
      answer.code,
      answer.message,
      at,
    );
  }
  if (through > before) db.run('UPDATE outbox_state SET answered_through = ?', through);
  learnFormerSales(db, former);
}

/** An event either waits or was refused: those from there on wait again. */
function resendFrom(db: WritableDb, deviceSeq: number): void {
  db.run(
    'UPDATE outbox_state SET answered_through = min(answered_through, ?)',
    Math.max(deviceSeq - 1, 0),
  );
  db.run('DELETE FROM outbox_set_aside WHERE device_seq >= ?', deviceSeq);
  doubtFormerSales(db, deviceSeq);
  // A key may have been handed over long after the event that tells of its person.
  db.run('UPDATE people SET key_sent_at = NULL WHERE erased_at IS NULL');
}

/** Who was told of the events; `db` is the kiosk's own connection. */
export function createOutbox(db: WritableDb): Outbox {
  return {
    waiting(limit, limitBytes) {
      const events: OutboxEvent[] = [];
      let bytes = 0;
      for (const event of waitingEvents(db, limit)) {
        bytes += Buffer.byteLength(event.payload);
        if (events.length > 0 && bytes > limitBytes) break;
        events.push(event);
      }
      return events;
    },
    counts: () => ({
      waiting: (db.value<number>('SELECT device_seq FROM device') ?? 0) - answeredThrough(db),
      setAside: db.value<number>('SELECT count(*) FROM outbox_set_aside') ?? 0,
      retrying: db.value<number>('SELECT count(*) FROM outbox_set_aside WHERE retry = 1') ?? 0,
    }),
    storedThrough: () =>
      db.value<number>(
        `SELECT device_seq FROM outbox_events
         WHERE device_seq <= ? AND device_seq NOT IN (SELECT device_seq FROM outbox_set_aside)
         ORDER BY device_seq DESC LIMIT 1`,
        answeredThrough(db),
      ) ?? 0,
    settle: (answers, at) => db.immediate(() => settleAnswers(db, answers, at)),
    setAside: (limit) =>
      db
        .all<
          OutboxRow & {
            order_id: string | null;
            order_number: string | null;
            code: string;
            message: string;
            at: number;
            retry: number;
          }
        >(
          `SELECT e.*, o.number AS order_number, a.code, a.message, a.at, a.retry
           FROM outbox_set_aside a CROSS JOIN outbox_events e USING (device_seq)
           LEFT JOIN orders o ON o.id = e.order_id ORDER BY a.device_seq LIMIT ?`,
          limit,
        )
        .map((row) => ({
          deviceSeq: row.device_seq,
          id: row.id,
          type: row.type,
          orderId: row.order_id,
          orderNumber: row.order_number,
          code: row.code,
          message: row.message,
          at: row.at,
          retrying: row.retry === 1,
        })),
    retry: (deviceSeq) => {
      db.immediate(() => {
        db.run(
          'UPDATE outbox_set_aside SET retry = 1 WHERE ? IS NULL OR device_seq = ?',
          deviceSeq,
          deviceSeq,
        );
      });
    },
    resendFrom: (deviceSeq) => db.immediate(() => resendFrom(db, deviceSeq)),
  };
}
