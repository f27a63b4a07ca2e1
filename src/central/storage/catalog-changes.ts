import { type RawBuilder, sql } from 'kysely';
import type { RecordKind } from '#shared/domain/catalog/feed.ts';
import type { ChangePlace } from '#shared/domain/catalog-feed/release-change.ts';
import type { Db } from './schema.ts';

/** Between which versions a store's release changes; `from` is `null` when there was nothing. */
export interface Step {
  readonly store: string;
  readonly from: number | null;
  readonly to: number;
}

/** A record that the later release has, and the earlier one has not or has otherwise. */
export interface PutRow {
  readonly kind: RecordKind;
  readonly key: string;
  readonly hash: string;
  readonly doc: unknown;
  /** Length of the document as text. */
  readonly bytes: number;
}

/** A record that only the earlier release has. */
export interface RemoveRow {
  readonly kind: RecordKind;
  readonly key: string;
}

/** Records that are put, in order of kind and key, after a place. */
export async function putsPage(
  db: Db,
  step: Step,
  page: { readonly after: ChangePlace | null; readonly limit: number },
): Promise<readonly PutRow[]> {
  const { rows } = await sql<PutRow>`
    SELECT kind, key, hash, doc, octet_length(doc::text) AS bytes FROM catalog_records r
    WHERE ${isPut(step)} AND ${isAfter(page.after)}
    ORDER BY kind, key LIMIT ${page.limit}
  `.execute(db);
  return rows;
}

/** Records that are removed, in order of kind and key, after a place. */
export async function removesPage(
  db: Db,
  step: Step,
  page: { readonly after: ChangePlace | null; readonly limit: number },
): Promise<readonly RemoveRow[]> {
  const { rows } = await sql<RemoveRow>`
    SELECT kind, key FROM catalog_records r
    WHERE ${isRemoved(step)} AND ${isAfter(page.after)}
    ORDER BY kind, key LIMIT ${page.limit}
  `.execute(db);
  return rows;
}

/** How many changes a step has. */
export async function countChanges(db: Db, step: Step): Promise<number> {
  const { rows } = await sql<{ readonly changes: number }>`
    SELECT (SELECT count(*) FROM catalog_records r WHERE ${isPut(step)})
      + (SELECT count(*) FROM catalog_records r WHERE ${isRemoved(step)}) AS changes
  `.execute(db);
  return rows[0]?.changes ?? 0;
}

function isAfter(place: ChangePlace | null): RawBuilder<boolean> {
  return place === null ? sql`true` : sql`(r.kind, r.key) > (${place.kind}, ${place.key})`;
}

/** Lives at `to`, but not at `from`. */
function isPut({ store, from, to }: Step): RawBuilder<boolean> {
  const here = sql`(r.store IS NULL OR r.store = ${store})`;
  if (from === null) {
    return sql`r.from_version <= ${to} AND (r.to_version IS NULL OR r.to_version > ${to}) AND ${here}`;
  }
  return sql`(${livesOnlyAt(to, from)}) AND ${here}`;
}

/** Lives at `from`, and nothing does under its key at `to`. */
function isRemoved({ store, from, to }: Step): RawBuilder<boolean> {
  if (from === null) return sql`false`;
  return sql`(${livesOnlyAt(from, to)}) AND (r.store IS NULL OR r.store = ${store})
    AND NOT EXISTS (
      SELECT 1 FROM catalog_records o
      WHERE o.kind = r.kind AND o.key = r.key
        AND o.from_version <= ${to} AND (o.to_version IS NULL OR o.to_version > ${to})
        AND (o.store IS NULL OR o.store = ${store})
    )`;
}

/** Written so that an index finds the few: a record that lives at one of two versions began or ended between them. */
function livesOnlyAt(version: number, other: number): RawBuilder<boolean> {
  return version > other
    ? sql`r.from_version > ${other} AND r.from_version <= ${version}
        AND (r.to_version IS NULL OR r.to_version > ${version})`
    : sql`r.to_version > ${version} AND r.to_version <= ${other} AND r.from_version <= ${version}`;
}
