import { contentHash } from './content-hash.ts';
import { sha256 } from './sha256.ts';
import type { ReadableDb } from './sqlite.ts';
import type { StoreFinding } from './store-finding.ts';
import { published } from './unpublished.ts';

const recordsPerPage = 500;

/** The published catalog is the one that was imported, and what it is looked up by agrees with it. */
export function checkCatalog(db: ReadableDb): readonly StoreFinding[] {
  return [checkDocuments(db), checkContent(db), checkProducts(db), checkGtins(db)].filter(
    (finding) => finding !== null,
  );
}

/** Every record, of every version, still has the hash that it was imported with. */
function checkDocuments(db: ReadableDb): StoreFinding | null {
  let last = 0;
  for (;;) {
    const rows = db.tuples<[id: number, kind: string, key: string, hash: string, doc: string]>(
      'SELECT id, kind, key, hash, doc FROM catalog_records WHERE id > ? ORDER BY id LIMIT ?',
      last,
      recordsPerPage,
    );
    for (const [id, kind, key, hash, doc] of rows) {
      if (sha256(doc) !== hash) {
        return { check: 'catalog-records', message: `the ${kind} record ${key} was changed` };
      }
      last = id;
    }
    if (rows.length < recordsPerPage) return null;
  }
}

function checkContent(db: ReadableDb): StoreFinding | null {
  const { version, contentHash: expected } = published(db);
  if (version === 0 || contentHash(db, version) === expected) return null;
  return {
    check: 'catalog-content',
    message: `catalog version ${version} is not the one that was published`,
  };
}

/**
 * What is being imported, or was left by an import that broke off, is nobody's business: neither the
 * records behind the last published one nor the ends that it gave to others.
 */
function checkProducts(db: ReadableDb): StoreFinding | null {
  const { version, lastRecordId } = published(db);
  const end = (table: string): string => `iif(${table}.to_version > ?, NULL, ${table}.to_version)`;
  const wrong = db.value<string>(
    `SELECT r.key FROM catalog_records r LEFT JOIN catalog_products p ON p.id = r.id
     WHERE r.kind = 'product' AND r.id <= ? AND (p.id IS NULL OR p.sku <> r.key
       OR p.from_version <> r.from_version OR ${end('p')} IS NOT ${end('r')}) LIMIT 1`,
    lastRecordId,
    version,
    version,
  );
  return wrong === undefined
    ? null
    : { check: 'catalog-products', message: `product ${wrong} is not looked up as it is stored` };
}

function checkGtins(db: ReadableDb): StoreFinding | null {
  const wrong = db.value<string>(
    `SELECT gtin14 FROM catalog_gtins g
     WHERE NOT EXISTS (SELECT 1 FROM catalog_products p WHERE p.id = g.record_id)
       AND NOT EXISTS (SELECT 1 FROM catalog_records r WHERE r.id = g.record_id AND r.id > ?) LIMIT 1`,
    published(db).lastRecordId,
  );
  return wrong === undefined
    ? null
    : { check: 'catalog-barcodes', message: `barcode ${wrong} leads to no product` };
}
