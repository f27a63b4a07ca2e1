import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CatalogWriter } from '#main/core/ports/catalog-writer.ts';
import type { Logger } from '#main/core/ports/logger.ts';
import {
  type KioskStore,
  type KioskStoreOptions,
  openKioskStore,
} from '#main/storage/kiosk-store.ts';
import { openDatabase, type WritableDb } from '#main/storage/sqlite.ts';
import type { CatalogRecord, RecordKind } from '#shared/domain/catalog/feed.ts';
import type { PriceRecord } from '#shared/domain/catalog/price.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import type { StoreRecord } from '#shared/domain/catalog/store.ts';
import { type HashedRecord, hashRecord } from '#shared/domain/catalog-feed/hashed-record.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

export const testTime = Date.UTC(2026, 10, 21, 10, 15, 30);

/** UUIDs that count up. */
function countedIds(from = 1): KioskStoreOptions['ids'] {
  let last = from - 1;
  return {
    next: () => {
      last += 1;
      return uuid(last);
    },
  };
}

export function uuid(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export function storeOptions(file: string): KioskStoreOptions {
  return {
    file,
    deviceCode: 'D7K2M',
    clock: { now: () => testTime },
    ids: countedIds(),
    logger: recordingLogger(),
  };
}

/** An open store that is closed with the test. */
export function openStore(
  file: string = join(tempFolder(), 'kiosk.db'),
  options: Partial<KioskStoreOptions> = {},
): KioskStore {
  const opened = openKioskStore({ ...storeOptions(file), ...options });
  if (!opened.ok) throw new Error(opened.error.message);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

/** A further connection to a store file, for looking behind the scenes and for tampering. */
export function rawDb(file: string, logger: Logger = recordingLogger()): WritableDb {
  const db = openDatabase(file, { logger });
  onTestFinished(() => db.close());
  return db;
}

export function staged(record: CatalogRecord): HashedRecord {
  return hashRecord(record, (text) => createHash('sha256').update(text).digest('hex'));
}

const everyKind: readonly RecordKind[] = [
  'store',
  'taxClass',
  'allergen',
  'ingredient',
  'product',
  'price',
  'template',
  'rule',
  'promotion',
  'stock',
  'lot',
];

/** Replaces the whole catalog; returns the published version. */
export function publishFull(writer: CatalogWriter, records: readonly CatalogRecord[]): number {
  writer.begin();
  writer.stage(records.map(staged));
  writer.removeUnstaged(everyKind);
  return writer.publish('test').version;
}

/** Adds and changes records; returns the published version. */
export function publishDelta(writer: CatalogWriter, records: readonly CatalogRecord[]): number {
  writer.begin();
  writer.stage(records.map(staged));
  return writer.publish('test').version;
}

export const testShop: StoreRecord = {
  kind: 'store',
  id: 'berlin',
  name: 'Atelier Nord',
  address: [],
  legalLines: [],
  currency: 'EUR',
  country: 'DE',
  jurisdictions: ['EU', 'DE'],
  timeZone: 'Europe/Berlin',
  locale: 'en-DE',
  pricesIncludeTax: true,
  taxRounding: 'perTotal',
};

/** A ready-made product; what is not named is the same for all. */
export function product(
  sku: string,
  name: string,
  fields: Partial<Omit<ProductRecord, 'kind' | 'sku' | 'name'>> = {},
): ProductRecord {
  return {
    kind: 'product',
    sku,
    type: 'ready',
    name: { en: name },
    brand: 'Nord',
    category: 'Care',
    taxClass: 'standard',
    ...fields,
  };
}

export function price(
  sku: string,
  amountMinor: number,
  fields: Partial<Omit<PriceRecord, 'kind' | 'sku' | 'amountMinor'>> = {},
): PriceRecord {
  return { kind: 'price', sku, currency: 'EUR', amountMinor, validFrom: 0, ...fields };
}
