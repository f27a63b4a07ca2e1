import type { SelectQueryBuilder } from 'kysely';
import type { RecordKind, RecordOfKind } from '#shared/domain/catalog/feed.ts';
import { hasRecordForm } from '#shared/domain/catalog-feed/validate-record.ts';
import { assert } from '#shared/lib/assert.ts';
import type { Db, Tables } from './schema.ts';

/**
 * Records of a store's release: those that live at the version and are for every store, or for this one.
 * A published version never changes, so whatever is read here may be kept for as long as one likes.
 */
export function recordsOfRelease(
  db: Db,
  { version, store }: { readonly version: number; readonly store: string },
): SelectQueryBuilder<Tables, 'catalog_records', object> {
  return db
    .selectFrom('catalog_records')
    .where('from_version', '<=', version)
    .where((where) =>
      where.or([where('to_version', 'is', null), where('to_version', '>', version)]),
    )
    .where((where) => where.or([where('store', 'is', null), where('store', '=', store)]));
}

/** The record under a key in a store's release; `null` when there is none. */
export async function recordAt<Kind extends RecordKind>(
  db: Db,
  version: number,
  store: string,
  kind: Kind,
  key: string,
): Promise<RecordOfKind<Kind> | null> {
  const row = await recordsOfRelease(db, { version, store })
    .where('kind', '=', kind)
    .where('key', '=', key)
    .select('doc')
    .executeTakeFirst();
  return row === undefined ? null : stored(kind, row.doc);
}

/** As `recordAt`, for many keys at once; in order of the keys, without those that are not there. */
export async function recordsNamed<Kind extends RecordKind>(
  db: Db,
  version: number,
  store: string,
  kind: Kind,
  keys: readonly string[],
): Promise<readonly RecordOfKind<Kind>[]> {
  if (keys.length === 0) return [];
  const rows = await recordsOfRelease(db, { version, store })
    .where('kind', '=', kind)
    .where('key', 'in', [...new Set(keys)])
    .select('doc')
    .orderBy('key')
    .execute();
  return rows.map(({ doc }) => stored(kind, doc));
}

/** Every record of a kind in a store's release, in order of the keys. */
export async function recordsAt<Kind extends RecordKind>(
  db: Db,
  version: number,
  store: string,
  kind: Kind,
): Promise<readonly RecordOfKind<Kind>[]> {
  const rows = await recordsOfRelease(db, { version, store })
    .where('kind', '=', kind)
    .select('doc')
    .orderBy('key')
    .execute();
  return rows.map(({ doc }) => stored(kind, doc));
}

/** Records of a store's release whose key is `first|…`, e.g. every price of a SKU. */
export async function recordsUnder<Kind extends RecordKind>(
  db: Db,
  version: number,
  store: string,
  kind: Kind,
  first: string,
): Promise<readonly RecordOfKind<Kind>[]> {
  const rows = await recordsOfRelease(db, { version, store })
    .where('kind', '=', kind)
    // `}` is the character after `|`.
    .where('key', '>=', `${first}|`)
    .where('key', '<', `${first}}`)
    .select('doc')
    .orderBy('key')
    .execute();
  return rows.map(({ doc }) => stored(kind, doc));
}

function stored<Kind extends RecordKind>(kind: Kind, doc: unknown): RecordOfKind<Kind> {
  assert(hasRecordForm(kind, doc), `a stored ${kind} record is one`);
  return doc;
}
