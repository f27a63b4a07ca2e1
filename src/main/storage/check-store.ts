import { checkCatalog } from './check-catalog.ts';
import { checkChains } from './check-chains.ts';
import { checkDocuments, checkPrintJobs } from './check-documents.ts';
import { checkOrders } from './check-orders.ts';
import { checkPeople } from './check-people.ts';
import { checkStock } from './check-stock.ts';
import type { ReadableDb } from './sqlite.ts';
import type { StoreFinding } from './store-finding.ts';

/** Proves the store sound; empty when it is. Rules STO-60 to STO-72. */
export function checkStore(db: ReadableDb): readonly StoreFinding[] {
  const pages = checkPages(db);
  // In a file with broken pages every other answer would be guesswork.
  if (pages.length > 0) return pages;
  return [
    ...checkReferences(db),
    ...checkOrders(db),
    ...checkDocuments(db),
    ...checkPrintJobs(db),
    ...checkStock(db),
    ...checkPeople(db),
    ...checkChains(db),
    ...checkCatalog(db),
  ];
}

function checkPages(db: ReadableDb): readonly StoreFinding[] {
  // FTS5 (3.54) checks against the index structure that its last query on this connection saw; any
  // query makes it look again at what an importer's connection has written since.
  db.value("SELECT rowid FROM catalog_search WHERE catalog_search MATCH 'x' LIMIT 1");
  return db
    .tuples<[verdict: string]>('PRAGMA integrity_check(20)')
    .filter(([verdict]) => verdict !== 'ok')
    .map(([message]) => ({ check: 'pages', message }));
}

function checkReferences(db: ReadableDb): readonly StoreFinding[] {
  return db
    .all<{ readonly table: string; readonly parent: string }>('PRAGMA foreign_key_check')
    .map(({ table, parent }) => ({
      check: 'references',
      message: `a row of ${table} refers to a row of ${parent} that is not there`,
    }));
}
