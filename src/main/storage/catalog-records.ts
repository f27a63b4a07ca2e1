import {
  type CatalogRecord,
  type RecordKind,
  type RecordOfKind,
  recordSchemas,
} from '#shared/domain/catalog/feed.ts';
import type { ReadableDb } from './sqlite.ts';
import { storedJson } from './stored-json.ts';

type Parse = (text: string, where: string) => unknown;

const parsers: Readonly<Record<RecordKind, Parse>> = {
  store: storedJson(recordSchemas.store),
  taxClass: storedJson(recordSchemas.taxClass),
  allergen: storedJson(recordSchemas.allergen),
  ingredient: storedJson(recordSchemas.ingredient),
  product: storedJson(recordSchemas.product),
  price: storedJson(recordSchemas.price),
  template: storedJson(recordSchemas.template),
  rule: storedJson(recordSchemas.rule),
  promotion: storedJson(recordSchemas.promotion),
  stock: storedJson(recordSchemas.stock),
  lot: storedJson(recordSchemas.lot),
};

function parseRecord<Kind extends RecordKind>(kind: Kind, doc: string): RecordOfKind<Kind> {
  // The parser of a kind returns that kind's record or throws.
  return parsers[kind](doc, `${kind} record`) as RecordOfKind<Kind>;
}

/** Holds for a record that lives at a version; takes the version twice. */
export const isLive = 'from_version <= ? AND (to_version IS NULL OR to_version > ?)';

export function recordAt<Kind extends RecordKind>(
  db: ReadableDb,
  version: number,
  kind: Kind,
  key: string,
): RecordOfKind<Kind> | null {
  const doc = db.value<string>(
    `SELECT doc FROM catalog_records WHERE kind = ? AND key = ? AND ${isLive}`,
    kind,
    key,
    version,
    version,
  );
  return doc === undefined ? null : parseRecord(kind, doc);
}

/** By the id of its row, whatever its version. */
export function recordById<Kind extends RecordKind>(
  db: ReadableDb,
  kind: Kind,
  id: number,
): RecordOfKind<Kind> | null {
  const doc = db.value<string>(
    'SELECT doc FROM catalog_records WHERE id = ? AND kind = ?',
    id,
    kind,
  );
  return doc === undefined ? null : parseRecord(kind, doc);
}

/** All records of a kind in order of their keys. */
export function recordsAt<Kind extends RecordKind>(
  db: ReadableDb,
  version: number,
  kind: Kind,
): readonly RecordOfKind<Kind>[] {
  return db
    .tuples<[doc: string]>(
      `SELECT doc FROM catalog_records WHERE kind = ? AND ${isLive} ORDER BY key`,
      kind,
      version,
      version,
    )
    .map(([doc]) => parseRecord(kind, doc));
}

/** As `recordsAt`, one by one; no write may happen on this connection meanwhile. */
export function* eachRecordAt(
  db: ReadableDb,
  version: number,
  kind: RecordKind,
): Generator<CatalogRecord> {
  const docs = db.eachValue<string>(
    `SELECT doc FROM catalog_records WHERE kind = ? AND ${isLive} ORDER BY key`,
    kind,
    version,
    version,
  );
  for (const doc of docs) yield parseRecord(kind, doc);
}

/** Records whose key is `first|…`, e.g. every price of a SKU. */
export function recordsUnder<Kind extends RecordKind>(
  db: ReadableDb,
  version: number,
  kind: Kind,
  first: string,
): readonly RecordOfKind<Kind>[] {
  return db
    .tuples<[doc: string]>(
      // `}` is the character after `|`.
      `SELECT doc FROM catalog_records
       WHERE kind = ? AND key >= ? || '|' AND key < ? || '}' AND ${isLive} ORDER BY key`,
      kind,
      first,
      first,
      version,
      version,
    )
    .map(([doc]) => parseRecord(kind, doc));
}
