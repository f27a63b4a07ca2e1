import { required } from '#shared/lib/assert.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';

interface DeviceRow {
  readonly code: string;
  readonly store: string | null;
}

/** Crockford's base 32: no I, L, O, U, so that a code can be read aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `D` and four characters from the random end of a UUID. */
function codeFrom(uuid: string): string {
  const bits = Number.parseInt(uuid.replaceAll('-', '').slice(-5), 16);
  const characters = [15, 10, 5, 0].map((shift) => alphabet.charAt((bits >> shift) & 31));
  return `D${characters.join('')}`;
}

/** Gives a new file its device code, and remembers `storeId` when one is named. */
export function ensureDevice(
  db: WritableDb,
  device: {
    readonly code?: string | undefined;
    readonly storeId?: string | undefined;
    readonly uuid: string;
    readonly at: UnixMs;
  },
): void {
  const known = db.get<DeviceRow>('SELECT code, store FROM device');
  const store = device.storeId ?? known?.store ?? null;
  if (known !== undefined && known.store === store) return;
  db.immediate(() => {
    db.run(
      `INSERT INTO device (id, code, store, created_at) VALUES (1, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET store = excluded.store`,
      device.code ?? codeFrom(device.uuid),
      store,
      device.at,
    );
  });
}

export function deviceCode(db: ReadableDb): string {
  return required(db.value<string>('SELECT code FROM device'), 'the device');
}

/** The store that this device was told to be in, or null. */
export function deviceStoreId(db: ReadableDb): string | null {
  return db.value<string | null>('SELECT store FROM device') ?? null;
}

export function setDeviceStore(db: WritableDb, storeId: string | null): void {
  db.immediate(() => db.run('UPDATE device SET store = ?', storeId));
}

/** The next receipt number, gapless because it is taken in the transaction of its sale. */
export function takeReceiptNumber(db: WritableDb): {
  readonly number: string;
  readonly sequence: number;
} {
  db.run('UPDATE device SET receipt_counter = receipt_counter + 1');
  const sequence = required(
    db.value<number>('SELECT receipt_counter FROM device'),
    'the receipt counter',
  );
  return { number: receiptNumber(deviceCode(db), sequence), sequence };
}

/** After so many a day they begin again: nobody waits that long. */
const pickupNumbers = 999;

/** The next pickup number of that day, unlike those of every other device. */
export function takePickupNumber(db: WritableDb, day: string): string {
  db.run(
    `UPDATE device SET pickup_day = ?, pickup_counter =
       CASE WHEN pickup_day IS ? THEN pickup_counter % ${pickupNumbers} + 1 ELSE 1 END`,
    day,
    day,
  );
  const counter = required(
    db.value<number>('SELECT pickup_counter FROM device'),
    'the pickup counter',
  );
  return `${deviceCode(db)}-${String(counter).padStart(3, '0')}`;
}

export function receiptNumber(code: string, sequence: number): string {
  return `${code}-${String(sequence).padStart(6, '0')}`;
}

/** The next number of an outbox event. */
export function takeDeviceSeq(db: WritableDb): number {
  db.run('UPDATE device SET device_seq = device_seq + 1');
  return required(db.value<number>('SELECT device_seq FROM device'), 'the device sequence');
}
